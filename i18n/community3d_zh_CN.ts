<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>community3d</name>
    <message>
        <source>Above 0, lines are broken and joined where they meet within this distance; bridges and tunnels excepted.</source>
        <translation>大于0时，在此距离内相遇的线打断并相连；桥隧除外。</translation>
    </message>
    <message>
        <source>Adult, 1.2 m/s</source>
        <translation>成年人 1.2 米/秒</translation>
    </message>
    <message>
        <source>All {count} categories are within reach for {amount} ({rate}); completeness of services is {completeness}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} categories with data are within reach for {amount} ({rate}); completeness of services is {completeness}. Left out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the walking network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Behind a closed gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the walking limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑物</translation>
    </message>
    <message>
        <source>Bus stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled. Nothing was changed.</source>
        <translation>已取消，未改动任何数据。</translation>
    </message>
    <message>
        <source>Care home for older people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category or type of all facilities whose layer has no services column, for example health.</source>
        <translation>设施图层没有 services 字段时，全部设施的类别或类型，如 health。</translation>
    </message>
    <message>
        <source>Checked: in every row, reached and the five reasons add up to the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child, 1.0 m/s</source>
        <translation>儿童 1.0 米/秒</translation>
    </message>
    <message>
        <source>Circle as the crow flies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles as the crow flies would overstate the coverage of {name} by {points} percentage points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the doorplates that stands for doorplate_id; empty: doorplate_id, else the row number.</source>
        <translation>门牌图层中充当门牌编号的字段；留空用 doorplate_id，没有则用行号。</translation>
    </message>
    <message>
        <source>Column of the doorplates that stands for the weight chosen above, for example population.</source>
        <translation>门牌图层中充当上述权重的字段，如 population。</translation>
    </message>
    <message>
        <source>Columns inside the scene, JSON</source>
        <translation>场景所含字段，JSON</translation>
    </message>
    <message>
        <source>Columns with personal data that were left out</source>
        <translation>已剔除的含个人信息字段</translation>
    </message>
    <message>
        <source>Community 3D</source>
        <translation>社区三维</translation>
    </message>
    <message>
        <source>Community canteen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community health centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community health station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community service station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete community 2020</source>
        <translation>完整居住社区（2020试行）</translation>
    </message>
    <message>
        <source>Completeness of services is lowest in {named}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convenience circle, basic services</source>
        <translation>一刻钟便民生活圈 · 基本保障类</translation>
    </message>
    <message>
        <source>Convenience circle, quality services</source>
        <translation>一刻钟便民生活圈 · 品质提升类</translation>
    </message>
    <message>
        <source>Convenience shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate reference system of the result</source>
        <translation>成果的坐标参照系 (CRS)</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage and reasons (weight: {weight})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage is lowest for {named}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage {range}: whether the target of {target} is met depends on doorplates still to be verified ({pending}); not enough data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage {rate}, above the target of {target}: pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage {rate}, below the target of {target}: fail; {missed} are not covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage {rate}, equal to the target of {target}: pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Culture centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Culture station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day-care centre for older people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference (percentage points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Distances follow the walking network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District check</source>
        <translation>辖区一键检查</translation>
    </message>
    <message>
        <source>Doorplates</source>
        <translation>门牌</translation>
    </message>
    <message>
        <source>Doorplates and facilities farther than this from any path are not connected.</source>
        <translation>距任何路段超过此值的门牌和设施不接入路网。</translation>
    </message>
    <message>
        <source>Doorplates inside an area</source>
        <translation>区划内的门牌数</translation>
    </message>
    <message>
        <source>Doorplates outside every area</source>
        <translation>区划外的门牌数</translation>
    </message>
    <message>
        <source>Doorplates whose stated code disagrees with their place</source>
        <translation>编码与位置不一致的门牌数</translation>
    </message>
    <message>
        <source>Elevation model</source>
        <translation>数字高程模型</translation>
    </message>
    <message>
        <source>Empty: the 3-degree zone of the data.</source>
        <translation>留空则取数据所在3度带。</translation>
    </message>
    <message>
        <source>Empty: the name of the top area.</source>
        <translation>留空取最上级区划名。</translation>
    </message>
    <message>
        <source>Estate gates</source>
        <translation>小区出入口</translation>
    </message>
    <message>
        <source>Estates</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>设施</translation>
    </message>
    <message>
        <source>Facility to home</source>
        <translation>从设施到家</translation>
    </message>
    <message>
        <source>Facility types that count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast, 1.4 m/s</source>
        <translation>快步 1.4 米/秒</translation>
    </message>
    <message>
        <source>Fewer than five doorplates: not enough data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Football ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footprints with floors or height_m.</source>
        <translation>建筑轮廓，含层数或高度。</translation>
    </message>
    <message>
        <source>Frail, 0.6 m/s</source>
        <translation>体弱 0.6 米/秒</translation>
    </message>
    <message>
        <source>GB 50180-2018 residential areas</source>
        <translation>GB 50180-2018 居住区标准</translation>
    </message>
    <message>
        <source>Gym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heights in metres; slopes then change the walking speed, differently up and down.</source>
        <translation>高程（米）；据坡度调整步行速度，上下坡不同。</translation>
    </message>
    <message>
        <source>Home to facility</source>
        <translation>从家到设施</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Housing compounds; gated says whether one enters only through gates.</source>
        <translation>小区范围；gated 说明是否只能经出入口进入。</translation>
    </message>
    <message>
        <source>Identifier column</source>
        <translation>编号字段</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Install them in QGIS's own Python: python -m pip install --user {wanted}, then restart QGIS.</source>
        <translation>请装入 QGIS 自带的 Python：python -m pip install --user {wanted}，然后重启 QGIS。</translation>
    </message>
    <message>
        <source>Install them into a virtual environment that sees the system's packages, pip install {wanted}, and start QGIS with PYTHONPATH=ENVIRONMENT/lib/python{major}.{minor}/site-packages; in the plugin's folder “make setup link” does both.</source>
        <translation>请装入能使用系统包的虚拟环境：pip install {wanted}，再以 PYTHONPATH=环境目录/lib/python{major}.{minor}/site-packages 启动 QGIS；在插件目录运行“make setup link”可一次完成。</translation>
    </message>
    <message>
        <source>Jiangsu, area rules</source>
        <translation>江苏 · 用房面积规则</translation>
    </message>
    <message>
        <source>Join tolerance (m)</source>
        <translation>打断容差（米）</translation>
    </message>
    <message>
        <source>Junior secondary school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kindergarten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land by use; water and rail are barriers, residential land is the denominator of the land share.</source>
        <translation>按用途分的用地；水域和铁路不可穿越，居住用地为用地覆盖率的分母。</translation>
    </message>
    <message>
        <source>Land use</source>
        <translation>用地</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of report and scene; the scene can switch later.</source>
        <translation>报告与场景的语言；场景内可再切换。</translation>
    </message>
    <message>
        <source>Large sports ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of reached paths per limit (km), JSON</source>
        <translation>各限值可达路径长度（km），JSON</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines one can walk on; lines join only where they share a vertex.</source>
        <translation>可步行的线；仅在共用顶点处相连。</translation>
    </message>
    <message>
        <source>Lines that can be crossed only at an open gate.</source>
        <translation>只能从开放出入口穿过的线。</translation>
    </message>
    <message>
        <source>Local shops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main results (weight: {weight})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks: A confirmed in a public text; B to be checked (fairly sure); C to be checked (fair); D to be checked (for reference only); S from a case; U set by this office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matters only with slopes and one-way gates.</source>
        <translation>仅在有坡度或单向通行时有影响。</translation>
    </message>
    <message>
        <source>Mean share of judged categories within reach</source>
        <translation>配套完整度（可达类别占评价类别的平均比例）</translation>
    </message>
    <message>
        <source>Median walk (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium sports ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metro station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No boundaries of communities were supplied: figures are for the whole area only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No category has facilities in the data: no conclusion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data on {category} were supplied: no conclusion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No facility data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way on foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody misses a service that is in the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>区划数</translation>
    </message>
    <message>
        <source>Number of buildings</source>
        <translation>建筑物数</translation>
    </message>
    <message>
        <source>Number of doorplates</source>
        <translation>门牌数</translation>
    </message>
    <message>
        <source>Number of facilities</source>
        <translation>设施数</translation>
    </message>
    <message>
        <source>Nursery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nursing home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} categories {passed} pass, {failed} fail, and {open} lack the data; coverage is lowest for {named}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older, 0.8 m/s</source>
        <translation>老年人 0.8 米/秒</translation>
    </message>
    <message>
        <source>On foot, by the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One kilometre in 15 minutes</source>
        <translation>“一公里15分钟”核验</translation>
    </message>
    <message>
        <source>Open-air fitness ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openings in walls; open is all, residents, closed or unknown.</source>
        <translation>围墙上的出入口；通行规则为所有人、仅居民、封闭或未知。</translation>
    </message>
    <message>
        <source>Outpatient clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Own profile file</source>
        <translation>自定义评价方案文件</translation>
    </message>
    <message>
        <source>Parcel point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park or square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the 3D scene</source>
        <translation>三维场景路径</translation>
    </message>
    <message>
        <source>Path of the report</source>
        <translation>报告路径</translation>
    </message>
    <message>
        <source>Path of the result workspace</source>
        <translation>成果数据库路径</translation>
    </message>
    <message>
        <source>Path of the workbook</source>
        <translation>表格路径</translation>
    </message>
    <message>
        <source>Persons per household</source>
        <translation>户均人口</translation>
    </message>
    <message>
        <source>Planning, 1.0 m/s</source>
        <translation>规划默认 1.0 米/秒</translation>
    </message>
    <message>
        <source>Play area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points or polygons; services names the categories each one offers, separated by commas.</source>
        <translation>点或面；services 字段列出服务类别，逗号分隔。</translation>
    </message>
    <message>
        <source>Points with doorplate_id; households are used as weight where given.</source>
        <translation>门牌点，须有门牌编号；有户数时按户加权。</translation>
    </message>
    <message>
        <source>Polygons of all levels with code, level and parent_code.</source>
        <translation>各级区划面，含编码、级别、上级编码。</translation>
    </message>
    <message>
        <source>Post office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems found in the data</source>
        <translation>数据问题数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached area per limit (km²), JSON</source>
        <translation>各限值可达面积（km²），JSON</translation>
    </message>
    <message>
        <source>Reading {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取：{name}</translation>
    </message>
    <message>
        <source>Replaces the profile above; all faults in the file are listed at once.</source>
        <translation>替代上面的方案；文件中的问题一次列全。</translation>
    </message>
    <message>
        <source>Residential land within the isochrone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>常住人口</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Rows that could not be used</source>
        <translation>未采用的行数</translation>
    </message>
    <message>
        <source>Scheme of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services of all facilities</source>
        <translation>全部设施的服务类别</translation>
    </message>
    <message>
        <source>Shanghai guide 2016</source>
        <translation>上海导则（2016试行）</translation>
    </message>
    <message>
        <source>Share inside straight-line circles by category, JSON</source>
        <translation>各类直线圈覆盖率，JSON</translation>
    </message>
    <message>
        <source>Share of doorplates for which isochrone and ledger agree</source>
        <translation>等时圈与台账一致的门牌比例</translation>
    </message>
    <message>
        <source>Share of residential land inside the isochrones by category, JSON</source>
        <translation>各类等时圈覆盖居住用地的比例，JSON</translation>
    </message>
    <message>
        <source>Share that reaches every judged category</source>
        <translation>全部类别可达的比例</translation>
    </message>
    <message>
        <source>Share within reach by category, JSON</source>
        <translation>各类覆盖率，JSON</translation>
    </message>
    <message>
        <source>Shares in percent for profiles that state none, for example elderly=80;*=90. Printed as the office's own setting.</source>
        <translation>评价方案未设目标时的目标百分数，如 elderly=80;*=90；成果中注明为本级设定。</translation>
    </message>
    <message>
        <source>Size of the file (MB)</source>
        <translation>文件大小（MB）</translation>
    </message>
    <message>
        <source>Small sports ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap limit (m)</source>
        <translation>接入距离上限（米）</translation>
    </message>
    <message>
        <source>Sorted by coverage, lowest first. Range: what is certain to what is possible, open questions of the data included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by the difference. Circle: radius = the limit in metres, or minutes × walking speed, no detour factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source and clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed on the flat: planning 1.0, adult 1.2, fast 1.4, older 0.8, frail 0.6, child 1.0 m/s.</source>
        <translation>平地速度：规划1.0、成年1.2、快步1.4、老年0.8、体弱0.6、儿童1.0 米/秒。</translation>
    </message>
    <message>
        <source>Sports hall or fitness centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standards profile</source>
        <translation>评价方案</translation>
    </message>
    <message>
        <source>Straight line and network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-district service centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>普查情况</translation>
    </message>
    <message>
        <source>TARGETS names “{name}”, which the profile does not judge. Known: {known}.</source>
        <translation>TARGETS 中的“{name}”不在评价方案内。可用：{known}。</translation>
    </message>
    <message>
        <source>TD/T 1063-2021 health check (default)</source>
        <translation>TD/T 1063-2021 城市体检（默认）</translation>
    </message>
    <message>
        <source>Table {table} has columns whose names differ only in upper and lower case: {columns}. Rename them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target CRS</source>
        <translation>目标CRS</translation>
    </message>
    <message>
        <source>Targets (%)</source>
        <translation>目标值（%）</translation>
    </message>
    <message>
        <source>Targets marked U are set by this office, not by the standard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check fails: the reasons do not add up to the total for {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it or choose another output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs really used, JSON</source>
        <translation>实际采用的输入，JSON</translation>
    </message>
    <message>
        <source>The isochrone is the figure by land, the ledger the figure by household; both are stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” ({key}) has coordinates that do not fit its coordinate reference system {crs}. Check which one it really has.</source>
        <translation>图层“{name}”（{key}）的坐标与其坐标参照系 {crs} 不符。请核对其真实的坐标参照系。</translation>
    </message>
    <message>
        <source>The layer “{name}” ({key}) has no coordinate reference system. Set it in the layer's properties.</source>
        <translation>图层“{name}”（{key}）没有坐标参照系 (CRS)。请在图层属性中设置。</translation>
    </message>
    <message>
        <source>The layer “{name}” ({key}) has no features. Choose a layer with data.</source>
        <translation>图层“{name}”（{key}）没有要素。请选择有数据的图层。</translation>
    </message>
    <message>
        <source>The package {name} is missing; version {wanted} or newer is needed.</source>
        <translation>缺少 {name} 包，需要 {wanted} 或更高版本。</translation>
    </message>
    <message>
        <source>The package {name} is too old: {found}; version {wanted} or newer is needed.</source>
        <translation>{name} 包版本过低：{found}，需要 {wanted} 或更高版本。</translation>
    </message>
    <message>
        <source>The plugin Processing is switched off. Switch it on in Plugins ▸ Manage and Install Plugins.</source>
        <translation>“数据处理”插件未启用。请在 插件 ▸ 管理和安装插件 中启用。</translation>
    </message>
    <message>
        <source>The stated code is {stated}, but the point lies in {by_position}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stated code is {stated}, but the point lies outside every area of this level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target “{pair}” is not a percentage above 0 and up to 100. Write for example elderly=80.</source>
        <translation>目标值“{pair}”不是大于0且不超过100的百分数。写法示例：elderly=80。</translation>
    </message>
    <message>
        <source>This profile sets no targets: figures only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown profile “{id}”. Known profiles: {known}.</source>
        <translation>评价方案“{id}”未知。可用：{known}。</translation>
    </message>
    <message>
        <source>Unknown walker “{id}”. Known walkers: {known}.</source>
        <translation>步行者“{id}”未知。可用：{known}。</translation>
    </message>
    <message>
        <source>Unknown {key} “{words}”. Known: {known}.</source>
        <translation>{key} 的取值“{words}”未知。可用：{known}。</translation>
    </message>
    <message>
        <source>Used where residents are not given.</source>
        <translation>缺常住人口时使用。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict by category, JSON</source>
        <translation>各类结论，JSON</translation>
    </message>
    <message>
        <source>Version of the plugin</source>
        <translation>插件版本</translation>
    </message>
    <message>
        <source>Walker</source>
        <translation>步行者</translation>
    </message>
    <message>
        <source>Walking network</source>
        <translation>步行路网</translation>
    </message>
    <message>
        <source>Walls</source>
        <translation>围墙</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight behind a closed gate in at least one category</source>
        <translation>至少一类受门禁阻隔的权重</translation>
    </message>
    <message>
        <source>Weight column</source>
        <translation>权重字段</translation>
    </message>
    <message>
        <source>Weight of all doorplates</source>
        <translation>门牌总权重</translation>
    </message>
    <message>
        <source>Weight of doorplates too far from any path</source>
        <translation>未接入路网的权重</translation>
    </message>
    <message>
        <source>Weight that reaches every judged category</source>
        <translation>全部类别可达的权重</translation>
    </message>
    <message>
        <source>Weight without any way in at least one category</source>
        <translation>至少一类路网不连通的权重</translation>
    </message>
    <message>
        <source>Wet market or fresh-food supermarket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rates count; every figure names it.</source>
        <translation>覆盖率的计数单位，所有数字均注明。</translation>
    </message>
    <message>
        <source>What to know before reading the figures</source>
        <translation>读数前须知</translation>
    </message>
    <message>
        <source>Which categories count, their limits and targets, each with its source.</source>
        <translation>评价的类别、限值与目标，均注明依据。</translation>
    </message>
    <message>
        <source>Which categories were surveyed completely: none found then counts as 0 %, not as unknown.</source>
        <translation>已普查完毕的类别：未发现设施时计为 0%，而非未知。</translation>
    </message>
    <message>
        <source>Why services are missed, counted by household and category: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing table {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doorplates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>households</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doorplates} with {amount} were judged by {profile} for {count} categories of services; the walker is {walker} at {speed} m/s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} cannot be a shapefile: its column names are cut to ten letters. Write a GeoPackage (.gpkg).</source>
        <translation>{key} 不能写成 Shapefile：字段名会被截为十个字母。请写成 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>{key}: “{value}” cannot be opened. Check the path and the name of the layer in it.</source>
        <translation>{key}：无法打开“{value}”。请检查路径以及其中的图层名。</translation>
    </message>
    <message>
        <source>{limit} m on foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} min on foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({rate})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} doorplates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} households</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read as spatial data. Choose another file or convert it to GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written. Close it in other programs, check the folder's permissions or choose another output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose a GeoPackage (.gpkg).</source>
        <translation>无法写入 {path}：{reason}。请选用 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no layer {layer}. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {count} layers: {known}. Add |layername= and one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a readable GeoPackage. Choose a .gpkg file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has no features. Choose a layer with content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>① Data</source>
        <translation>① 数据</translation>
    </message>
    <message>
        <source>② Checks</source>
        <translation>② 检查</translation>
    </message>
    <message>
        <source>③ Living circle</source>
        <translation>③ 生活圈</translation>
    </message>
    <message>
        <source>④ Results</source>
        <translation>④ 成果</translation>
    </message>
</context>
</TS>
