<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>community3d</name>
    <message>
        <source> (estimate)</source>
        <translation>（估算）</translation>
    </message>
    <message>
        <source> m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>#</source>
        <translation>序</translation>
    </message>
    <message>
        <source>(completeness {share} %)</source>
        <translation>（配套完整度 {share}%）</translation>
    </message>
    <message>
        <source>(not used)</source>
        <translation>（不使用）</translation>
    </message>
    <message>
        <source>(outside every area)</source>
        <translation>（不在任何区划内）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 day before {date}</source>
        <translation>{date} 前 1 天</translation>
    </message>
    <message>
        <source>1 gained</source>
        <translation>增加 1 类</translation>
    </message>
    <message>
        <source>1 lost</source>
        <translation>减少 1 类</translation>
    </message>
    <message>
        <source>100%</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>15-minute living circle</source>
        <translation>15分钟生活圈</translation>
    </message>
    <message>
        <source>2 or more gained</source>
        <translation>增加 2 类以上</translation>
    </message>
    <message>
        <source>2 or more lost</source>
        <translation>减少 2 类以上</translation>
    </message>
    <message>
        <source>3D all the same</source>
        <translation>仍用三维</translation>
    </message>
    <message>
        <source>3D is not available here</source>
        <translation>三维显示不可用</translation>
    </message>
    <message>
        <source>3D map</source>
        <translation>三维地图</translation>
    </message>
    <message>
        <source>3D or 2D</source>
        <translation>三维 / 二维</translation>
    </message>
    <message>
        <source>3D scene</source>
        <translation>三维场景</translation>
    </message>
    <message>
        <source>3D scene, twice the same and without a link to the outside</source>
        <translation>三维场景两次生成逐字节一致且无外部链接</translation>
    </message>
    <message>
        <source>40%–60%</source>
        <translation>40%–60%</translation>
    </message>
    <message>
        <source>500,000 doorplates to invent: about {seconds} seconds.</source>
        <translation>将生成 500,000 个门牌：约需 {seconds} 秒。</translation>
    </message>
    <message>
        <source>60%–80%</source>
        <translation>60%–80%</translation>
    </message>
    <message>
        <source>80%–99%</source>
        <translation>80%–99%</translation>
    </message>
    <message>
        <source>: a housing compound, often walled; no administrative unit.</source>
        <translation>：成片住宅，常有围墙，不是行政单位。</translation>
    </message>
    <message>
        <source>: a way exists but is longer than the limit.</source>
        <translation>：有路可达，但超出限值。</translation>
    </message>
    <message>
        <source>: an answer that changes with 10 % of walking speed or half the snap limit.</source>
        <translation>：步行速度变化10%或接入上限变化一半时结论随之改变。</translation>
    </message>
    <message>
        <source>: distance between a doorplate and the nearest path; beyond the limit it is not connected.</source>
        <translation>：门牌到最近步行路的距离；超过上限即未接入路网。</translation>
    </message>
    <message>
        <source>: households that reach a service ÷ all households.</source>
        <translation>：可达户数÷总户数。</translation>
    </message>
    <message>
        <source>: length along the walking network, with the legs to and from the path.</source>
        <translation>：沿步行路网的长度，含两端接驳段。</translation>
    </message>
    <message>
        <source>: minutes or metres that a service may take.</source>
        <translation>：某类服务允许的步行分钟数或米数。</translation>
    </message>
    <message>
        <source>: no way at all, mostly a fault of the data.</source>
        <translation>：完全无路可达，多为数据问题。</translation>
    </message>
    <message>
        <source>: one addressed entrance with a place on the map; the unit that is judged.</source>
        <translation>：有地址、有位置的一个出入口，判定的基本单位。</translation>
    </message>
    <message>
        <source>: one row for every doorplate with metres, minutes, verdict and reason of every service.</source>
        <translation>：每个门牌一行，载明各类服务的米数、分钟数、是否可达及原因。</translation>
    </message>
    <message>
        <source>: result of a screening by thresholds, never a decision.</source>
        <translation>：按阈值筛查的结果，不是决定。</translation>
    </message>
    <message>
        <source>: services reached ÷ services judged, of a doorplate or weighted over an area.</source>
        <translation>：可达类别数÷参与判定类别数，可按门牌，也可按区划加权。</translation>
    </message>
    <message>
        <source>: share of households that should reach a service.</source>
        <translation>：应能到达某类服务的户数比例。</translation>
    </message>
    <message>
        <source>: smallest management area inside a community; not a raster cell.</source>
        <translation>：社区内最小的管理范围，不是栅格。</translation>
    </message>
    <message>
        <source>: territory of one residents' committee; not an estate.</source>
        <translation>：一个居民委员会的辖区，不是小区。</translation>
    </message>
    <message>
        <source>: the area reached within a time; a picture that decides nothing.</source>
        <translation>：一定时间内可步行到达的范围；仅为图示，不作判定依据。</translation>
    </message>
    <message>
        <source>: the counting unit of weights; a doorplate has none, one or many.</source>
        <translation>：权重的计数单位；一个门牌可有零户、一户或多户。</translation>
    </message>
    <message>
        <source>: what daily life needs within a walk; judged service by service.</source>
        <translation>：日常生活所需、步行可及的范围；逐类服务判定。</translation>
    </message>
    <message>
        <source>: what is certain to what is possible, open questions of the data included.</source>
        <translation>：由确定可达到可能可达，已计入数据中的待核实情况。</translation>
    </message>
    <message>
        <source>: would be reached if every gate were open.</source>
        <translation>：若出入口全部开放即可到达。</translation>
    </message>
    <message>
        <source>: {limit}. {sentence}</source>
        <translation>：{limit}。{sentence}</translation>
    </message>
    <message>
        <source>A bridge seems to touch the street below it.</source>
        <translation>桥与桥下道路似乎相连。</translation>
    </message>
    <message>
        <source>A change of streets changes the network itself.</source>
        <translation>道路变更会改变路网本身。</translation>
    </message>
    <message>
        <source>A district in the manner of Suzhou</source>
        <translation>苏州风格的示例辖区</translation>
    </message>
    <message>
        <source>A doorplate belongs to the building.</source>
        <translation>该建筑物有对应门牌。</translation>
    </message>
    <message>
        <source>A doorplate ends at its door: whose room it is would be a person's affair.</source>
        <translation>门牌只到门为止，室号涉及个人，不予保留。</translation>
    </message>
    <message>
        <source>A doorplate or facility farther than {limit} m from any path is not connected; gated estates are entered and left only through open gates.</source>
        <translation>接入距离上限{limit} 米，更远的门牌和设施不接入路网；封闭小区仅经开放出入口进出。</translation>
    </message>
    <message>
        <source>A doorplate with a longer way to its path crosses ground that nobody mapped.</source>
        <translation>接入距离更长的门牌须穿过未测绘的地面。</translation>
    </message>
    <message>
        <source>A dot is a community; below the slanted line its service space is short. 400 m² is practice, for reference (S).</source>
        <translation>每点为一个社区；在斜线以下者服务用房不足。400 m²为实践水平，仅供参考（S）。</translation>
    </message>
    <message>
        <source>A dot is a grid, the line the range of the sub-district, the stroke its middle grid; the band is the usual size of a city grid, {low}–{high} households (GB/T 34300-2017, mark C).</source>
        <translation>每点为一个网格，细线为该街道范围，竖线为居中的网格；底色带为城市网格常见规模{low}–{high}户（GB/T 34300-2017，C）。</translation>
    </message>
    <message>
        <source>A dot is a grid, the line the range of the sub-district, the stroke its middle grid; the band is the usual size of a city grid, {low}–{high} households (GB/T 34300-2017, mark C). Of {unknown} grids the households are not known.</source>
        <translation>每点为一个网格，细线为该街道范围，竖线为居中的网格；底色带为城市网格常见规模{low}–{high}户（GB/T 34300-2017，C）。{unknown}个网格户数不详。</translation>
    </message>
    <message>
        <source>A factor for each word that areas.kind may hold; what could be gained in such communities is multiplied by it for the ranking.</source>
        <translation>按社区类型（areas.kind 所含词语）设定系数；排序时，这些社区的可新增覆盖乘以该系数。</translation>
    </message>
    <message>
        <source>A file or a layer's source.</source>
        <translation>文件或图层数据源。</translation>
    </message>
    <message>
        <source>A file with names of columns, words of values and layers of drawings that come before the shipped ones.</source>
        <translation>含字段名称、取值用词和图形图层的文件，优先于自带的。</translation>
    </message>
    <message>
        <source>A file with words and types that come before the shipped ones: amap and words, lines like “菜场: [market]”.</source>
        <translation>优先于内置用词表的文件：分 amap 和 words 两部分，行如“菜场: [market]”。</translation>
    </message>
    <message>
        <source>A file with words that come before the shipped ones: categories and states, each id with zh, en and words.</source>
        <translation>优先于内置用词表的文件：分 categories 和 states 两部分，每个标识含 zh、en 和 words。</translation>
    </message>
    <message>
        <source>A gate on the way is not open.</source>
        <translation>途中有未开放的小区出入口。</translation>
    </message>
    <message>
        <source>A limit that is changed here counts as your office's own and is printed so; targets are shares in percent.</source>
        <translation>在此改动的限值视为本级设定，并照此印出；目标为百分比。</translation>
    </message>
    <message>
        <source>A list (.xlsx, .csv) with the code or name of each area and its households, residents, elderly or children.</source>
        <translation>每行一个区划的清单（.xlsx、.csv）：编码或名称，以及户数、常住人口、老年人口或儿童数。</translation>
    </message>
    <message>
        <source>A map and pages of the result, in QGIS's print layouts</source>
        <translation>用QGIS打印布局输出成果地图和图集</translation>
    </message>
    <message>
        <source>A mean distance of estates from the community's centre beyond this counts as dispersed; 500 m are 10 minutes' walk.</source>
        <translation>各小区到社区中心的平均距离超过此值为居住分散；500米为10分钟圈的步行距离。</translation>
    </message>
    <message>
        <source>A new run moves the layers of the earlier one into a group instead of replacing them.</source>
        <translation>重新运行时把上次的图层移入分组，而不是替换。</translation>
    </message>
    <message>
        <source>A part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>A part of the rows may be {candidate} coordinates instead. Look at the points on a street map; if they come from two sources, load each on its own.</source>
        <translation>部分行可能是 {candidate} 坐标。请在街道地图上查看点位；若来自两个来源，请分别导入。</translation>
    </message>
    <message>
        <source>A quotation mark is opened and not closed, fields stand on several lines, or a field has more than {count} characters.</source>
        <translation>引号未成对、字段跨多行，或字段超过 {count} 个字符。</translation>
    </message>
    <message>
        <source>A real walk of this run, piece by piece</source>
        <translation>本次计算中的一条真实路径（分段）</translation>
    </message>
    <message>
        <source>A scene for publication shows one ledger only: leave BEFORE empty, or choose internal use.</source>
        <translation>公开使用的场景只显示一份台账：请将 BEFORE 留空，或将图件用途设为“内部”。</translation>
    </message>
    <message>
        <source>A street that runs on the outline within this distance stays outside the wall and is no gate.</source>
        <translation>在此距离内沿轮廓走的道路留在围墙之外，不作为出入口。</translation>
    </message>
    <message>
        <source>A street with a delay runs through a wall: a gate that opens there changes what the street costs.</source>
        <translation>有通行延误的道路穿过围墙：该处出入口开放会改变道路的通行代价。</translation>
    </message>
    <message>
        <source>A table with addresses, for example a list of facilities in Excel; the sheet is path|sheet=name.</source>
        <translation>含地址的表，如Excel设施清单；工作表写作 路径|sheet=名称。</translation>
    </message>
    <message>
        <source>A table with category, time and address or coordinates; the sheet of a workbook is path|sheet=name.</source>
        <translation>含类别、时间以及地址或坐标的表格；Excel 工作表写作 路径|sheet=表名。</translation>
    </message>
    <message>
        <source>A table, drawing or layer; the sheet of a workbook is path|sheet=name, a database PG:….</source>
        <translation>表格、图形或图层；工作簿的工作表写作 路径|sheet=名称，数据库写作 PG:…。</translation>
    </message>
    <message>
        <source>A trace of drawing; hardly any doorplate stands in it.</source>
        <translation>绘图误差，其中几乎没有门牌。</translation>
    </message>
    <message>
        <source>A trace of drawing; nobody lives in it.</source>
        <translation>绘图残留，无人居住。</translation>
    </message>
    <message>
        <source>A workspace (.gpkg), a table, a drawing or a layer; the sheet of a workbook is path|sheet=name.</source>
        <translation>辖区数据库（.gpkg）、表格、图纸或图层；工作簿的工作表写作 路径|sheet=名称。</translation>
    </message>
    <message>
        <source>A-{number} {name}</source>
        <translation>A-{number}　{name}</translation>
    </message>
    <message>
        <source>A: it is right as it is</source>
        <translation>A：现状无误</translation>
    </message>
    <message>
        <source>APPROVAL names a map approval number, but MAP_USE is internal: choose publication, or leave APPROVAL empty.</source>
        <translation>APPROVAL 填了审图号，但 MAP_USE 为内部：请选择汇报公开，或将 APPROVAL 留空。</translation>
    </message>
    <message>
        <source>AREAS holds no area of the level {level}; it has {known}. Choose one of these as LEVEL.</source>
        <translation>区划中没有级别为{level}的区划，现有：{known}。请在其中选择级别（LEVEL）。</translation>
    </message>
    <message>
        <source>AREAS holds no communities; it has {known}. Give the layer with the communities.</source>
        <translation>AREAS 中没有社区，只有 {known}。请给出含社区的图层。</translation>
    </message>
    <message>
        <source>AREAS holds no grids; it has {known}. Give the layer with the grids.</source>
        <translation>AREAS 中没有网格，只有 {known}。请给出含网格的图层。</translation>
    </message>
    <message>
        <source>ASSIGN needs the areas (AREAS). Choose them, or switch ASSIGN off.</source>
        <translation>ASSIGN 需要区划（AREAS）。请选择区划，或关闭 ASSIGN。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>About 500, 20,000 or 500,000 doorplates.</source>
        <translation>约500、2万、50万个门牌。</translation>
    </message>
    <message>
        <source>About and data statement</source>
        <translation>说明与数据声明</translation>
    </message>
    <message>
        <source>About the check list</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>About these tables</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Above 0, lines are broken and joined where they meet within this distance; bridges and tunnels excepted.</source>
        <translation>大于0时，在此距离内相遇的线打断并相连；桥隧除外。</translation>
    </message>
    <message>
        <source>Accept (&amp;A)</source>
        <translation>采纳(&amp;A)</translation>
    </message>
    <message>
        <source>Accept changed inputs</source>
        <translation>接受已变化的输入</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Accepted / fixed / ignored</source>
        <translation>已采纳 / 已修正 / 已忽略</translation>
    </message>
    <message>
        <source>Access over {limit} m</source>
        <translation>接入超过 {limit} 米</translation>
    </message>
    <message>
        <source>Actions of {table}</source>
        <translation>{table}的操作</translation>
    </message>
    <message>
        <source>Add places</source>
        <translation>补充容量</translation>
    </message>
    <message>
        <source>Add the land to {code}, which has the longest border with it.</source>
        <translation>间隙划给公共边界最长的 {code}。</translation>
    </message>
    <message>
        <source>Add the parent, or correct the boundary.</source>
        <translation>补充上级区划或改正界线。</translation>
    </message>
    <message>
        <source>Add the walls, for example with “Estate walls and gates”.</source>
        <translation>补充围墙，例如用“小区围墙与出入口”生成。</translation>
    </message>
    <message>
        <source>Add to Check List</source>
        <translation>加入核查清单</translation>
    </message>
    <message>
        <source>Add to Map</source>
        <translation>加入地图</translation>
    </message>
    <message>
        <source>Added up over categories, each measure by itself: where two serve the same homes the sum is too large.</source>
        <translation>各类别相加，逐项单独估算；两项惠及相同住户时合计偏大。</translation>
    </message>
    <message>
        <source>Adding up the places</source>
        <translation>汇总服务容量</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address (to the building)</source>
        <translation>地址（到幢）</translation>
    </message>
    <message>
        <source>Address or place</source>
        <translation>地址或位置</translation>
    </message>
    <message>
        <source>Address without number</source>
        <translation>地址无门牌号</translation>
    </message>
    <message>
        <source>Addresses between two doorplates cannot be located.</source>
        <translation>两个门牌之间的地址无法定位。</translation>
    </message>
    <message>
        <source>Addresses go down to the building, never to unit, floor or room.</source>
        <translation>地址仅到建筑，不含单元、楼层、室号。</translation>
    </message>
    <message>
        <source>Addresses not located</source>
        <translation>未定位地址</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>成年人</translation>
    </message>
    <message>
        <source>Adult, 1.2 m/s</source>
        <translation>成年人 1.2 米/秒</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后</translation>
    </message>
    <message>
        <source>Aged 0 to 14</source>
        <translation>0–14岁人口</translation>
    </message>
    <message>
        <source>Aged 0 to 14 (persons)</source>
        <translation>0–14岁人口（人）</translation>
    </message>
    <message>
        <source>Aged 60 and over</source>
        <translation>60岁及以上人口</translation>
    </message>
    <message>
        <source>Aged 60 and over (persons)</source>
        <translation>60岁及以上人口（人）</translation>
    </message>
    <message>
        <source>Ages are reckoned from the report date, without one from the newest date of the data. Tables without dates are not listed.</source>
        <translation>现势性自报告日期起算，未填报告日期则自数据中最新日期起算。没有日期字段的表不列。</translation>
    </message>
    <message>
        <source>Agree with both sides where the border runs and draw it again.</source>
        <translation>与双方确认界线走向后重新绘制。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All algorithms</source>
        <translation>全部算法</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>平均分配</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>全部区划</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>All categories met</source>
        <translation>全部达标</translation>
    </message>
    <message>
        <source>All data are an invented sample: the figures say nothing about any real place.</source>
        <translation>全部数据均为虚构示例，数字不代表任何真实地区。</translation>
    </message>
    <message>
        <source>All facilities</source>
        <translation>全部设施</translation>
    </message>
    <message>
        <source>All figures are estimates: straight lines × {factor} around walls, water and rail, not walks along streets. No verdict rests on them.</source>
        <translation>所有数字均为估算：直线距离×{factor}，绕开围墙、水面和铁路，并非沿路网的步行距离，不据此下结论。</translation>
    </message>
    <message>
        <source>All figures of this report are estimates: straight lines × {factor} around walls, water and rail, not walks along streets. No verdict rests on them.</source>
        <translation>本报告所有数字均为估算：直线距离×{factor}，绕开围墙、水面和铁路，并非沿路网的步行距离，不据此下结论。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>All findings by kind</source>
        <translation>全部问题分类</translation>
    </message>
    <message>
        <source>All limits of this run are confirmed in a public text (mark A) or set by this office (mark U).</source>
        <translation>本次限值均经公开文本核实（标记A）或由本单位设定（标记U）。</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部可达</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>全部严重程度</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>All streets count as walkable at full speed.</source>
        <translation>所有道路都按可全速步行计。</translation>
    </message>
    <message>
        <source>All tables of a run share the CRS {crs}.</source>
        <translation>各表统一采用坐标参照系{crs}。</translation>
    </message>
    <message>
        <source>All tables that the OSM file could fill hold rows already. Empty a table first.</source>
        <translation>OSM文件可填入的表都已有数据，请先清空相应的表。</translation>
    </message>
    <message>
        <source>All within reach</source>
        <translation>全部类别可达</translation>
    </message>
    <message>
        <source>All within the limit count alike</source>
        <translation>限值内权重相同</translation>
    </message>
    <message>
        <source>All {areas} codes of the level {level} have {count} digits, in the national form {length}.</source>
        <translation>级别 {level} 的 {areas} 个编码均为 {count} 位，国家统一形式为 {length} 位。</translation>
    </message>
    <message>
        <source>All {count} categories are within reach for {amount} ({rate}); completeness of services is {completeness}.</source>
        <translation>{count}类服务全部可达的有{amount}，占{rate}；配套完整度{completeness}。</translation>
    </message>
    <message>
        <source>All {count} categories with data are within reach for {amount} ({rate}); completeness of services is {completeness}. Left out: {names}.</source>
        <translation>有数据的{count}类服务（不含{names}）全部可达的有{amount}，占{rate}；配套完整度{completeness}。</translation>
    </message>
    <message>
        <source>All {count} services are within reach for {amount} ({share}); completeness of services is {completeness}.</source>
        <translation>{count}类服务全部可达{amount}（{share}），配套完整度{completeness}。</translation>
    </message>
    <message>
        <source>All: {name}</source>
        <translation>全部{name}设施</translation>
    </message>
    <message>
        <source>Along the network</source>
        <translation>沿步行路网</translation>
    </message>
    <message>
        <source>Along the network (m)</source>
        <translation>路网段（米）</translation>
    </message>
    <message>
        <source>Along the streets, through gates that are open, as the ledger walks: {walker}, {speed} m/s. Counted by doorplate.</source>
        <translation>沿步行路网、经可通行的出入口，口径与台账一致：{walker}，{speed} 米/秒；按门牌计。</translation>
    </message>
    <message>
        <source>Along the walking network</source>
        <translation>沿步行路网</translation>
    </message>
    <message>
        <source>Also open problems with a safe fix</source>
        <translation>另含可自动修正的待处理问题</translation>
    </message>
    <message>
        <source>Also: number of grid posts.</source>
        <translation>另含：网格长、网格员岗位数。</translation>
    </message>
    <message>
        <source>An earlier ledger of the same doorplates: the page then shows before, after and what changed.</source>
        <translation>同一批门牌的前期台账：页面可显示前期、后期与变化。</translation>
    </message>
    <message>
        <source>An end of “{name}” lies {gap} m from an end of “{other}” and is not joined to it. {walk}</source>
        <translation>未接上端点：“{name}”的端点距“{other}”的端点 {gap} 米，未相连。{walk}</translation>
    </message>
    <message>
        <source>An end of “{name}” lies {gap} m from “{other}” and is not joined to it. {walk}</source>
        <translation>悬挂：“{name}”的端点距“{other}” {gap} 米，未相连。{walk}</translation>
    </message>
    <message>
        <source>An estimate by straight lines keeps no searches.</source>
        <translation>直线估算不保留路径搜索结果。</translation>
    </message>
    <message>
        <source>An estimate does not use heights: DEM is left out.</source>
        <translation>估算不使用高程，DEM未参与计算。</translation>
    </message>
    <message>
        <source>An estimate is not tested for robustness: SENSITIVITY is left out.</source>
        <translation>估算不做稳健性检验：忽略 SENSITIVITY。</translation>
    </message>
    <message>
        <source>An input, so that equal inputs give equal files; empty prints none.</source>
        <translation>由参数给出，保证结果可复现；留空不印。</translation>
    </message>
    <message>
        <source>Another coordinate reference system</source>
        <translation>坐标参照系不一致</translation>
    </message>
    <message>
        <source>Another street nearby is reached; the way by its own street is too long.</source>
        <translation>附近另有路段可达，但经所在路段的路径过长。</translation>
    </message>
    <message>
        <source>Answers that agree with paper</source>
        <translation>与手工验算一致的答案数</translation>
    </message>
    <message>
        <source>Answers that fit a problem</source>
        <translation>匹配到问题的核查结果数</translation>
    </message>
    <message>
        <source>Answers that fit no problem of the list ({count}): {ids}</source>
        <translation>有 {count} 条核查结果在问题表中找不到对应问题：{ids}</translation>
    </message>
    <message>
        <source>Answers without a walk by reason, JSON</source>
        <translation>无路径的答案数（按原因，JSON）</translation>
    </message>
    <message>
        <source>Any geometry.</source>
        <translation>任意几何类型。</translation>
    </message>
    <message>
        <source>Any points; the walks start there.</source>
        <translation>任意点；路径由此出发。</translation>
    </message>
    <message>
        <source>Appendix A: communities</source>
        <translation>附录A　社区分页</translation>
    </message>
    <message>
        <source>Appendix B: limits, sources, terms</source>
        <translation>附录B　限值与依据全表、术语</translation>
    </message>
    <message>
        <source>Appendix C: parameters and files</source>
        <translation>附录C　参数与文件</translation>
    </message>
    <message>
        <source>Appendix {number}</source>
        <translation>附录 {number}</translation>
    </message>
    <message>
        <source>Apply fixes</source>
        <translation>应用修正</translation>
    </message>
    <message>
        <source>Apply fixes…</source>
        <translation>应用修正…</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Area (km²)</source>
        <translation>面积（平方千米）</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>面积（平方米）</translation>
    </message>
    <message>
        <source>Area across a border</source>
        <translation>跨界区划</translation>
    </message>
    <message>
        <source>Area crosswalk</source>
        <translation>区划对照</translation>
    </message>
    <message>
        <source>Area in several parts</source>
        <translation>区划由多块组成</translation>
    </message>
    <message>
        <source>Area problems</source>
        <translation>区划问题</translation>
    </message>
    <message>
        <source>Area with holes</source>
        <translation>区划内有空洞</translation>
    </message>
    <message>
        <source>Area without doorplates</source>
        <translation>区划内无门牌</translation>
    </message>
    <message>
        <source>Area without parent</source>
        <translation>无上级区划</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Areas after</source>
        <translation>新区划</translation>
    </message>
    <message>
        <source>Areas are told by the place alone; nothing can contradict it.</source>
        <translation>归属仅凭位置判定，无从核对。</translation>
    </message>
    <message>
        <source>Areas before</source>
        <translation>原区划</translation>
    </message>
    <message>
        <source>Areas by quality and level, JSON</source>
        <translation>各级区划按路网质量计数，JSON</translation>
    </message>
    <message>
        <source>Areas in the list of totals</source>
        <translation>总数表中的区划数</translation>
    </message>
    <message>
        <source>Areas it belongs to</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Areas of this level are compared; layers without levels are compared whole.</source>
        <translation>比较此级区划；没有级别字段的图层整体比较。</translation>
    </message>
    <message>
        <source>Areas of this level are judged.</source>
        <translation>评价此级区划。</translation>
    </message>
    <message>
        <source>Areas that fail</source>
        <translation>不达标区划数</translation>
    </message>
    <message>
        <source>Areas that fail the facility standards</source>
        <translation>设施配置不达标的区划数</translation>
    </message>
    <message>
        <source>Areas that lie in no area of the level above</source>
        <translation>无上级的区划数</translation>
    </message>
    <message>
        <source>Areas that pass</source>
        <translation>达标区划数</translation>
    </message>
    <message>
        <source>Areas that pass the facility standards</source>
        <translation>设施配置达标的区划数</translation>
    </message>
    <message>
        <source>Areas whose network cannot carry a verdict</source>
        <translation>路网不足以支撑结论的区划数</translation>
    </message>
    <message>
        <source>Areas whose outline is not whole in the file were left out: {count}.</source>
        <translation>有 {count} 个面在文件中轮廓不完整，未读入。</translation>
    </message>
    <message>
        <source>Areas whose totals were taken from the list</source>
        <translation>已采用总数的区划数</translation>
    </message>
    <message>
        <source>Areas with at least one category below its target. A click filters map and ranking.</source>
        <translation>至少一类低于目标的区域；点击可筛选地图与排名</translation>
    </message>
    <message>
        <source>Areas with grid codes</source>
        <translation>已编码区划</translation>
    </message>
    <message>
        <source>Areas without enough data for the facility standards</source>
        <translation>设施配置数据不足的区划数</translation>
    </message>
    <message>
        <source>Areas without households, for which nothing per household is stated: {count}.</source>
        <translation>{count}个区划没有户数，不列每百户指标。</translation>
    </message>
    <message>
        <source>Areas · change in points</source>
        <translation>区域 · 变化（百分点）</translation>
    </message>
    <message>
        <source>Areas · completeness</source>
        <translation>区域 · 配套完整度</translation>
    </message>
    <message>
        <source>Areas · coverage</source>
        <translation>区域 · 覆盖率</translation>
    </message>
    <message>
        <source>Areas, or categories, without enough data</source>
        <translation>数据不足的区划或类别数</translation>
    </message>
    <message>
        <source>Areas, streets or buildings known to be right; tells what the coordinates are and whether they are shifted.</source>
        <translation>位置可靠的区划、道路或建筑，用于判断坐标类型和是否偏移。</translation>
    </message>
    <message>
        <source>Areas…</source>
        <translation>区划…</translation>
    </message>
    <message>
        <source>As 2026-06-30; ages are reckoned from it, and equal inputs give equal files. Empty: the newest date of the data.</source>
        <translation>格式如 2026-06-30，据此计算现势性；相同输入得到相同文件。留空则以数据中最新日期计。</translation>
    </message>
    <message>
        <source>As in QGIS</source>
        <translation>跟随QGIS</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至日期</translation>
    </message>
    <message>
        <source>Ask both communities who looks after this door; correct the code or the point.</source>
        <translation>向两个社区核实由谁管理，改正编码或点位。</translation>
    </message>
    <message>
        <source>Ask for both figures with their dates.</source>
        <translation>核实两个数字及其日期。</translation>
    </message>
    <message>
        <source>Ask for the present state.</source>
        <translation>索取最新数据。</translation>
    </message>
    <message>
        <source>Ask the office that keeps the source for the column.</source>
        <translation>向数据来源单位索取该字段。</translation>
    </message>
    <message>
        <source>Ask whether doorplates are missing in the area.</source>
        <translation>核实该区划是否缺少门牌。</translation>
    </message>
    <message>
        <source>Ask whether it still holds.</source>
        <translation>核实是否仍然有效。</translation>
    </message>
    <message>
        <source>Ask who keeps the codes; correct the code or the boundary.</source>
        <translation>向编码管理单位核实，改正编码或界线。</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>标准值</translation>
    </message>
    <message>
        <source>Assessment report</source>
        <translation>评估报告</translation>
    </message>
    <message>
        <source>Assign areas</source>
        <translation>归属区划</translation>
    </message>
    <message>
        <source>Assign areas to doorplates</source>
        <translation>门牌归属</translation>
    </message>
    <message>
        <source>Assigned doorplates</source>
        <translation>已归属门牌</translation>
    </message>
    <message>
        <source>Assigning areas</source>
        <translation>确定门牌归属</translation>
    </message>
    <message>
        <source>Atlas by Community (A4)</source>
        <translation>社区图集（A4）</translation>
    </message>
    <message>
        <source>Atlas by community</source>
        <translation>社区图集</translation>
    </message>
    <message>
        <source>Auto, WGS84, CGCS2000, GCJ-02, BD-09 or a code such as EPSG:4549. Auto: as the file says, else as REFERENCE tells.</source>
        <translation>auto、WGS84、CGCS2000、GCJ-02、BD-09 或 EPSG:4549 等编号。auto：按文件所说，否则按参照图层判断。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic 3-degree zone</source>
        <translation>自动选择3度带</translation>
    </message>
    <message>
        <source>Automatic: people by households where they are given, households and the rest by floor area where it is known, else all alike.</source>
        <translation>自动：人口按已知户数，户数及其余按建筑面积（如有），否则平均。</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>BEFORE is given without LEDGER: choose the ledger to compare it with.</source>
        <translation>给出了 BEFORE 而没有 LEDGER：请选择与之对比的台账。</translation>
    </message>
    <message>
        <source>BY={by} does not fit: buildings are shared by floor_area or equal, doorplates by households.</source>
        <translation>BY={by} 不适用：建筑按 floor_area 或 equal 分配，门牌按 households。</translation>
    </message>
    <message>
        <source>BY={by} does not fit: doorplates know their floor area from BUILDINGS. Give them, or choose auto.</source>
        <translation>BY={by} 不适用：门牌的建筑面积取自 BUILDINGS。请提供建筑物，或选择 auto。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返程</translation>
    </message>
    <message>
        <source>Back to all facilities</source>
        <translation>恢复为全部设施</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Balancing grids: {done} of {count} communities</source>
        <translation>均衡网格：{done} / {count} 个社区</translation>
    </message>
    <message>
        <source>Bands for the slider.</source>
        <translation>供滑块显示。</translation>
    </message>
    <message>
        <source>Bands may overlap</source>
        <translation>允许重叠</translation>
    </message>
    <message>
        <source>Bands with place_id, limit, unit and area_m2, the largest limit at the bottom.</source>
        <translation>等时带，含 place_id、limit、unit、area_m2，限值最大者在最下。</translation>
    </message>
    <message>
        <source>Base height (m)</source>
        <translation>底部高度（米）</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Basis and statement</source>
        <translation>依据与声明</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对照</translation>
    </message>
    <message>
        <source>Before, after, change</source>
        <translation>前、后、变化依次切换</translation>
    </message>
    <message>
        <source>Behind a closed gate</source>
        <translation>门禁阻隔</translation>
    </message>
    <message>
        <source>Behind a gate or wall</source>
        <translation>门禁阻隔</translation>
    </message>
    <message>
        <source>Below target</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>Below this a post counts as vacant.</source>
        <translation>低于此数计为空缺。</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>小于零</translation>
    </message>
    <message>
        <source>Beyond the walking limit</source>
        <translation>超出步行限值</translation>
    </message>
    <message>
        <source>Blank rows passed over: {count}.</source>
        <translation>跳过空行：{count}。</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>地块数</translation>
    </message>
    <message>
        <source>Blocks that would even out neighbouring grids</source>
        <translation>可使相邻网格更均衡的街块</translation>
    </message>
    <message>
        <source>Blocks to move</source>
        <translation>建议调整的街块</translation>
    </message>
    <message>
        <source>Borderline</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>Borderline answer</source>
        <translation>临界结论</translation>
    </message>
    <message>
        <source>Borderline answers</source>
        <translation>临界占比</translation>
    </message>
    <message>
        <source>Borderline conclusion</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>Both ledgers are estimated along straight lines: no verdict rests on the changes.</source>
        <translation>两份台账均按直线估算：变化不作为结论依据。</translation>
    </message>
    <message>
        <source>Both ledgers are of the same run {run}: equal inputs, so nothing but the data can have changed.</source>
        <translation>两份台账的运行编号同为{run}：输入相同，变化只可能来自数据本身。</translation>
    </message>
    <message>
        <source>Both ledgers follow the same standard and walking speed; runs that differ are not compared. Doorplates in both {both}, new {fresh}, gone {gone}.</source>
        <translation>两期使用同一标准、同一步行速度；参数不同时不予对比。两期均有的门牌 {both} 个，新增 {fresh} 个，注销 {gone} 个。</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Boundary layers</source>
        <translation>界线图层</translation>
    </message>
    <message>
        <source>Boundary walls</source>
        <translation>边界立面</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>桥梁</translation>
    </message>
    <message>
        <source>Bridge or crossing? Set level for a bridge, else join the lines.</source>
        <translation>核实是桥还是路口：桥设 level，路口则打断相连。</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Build Grid Codes…</source>
        <translation>生成网格编码…</translation>
    </message>
    <message>
        <source>Build grid codes</source>
        <translation>生成网格编码</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Building blocks</source>
        <translation>正在生成街坊</translation>
    </message>
    <message>
        <source>Building id</source>
        <translation>建筑编号</translation>
    </message>
    <message>
        <source>Building no.</source>
        <translation>楼栋号</translation>
    </message>
    <message>
        <source>Building the walking network</source>
        <translation>正在构建步行路网</translation>
    </message>
    <message>
        <source>Building without doorplate</source>
        <translation>建筑无门牌</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑物</translation>
    </message>
    <message>
        <source>Buildings are extruded footprints, white models (LOD1, about CIM2).</source>
        <translation>建筑为基底拉伸白模（LOD1，约 CIM2）。</translation>
    </message>
    <message>
        <source>Buildings are told by the place alone.</source>
        <translation>建筑仅凭位置判定。</translation>
    </message>
    <message>
        <source>Buildings below {area} m² were left out: {count}.</source>
        <translation>有 {count} 栋建筑物面积小于 {area} 平方米，未读入。</translation>
    </message>
    <message>
        <source>Buildings drawn twice were left out: {count}.</source>
        <translation>有 {count} 栋建筑物重复绘制，未读入。</translation>
    </message>
    <message>
        <source>Buildings that overlap</source>
        <translation>建筑重叠</translation>
    </message>
    <message>
        <source>Buildings · categories met</source>
        <translation>建筑 · 达标类别数变化</translation>
    </message>
    <message>
        <source>Buildings · completeness</source>
        <translation>建筑 · 配套完整度</translation>
    </message>
    <message>
        <source>Buildings · {name}, change</source>
        <translation>建筑 · {name}变化</translation>
    </message>
    <message>
        <source>Buildings · {name}, {limit} on foot</source>
        <translation>建筑 · {name}步行 {limit}</translation>
    </message>
    <message>
        <source>By another judgement</source>
        <translation>因评价范围不同</translation>
    </message>
    <message>
        <source>By another weight</source>
        <translation>因权重不同</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>分区域</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>分类别</translation>
    </message>
    <message>
        <source>By completeness</source>
        <translation>按配套完整度</translation>
    </message>
    <message>
        <source>By doorplates</source>
        <translation>按门牌数</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>按人群</translation>
    </message>
    <message>
        <source>By households</source>
        <translation>按户数</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>By residents</source>
        <translation>按人数</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>C: somebody looks at it on site</source>
        <translation>C：列入核查清单，由外业核实</translation>
    </message>
    <message>
        <source>CGCS2000 3-degree zone {degrees}°E ({code})</source>
        <translation>CGCS2000 3度带 {degrees}°E（{code}）</translation>
    </message>
    <message>
        <source>CGCS2000 counts as WGS 84 here (they differ by decimetres).</source>
        <translation>CGCS2000在此按WGS 84处理（相差分米级）。</translation>
    </message>
    <message>
        <source>CGCS2000 degrees to metres</source>
        <translation>CGCS2000 经纬度换算为平面坐标</translation>
    </message>
    <message>
        <source>CIM level</source>
        <translation>CIM级别</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>坐标参照系</translation>
    </message>
    <message>
        <source>CRS of new workspaces</source>
        <translation>新建辖区数据库的坐标参照系</translation>
    </message>
    <message>
        <source>CRS: {crs}</source>
        <translation>坐标参照系：{crs}</translation>
    </message>
    <message>
        <source>CRS: {crs}; grid north is up.</source>
        <translation>坐标参照系：{crs}，上为坐标北</translation>
    </message>
    <message>
        <source>Can be mended by itself</source>
        <translation>可自动修正</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Canceled. Nothing was changed.</source>
        <translation>已取消，未改动任何数据。</translation>
    </message>
    <message>
        <source>Canceling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Candidates only, never a decision.</source>
        <translation>仅为候选，不是结论。</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>服务容量</translation>
    </message>
    <message>
        <source>Capacity and load</source>
        <translation>容量与负荷</translation>
    </message>
    <message>
        <source>Capacity and load…</source>
        <translation>容量与负荷…</translation>
    </message>
    <message>
        <source>Capacity column</source>
        <translation>容量字段</translation>
    </message>
    <message>
        <source>Capacity not stated</source>
        <translation>未填容量</translation>
    </message>
    <message>
        <source>Capacity of 0</source>
        <translation>服务容量为 0</translation>
    </message>
    <message>
        <source>Carries out the decisions taken in the problem list.</source>
        <translation>按问题清单中的决定修正数据。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>服务类别</translation>
    </message>
    <message>
        <source>Categories and types that were surveyed completely</source>
        <translation>已查全的类别和类型</translation>
    </message>
    <message>
        <source>Categories judged</source>
        <translation>评价类别数</translation>
    </message>
    <message>
        <source>Categories of the profile</source>
        <translation>方案的类别</translation>
    </message>
    <message>
        <source>Categories or types of which the list holds every facility of the district, for example market, 养老; * for all. Where none is found the result then says 0 %; where nothing is stated it says no data and fails nobody.</source>
        <translation>清单中已含全辖区该类设施的类别或类型，如 market, 养老；* 表示全部。已查全而没有的类别，结果为 0 %；未说明的类别为数据不足，不判为不达标。</translation>
    </message>
    <message>
        <source>Categories reached</source>
        <translation>可达类别数</translation>
    </message>
    <message>
        <source>Categories reached (of {count}); above the columns: {weight}</source>
        <translation>可达类别数（共{count}类）；柱上数字为{weight}数</translation>
    </message>
    <message>
        <source>Categories reached ÷ categories judged, weighted</source>
        <translation>可达类别数 ÷ 评价类别数，按权重汇总</translation>
    </message>
    <message>
        <source>Categories that were surveyed completely and have none in the list</source>
        <translation>已查全而清单中没有的类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Category id</source>
        <translation>类别代码</translation>
    </message>
    <message>
        <source>Category not surveyed</source>
        <translation>类别未调查</translation>
    </message>
    <message>
        <source>Category or type of all facilities whose layer has no services column, for example health.</source>
        <translation>设施图层没有 services 字段时，全部设施的类别或类型，如 health。</translation>
    </message>
    <message>
        <source>Category {name}, change {change} points</source>
        <translation>类别：{name}，变化 {change} 百分点</translation>
    </message>
    <message>
        <source>Category {name}, coverage {share}</source>
        <translation>类别：{name}，覆盖率 {share}</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>成因</translation>
    </message>
    <message>
        <source>Cells that show an error (#N/A and the like), left empty: {count}.</source>
        <translation>显示错误（#N/A 等）的单元格，已留空：{count}。</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Certainty and limits</source>
        <translation>可信度与局限</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Change by area</source>
        <translation>区划变化</translation>
    </message>
    <message>
        <source>Change by area and category</source>
        <translation>区划与类别变化</translation>
    </message>
    <message>
        <source>Change by category (points)</source>
        <translation>分类变化（百分点）</translation>
    </message>
    <message>
        <source>Changed doorplates</source>
        <translation>变化门牌</translation>
    </message>
    <message>
        <source>Changed since this result: {tables}.</source>
        <translation>此结果之后有改动：{tables}。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Changes of communities</source>
        <translation>社区变化</translation>
    </message>
    <message>
        <source>Changes of districts</source>
        <translation>区县变化</translation>
    </message>
    <message>
        <source>Changes of grids</source>
        <translation>网格变化</translation>
    </message>
    <message>
        <source>Changes of rows and cells</source>
        <translation>行与单元格的改动数</translation>
    </message>
    <message>
        <source>Changes of sub-districts</source>
        <translation>街道变化</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check and fix</source>
        <translation>检查与修正</translation>
    </message>
    <message>
        <source>Check its address and place.</source>
        <translation>核对地址和位置。</translation>
    </message>
    <message>
        <source>Check its coordinates first; then whether the boundary is right.</source>
        <translation>先核对坐标，再核对界线是否正确。</translation>
    </message>
    <message>
        <source>Check its coordinates.</source>
        <translation>核对坐标。</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>核查清单</translation>
    </message>
    <message>
        <source>Check list as a layer</source>
        <translation>核查清单图层</translation>
    </message>
    <message>
        <source>Check list: in no area</source>
        <translation>核查清单：区划之外</translation>
    </message>
    <message>
        <source>Check list: {name} {code}</source>
        <translation>核查清单：{name} {code}</translation>
    </message>
    <message>
        <source>Check the addresses and coordinates of these rooms.</source>
        <translation>核对这些室的地址和坐标。</translation>
    </message>
    <message>
        <source>Check walking network</source>
        <translation>检查步行路网</translation>
    </message>
    <message>
        <source>Check whether the building is missing in the data or the doorplate stands wrong.</source>
        <translation>核对是建筑缺失还是门牌位置有误。</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>校核</translation>
    </message>
    <message>
        <source>Checked by (post)</source>
        <translation>核查岗位</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>核查日期</translation>
    </message>
    <message>
        <source>Checked outside</source>
        <translation>现场核实</translation>
    </message>
    <message>
        <source>Checked outside ({who}): {words}</source>
        <translation>现场核实（{who}）：{words}</translation>
    </message>
    <message>
        <source>Checked outside: {words}</source>
        <translation>现场核实：{words}</translation>
    </message>
    <message>
        <source>Checked: in every row, reached and the five reasons add up to the total.</source>
        <translation>核对：各行“可达”与五类原因之和等于合计。</translation>
    </message>
    <message>
        <source>Checking doorplates</source>
        <translation>正在检查门牌</translation>
    </message>
    <message>
        <source>Checking table {table}</source>
        <translation>正在检查表 {table}</translation>
    </message>
    <message>
        <source>Checking {table}</source>
        <translation>正在检查 {table}</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checksum of the scene</source>
        <translation>场景校验值</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>儿童</translation>
    </message>
    <message>
        <source>Child, 1.0 m/s</source>
        <translation>儿童 1.0 米/秒</translation>
    </message>
    <message>
        <source>Choose a category to see its walking reach</source>
        <translation>选择一个类别后显示步行范围</translation>
    </message>
    <message>
        <source>Choose a file or a layer.</source>
        <translation>请选择文件或图层。</translation>
    </message>
    <message>
        <source>Choose an elevation model that covers the district.</source>
        <translation>选用覆盖全辖区的数字高程模型。</translation>
    </message>
    <message>
        <source>Choose at least one part.</source>
        <translation>请至少选择一项成果。</translation>
    </message>
    <message>
        <source>Choose the layer with the right kind of geometry, or draw the row again.</source>
        <translation>选用几何类型正确的图层，或重新绘制该要素。</translation>
    </message>
    <message>
        <source>Choose the level</source>
        <translation>选择层级</translation>
    </message>
    <message>
        <source>Choose the network of this district, or METHOD=estimate.</source>
        <translation>选用本辖区的步行路网，或用 METHOD=estimate 估算。</translation>
    </message>
    <message>
        <source>Choose the workspace to import into.</source>
        <translation>请选择要导入的辖区数据库。</translation>
    </message>
    <message>
        <source>Circle as the crow flies</source>
        <translation>直线覆盖率</translation>
    </message>
    <message>
        <source>Circles as the crow flies would overstate the coverage of {name} by {points} percentage points.</source>
        <translation>若按直线圈计算，{name}覆盖率将虚高{points}个百分点。</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear conclusion</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Clear: every variant is on the same side of the target. Without a target nothing is concluded.</source>
        <translation>稳定：各种情形均在目标值同侧；未设目标值则不作结论。</translation>
    </message>
    <message>
        <source>Click a doorplate on the map.</source>
        <translation>请在地图上点击一个门牌。</translation>
    </message>
    <message>
        <source>Click a doorplate with “Explain Doorplate” to see why.</source>
        <translation>用“门牌解释”点一个门牌，看看为什么。</translation>
    </message>
    <message>
        <source>Click anywhere on the map: the walk of {limits} from there is drawn</source>
        <translation>在地图上任意点击，即画出该点{limits}的步行范围</translation>
    </message>
    <message>
        <source>Climb (m)</source>
        <translation>爬升（米）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close Workspace</source>
        <translation>关闭辖区数据库</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>封闭</translation>
    </message>
    <message>
        <source>Closed estate</source>
        <translation>是否封闭小区</translation>
    </message>
    <message>
        <source>Closed gates on streets where no wall is mapped got a short wall across the street: {count}.</source>
        <translation>{count} 个关闭的出入口位于没有围墙的道路上，已在该处横跨道路补画一段短墙。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Code of the neighbour</source>
        <translation>邻社区编码</translation>
    </message>
    <message>
        <source>Code of the parent</source>
        <translation>上级编码</translation>
    </message>
    <message>
        <source>Code that no area has</source>
        <translation>编码在区划中不存在</translation>
    </message>
    <message>
        <source>Code written as a number</source>
        <translation>编码存为数字</translation>
    </message>
    <message>
        <source>Codes in {column} are numbers with decimals; taken without them: {count}.</source>
        <translation>{column} 中的编码为带小数的数字，已去掉小数：{count} 个。</translation>
    </message>
    <message>
        <source>Codes of the responsible areas by place, JSON</source>
        <translation>各地点责任区划编码（JSON）</translation>
    </message>
    <message>
        <source>Codes of this length may have lost leading or trailing digits.</source>
        <translation>该编码可能丢失了首位或末位数字。</translation>
    </message>
    <message>
        <source>Collecting the tables</source>
        <translation>正在汇集表格</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Column mapping</source>
        <translation>字段对应</translation>
    </message>
    <message>
        <source>Column of the doorplates that stands for doorplate_id; empty: doorplate_id, else the row number.</source>
        <translation>门牌图层中充当门牌编号的字段；留空用 doorplate_id，没有则用行号。</translation>
    </message>
    <message>
        <source>Column of the doorplates that stands for residents, for example population.</source>
        <translation>门牌中代表常住人口的字段，如 population。</translation>
    </message>
    <message>
        <source>Column of the doorplates that stands for the weight chosen above, for example population.</source>
        <translation>门牌图层中充当上述权重的字段，如 population。</translation>
    </message>
    <message>
        <source>Column of the facilities that stands for capacity, for example beds.</source>
        <translation>设施中代表服务容量的字段，如 beds。</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件字段</translation>
    </message>
    <message>
        <source>Columns inside the scene, JSON</source>
        <translation>场景所含字段，JSON</translation>
    </message>
    <message>
        <source>Columns inside this file</source>
        <translation>本文件所含字段</translation>
    </message>
    <message>
        <source>Columns not used: {names}</source>
        <translation>未使用的字段：{names}</translation>
    </message>
    <message>
        <source>Columns that stay in the file</source>
        <translation>未读取的字段</translation>
    </message>
    <message>
        <source>Columns that the table may have, with their names, JSON</source>
        <translation>该表可有的字段及其名称（JSON）</translation>
    </message>
    <message>
        <source>Columns that the table needs and none was recognised as</source>
        <translation>该表必需而未识别到的字段</translation>
    </message>
    <message>
        <source>Columns with personal data that were left out</source>
        <translation>已剔除的含个人信息字段</translation>
    </message>
    <message>
        <source>Columns with personal data that were left out ({count}): {columns}.</source>
        <translation>已剔除含个人信息的字段（{count}个）：{columns}。</translation>
    </message>
    <message>
        <source>Columns with personal data were left out: {columns}.</source>
        <translation>已剔除含个人信息的字段：{columns}。</translation>
    </message>
    <message>
        <source>Columns with their first values and what they were recognised as, JSON</source>
        <translation>各字段及其前几个值、识别结果（JSON）</translation>
    </message>
    <message>
        <source>Columns: {mapping}</source>
        <translation>字段对应：{mapping}</translation>
    </message>
    <message>
        <source>Come here</source>
        <translation>前往人数</translation>
    </message>
    <message>
        <source>Command line and models</source>
        <translation>命令行与模型</translation>
    </message>
    <message>
        <source>Common border (m)</source>
        <translation>共同边界（米）</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区（个）</translation>
    </message>
    <message>
        <source>Communities after the mergers</source>
        <translation>合并后的社区</translation>
    </message>
    <message>
        <source>Communities below target</source>
        <translation>未达标社区</translation>
    </message>
    <message>
        <source>Communities below {share}</source>
        <translation>低于 {share} 社区</translation>
    </message>
    <message>
        <source>Communities joined</source>
        <translation>合并的社区数</translation>
    </message>
    <message>
        <source>Communities to keep</source>
        <translation>保留的社区数</translation>
    </message>
    <message>
        <source>Communities whose scale is not known</source>
        <translation>规模数据不足的社区数</translation>
    </message>
    <message>
        <source>Communities with it</source>
        <translation>有的社区</translation>
    </message>
    <message>
        <source>Communities without it</source>
        <translation>无的社区</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Community 3D</source>
        <translation>社区三维</translation>
    </message>
    <message>
        <source>Community 3D is ready.</source>
        <translation>社区三维已就绪。</translation>
    </message>
    <message>
        <source>Community code</source>
        <translation>社区编码</translation>
    </message>
    <message>
        <source>Community coverage</source>
        <translation>社区覆盖</translation>
    </message>
    <message>
        <source>Community living circle</source>
        <translation>社区生活圈</translation>
    </message>
    <message>
        <source>Community scale</source>
        <translation>社区规模</translation>
    </message>
    <message>
        <source>Community scale and grid staffing</source>
        <translation>社区规模与网格力量</translation>
    </message>
    <message>
        <source>Community scale…</source>
        <translation>社区规模…</translation>
    </message>
    <message>
        <source>Community workers</source>
        <translation>社区工作者（人）</translation>
    </message>
    <message>
        <source>Community workers of the whole district, to compare with the target; 0: not stated.</source>
        <translation>全辖区社区工作者人数，用于与目标值比较；0 表示未填。</translation>
    </message>
    <message>
        <source>Community workers per 10 000 urban residents</source>
        <translation>每万城镇常住人口社区工作者人数</translation>
    </message>
    <message>
        <source>Community workers per 10 000 urban residents that are to be reached; 18 is the national target.</source>
        <translation>每万城镇常住人口应配备的社区工作者人数；18 为国家目标值。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Compare both addresses with the plate outside.</source>
        <translation>与现场门牌比对两个地址。</translation>
    </message>
    <message>
        <source>Compare coverage</source>
        <translation>覆盖前后对比</translation>
    </message>
    <message>
        <source>Compare coverage…</source>
        <translation>前后对比…</translation>
    </message>
    <message>
        <source>Compare the code with the official list.</source>
        <translation>与公布的编码表核对。</translation>
    </message>
    <message>
        <source>Compare two ledgers</source>
        <translation>前后对比模式</translation>
    </message>
    <message>
        <source>Compares floor space, required types and per-capita figures of each area with the profile.</source>
        <translation>逐区划核对服务用房面积、应配类型和人均指标。</translation>
    </message>
    <message>
        <source>Comparing areas</source>
        <translation>正在比较区划</translation>
    </message>
    <message>
        <source>Comparing groups</source>
        <translation>正在比较各人群</translation>
    </message>
    <message>
        <source>Comparing isochrones and ledger</source>
        <translation>正在比对等时圈与台账</translation>
    </message>
    <message>
        <source>Comparing tables</source>
        <translation>正在比对各表</translation>
    </message>
    <message>
        <source>Comparing the ledgers</source>
        <translation>正在对比台账</translation>
    </message>
    <message>
        <source>Comparing with streets and buildings</source>
        <translation>正在与道路和建筑比对</translation>
    </message>
    <message>
        <source>Comparing with the standards</source>
        <translation>正在核对标准</translation>
    </message>
    <message>
        <source>Complete community 2020</source>
        <translation>完整居住社区（2020试行）</translation>
    </message>
    <message>
        <source>Completely surveyed</source>
        <translation>已查全的类别</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>配套完整度</translation>
    </message>
    <message>
        <source>Completeness (share)</source>
        <translation>配套完整度（比例）</translation>
    </message>
    <message>
        <source>Completeness and timeliness</source>
        <translation>完整性与现势性</translation>
    </message>
    <message>
        <source>Completeness of data</source>
        <translation>数据完整率</translation>
    </message>
    <message>
        <source>Completeness of services by community</source>
        <translation>分社区配套完整度</translation>
    </message>
    <message>
        <source>Completeness of services by sub-district</source>
        <translation>分街道配套完整度</translation>
    </message>
    <message>
        <source>Completeness of services in hexagons {width} m wide</source>
        <translation>配套完整度（六边形格，宽{width} 米）</translation>
    </message>
    <message>
        <source>Completeness of services is lowest in {named}.</source>
        <translation>配套完整度最低的是{named}。</translation>
    </message>
    <message>
        <source>Completeness of the columns that the results use</source>
        <translation>所用字段的数据完整率</translation>
    </message>
    <message>
        <source>Completeness {share} · all categories met {all}</source>
        <translation>配套完整度 {share} · 全部达标 {all}</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Compute Coverage</source>
        <translation>计算覆盖</translation>
    </message>
    <message>
        <source>Computes the sample town on this computer and compares every answer with those worked out on paper.</source>
        <translation>在本机计算示例小镇，逐项与手工验算的答案比对。</translation>
    </message>
    <message>
        <source>Computing the sample town…</source>
        <translation>正在计算示例小镇…</translation>
    </message>
    <message>
        <source>Concerned ({weight})</source>
        <translation>影响（{weight}）</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Connected to the network: {metres} m</source>
        <translation>接入路网：{metres} 米</translation>
    </message>
    <message>
        <source>Connected to the network: {metres} m to the path ({name})</source>
        <translation>接入路网：距最近路段 {metres} 米（{name}）</translation>
    </message>
    <message>
        <source>Connecting points to the walking network</source>
        <translation>正在将点接入步行路网</translation>
    </message>
    <message>
        <source>Contains data © OpenStreetMap contributors (ODbL).</source>
        <translation>含 © OpenStreetMap 贡献者的数据（ODbL 许可）。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Continue with {name}</source>
        <translation>继续上次：{name}</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>操作</translation>
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
        <source>Convert web-map coordinates</source>
        <translation>转换网络地图坐标</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>转换后</translation>
    </message>
    <message>
        <source>Converting {name}</source>
        <translation>正在转换 {name}</translation>
    </message>
    <message>
        <source>Coordinate questions</source>
        <translation>坐标问题</translation>
    </message>
    <message>
        <source>Coordinate reference system of the result</source>
        <translation>成果的坐标参照系 (CRS)</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标参照系</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Coordinates are in {crs} ({name}), in metres.</source>
        <translation>坐标系为 {crs}（{name}），单位为米。</translation>
    </message>
    <message>
        <source>Coordinates, else by GDAL</source>
        <translation>坐标换算，缺少时由GDAL完成</translation>
    </message>
    <message>
        <source>Coordinates: {name}.</source>
        <translation>坐标：{name}。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy Text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Copy Whole Report</source>
        <translation>复制全部报告</translation>
    </message>
    <message>
        <source>Copy and Edit…</source>
        <translation>复制并编辑…</translation>
    </message>
    <message>
        <source>Copy and edit a profile</source>
        <translation>复制并编辑评价方案</translation>
    </message>
    <message>
        <source>Copy coordinates</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy the command: {case}</source>
        <translation>复制命令：{case}</translation>
    </message>
    <message>
        <source>Correct level of one of them.</source>
        <translation>改正其中一条的 level。</translation>
    </message>
    <message>
        <source>Correct parent_code or the boundary.</source>
        <translation>改正 parent_code 或界线。</translation>
    </message>
    <message>
        <source>Correct parent_code.</source>
        <translation>改正 parent_code。</translation>
    </message>
    <message>
        <source>Correct the name, or add the estate.</source>
        <translation>改正名称或补充小区。</translation>
    </message>
    <message>
        <source>Correct the value in the source.</source>
        <translation>在源数据中改正该值。</translation>
    </message>
    <message>
        <source>Corrected workspace</source>
        <translation>已修正辖区数据库</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>Count the floors outside.</source>
        <translation>现场核对层数。</translation>
    </message>
    <message>
        <source>Counted from the lowest</source>
        <translation>由低到高排列</translation>
    </message>
    <message>
        <source>Counting posts and work</source>
        <translation>正在统计岗位和工作量</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Counts below {least} are hidden</source>
        <translation>计数少于 {least}，已隐去</translation>
    </message>
    <message>
        <source>Counts of people below {k} are shown as &lt;{k}.</source>
        <translation>小于{k}的人群计数显示为&lt;{k}。</translation>
    </message>
    <message>
        <source>Counts posts per grid and per 10 000 residents, vacancies and balance of workload.</source>
        <translation>统计每网格、每万人岗位数、空缺与工作量均衡度。</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Coverage (%)</source>
        <translation>覆盖率（%）</translation>
    </message>
    <message>
        <source>Coverage Map (A3)</source>
        <translation>覆盖图（A3）</translation>
    </message>
    <message>
        <source>Coverage and reasons (weight: {weight})</source>
        <translation>覆盖与原因（权重：{weight}）</translation>
    </message>
    <message>
        <source>Coverage by area</source>
        <translation>区划覆盖率</translation>
    </message>
    <message>
        <source>Coverage by category</source>
        <translation>分类覆盖率</translation>
    </message>
    <message>
        <source>Coverage by category and target</source>
        <translation>各类覆盖率与目标</translation>
    </message>
    <message>
        <source>Coverage by community and category</source>
        <translation>社区 × 类别覆盖情况</translation>
    </message>
    <message>
        <source>Coverage by community and category (%, weight: {weight})</source>
        <translation>社区 × 类别覆盖率（%，权重：{weight}）</translation>
    </message>
    <message>
        <source>Coverage by grid and category</source>
        <translation>网格 × 类别覆盖情况</translation>
    </message>
    <message>
        <source>Coverage by group</source>
        <translation>分人群覆盖率</translation>
    </message>
    <message>
        <source>Coverage by sub-district and category</source>
        <translation>街道 × 类别覆盖情况</translation>
    </message>
    <message>
        <source>Coverage by sub-district and category (%, weight: {weight})</source>
        <translation>街道 × 类别覆盖率（%，权重：{weight}）</translation>
    </message>
    <message>
        <source>Coverage check</source>
        <translation>服务覆盖</translation>
    </message>
    <message>
        <source>Coverage is judged for every single doorplate by its walking distance along the network; no circles are drawn.</source>
        <translation>覆盖按逐个门牌的路网步行距离判定，不画圆。</translation>
    </message>
    <message>
        <source>Coverage is lowest for {named}.</source>
        <translation>覆盖率最低的是{named}。</translation>
    </message>
    <message>
        <source>Coverage ledger</source>
        <translation>覆盖台账</translation>
    </message>
    <message>
        <source>Coverage map</source>
        <translation>覆盖图</translation>
    </message>
    <message>
        <source>Coverage matrix</source>
        <translation>覆盖矩阵</translation>
    </message>
    <message>
        <source>Coverage of areas</source>
        <translation>区域覆盖率</translation>
    </message>
    <message>
        <source>Coverage of every category by community</source>
        <translation>分社区各类覆盖率</translation>
    </message>
    <message>
        <source>Coverage of every category by sub-district</source>
        <translation>分街道各类覆盖率</translation>
    </message>
    <message>
        <source>Coverage of groups side by side</source>
        <translation>分人群覆盖</translation>
    </message>
    <message>
        <source>Coverage of groups side by side (%)</source>
        <translation>分人群覆盖率（%）</translation>
    </message>
    <message>
        <source>Coverage of services</source>
        <translation>服务覆盖</translation>
    </message>
    <message>
        <source>Coverage of services (weight: {weight})</source>
        <translation>服务覆盖（权重：{weight}）</translation>
    </message>
    <message>
        <source>Coverage rate</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Coverage rate (share)</source>
        <translation>覆盖率（比例）</translation>
    </message>
    <message>
        <source>Coverage rate after (share)</source>
        <translation>后期覆盖率（比例）</translation>
    </message>
    <message>
        <source>Coverage rate before (share)</source>
        <translation>前期覆盖率（比例）</translation>
    </message>
    <message>
        <source>Coverage rate, certain (share)</source>
        <translation>覆盖率下限（比例）</translation>
    </message>
    <message>
        <source>Coverage rate, possible (share)</source>
        <translation>覆盖率上限（比例）</translation>
    </message>
    <message>
        <source>Coverage summary</source>
        <translation>汇总表</translation>
    </message>
    <message>
        <source>Coverage {range}: whether the target of {target} is met depends on doorplates and gates still to be verified ({pending}); not enough data.</source>
        <translation>覆盖率{range}，是否达到目标{target}取决于{pending}待核实门牌、出入口，数据不足。</translation>
    </message>
    <message>
        <source>Coverage {range}: whether the target of {target} is met depends on doorplates still to be verified ({pending}); not enough data.</source>
        <translation>覆盖率{range}，是否达到目标{target}取决于{pending}待核实门牌，数据不足。</translation>
    </message>
    <message>
        <source>Coverage {rate} ({range}); {missed} are not covered.</source>
        <translation>覆盖率{rate}（区间{range}），尚有{missed}未覆盖。</translation>
    </message>
    <message>
        <source>Coverage {rate}, above the target of {target}: pass.</source>
        <translation>覆盖率{rate}，高于目标{target}，达标。</translation>
    </message>
    <message>
        <source>Coverage {rate}, below the target of {target}: fail; {missed} are not covered.</source>
        <translation>覆盖率{rate}，低于目标{target}，不达标；尚有{missed}未覆盖。</translation>
    </message>
    <message>
        <source>Coverage {rate}, equal to the target of {target}: pass.</source>
        <translation>覆盖率{rate}，等于目标{target}，达标。</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Covered ({unit})</source>
        <translation>覆盖（{unit}）</translation>
    </message>
    <message>
        <source>Covered ({weight})</source>
        <translation>覆盖（{weight}）</translation>
    </message>
    <message>
        <source>Covered for certain</source>
        <translation>稳定可达</translation>
    </message>
    <message>
        <source>Create sample district</source>
        <translation>生成示例辖区</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Crossing of a street with itself</source>
        <translation>自相交未打断</translation>
    </message>
    <message>
        <source>Crossing without node</source>
        <translation>交叉未打断</translation>
    </message>
    <message>
        <source>Crossings without node</source>
        <translation>交叉未打断处数</translation>
    </message>
    <message>
        <source>Crosswalk</source>
        <translation>区划对照表</translation>
    </message>
    <message>
        <source>Culture</source>
        <translation>文化</translation>
    </message>
    <message>
        <source>Cut off by a wall or a shut gate</source>
        <translation>被围墙或关闭的小区出入口隔开</translation>
    </message>
    <message>
        <source>Cut off by a wall or a shut gate, detour {metres}</source>
        <translation>被围墙或关闭的小区出入口隔开，绕行 {metres}</translation>
    </message>
    <message>
        <source>Cutting communities into parts: {done} of {count}</source>
        <translation>正在划分社区：{done}/{count}</translation>
    </message>
    <message>
        <source>Cutting the land out along the canals</source>
        <translation>正在沿河道裁切用地</translation>
    </message>
    <message>
        <source>DATE_BEFORE is no date of the form YYYY-MM-DD: {date}.</source>
        <translation>DATE_BEFORE 不是 YYYY-MM-DD 形式的日期：{date}。</translation>
    </message>
    <message>
        <source>DEMAND names “{name}”, which the profile does not judge. Known: {known}.</source>
        <translation>DEMAND 中的“{name}”不在评价方案中。可用：{known}。</translation>
    </message>
    <message>
        <source>DOORPLATES has {count} doorplates, more than MAX_DOORPLATES allows ({most}). Select those to draw and use the selected features only, or raise MAX_DOORPLATES.</source>
        <translation>DOORPLATES 有 {count} 个门牌，超过 MAX_DOORPLATES 的上限（{most}）。请选中要绘制的门牌并勾选“仅选中要素”，或调高 MAX_DOORPLATES。</translation>
    </message>
    <message>
        <source>Dangle</source>
        <translation>悬挂</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>数据截止</translation>
    </message>
    <message>
        <source>Data of the doorplate</source>
        <translation>门牌数据</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Data quality report</source>
        <translation>数据质量报告</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Date before</source>
        <translation>前期日期</translation>
    </message>
    <message>
        <source>Date of the data</source>
        <translation>数据日期</translation>
    </message>
    <message>
        <source>Date of the earlier data (YYYY-MM-DD), shown beside the earlier ledger.</source>
        <translation>前期数据的日期（YYYY-MM-DD），显示在前期台账旁。</translation>
    </message>
    <message>
        <source>Day of the survey</source>
        <translation>调查日期</translation>
    </message>
    <message>
        <source>Decide to which area the ground belongs.</source>
        <translation>确定该地块归属哪个区划。</translation>
    </message>
    <message>
        <source>Decided are problems with the state “fixed”; problems that were accepted or ignored are never touched.</source>
        <translation>已作决定指状态为 fixed 的问题；已采纳或已忽略的问题一律不动。</translation>
    </message>
    <message>
        <source>Decides for every doorplate, by network distance, which services are within reach, and why not.</source>
        <translation>按步行距离逐门牌判定各类服务是否可达及原因。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Defaults stand for the values, or the figure is left out.</source>
        <translation>以默认值代替，或略去该项数字。</translation>
    </message>
    <message>
        <source>Degrees alone do not tell WGS 84 from GCJ-02 and BD-09, which lie {gcj} m and {bd} m off here. Give a REFERENCE with streets, buildings or named boundaries, or state COORDINATES.</source>
        <translation>仅凭经纬度无法区分 WGS 84 与 GCJ-02、BD-09，后两者在此地偏移 {gcj} 米和 {bd} 米。请提供道路、建筑或有名称的界线作为 REFERENCE，或写明 COORDINATES。</translation>
    </message>
    <message>
        <source>Delay (s)</source>
        <translation>通行延误（秒）</translation>
    </message>
    <message>
        <source>Delete all {count} rows of {table} from the workspace? This cannot be undone.</source>
        <translation>从辖区数据库中删除“{table}”的全部 {count} 行？此操作不可撤销。</translation>
    </message>
    <message>
        <source>Delete it, or join it to its building.</source>
        <translation>删除，或并入所属建筑。</translation>
    </message>
    <message>
        <source>Delete one of them.</source>
        <translation>删除其一。</translation>
    </message>
    <message>
        <source>Delete the line or draw it again.</source>
        <translation>删除该线或重新绘制。</translation>
    </message>
    <message>
        <source>Demand (persons)</source>
        <translation>需求（人）</translation>
    </message>
    <message>
        <source>Demolished</source>
        <translation>已拆除</translation>
    </message>
    <message>
        <source>Detour factor</source>
        <translation>非直线系数</translation>
    </message>
    <message>
        <source>Difference (percentage points)</source>
        <translation>差（百分点）</translation>
    </message>
    <message>
        <source>Differs from QGIS's own library</source>
        <translation>与QGIS自带库不一致</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>顺序码位数</translation>
    </message>
    <message>
        <source>Digits of grid codes</source>
        <translation>网格编码位数</translation>
    </message>
    <message>
        <source>Digits that follow the code of the community; 3 in Beijing's standard.</source>
        <translation>社区编码之后的位数；北京标准为3位。</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Direction of the walk</source>
        <translation>往返方向</translation>
    </message>
    <message>
        <source>Direction: from home to the facility.</source>
        <translation>方向：从住处到设施。</translation>
    </message>
    <message>
        <source>Direction: from the facility to home.</source>
        <translation>方向：从设施到住处。</translation>
    </message>
    <message>
        <source>Direction: there and back.</source>
        <translation>方向：往返。</translation>
    </message>
    <message>
        <source>Disagreements of area codes</source>
        <translation>归属不一致</translation>
    </message>
    <message>
        <source>Dispersed above (m)</source>
        <translation>分散度上限（米）</translation>
    </message>
    <message>
        <source>Dispersion (m)</source>
        <translation>分散度（米）</translation>
    </message>
    <message>
        <source>Distance is an estimate: the shortest straight way around walls, water and rail × {factor}. Water and rail are crossed where the walking network, if one was given, crosses them. No walking network was judged, and isochrones are not drawn.</source>
        <translation>距离为估算：绕开围墙、水面和铁路的最短直线路径×{factor}。提供了步行路网时，按其过水、过铁路处通行。未评价步行路网，不绘制等时圈。</translation>
    </message>
    <message>
        <source>Distance is the length of the walk along the network, with the legs between door and path and between path and facility; bridges and tunnels do not join what they cross.</source>
        <translation>距离为沿步行路网的路径长度，含门牌和设施的接驳段；桥隧不与所跨道路相连。</translation>
    </message>
    <message>
        <source>Distance to network</source>
        <translation>接入距离</translation>
    </message>
    <message>
        <source>Distance to the network (m)</source>
        <translation>接入距离（米）</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>District check</source>
        <translation>辖区一键检查</translation>
    </message>
    <message>
        <source>District code</source>
        <translation>区县编码</translation>
    </message>
    <message>
        <source>Districts below target</source>
        <translation>未达标区县</translation>
    </message>
    <message>
        <source>Districts below {share}</source>
        <translation>低于 {share} 区县</translation>
    </message>
    <message>
        <source>Divides the places of facilities among the people who can walk to them (two-step floating catchment along the network): places per person, who finds one, which facilities are overloaded or idle, and how evenly it is shared.</source>
        <translation>将设施的服务容量分配给步行可达的人（沿路网的高斯两步移动搜索法）：人均容量、谁能得到服务、哪些设施超负荷或闲置、分配是否均衡。</translation>
    </message>
    <message>
        <source>Dividing the district into areas</source>
        <translation>正在划分区划</translation>
    </message>
    <message>
        <source>Dividing the ground into lots</source>
        <translation>正在划分地块</translation>
    </message>
    <message>
        <source>Do not show this hint again</source>
        <translation>不再显示此提示</translation>
    </message>
    <message>
        <source>Do not write names or telephone numbers of residents on this list.</source>
        <translation>请勿在本清单上填写居民姓名、电话。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Doorplate</source>
        <translation>门牌</translation>
    </message>
    <message>
        <source>Doorplate far from its building</source>
        <translation>门牌远离所填建筑</translation>
    </message>
    <message>
        <source>Doorplate file</source>
        <translation>门牌文件</translation>
    </message>
    <message>
        <source>Doorplate id</source>
        <translation>门牌编号</translation>
    </message>
    <message>
        <source>Doorplate problems</source>
        <translation>门牌问题</translation>
    </message>
    <message>
        <source>Doorplate to outline (m)</source>
        <translation>门牌至轮廓距离（米）</translation>
    </message>
    <message>
        <source>Doorplate without building</source>
        <translation>门牌无对应建筑</translation>
    </message>
    <message>
        <source>Doorplates</source>
        <translation>门牌</translation>
    </message>
    <message>
        <source>Doorplates (their households)</source>
        <translation>门牌（户数来源）</translation>
    </message>
    <message>
        <source>Doorplates (their residents)</source>
        <translation>门牌（人口来源）</translation>
    </message>
    <message>
        <source>Doorplates and areas</source>
        <translation>门牌归属</translation>
    </message>
    <message>
        <source>Doorplates and facilities farther than this from any path are not connected.</source>
        <translation>距任何路段超过此值的门牌和设施不接入路网。</translation>
    </message>
    <message>
        <source>Doorplates and facilities farther than {metres} from the network count as not connected.</source>
        <translation>距路网超过 {metres} 的门牌和设施视为未接入路网。</translation>
    </message>
    <message>
        <source>Doorplates as points, or buildings as footprints with floors. What a row states is kept.</source>
        <translation>门牌点，或带层数的建筑轮廓；已填写的数值保持不变。</translation>
    </message>
    <message>
        <source>Doorplates by completeness of services</source>
        <translation>门牌按配套完整度着色</translation>
    </message>
    <message>
        <source>Doorplates cannot be found again on the map or outside.</source>
        <translation>在地图上和现场都难以找到该门牌。</translation>
    </message>
    <message>
        <source>Doorplates far from a path</source>
        <translation>接入过远的门牌</translation>
    </message>
    <message>
        <source>Doorplates far from any path or not connected</source>
        <translation>远离道路或未接入路网的门牌</translation>
    </message>
    <message>
        <source>Doorplates in both ledgers</source>
        <translation>两份台账都有的门牌数</translation>
    </message>
    <message>
        <source>Doorplates in only one of both ledgers</source>
        <translation>只在一份台账中的门牌数</translation>
    </message>
    <message>
        <source>Doorplates in the gap count for no area of that level.</source>
        <translation>间隙内的门牌不计入该级任何区划。</translation>
    </message>
    <message>
        <source>Doorplates in the overlap count for the area with the lower code only.</source>
        <translation>重叠处的门牌只计入编码较小的区划。</translation>
    </message>
    <message>
        <source>Doorplates in the overlap go to one of them; households reckoned from floor area count twice.</source>
        <translation>重叠处的门牌归其中一栋；按建筑面积推算的户数重复计算。</translation>
    </message>
    <message>
        <source>Doorplates inside a grid: {share}.</source>
        <translation>位于网格内的门牌占 {share}。</translation>
    </message>
    <message>
        <source>Doorplates inside an area</source>
        <translation>区划内的门牌数</translation>
    </message>
    <message>
        <source>Doorplates inside an area: {share}.</source>
        <translation>位于区划内的门牌占 {share}。</translation>
    </message>
    <message>
        <source>Doorplates not covered</source>
        <translation>未覆盖门牌</translation>
    </message>
    <message>
        <source>Doorplates not covered {number}</source>
        <translation>未覆盖门牌 {number}</translation>
    </message>
    <message>
        <source>Doorplates not covered, by category</source>
        <translation>未覆盖门牌（按类别）</translation>
    </message>
    <message>
        <source>Doorplates on one spot</source>
        <translation>多个门牌同一点位</translation>
    </message>
    <message>
        <source>Doorplates only in the ledger after: {count} (first: {ids}).</source>
        <translation>{count}个门牌只在后期台账中（首批：{ids}）。</translation>
    </message>
    <message>
        <source>Doorplates only in the ledger before: {count} (first: {ids}).</source>
        <translation>{count}个门牌只在前期台账中（首批：{ids}）。</translation>
    </message>
    <message>
        <source>Doorplates or buildings</source>
        <translation>门牌或建筑物</translation>
    </message>
    <message>
        <source>Doorplates outside every area</source>
        <translation>区划外的门牌数</translation>
    </message>
    <message>
        <source>Doorplates that gain or lose a service, with the change per category (_change) and the walks before and after.</source>
        <translation>得到或失去服务的门牌，含每类变化（_change）及前后步行距离。</translation>
    </message>
    <message>
        <source>Doorplates that had to be asked again</source>
        <translation>重新核算的门牌数</translation>
    </message>
    <message>
        <source>Doorplates that had to be asked again: {count}.</source>
        <translation>重新核算了 {count} 个门牌。</translation>
    </message>
    <message>
        <source>Doorplates that share an id with another one: {count} (first: {first}). Give each its own doorplate_id.</source>
        <translation>{count} 个门牌的编号与其他门牌重复（首个：{first}）。请为每个门牌填写唯一的 doorplate_id。</translation>
    </message>
    <message>
        <source>Doorplates whose stated code disagrees with their place</source>
        <translation>编码与位置不一致的门牌数</translation>
    </message>
    <message>
        <source>Doorplates with a building: {share}.</source>
        <translation>有对应建筑的门牌占 {share}。</translation>
    </message>
    <message>
        <source>Doorplates with a change per category (_change: gained, lost or same).</source>
        <translation>门牌，含每类变化（_change：gained 增加、lost 减少、same 不变）。</translation>
    </message>
    <message>
        <source>Doorplates with households as given: {given}; estimated: {estimated}; counted as one household each: {default}. Residents not given are estimated at {persons} per household.</source>
        <translation>户数来源：给定{given} 个门牌，推算{estimated} 个，按每门牌1户计{default} 个；缺常住人口的按户均{persons} 人推算。</translation>
    </message>
    <message>
        <source>Doorplates with households: {share}.</source>
        <translation>有户数的门牌占 {share}。</translation>
    </message>
    <message>
        <source>Doorplates without households leave these communities open; give households: {codes}</source>
        <translation>以下社区有门牌缺户数，无法判断，请补充户数：{codes}</translation>
    </message>
    <message>
        <source>Doorplates, areas and facilities of the workspace</source>
        <translation>辖区数据库中的门牌、区划与设施</translation>
    </message>
    <message>
        <source>Doorplates…</source>
        <translation>门牌…</translation>
    </message>
    <message>
        <source>Drag a facility. Click a gate to open or close it. Shift-click: new facility. Ctrl-click: close a facility.</source>
        <translation>拖动设施可移位；单击出入口可开放或封闭；按住 Shift 单击可新增设施；按住 Ctrl 单击可关闭设施。</translation>
    </message>
    <message>
        <source>Draw its gates, for example with estateedges, or remove the wall.</source>
        <translation>请补绘出入口（可用“小区围墙与出入口”），或删除该围墙。</translation>
    </message>
    <message>
        <source>Draw the path or gate that leads to it, or correct its place.</source>
        <translation>补绘通往该设施的路或出入口，或改正位置。</translation>
    </message>
    <message>
        <source>Draw the path that leads there, or give the lines a common vertex where they should meet.</source>
        <translation>补画通往该处的路，或在应相接处为两线添加共用顶点。</translation>
    </message>
    <message>
        <source>Draw the path that leads through it.</source>
        <translation>补绘经过该出入口的路。</translation>
    </message>
    <message>
        <source>Draw the path that leads through the gate.</source>
        <translation>请补绘穿过该出入口的道路。</translation>
    </message>
    <message>
        <source>Draw the path that leads to its door, or correct its place.</source>
        <translation>补绘通到门口的路，或改正位置。</translation>
    </message>
    <message>
        <source>Draw the smaller boundary along the larger one.</source>
        <translation>使小区划界线与上级界线一致。</translation>
    </message>
    <message>
        <source>Drawing areas, land and walls</source>
        <translation>正在绘制区划、用地和围墙</translation>
    </message>
    <message>
        <source>Drawing buildings {done} of {all}</source>
        <translation>正在绘制建筑 {done} / {all}</translation>
    </message>
    <message>
        <source>Drawing isochrones</source>
        <translation>正在绘制等时圈</translation>
    </message>
    <message>
        <source>Drawing streets and canals</source>
        <translation>正在绘制道路和河道</translation>
    </message>
    <message>
        <source>Drawing the isochrones of {count} places</source>
        <translation>正在绘制 {count} 个起点的等时圈</translation>
    </message>
    <message>
        <source>Drawing the walks: {category}</source>
        <translation>正在绘制路径：{category}</translation>
    </message>
    <message>
        <source>Drawing the walls of {count} estates</source>
        <translation>正在绘制{count}个小区的围墙</translation>
    </message>
    <message>
        <source>Drawn up by</source>
        <translation>编制</translation>
    </message>
    <message>
        <source>Draws the walk from each doorplate to its nearest facility of every category, the very walk that the coverage ledger tells; where there is none no line is drawn and the reason is counted.</source>
        <translation>绘制门牌到各类最近设施的步行路径，与覆盖台账所述路径完全一致；无路可达时不画线，按原因计数。</translation>
    </message>
    <message>
        <source>Draws what can be reached on foot within given limits; the circle by land; households are decided by the ledger.</source>
        <translation>绘制限值内可步行到达的范围；按用地计的范围，户数以台账为准。</translation>
    </message>
    <message>
        <source>Duplicate id</source>
        <translation>编号重复</translation>
    </message>
    <message>
        <source>Duplicate lines</source>
        <translation>重复线</translation>
    </message>
    <message>
        <source>Duplicates and missing values</source>
        <translation>重复与缺项</translation>
    </message>
    <message>
        <source>E: selects it in its layer and starts editing</source>
        <translation>E：在图层中选中该要素并开始编辑</translation>
    </message>
    <message>
        <source>Each group of people is weighed by its own number and walks at its own pace; housing and estates by {weight}.</source>
        <translation>各人群按自身人数计、按自身步速步行；住房类型与小区按{weight}计。</translation>
    </message>
    <message>
        <source>Each line shows the worst doorplate</source>
        <translation>每行所列为最不利的门牌</translation>
    </message>
    <message>
        <source>Each of at least (m²)</source>
        <translation>单处面积不低于（m²）</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>历次</translation>
    </message>
    <message>
        <source>Earlier · {moment}</source>
        <translation>历次 · {moment}</translation>
    </message>
    <message>
        <source>Easting (m)</source>
        <translation>东坐标 (Y)（米）</translation>
    </message>
    <message>
        <source>Edit Profile</source>
        <translation>编辑评价方案</translation>
    </message>
    <message>
        <source>Edit this feature</source>
        <translation>编辑此要素</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Elderly</source>
        <translation>养老</translation>
    </message>
    <message>
        <source>Elevation model</source>
        <translation>数字高程模型</translation>
    </message>
    <message>
        <source>Empty Table</source>
        <translation>清空数据表</translation>
    </message>
    <message>
        <source>Empty Table…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Empty column</source>
        <translation>空字段</translation>
    </message>
    <message>
        <source>Empty table</source>
        <translation>空表</translation>
    </message>
    <message>
        <source>Empty: recognised by name and value; swapped axes are noticed.</source>
        <translation>留空则按名称和数值识别，能发现对调。</translation>
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
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Encoding of the file's texts</source>
        <translation>文件文字的编码</translation>
    </message>
    <message>
        <source>Encoding {name}: {evidence}.</source>
        <translation>编码 {name}：{evidence}。</translation>
    </message>
    <message>
        <source>Encoding: {name}.</source>
        <translation>编码：{name}。</translation>
    </message>
    <message>
        <source>End tour</source>
        <translation>结束巡览</translation>
    </message>
    <message>
        <source>Ends closer than this to another line are listed.</source>
        <translation>端点距其他线小于此值则列出。</translation>
    </message>
    <message>
        <source>Ends that almost meet another end</source>
        <translation>未接上端点数</translation>
    </message>
    <message>
        <source>Ends that almost meet another line</source>
        <translation>悬挂端点数</translation>
    </message>
    <message>
        <source>Enter: the problem; once more: its surroundings</source>
        <translation>回车：缩放到问题；再按一次：显示周边</translation>
    </message>
    <message>
        <source>Environment Check…</source>
        <translation>环境检查…</translation>
    </message>
    <message>
        <source>Environment check</source>
        <translation>环境检查</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors found</source>
        <translation>发现的错误数</translation>
    </message>
    <message>
        <source>Errors {errors} · warnings {warnings} · notes {notes}</source>
        <translation>错误 {errors} · 警告 {warnings} · 提示 {notes}</translation>
    </message>
    <message>
        <source>Errors: {errors}; warnings: {warnings}; notes: {notes}.</source>
        <translation>发现错误 {errors} 项、警告 {warnings} 项、提示 {notes} 项。</translation>
    </message>
    <message>
        <source>Estate</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Estate cut by a border</source>
        <translation>小区被界线分割</translation>
    </message>
    <message>
        <source>Estate gates</source>
        <translation>小区出入口</translation>
    </message>
    <message>
        <source>Estate gates of unknown state are taken as open; were they shut, coverage would fall to the lower end of its range.</source>
        <translation>通行规则不明的小区出入口按开放计；若实为关闭，覆盖率降至区间下限。</translation>
    </message>
    <message>
        <source>Estate id</source>
        <translation>小区编号</translation>
    </message>
    <message>
        <source>Estate walls</source>
        <translation>小区围墙</translation>
    </message>
    <message>
        <source>Estate walls and gates</source>
        <translation>小区围墙与出入口</translation>
    </message>
    <message>
        <source>Estates</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Estates (number)</source>
        <translation>小区数</translation>
    </message>
    <message>
        <source>Estates and buildings</source>
        <translation>小区与建筑</translation>
    </message>
    <message>
        <source>Estates with a wall and no gate</source>
        <translation>有围墙而无出入口的小区数</translation>
    </message>
    <message>
        <source>Estates with a wall and no gate, which nobody could leave ({count}): {names}. Draw gates or paths, or set gated to no.</source>
        <translation>{count}个小区有围墙而无出入口，无法外出：{names}。请补绘出入口或道路，或将gated设为no。</translation>
    </message>
    <message>
        <source>Estates with most households not covered</source>
        <translation>未覆盖最多的小区</translation>
    </message>
    <message>
        <source>Estates without a mapped path</source>
        <translation>无内部道路的小区</translation>
    </message>
    <message>
        <source>Estates without paths</source>
        <translation>无内部道路的小区</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Estimate is for places without a usable walking network: around walls, water and rail, marked everywhere, never a verdict.</source>
        <translation>估算用于没有可用步行路网的地方：绕开围墙、水面和铁路，处处标注，不下结论。</translation>
    </message>
    <message>
        <source>Estimate, not measured along streets: no verdicts</source>
        <translation>估算，未按路网测算，不下结论</translation>
    </message>
    <message>
        <source>Estimate: straight line × detour factor</source>
        <translation>估算：直线距离×非直线系数</translation>
    </message>
    <message>
        <source>Estimate: straight lines × the detour factor around walls, water and rail. All figures are estimated; no verdicts.</source>
        <translation>估算：直线距离×非直线系数，绕开围墙、水面和铁路。所有数字均为估算，不下结论。</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Estimated by straight lines, not measured along streets: no verdicts.</source>
        <translation>按直线估算，未沿路网测算，不下结论</translation>
    </message>
    <message>
        <source>Estimated coverage {rate}: no verdict rests on an estimate.</source>
        <translation>估算覆盖率 {rate}，估算不作结论。</translation>
    </message>
    <message>
        <source>Estimated from its building</source>
        <translation>由建筑推算</translation>
    </message>
    <message>
        <source>Estimated from straight lines</source>
        <translation>按直线估算</translation>
    </message>
    <message>
        <source>Estimating the walks of {count} doorplates</source>
        <translation>正在估算{count}个门牌的步行距离</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>事件编号</translation>
    </message>
    <message>
        <source>Event outside every area</source>
        <translation>事件在区划之外</translation>
    </message>
    <message>
        <source>Event problems</source>
        <translation>事件问题</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Events by category, JSON</source>
        <translation>各类别事件数，JSON</translation>
    </message>
    <message>
        <source>Events outside every area</source>
        <translation>不在任何区划内的事件数</translation>
    </message>
    <message>
        <source>Events placed too roughly to tell every area</source>
        <translation>位置粗略、无法确定各级区划的事件数</translation>
    </message>
    <message>
        <source>Events placed too roughly to tell every area: {count}; uncertain_areas names the levels left empty.</source>
        <translation>有 {count} 个事件位置粗略，无法确定各级区划；留空的级别见 uncertain_areas。</translation>
    </message>
    <message>
        <source>Every doorplate counts as one household: a tower as much as a bungalow.</source>
        <translation>每个门牌都按1户计，高层与平房无异。</translation>
    </message>
    <message>
        <source>Every finding rests on the data alone: whether a place, a number of households or an address is true only somebody outside can tell.</source>
        <translation>所有问题均由数据本身得出；位置、户数、地址是否真实，须经现场核实。</translation>
    </message>
    <message>
        <source>Every judged category is within its limit on foot. Categories without any facility in the data are left out.</source>
        <translation>每一评价类别均在步行限值内可达；没有任何设施数据的类别不计入</translation>
    </message>
    <message>
        <source>Every limit of the scheme</source>
        <translation>评价方案限值全表</translation>
    </message>
    <message>
        <source>Every piece of “{name}” lies on other streets; they count once.</source>
        <translation>“{name}”各段均与其他路重合，只计一次。</translation>
    </message>
    <message>
        <source>Every row read is loaded, summed at its door, or listed as not loaded.</source>
        <translation>读取的每一行都已入库、按门牌合并或列为未入库。</translation>
    </message>
    <message>
        <source>Every rule per area</source>
        <translation>分区指标全表</translation>
    </message>
    <message>
        <source>Every run on this workspace will refuse it.</source>
        <translation>使用该辖区数据库的各项运行都会拒绝此表。</translation>
    </message>
    <message>
        <source>Every service is judged by the limit of its own tier; tiers do not replace each other. Exactly at the limit counts as reached.</source>
        <translation>每类服务按其自身圈层限值判断，圈层之间不相互替代；恰等于限值的计为可达。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Everything is available.</source>
        <translation>全部可用。</translation>
    </message>
    <message>
        <source>Examine File…</source>
        <translation>校验文件…</translation>
    </message>
    <message>
        <source>Examined as the table {table}.</source>
        <translation>按数据表 {table} 检查。</translation>
    </message>
    <message>
        <source>Examines one file or a whole workspace and says what is wrong, what it means for the results and what to do, with a check list for each grid.</source>
        <translation>检查单个文件或整个辖区数据库，说明有何问题、对结果的影响和处理办法，并生成逐网格的核查清单。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Exercise in 45 minutes</source>
        <translation>45分钟练习</translation>
    </message>
    <message>
        <source>Expected error (m)</source>
        <translation>预计误差（米）</translation>
    </message>
    <message>
        <source>Explain Doorplate</source>
        <translation>门牌解释</translation>
    </message>
    <message>
        <source>Explain Doorplate: which services it reaches on foot, and why not (E)</source>
        <translation>门牌解释：步行可达哪些服务，哪些不可达及原因（E）</translation>
    </message>
    <message>
        <source>Explain This Doorplate</source>
        <translation>解释此门牌</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Export 3D scene</source>
        <translation>导出三维场景</translation>
    </message>
    <message>
        <source>Export Settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Export check list…</source>
        <translation>导出核查清单…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Extent of the data</source>
        <translation>数据范围</translation>
    </message>
    <message>
        <source>F: mended when fixes are applied</source>
        <translation>F：应用修正时修正</translation>
    </message>
    <message>
        <source>FACILITIES holds none of the service space ({types}), and no survey says that there is none: no verdict.</source>
        <translation>设施中没有任何服务用房类型（{types}），也没有调查说明确实没有：不作结论。</translation>
    </message>
    <message>
        <source>FIELDS names the column “{name}”, which the file lacks. It has: {known}.</source>
        <translation>FIELDS 指定的字段“{name}”在文件中不存在。现有：{known}。</translation>
    </message>
    <message>
        <source>FIELDS names “{column}”, which the table {table} lacks. Known: {known}.</source>
        <translation>FIELDS 中的“{column}”不是表 {table} 的字段。可用：{known}。</translation>
    </message>
    <message>
        <source>FROM and TO are both {word}. Choose two different kinds of coordinates.</source>
        <translation>FROM 与 TO 均为 {word}。请选择两种不同的坐标。</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>设施</translation>
    </message>
    <message>
        <source>Facilities and paths outside the district that the data hold are used; nothing is cut off at the boundary.</source>
        <translation>数据中辖区外的设施和路段参与计算，不按界线裁剪。</translation>
    </message>
    <message>
        <source>Facilities and the weight that reaches them</source>
        <translation>设施清单与服务量</translation>
    </message>
    <message>
        <source>Facilities before</source>
        <translation>前期设施</translation>
    </message>
    <message>
        <source>Facilities by area and type</source>
        <translation>各区划各类设施</translation>
    </message>
    <message>
        <source>Facilities by service, JSON</source>
        <translation>各类服务的设施数，JSON</translation>
    </message>
    <message>
        <source>Facilities count as listed; whether they are open, large enough or good was not examined.</source>
        <translation>设施按清单计，未核查是否开放、规模与服务质量。</translation>
    </message>
    <message>
        <source>Facilities mapped twice, as ground and in it: {count}; the ground was kept.</source>
        <translation>有 {count} 处设施既标了用地又标了其中的点，只保留用地。</translation>
    </message>
    <message>
        <source>Facilities or any points.</source>
        <translation>设施或任意点。</translation>
    </message>
    <message>
        <source>Facilities that no path leads to</source>
        <translation>无路可达的设施数</translation>
    </message>
    <message>
        <source>Facilities that share an id with another one: {count} (first: {first}). Give each its own facility_id.</source>
        <translation>{count} 处设施的编号与其他设施重复（首个：{first}）。请为每处设施填写唯一的 facility_id。</translation>
    </message>
    <message>
        <source>Facilities that state no capacity</source>
        <translation>未填服务容量的设施</translation>
    </message>
    <message>
        <source>Facilities with fewer people than IDLE_BELOW of their places</source>
        <translation>人数低于容量 IDLE_BELOW 比例的设施</translation>
    </message>
    <message>
        <source>Facilities with fewer people than this share of their places are called idle.</source>
        <translation>人数低于容量此比例的设施记为闲置。</translation>
    </message>
    <message>
        <source>Facilities with more people than places</source>
        <translation>超负荷的设施</translation>
    </message>
    <message>
        <source>Facilities within reach are full</source>
        <translation>可达设施已满</translation>
    </message>
    <message>
        <source>Facilities without floor area</source>
        <translation>未填面积的设施数</translation>
    </message>
    <message>
        <source>Facilities, their places and those who come</source>
        <translation>各设施容量与前往人数</translation>
    </message>
    <message>
        <source>Facilities…</source>
        <translation>设施…</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>设施</translation>
    </message>
    <message>
        <source>Facility id</source>
        <translation>设施编号</translation>
    </message>
    <message>
        <source>Facility list</source>
        <translation>设施清单</translation>
    </message>
    <message>
        <source>Facility of another place</source>
        <translation>设施位于别处</translation>
    </message>
    <message>
        <source>Facility standards</source>
        <translation>设施配置标准</translation>
    </message>
    <message>
        <source>Facility standards by area</source>
        <translation>设施配置核对</translation>
    </message>
    <message>
        <source>Facility standards…</source>
        <translation>设施配置标准…</translation>
    </message>
    <message>
        <source>Facility to home</source>
        <translation>从设施到家</translation>
    </message>
    <message>
        <source>Facility type</source>
        <translation>设施类型</translation>
    </message>
    <message>
        <source>Facility types that count</source>
        <translation>计入的设施类型</translation>
    </message>
    <message>
        <source>Facility without capacity</source>
        <translation>设施未填服务容量</translation>
    </message>
    <message>
        <source>Facility {id}: set_capacity changes nothing, because no category of the profile {profile} counts it. Remove the row or choose another PROFILE.</source>
        <translation>设施 {id}：方案 {profile} 的任何类别都不计入该设施，set_capacity 不会改变结果。请删除该行或另选 PROFILE。</translation>
    </message>
    <message>
        <source>Facility {id}: {reason}</source>
        <translation>设施 {id}：{reason}</translation>
    </message>
    <message>
        <source>Facility {name} is closed</source>
        <translation>设施 {name} 关闭</translation>
    </message>
    <message>
        <source>Facility {name} is moved {metres} m</source>
        <translation>设施 {name} 移动 {metres} 米</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不达标</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failing only</source>
        <translation>只看未达标</translation>
    </message>
    <message>
        <source>Failing: {names}.</source>
        <translation>不达标：{names}。</translation>
    </message>
    <message>
        <source>Fast walker</source>
        <translation>快步</translation>
    </message>
    <message>
        <source>Fast, 1.4 m/s</source>
        <translation>快步 1.4 米/秒</translation>
    </message>
    <message>
        <source>Fewer than five doorplates: not enough data.</source>
        <translation>门牌不足5个，数据不足。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字名称</translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation>图 {number}</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figures by place and by parent differ a little.</source>
        <translation>按位置和按上级统计略有不同。</translation>
    </message>
    <message>
        <source>Figures by place and by parent differ.</source>
        <translation>按位置和按上级的统计不同。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File encoding</source>
        <translation>文件编码</translation>
    </message>
    <message>
        <source>File or layer</source>
        <translation>文件或图层</translation>
    </message>
    <message>
        <source>File, layer or workspace</source>
        <translation>文件、图层或辖区数据库</translation>
    </message>
    <message>
        <source>Fill in the value in the source.</source>
        <translation>在源数据中补填。</translation>
    </message>
    <message>
        <source>Fill its capacity (beds, places, meals).</source>
        <translation>请填写其服务容量（床位、学位、餐位等）。</translation>
    </message>
    <message>
        <source>Filled-in check list</source>
        <translation>已填核查清单</translation>
    </message>
    <message>
        <source>Filling the facilities: {category}</source>
        <translation>分配设施容量：{category}</translation>
    </message>
    <message>
        <source>Fills in the households and residents that doorplates or buildings do not state: totals of areas and a population raster are shared out by households or floor area, and every sum is kept.</source>
        <translation>补全门牌或建筑未填写的户数和常住人口：将区划总数和人口栅格按户数或建筑面积分摊，各级总数保持不变。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Find a place</source>
        <translation>可获得服务</translation>
    </message>
    <message>
        <source>Find a place (%)</source>
        <translation>可获得服务比例（%）</translation>
    </message>
    <message>
        <source>Find out whether nobody lives there or the doorplates are missing.</source>
        <translation>核实是无人居住还是门牌缺失。</translation>
    </message>
    <message>
        <source>Find out whether the code is old or an area is missing.</source>
        <translation>核实编码是否已停用，或区划是否缺失。</translation>
    </message>
    <message>
        <source>Find out which of the rows is right and delete the other.</source>
        <translation>核实哪一行正确，删除另一行。</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Findings beyond the frame: {count}.</source>
        <translation>图廓之外的问题：{count} 项。</translation>
    </message>
    <message>
        <source>Findings by area</source>
        <translation>分区划的问题</translation>
    </message>
    <message>
        <source>Findings by table and severity</source>
        <translation>各表问题数（按严重程度）</translation>
    </message>
    <message>
        <source>Findings in the table {table}: {count}.</source>
        <translation>{table}：{count} 项。</translation>
    </message>
    <message>
        <source>Findings on the check list</source>
        <translation>核查清单上的问题数</translation>
    </message>
    <message>
        <source>Findings on the map and by area</source>
        <translation>问题分布与分区划情况</translation>
    </message>
    <message>
        <source>Findings that do not hold outside</source>
        <translation>现场不属实的问题数</translation>
    </message>
    <message>
        <source>Findings that hold outside</source>
        <translation>现场属实的问题数</translation>
    </message>
    <message>
        <source>Finds islands, dangles, near-misses and crossings without node.</source>
        <translation>查找孤立路段、悬挂、未接上端点和交叉未打断。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>First finding</source>
        <translation>首例</translation>
    </message>
    <message>
        <source>First look of the page; it can switch later.</source>
        <translation>页面初始外观，可再切换。</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>Five classes with bounds at {bounds}</source>
        <translation>五级，分界为 {bounds}</translation>
    </message>
    <message>
        <source>Five classes: lost 5 points or more, lost less, no change, gained less, gained 5 points or more</source>
        <translation>五级：下降 5 个百分点及以上、下降不足 5、无变化、上升不足 5、上升 5 个百分点及以上</translation>
    </message>
    <message>
        <source>Fix (&amp;F)</source>
        <translation>修正(&amp;F)</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Floor area (m²)</source>
        <translation>建筑面积（m²）</translation>
    </message>
    <message>
        <source>Floor area of community services that is known (m²)</source>
        <translation>已知社区服务用房面积（平方米）</translation>
    </message>
    <message>
        <source>Floor area per 1,000 residents (m²)</source>
        <translation>千人建筑面积（平方米）</translation>
    </message>
    <message>
        <source>Floor area that is missing in the areas that fail (m²)</source>
        <translation>不达标区划的面积缺口（平方米）</translation>
    </message>
    <message>
        <source>Floor of the door</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Floor space of community services</source>
        <translation>综合服务用房</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Fly to</source>
        <translation>飞到</translation>
    </message>
    <message>
        <source>Fold or unfold {name}</source>
        <translation>展开或收起{name}</translation>
    </message>
    <message>
        <source>Fold {name}</source>
        <translation>收起{name}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder for the check list</source>
        <translation>核查清单文件夹</translation>
    </message>
    <message>
        <source>Folder of Templates</source>
        <translation>模板文件夹</translation>
    </message>
    <message>
        <source>Folder of own profiles</source>
        <translation>自定义评价方案文件夹</translation>
    </message>
    <message>
        <source>Football</source>
        <translation>足球</translation>
    </message>
    <message>
        <source>Footprints that the doorplates are matched with: by code, by place, by the nearest of the same estate or road, by the only one near.</source>
        <translation>用于匹配门牌的建筑轮廓：按编码、按位置、按同小区或同路名的最近者、按附近唯一者。</translation>
    </message>
    <message>
        <source>Footprints with floors or height_m.</source>
        <translation>建筑轮廓，含层数或高度。</translation>
    </message>
    <message>
        <source>For each place of its capacity</source>
        <translation>每个容量单位对应</translation>
    </message>
    <message>
        <source>For example 2026-03-05; printed with the survey.</source>
        <translation>如 2026-03-05；随普查情况一并打印。</translation>
    </message>
    <message>
        <source>For example steps=0.5; signal=30; crossing=10; footbridge=60: a speed factor, then seconds. Empty: as the profile says.</source>
        <translation>例如 steps=0.5; signal=30; crossing=10; footbridge=60：前者为速度系数，其余为秒。留空则按评价方案。</translation>
    </message>
    <message>
        <source>For internal use only</source>
        <translation>仅供内部使用</translation>
    </message>
    <message>
        <source>For internal use only; boundaries are no basis for delimitation.</source>
        <translation>仅供内部使用，界线不作为划界依据</translation>
    </message>
    <message>
        <source>For internal use only; boundaries are no basis for delimitation; the maps have not been approved and must not be published.</source>
        <translation>仅供内部使用，界线不作为划界依据；图件未经地图审核，不得公开</translation>
    </message>
    <message>
        <source>For publication</source>
        <translation>汇报公开</translation>
    </message>
    <message>
        <source>For publication households are told by area only.</source>
        <translation>公开版只按区划给出户数。</translation>
    </message>
    <message>
        <source>For publication the scene lacks heights, doorplates, gates, posts and sensitive facilities, and areas are coarse. Only a map review decides whether it may be published.</source>
        <translation>汇报公开时，场景不含高度、门牌、出入口、岗位和敏感设施，区划界线概略表示。能否公开以地图审核为准。</translation>
    </message>
    <message>
        <source>For publication: counts by area only, no names, identity numbers, phones or addresses.</source>
        <translation>公开版：仅含按区划汇总的数量，不含姓名、证件、电话和地址。</translation>
    </message>
    <message>
        <source>For the office</source>
        <translation>办公室处理</translation>
    </message>
    <message>
        <source>For the order the gain is multiplied by the factor of the kind of community (set by this office, U): {kinds}.</source>
        <translation>排序时可新增覆盖乘以社区类型优先系数（本单位设定，U）：{kinds}。</translation>
    </message>
    <message>
        <source>For {share} of the total weight at least one answer is borderline: it changes with 10 % of walking speed or half the snap limit. Verify these doorplates first.</source>
        <translation>{share} 的加权数至少有一类结论为临界：步速变化10%或接入距离上限变化一半时结论改变，宜先实地核实这些门牌。</translation>
    </message>
    <message>
        <source>Formulas without a stored value, left empty: {count}. Save the file once in a spreadsheet program.</source>
        <translation>没有存储结果的公式，已留空：{count}。请用电子表格程序保存一次文件。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Frail person</source>
        <translation>体弱</translation>
    </message>
    <message>
        <source>Frail, 0.6 m/s</source>
        <translation>体弱 0.6 米/秒</translation>
    </message>
    <message>
        <source>Free places</source>
        <translation>空余容量</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>From (code)</source>
        <translation>原编码</translation>
    </message>
    <message>
        <source>From Beijing 1954 and Xi'an 1980 only general parameters are public: expect the points tens of metres off.</source>
        <translation>北京54和西安80只有通用转换参数公开：点位可能有数十米误差。</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>从文件载入…</translation>
    </message>
    <message>
        <source>From datum</source>
        <translation>源坐标</translation>
    </message>
    <message>
        <source>From the door to the path (m)</source>
        <translation>门牌接驳段（米）</translation>
    </message>
    <message>
        <source>From the floors</source>
        <translation>按层数推算</translation>
    </message>
    <message>
        <source>From the path to the facility (m)</source>
        <translation>设施接驳段（米）</translation>
    </message>
    <message>
        <source>From the path to the place (m)</source>
        <translation>终点接驳段（米）</translation>
    </message>
    <message>
        <source>From then on start QGIS with</source>
        <translation>此后用以下命令启动QGIS</translation>
    </message>
    <message>
        <source>From where households and residents are known</source>
        <translation>户数与常住人口的来源</translation>
    </message>
    <message>
        <source>Full density (km/km²)</source>
        <translation>完整密度（千米/平方千米）</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏显示</translation>
    </message>
    <message>
        <source>Further rows of the same kind, not listed: {count}.</source>
        <translation>另有同类记录 {count} 条，未逐条列出。</translation>
    </message>
    <message>
        <source>GB 50180-2018 residential areas</source>
        <translation>GB 50180-2018 居住区标准</translation>
    </message>
    <message>
        <source>GCJ-02 there and back</source>
        <translation>GCJ-02 往返换算</translation>
    </message>
    <message>
        <source>Gain by area</source>
        <translation>各区划新增覆盖</translation>
    </message>
    <message>
        <source>Gain if opened alone</source>
        <translation>单独开放新增</translation>
    </message>
    <message>
        <source>Gain in this order</source>
        <translation>按此次序新增</translation>
    </message>
    <message>
        <source>Gain together</source>
        <translation>累计新增</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Gained {gained}, lost {lost} (all categories together); {seconds} s.</source>
        <translation>新增 {gained}，失去 {lost}（各类合计）；用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间隙</translation>
    </message>
    <message>
        <source>Gate candidates</source>
        <translation>出入口候选</translation>
    </message>
    <message>
        <source>Gate far from any wall</source>
        <translation>出入口远离围墙</translation>
    </message>
    <message>
        <source>Gate id</source>
        <translation>出入口编号</translation>
    </message>
    <message>
        <source>Gate whose inside is unknown</source>
        <translation>出入口内外不明</translation>
    </message>
    <message>
        <source>Gate without estate</source>
        <translation>出入口未注明小区</translation>
    </message>
    <message>
        <source>Gate without street</source>
        <translation>出入口处无道路</translation>
    </message>
    <message>
        <source>Gate {name} is closed</source>
        <translation>出入口 {name} 封闭</translation>
    </message>
    <message>
        <source>Gate {name} is opened</source>
        <translation>出入口 {name} 开放</translation>
    </message>
    <message>
        <source>Gate, if any</source>
        <translation>出入口（如有）</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>是否封闭</translation>
    </message>
    <message>
        <source>Gated estate without gate</source>
        <translation>封闭小区无出入口数据</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>小区出入口</translation>
    </message>
    <message>
        <source>Gates and walls</source>
        <translation>小区出入口与围墙</translation>
    </message>
    <message>
        <source>Gates count as open in the rate and as shut in its lower bound.</source>
        <translation>出入口在覆盖率中按开放计，在下限中按封闭计。</translation>
    </message>
    <message>
        <source>Gates in the best order</source>
        <translation>最佳顺序个数</translation>
    </message>
    <message>
        <source>Gates passed</source>
        <translation>经过的出入口</translation>
    </message>
    <message>
        <source>Gates with the weight that each brings alone, its rank, its place in the best order, what it adds there and all together.</source>
        <translation>出入口，含单独开放的增量（alone）、排名（rank）、最佳顺序（order）、按序新增（added）和累计（together）。</translation>
    </message>
    <message>
        <source>Gates without walls</source>
        <translation>有出入口无围墙</translation>
    </message>
    <message>
        <source>Gaussian falls from 1 at the door to 0 at the limit; none is the method's first form of 2003.</source>
        <translation>高斯权重由门口的1降至限值处的0；none 为2003年的原始形式。</translation>
    </message>
    <message>
        <source>Geometry repaired</source>
        <translation>几何图形已修复</translation>
    </message>
    <message>
        <source>Geometry replaced</source>
        <translation>几何图形已替换</translation>
    </message>
    <message>
        <source>Gini coefficient</source>
        <translation>基尼系数</translation>
    </message>
    <message>
        <source>Gini coefficient of the households per worker between grids: 0 is even</source>
        <translation>网格间每网格员服务户数的基尼系数，0 为均衡</translation>
    </message>
    <message>
        <source>Gini coefficient of the households per worker or grid, each worker counted, after blocks moved</source>
        <translation>调整后每网格员（或每网格）户数的基尼系数，按网格员计</translation>
    </message>
    <message>
        <source>Gini coefficient of the households per worker or grid, each worker counted, before blocks move</source>
        <translation>调整前每网格员（或每网格）户数的基尼系数，按网格员计</translation>
    </message>
    <message>
        <source>Gini coefficient of the places per person by category: 0 is even, JSON</source>
        <translation>各类人均容量的基尼系数：0为完全均衡，JSON</translation>
    </message>
    <message>
        <source>Gini coefficient of the workload between grids: 0 is even</source>
        <translation>网格间工作量的基尼系数，0 为均衡</translation>
    </message>
    <message>
        <source>Gini coefficient of the workload per worker between grids: 0 is even</source>
        <translation>网格间每网格员工作量的基尼系数，0 为均衡</translation>
    </message>
    <message>
        <source>Give both lines a vertex there or set a join tolerance; where one is a bridge or tunnel, write its level.</source>
        <translation>在该处为两线添加共用顶点，或设置打断容差；如其中一条为桥梁或隧道，请填写 level。</translation>
    </message>
    <message>
        <source>Give both strands a vertex there.</source>
        <translation>在两段交叉处各加一个顶点。</translation>
    </message>
    <message>
        <source>Give each door its own place, for example from its building.</source>
        <translation>为每个门补充位置，例如取自所在建筑。</translation>
    </message>
    <message>
        <source>Give each service a row and a capacity of its own.</source>
        <translation>请为每类服务各设一行并分别填写容量。</translation>
    </message>
    <message>
        <source>Give every row its own identifier, or delete the repeated rows.</source>
        <translation>为每行设唯一编号，或删除重复行。</translation>
    </message>
    <message>
        <source>Give it coordinates, or locate it by its address with “Locate addresses”.</source>
        <translation>补充坐标，或用“地址定位”按地址定位。</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>给定</translation>
    </message>
    <message>
        <source>Given gates that now stand where a path passes the wall near them: {count}.</source>
        <translation>{count}个已有出入口已移至附近道路穿过围墙处。</translation>
    </message>
    <message>
        <source>Gives each doorplate exactly one area per level and lists where the stated code or name disagrees.</source>
        <translation>为每个门牌确定各级唯一归属，并列出与所填编码或名称不符者。</translation>
    </message>
    <message>
        <source>Gives slivers of overlaps and gaps to the area with the longer border and fills in parents, in the output only.</source>
        <translation>将重叠和间隙的碎片划给公共边界较长的区划并补填上级，仅作用于输出。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Gone and reached before</source>
        <translation>减少且原可达</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿地</translation>
    </message>
    <message>
        <source>Green space</source>
        <translation>绿地</translation>
    </message>
    <message>
        <source>Grey out what is served</source>
        <translation>已达标的建筑变灰</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid code</source>
        <translation>网格编码</translation>
    </message>
    <message>
        <source>Grid coverage</source>
        <translation>网格覆盖</translation>
    </message>
    <message>
        <source>Grid leader posts</source>
        <translation>网格长（岗位数）</translation>
    </message>
    <message>
        <source>Grid leaders (posts)</source>
        <translation>网格长（岗位）</translation>
    </message>
    <message>
        <source>Grid leaders and their vacancies cannot be counted.</source>
        <translation>无法统计网格长及其空缺。</translation>
    </message>
    <message>
        <source>Grid leaders {leaders}, grid workers {workers} (posts)</source>
        <translation>网格长 {leaders} 岗，网格员 {workers} 岗</translation>
    </message>
    <message>
        <source>Grid north</source>
        <translation>坐标北</translation>
    </message>
    <message>
        <source>Grid staffing</source>
        <translation>网格力量</translation>
    </message>
    <message>
        <source>Grid staffing: {leaders} leader posts and {workers} worker posts for {grids} grids, {per_grid} workers per grid, {per_10k} per 10 000 residents, {load} households per worker, {vacant} vacant; spread of households {spread}.</source>
        <translation>网格力量：{grids}个网格，网格长{leaders}岗，网格员{workers}岗，每网格{per_grid}，每万人{per_10k}，{load}户/网格员，空缺{vacant}岗，网格户数变异系数{spread}。</translation>
    </message>
    <message>
        <source>Grid staffing…</source>
        <translation>网格力量…</translation>
    </message>
    <message>
        <source>Grid worker posts</source>
        <translation>网格员（岗位数）</translation>
    </message>
    <message>
        <source>Grid workers (posts)</source>
        <translation>网格员（岗位）</translation>
    </message>
    <message>
        <source>Grid workers and households per worker cannot be counted.</source>
        <translation>无法统计网格员及人均服务户数。</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格（个）</translation>
    </message>
    <message>
        <source>Grids (number)</source>
        <translation>网格（个）</translation>
    </message>
    <message>
        <source>Grids are told by the place alone; nothing can contradict it.</source>
        <translation>网格仅凭位置判定，无从核对。</translation>
    </message>
    <message>
        <source>Grids below target</source>
        <translation>未达标网格</translation>
    </message>
    <message>
        <source>Grids below {share}</source>
        <translation>低于 {share} 网格</translation>
    </message>
    <message>
        <source>Grids whose code is new</source>
        <translation>编码有变的网格数</translation>
    </message>
    <message>
        <source>Grids without any worker, of which no ratio can be said ({count}): {codes}</source>
        <translation>有 {count} 个网格没有网格员，无法计算比值：{codes}</translation>
    </message>
    <message>
        <source>Grids without known households ({count}): {codes}</source>
        <translation>有 {count} 个网格没有已知户数：{codes}</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分人群</translation>
    </message>
    <message>
        <source>Guards against drawing millions of lines; select the doorplates to draw, or raise it.</source>
        <translation>防止误画大量路径；请先选中要绘制的门牌，或调高此值。</translation>
    </message>
    <message>
        <source>Hand-over check list</source>
        <translation>交接清单</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>卫生</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height (m)</source>
        <translation>高度（米）</translation>
    </message>
    <message>
        <source>Height from: {source}</source>
        <translation>高度来源：{source}</translation>
    </message>
    <message>
        <source>Height of the building (m)</source>
        <translation>建筑高度（米）</translation>
    </message>
    <message>
        <source>Height, and households reckoned from floors, are wrong.</source>
        <translation>高度和按层数推算的户数有误。</translation>
    </message>
    <message>
        <source>Height: source</source>
        <translation>高度来源</translation>
    </message>
    <message>
        <source>Heights are reckoned from floors.</source>
        <translation>高度按层数推算。</translation>
    </message>
    <message>
        <source>Heights in metres; slopes then change the walking speed, differently up and down.</source>
        <translation>高程（米）；据坡度调整步行速度，上下坡不同。</translation>
    </message>
    <message>
        <source>Heights of the scene and households from floor area are defaults.</source>
        <translation>三维场景的高度和按建筑面积推算的户数均为默认值。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hidden counts: {count}.</source>
        <translation>已隐去 {count} 个计数。</translation>
    </message>
    <message>
        <source>Hide counts below (persons)</source>
        <translation>隐去小于该值的计数（人）</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>Highest share, unconnected doorplates within reach</source>
        <translation>最高覆盖率（未接通的门牌按可达计）</translation>
    </message>
    <message>
        <source>Home to facility</source>
        <translation>从家到设施</translation>
    </message>
    <message>
        <source>Homes and other buildings cannot be told apart.</source>
        <translation>住宅与其他建筑无法区分。</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>门牌号</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Households after merging</source>
        <translation>合并后户数</translation>
    </message>
    <message>
        <source>Households and service space of every community</source>
        <translation>各社区户数与服务用房面积</translation>
    </message>
    <message>
        <source>Households by the source they are known from, JSON</source>
        <translation>按来源统计的户数，JSON</translation>
    </message>
    <message>
        <source>Households not covered</source>
        <translation>未覆盖户</translation>
    </message>
    <message>
        <source>Households of a grid out of the usual range</source>
        <translation>网格户数超出常见范围</translation>
    </message>
    <message>
        <source>Households of an area cannot be checked against its doorplates.</source>
        <translation>区划户数无法与门牌核对。</translation>
    </message>
    <message>
        <source>Households of each grid</source>
        <translation>每网格户数</translation>
    </message>
    <message>
        <source>Households of the door count twice in every figure.</source>
        <translation>该门的户数在各项数字中重复计算。</translation>
    </message>
    <message>
        <source>Households of the neighbour</source>
        <translation>邻社区户数</translation>
    </message>
    <message>
        <source>Households or people of the list are missing in this area's total.</source>
        <translation>清单中的户数或人口未计入该区划总数。</translation>
    </message>
    <message>
        <source>Households over or under an equal part</source>
        <translation>与均分相差户数</translation>
    </message>
    <message>
        <source>Households per grid</source>
        <translation>每网格户数（户）</translation>
    </message>
    <message>
        <source>Households per grid worker</source>
        <translation>每名网格员户数</translation>
    </message>
    <message>
        <source>Households per worker</source>
        <translation>户/网格员</translation>
    </message>
    <message>
        <source>Households per worker post</source>
        <translation>每网格员岗位服务户数</translation>
    </message>
    <message>
        <source>Households that walls close in without a gate</source>
        <translation>被围墙封闭且无出入口的户数</translation>
    </message>
    <message>
        <source>Households within reach</source>
        <translation>可达户数</translation>
    </message>
    <message>
        <source>Households, residents, elderly or children by area.</source>
        <translation>按区划列出的户数、常住人口、老年人口或儿童数。</translation>
    </message>
    <message>
        <source>Households: source</source>
        <translation>户数来源</translation>
    </message>
    <message>
        <source>Households: {parts}. Residents without a figure are estimated at {persons} per household.</source>
        <translation>户数来源：{parts}。缺人数的按每户 {persons} 人推算。</translation>
    </message>
    <message>
        <source>Housing compounds; gated says whether one enters only through gates.</source>
        <translation>小区范围；gated 说明是否只能经出入口进入。</translation>
    </message>
    <message>
        <source>Housing type</source>
        <translation>住房类型</translation>
    </message>
    <message>
        <source>Housing type not stated</source>
        <translation>住房类型未填</translation>
    </message>
    <message>
        <source>How far east the coordinates stand off (m)</source>
        <translation>坐标偏东（米）</translation>
    </message>
    <message>
        <source>How far from its estate's outline a doorplate such as 西门 may stand.</source>
        <translation>“西门”等门牌与所属小区轮廓的最大距离。</translation>
    </message>
    <message>
        <source>How far north the coordinates stand off (m)</source>
        <translation>坐标偏北（米）</translation>
    </message>
    <message>
        <source>How far one walks, in the unit below.</source>
        <translation>步行限值，单位见下。</translation>
    </message>
    <message>
        <source>How far the band reaches beside a path.</source>
        <translation>等时带向路两侧延伸的距离。</translation>
    </message>
    <message>
        <source>How far the given numbers stand off (m)</source>
        <translation>原坐标的偏移（米）</translation>
    </message>
    <message>
        <source>How firm the answers are was not tested in this run (parameter SENSITIVITY).</source>
        <translation>本次未检验结论的稳定性（参数 SENSITIVITY）。</translation>
    </message>
    <message>
        <source>How many categories are within reach</source>
        <translation>可达类别数分布</translation>
    </message>
    <message>
        <source>How many gates of the best order are worked out, each on top of those before it.</source>
        <translation>最佳开放顺序计算到第几个，每个都在前面已开放的基础上。</translation>
    </message>
    <message>
        <source>How recent the data are</source>
        <translation>现势性</translation>
    </message>
    <message>
        <source>How this differs from straight-line circles: see table {number}.</source>
        <translation>与直线圈的差异见表{number}。</translation>
    </message>
    <message>
        <source>How to go on, and what was not checked</source>
        <translation>后续工作与未检查的内容</translation>
    </message>
    <message>
        <source>How walks are measured: network or estimate</source>
        <translation>步行距离的算法：路网或估算</translation>
    </message>
    <message>
        <source>I: left alone, with a reason</source>
        <translation>I：忽略并注明原因</translation>
    </message>
    <message>
        <source>INPUT names no file. Choose a filled-in check list (.xlsx).</source>
        <translation>INPUT 未指定文件。请选择填好的核查清单（.xlsx）。</translation>
    </message>
    <message>
        <source>INPUT names no file. Choose a scenario file (.yaml).</source>
        <translation>INPUT未指定文件，请选择方案文件（.yaml）。</translation>
    </message>
    <message>
        <source>INPUT names no file. Choose a workspace (.gpkg).</source>
        <translation>INPUT 未指定文件。请选择辖区数据库（.gpkg）。</translation>
    </message>
    <message>
        <source>INPUT names no file. Choose an OSM file (.osm or .osm.pbf).</source>
        <translation>INPUT 未指定文件。请选择 OSM 文件（.osm 或 .osm.pbf）。</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Id of the thing</source>
        <translation>对象编号</translation>
    </message>
    <message>
        <source>Identifier column</source>
        <translation>编号字段</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>闲置</translation>
    </message>
    <message>
        <source>Idle below (%)</source>
        <translation>闲置上限（%）</translation>
    </message>
    <message>
        <source>Ids of the categories to draw, separated by commas, for example park,health; empty: all of the profile.</source>
        <translation>要绘制的服务类别标识，逗号分隔，如 park,health；留空为方案中的全部类别。</translation>
    </message>
    <message>
        <source>Ids of the categories to examine, separated by commas, for example elderly,primary_school; empty: all of the profile.</source>
        <translation>要核算的服务类别编号，逗号分隔，如 elderly,primary_school；留空为方案的全部类别。</translation>
    </message>
    <message>
        <source>If one can turn there, give both streets the same level or end one of the lines there.</source>
        <translation>如此处可以转向，请将两条路的 level 设为相同，或将其中一条在此断开。</translation>
    </message>
    <message>
        <source>If people live there, they are missing in every figure.</source>
        <translation>如有人居住，则各项数字均未计入。</translation>
    </message>
    <message>
        <source>Ignore (&amp;I)</source>
        <translation>忽略(&amp;I)</translation>
    </message>
    <message>
        <source>Ignore problem</source>
        <translation>忽略问题</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Imbalance (Gini)</source>
        <translation>不均衡度（基尼系数）</translation>
    </message>
    <message>
        <source>Imbalance of workload</source>
        <translation>工作量不均衡度</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import File…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import OSM file</source>
        <translation>导入OSM文件</translation>
    </message>
    <message>
        <source>Import Settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Import areas</source>
        <translation>导入区划</translation>
    </message>
    <message>
        <source>Import check results</source>
        <translation>导入核查结果</translation>
    </message>
    <message>
        <source>Import check results…</source>
        <translation>导入核查结果…</translation>
    </message>
    <message>
        <source>Import doorplates</source>
        <translation>导入门牌</translation>
    </message>
    <message>
        <source>Import events</source>
        <translation>导入事件</translation>
    </message>
    <message>
        <source>Import facilities</source>
        <translation>导入设施</translation>
    </message>
    <message>
        <source>Import it again from its source.</source>
        <translation>从源数据重新导入。</translation>
    </message>
    <message>
        <source>Import it, if the office has it.</source>
        <translation>如有数据请导入。</translation>
    </message>
    <message>
        <source>Import layer</source>
        <translation>导入其他图层</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Import {table}</source>
        <translation>导入{table}</translation>
    </message>
    <message>
        <source>Imported layer</source>
        <translation>导入的图层</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>In 1 category or more</source>
        <translation>1 类以上未达标</translation>
    </message>
    <message>
        <source>In Terminal, for the Python inside QGIS</source>
        <translation>在“终端”中，为QGIS内的Python安装</translation>
    </message>
    <message>
        <source>In all {amount}</source>
        <translation>共 {amount}</translation>
    </message>
    <message>
        <source>In estates of unknown access</source>
        <translation>出入情况未知的小区内</translation>
    </message>
    <message>
        <source>In gated estates</source>
        <translation>封闭小区内</translation>
    </message>
    <message>
        <source>In need</source>
        <translation>需求人数</translation>
    </message>
    <message>
        <source>In no area</source>
        <translation>区划之外</translation>
    </message>
    <message>
        <source>In open estates</source>
        <translation>开放小区内</translation>
    </message>
    <message>
        <source>In percentage points, each cause alone and at its worst; up: more might be reached, down: fewer.</source>
        <translation>单位为百分点；各原因单独、按最不利计；正为可能更多可达，负为可能更少。</translation>
    </message>
    <message>
        <source>In some cells rows state more residents than the raster has there, {people} in all; the rows hold.</source>
        <translation>部分像元内自填人口多于栅格人口，共多 {people} 人；以自填为准。</translation>
    </message>
    <message>
        <source>In the numbers of Tianruncheng: nine estates around one complex</source>
        <translation>天润城规模：一处综合体与周边9个小区</translation>
    </message>
    <message>
        <source>In the numbers of Tukanba: a hillside of ten grids and eighteen groups</source>
        <translation>土坎坝规模：坡地上的10个网格、18个居民小组</translation>
    </message>
    <message>
        <source>In the numbers of Wuzhong: 118 communities, 1,040 grids</source>
        <translation>吴中规模：118个社区、1 040个网格</translation>
    </message>
    <message>
        <source>In the order of the layers, e.g. "subdistrict,community,grid"; empty: by columns and code length. "community=CODE1, grid=CODE" joins the small areas that share a code.</source>
        <translation>与图层同序，如“subdistrict,community,grid”；留空按字段和编码位数判断。“community=CODE1, grid=CODE”将编码相同的小区划合并为上级区划。</translation>
    </message>
    <message>
        <source>In this order: a doorplate's own row first; what no source tells is assumed. Totals of the finest areas hold.</source>
        <translation>按此顺序取值：先取门牌自填，各来源均无者按假定；区划总数以最细一级为准。</translation>
    </message>
    <message>
        <source>In your own words (no names)</source>
        <translation>补充说明（不写姓名）</translation>
    </message>
    <message>
        <source>Input files</source>
        <translation>输入文件</translation>
    </message>
    <message>
        <source>Input layer</source>
        <translation>输入图层</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inputs and settings: {values}</source>
        <translation>输入与设置：{values}</translation>
    </message>
    <message>
        <source>Inside the isochrone</source>
        <translation>位于等时圈内</translation>
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
        <source>Internal use</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Into workspace</source>
        <translation>导入到</translation>
    </message>
    <message>
        <source>Invented sample data</source>
        <translation>虚构示例数据</translation>
    </message>
    <message>
        <source>Invented sample data, not a real place.</source>
        <translation>示例数据，非真实。</translation>
    </message>
    <message>
        <source>Island of the network</source>
        <translation>孤立路段</translation>
    </message>
    <message>
        <source>Island of {length} m (streets: {count}) with “{name}”: it meets “{other}” but is not joined to it.</source>
        <translation>孤立路段（{count} 条路，共 {length} 米），含“{name}”：与“{other}”相交但未连通。</translation>
    </message>
    <message>
        <source>Island of {length} m (streets: {count}) with “{name}”: no other street lies within {near} m.</source>
        <translation>孤立路段（{count} 条路，共 {length} 米），含“{name}”：{near} 米内没有其他路。</translation>
    </message>
    <message>
        <source>Island of {length} m (streets: {count}) with “{name}”: not joined to “{other}”, which is {gap} m away.</source>
        <translation>孤立路段（{count} 条路，共 {length} 米），含“{name}”：与相距 {gap} 米的“{other}”未连通。</translation>
    </message>
    <message>
        <source>Islands: parts joined to nothing else</source>
        <translation>孤立路段数</translation>
    </message>
    <message>
        <source>Isochrone</source>
        <translation>等时圈</translation>
    </message>
    <message>
        <source>Isochrone bands</source>
        <translation>等时带</translation>
    </message>
    <message>
        <source>Isochrones</source>
        <translation>等时圈</translation>
    </message>
    <message>
        <source>Isochrones and ledger agree for {share} of the doorplates and categories; {exceptions} exceptions are listed with their cause in the result database.</source>
        <translation>等时圈与覆盖台账的一致率为{share}；不一致的{exceptions} 例及其成因列于成果数据库。</translation>
    </message>
    <message>
        <source>Isochrones and ledger are not compared: ways there and back differ, as slopes or one-way gates make them.</source>
        <translation>未比对等时圈与台账：坡度或单向通行的出入口使往返路径不同。</translation>
    </message>
    <message>
        <source>Isochrones · {category} {limits}</source>
        <translation>等时圈 · {category} {limits}</translation>
    </message>
    <message>
        <source>Isochrones…</source>
        <translation>等时圈…</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>编制单位</translation>
    </message>
    <message>
        <source>It changes nothing; perhaps its coordinates are wrong.</source>
        <translation>不影响结果；坐标可能有误。</translation>
    </message>
    <message>
        <source>It counts whole in each category, so more people may seem served than there are places.</source>
        <translation>在每一类中均按全部计，得到服务的人数可能多于实际容量。</translation>
    </message>
    <message>
        <source>It does not matter here</source>
        <translation>不影响</translation>
    </message>
    <message>
        <source>It stays as it is; what is mended goes into the copy.</source>
        <translation>原库保持不变，修正写入副本。</translation>
    </message>
    <message>
        <source>Items compared</source>
        <translation>核对项数</translation>
    </message>
    <message>
        <source>Items that agree</source>
        <translation>一致的项数</translation>
    </message>
    <message>
        <source>Items that could not be compared</source>
        <translation>无法核对的项数</translation>
    </message>
    <message>
        <source>Its code names a building elsewhere; floors and the scene follow the code.</source>
        <translation>所填编码对应别处的建筑；层数和场景以编码为准。</translation>
    </message>
    <message>
        <source>Its doorplates state more already than the total allows; what they state stands.</source>
        <translation>门牌已填的数超过该总数，以门牌所填为准。</translation>
    </message>
    <message>
        <source>Its figures are missing in the sums of the level above.</source>
        <translation>其数字不计入上一级合计。</translation>
    </message>
    <message>
        <source>Its grids stand in the workbook, sheet of the grids.</source>
        <translation>网格较多，见表格文件“网格覆盖”。</translation>
    </message>
    <message>
        <source>Its rates are empty, and its workers have nobody to look after.</source>
        <translation>该区划没有覆盖率，也没有服务户数。</translation>
    </message>
    <message>
        <source>Its street is joined to no other.</source>
        <translation>所在路段为孤立路段。</translation>
    </message>
    <message>
        <source>Its walls let nobody out, or walks cross them where they should not.</source>
        <translation>围墙使居民无法出入，或步行在不该穿过处穿过围墙。</translation>
    </message>
    <message>
        <source>Jiangsu, area rules</source>
        <translation>江苏 · 用房面积规则</translation>
    </message>
    <message>
        <source>Join the line where it meets itself.</source>
        <translation>在自相交处打断相连。</translation>
    </message>
    <message>
        <source>Join tolerance (m)</source>
        <translation>打断容差（米）</translation>
    </message>
    <message>
        <source>Joined (codes)</source>
        <translation>合并的社区（编码）</translation>
    </message>
    <message>
        <source>Joins boundary layers of all levels into one table and lists overlaps, gaps, slivers, orphans and wrong codes.</source>
        <translation>合并各级界线并列出重叠、间隙、碎片、无上级和编码不符。</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>参与判定</translation>
    </message>
    <message>
        <source>Judged as far as this file goes; the uses also take: {tables}.</source>
        <translation>仅就本文件而言；这些用途还需要：{tables}。</translation>
    </message>
    <message>
        <source>Judged category</source>
        <translation>评价类别</translation>
    </message>
    <message>
        <source>Judged per area: {rules}. Everything else is counted only.</source>
        <translation>按区划评价：{rules}。其余仅计数。</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep as scenario</source>
        <translation>存为方案</translation>
    </message>
    <message>
        <source>Keep as scenario…</source>
        <translation>存为方案…</translation>
    </message>
    <message>
        <source>Keep earlier results</source>
        <translation>保留历次结果</translation>
    </message>
    <message>
        <source>Keep lists of rooms where they belong; their number is summed at the door.</source>
        <translation>房屋清单另行保管，户室数已汇总到门牌。</translation>
    </message>
    <message>
        <source>Keeping the searches for changes</source>
        <translation>保存搜索结果以供试算</translation>
    </message>
    <message>
        <source>Keeps what touches it; leave 1.5 km around the district.</source>
        <translation>保留相交要素；请在辖区外留1.5千米。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of area</source>
        <translation>区划类型</translation>
    </message>
    <message>
        <source>Kind of community</source>
        <translation>社区类型</translation>
    </message>
    <message>
        <source>Kind of group</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Kind of measure</source>
        <translation>建议类型</translation>
    </message>
    <message>
        <source>Kind of relation</source>
        <translation>对应关系</translation>
    </message>
    <message>
        <source>Kind of street</source>
        <translation>道路类别</translation>
    </message>
    <message>
        <source>Kind of thing</source>
        <translation>对象类别</translation>
    </message>
    <message>
        <source>Kinds missing</source>
        <translation>缺少类型</translation>
    </message>
    <message>
        <source>Kinds of communities that come first</source>
        <translation>优先的社区类型</translation>
    </message>
    <message>
        <source>Kinds of facilities by community</source>
        <translation>各社区应配设施</translation>
    </message>
    <message>
        <source>Kinds of facilities that areas are to have</source>
        <translation>各级应配设施</translation>
    </message>
    <message>
        <source>Kinds present</source>
        <translation>已有类型</translation>
    </message>
    <message>
        <source>Kinds required</source>
        <translation>应配类型</translation>
    </message>
    <message>
        <source>Known gates</source>
        <translation>已有出入口</translation>
    </message>
    <message>
        <source>Known walls</source>
        <translation>已有围墙</translation>
    </message>
    <message>
        <source>LEDGER does not say how firm its answers are. Run “Service coverage” with SENSITIVITY and the same profile.</source>
        <translation>LEDGER 没有结论稳定性字段。请以相同评价方案运行“服务覆盖”并打开 SENSITIVITY。</translation>
    </message>
    <message>
        <source>LEVELS states {stated} levels for {count} layers. State one for each, in their order.</source>
        <translation>LEVELS 给出 {stated} 个级别，而图层有 {count} 个。请按图层顺序逐一给出。</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>用地</translation>
    </message>
    <message>
        <source>Land (km²)</source>
        <translation>面积（km²）</translation>
    </message>
    <message>
        <source>Land (m²)</source>
        <translation>用地（平方米）</translation>
    </message>
    <message>
        <source>Land and water</source>
        <translation>用地与水系</translation>
    </message>
    <message>
        <source>Land by use; water and rail are barriers, residential land is the denominator of the land share.</source>
        <translation>按用途分的用地；水域和铁路不可穿越，居住用地为用地覆盖率的分母。</translation>
    </message>
    <message>
        <source>Land coverage</source>
        <translation>用地覆盖</translation>
    </message>
    <message>
        <source>Land covered (m²)</source>
        <translation>覆盖用地（平方米）</translation>
    </message>
    <message>
        <source>Land given up</source>
        <translation>划出土地</translation>
    </message>
    <message>
        <source>Land only after (m²)</source>
        <translation>仅新区划有的土地（平方米）</translation>
    </message>
    <message>
        <source>Land only before (m²)</source>
        <translation>仅原区划有的土地（平方米）</translation>
    </message>
    <message>
        <source>Land that a level leaves out (m²)</source>
        <translation>该级未覆盖的间隙面积（平方米）</translation>
    </message>
    <message>
        <source>Land that two areas of a level hold (m²)</source>
        <translation>同级区划重叠面积（平方米）</translation>
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
        <source>Language of help</source>
        <translation>帮助语言</translation>
    </message>
    <message>
        <source>Language of interface and results</source>
        <translation>界面与成果语言</translation>
    </message>
    <message>
        <source>Language of report and scene; the scene can switch later.</source>
        <translation>报告与场景的语言；场景内可再切换。</translation>
    </message>
    <message>
        <source>Large, about 500,000</source>
        <translation>大，约50万个</translation>
    </message>
    <message>
        <source>Largest change first</source>
        <translation>变化由大到小</translation>
    </message>
    <message>
        <source>Largest facility (m²)</source>
        <translation>最大单处面积（平方米）</translation>
    </message>
    <message>
        <source>Largest first · without change and not listed: {count} ({level})</source>
        <translation>变化由大到小 · 无变化 {count} 个未列（{level}）</translation>
    </message>
    <message>
        <source>Largest shift (m)</source>
        <translation>最大偏移（米）</translation>
    </message>
    <message>
        <source>Last updated on {date}, {years} years before the newest area.</source>
        <translation>最后更新于 {date}，比最新的区划早 {years} 年。</translation>
    </message>
    <message>
        <source>Last: {job} failed, {when}</source>
        <translation>上次：{job}失败，{when}</translation>
    </message>
    <message>
        <source>Last: {job} was canceled, {when}</source>
        <translation>上次：{job}已取消，{when}</translation>
    </message>
    <message>
        <source>Last: {job} {seconds} s, {when}</source>
        <translation>上次：{job} {seconds} 秒，{when}</translation>
    </message>
    <message>
        <source>Layer (bridge or tunnel)</source>
        <translation>层次（桥隧）</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Layers of the drawing not used: {layers}.</source>
        <translation>未使用的图形图层：{layers}。</translation>
    </message>
    <message>
        <source>Lays two versions or two partitions over each other and tells which area became which, with shares.</source>
        <translation>叠置两个版本或两套区划，列出各区划的对应关系和占比。</translation>
    </message>
    <message>
        <source>Leader and worker posts per 10 000 residents</source>
        <translation>每万人网格长和网格员岗位数</translation>
    </message>
    <message>
        <source>Leader posts</source>
        <translation>网格长（岗位数）</translation>
    </message>
    <message>
        <source>Leaders and workers per 10 000 residents</source>
        <translation>每万人岗位数（网格长和网格员）</translation>
    </message>
    <message>
        <source>Leaders per grid</source>
        <translation>每网格网格长（人）</translation>
    </message>
    <message>
        <source>Leave out a row that is the same; give another one an id of its own.</source>
        <translation>内容相同的行移除，不同的行另给编号。</translation>
    </message>
    <message>
        <source>Leave out the footprint.</source>
        <translation>移除此建筑轮廓。</translation>
    </message>
    <message>
        <source>Leave out this line.</source>
        <translation>移除此线。</translation>
    </message>
    <message>
        <source>Leave out this row; the earlier one stays.</source>
        <translation>移除此行，保留较早的一行。</translation>
    </message>
    <message>
        <source>Leave the capacity empty where it is not known.</source>
        <translation>不清楚服务容量时请留空。</translation>
    </message>
    <message>
        <source>Leave the land to {code}, which has the longer border with it.</source>
        <translation>重叠部分划给公共边界较长的 {code}。</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Ledger after</source>
        <translation>后期台账</translation>
    </message>
    <message>
        <source>Ledger before</source>
        <translation>前期台账</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Length of all walks drawn (km)</source>
        <translation>已绘制路径总长（千米）</translation>
    </message>
    <message>
        <source>Length of paths that a complete network has; GB 50180-2018 asks 8 km/km² of streets alone.</source>
        <translation>完整路网应有的长度；GB 50180-2018仅对道路就要求8 km/km²。</translation>
    </message>
    <message>
        <source>Length of reached paths per limit (km), JSON</source>
        <translation>各限值可达路径长度（km），JSON</translation>
    </message>
    <message>
        <source>Length of the walking network (km)</source>
        <translation>步行路网长度（千米）</translation>
    </message>
    <message>
        <source>Length of walls (km)</source>
        <translation>围墙长度（千米）</translation>
    </message>
    <message>
        <source>Let “Import areas” mend it.</source>
        <translation>用“导入区划”自动修正。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Levels differ at a common vertex</source>
        <translation>共用顶点处层级不同</translation>
    </message>
    <message>
        <source>Library of QGIS</source>
        <translation>QGIS自带库</translation>
    </message>
    <message>
        <source>Library of QGIS beside that of pyproj</source>
        <translation>QGIS自带库与pyproj所带库</translation>
    </message>
    <message>
        <source>Library of QGIS beside that of shapely</source>
        <translation>QGIS自带库与shapely所带库</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色 / 深色</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Limit of {category}</source>
        <translation>{category}的限值</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Limits and Sources…</source>
        <translation>查看限值与依据…</translation>
    </message>
    <message>
        <source>Limits and where they come from</source>
        <translation>限值与依据</translation>
    </message>
    <message>
        <source>Limits of use</source>
        <translation>使用限制</translation>
    </message>
    <message>
        <source>Limits that are still to be checked in a public text, with their marks: {listed}.</source>
        <translation>尚待公开文本核实的限值及标记：{listed}。</translation>
    </message>
    <message>
        <source>Line {line} of the list of totals, {label}: {reason}</source>
        <translation>总数表第{line}行 {label}：{reason}</translation>
    </message>
    <message>
        <source>Lines of the check list</source>
        <translation>核查清单行数</translation>
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
        <source>Lines to the nearest facility</source>
        <translation>到最近设施的连线</translation>
    </message>
    <message>
        <source>Lines with an answer</source>
        <translation>有核查结果的行数</translation>
    </message>
    <message>
        <source>Lines with doorplate_id, category, facility_id, length in metres (m), minutes (min) and why.</source>
        <translation>线，含 doorplate_id、category、facility_id、米数（m）、分钟数（min）、why。</translation>
    </message>
    <message>
        <source>Lines without length or with unknown coordinates</source>
        <translation>无长度或坐标未知的线数</translation>
    </message>
    <message>
        <source>List of Totals</source>
        <translation>区划总数表</translation>
    </message>
    <message>
        <source>List of Totals…</source>
        <translation>区划总数表…</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>事件清单</translation>
    </message>
    <message>
        <source>List of facilities</source>
        <translation>设施清单</translation>
    </message>
    <message>
        <source>List of totals</source>
        <translation>区划总数表</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv *.txt)</source>
        <translation>清单 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Lists and capacities count it twice; coverage stays the same.</source>
        <translation>清单和容量重复计算，覆盖率不变。</translation>
    </message>
    <message>
        <source>Lists and maps cannot name the facility.</source>
        <translation>清单和地图上无法写出设施名称。</translation>
    </message>
    <message>
        <source>Lists communities that are candidates for a split or a merger, with the best neighbour.</source>
        <translation>列出建议拆分或合并的候选社区及最合适的邻社区。</translation>
    </message>
    <message>
        <source>Lists of problems can name streets by number only.</source>
        <translation>问题清单只能用编号指代道路。</translation>
    </message>
    <message>
        <source>Lists the facilities, gates, posts and doorplates within a walk of any place, nearest first, with the walks there, and the responsible area of every level.</source>
        <translation>列出从任意地点步行可达的设施、小区出入口、岗点和门牌（由近及远）及其路径，并给出各级责任区划。</translation>
    </message>
    <message>
        <source>Living circle</source>
        <translation>生活圈</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>服务情况</translation>
    </message>
    <message>
        <source>Load (share of capacity)</source>
        <translation>负荷（占容量）</translation>
    </message>
    <message>
        <source>Load layers after a run</source>
        <translation>运行后加载图层</translation>
    </message>
    <message>
        <source>Load of facilities</source>
        <translation>设施负荷</translation>
    </message>
    <message>
        <source>Load of the giving grid after</source>
        <translation>调出网格调整后负荷</translation>
    </message>
    <message>
        <source>Load of the giving grid before</source>
        <translation>调出网格原负荷</translation>
    </message>
    <message>
        <source>Load of the receiving grid after</source>
        <translation>调入网格调整后负荷</translation>
    </message>
    <message>
        <source>Load of the receiving grid before</source>
        <translation>调入网格原负荷</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Loaded {count} rows into {table}.</source>
        <translation>{table}已入库 {count} 条。</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>正在载入计算引擎</translation>
    </message>
    <message>
        <source>Loads a list of 12345 or city management without any free text, places it by coordinates or by your own doorplates, and names the responsible area of every level.</source>
        <translation>导入12345热线或城市管理的事件清单，不读取任何自由文本；按坐标或自有门牌定位，并给出各级责任区划。</translation>
    </message>
    <message>
        <source>Loads a list of facilities, tells their services by words and their places by coordinates or addresses.</source>
        <translation>导入设施清单，按用词识别服务类别，按坐标或地址确定位置。</translation>
    </message>
    <message>
        <source>Loads any file or layer into a table of the workspace, recognises encoding and columns, and accounts for every row.</source>
        <translation>将任意文件或图层导入辖区数据库的表，识别编码和字段，每一行都有交代。</translation>
    </message>
    <message>
        <source>Loads doorplates from a table or layer, recognises encoding, columns and coordinates, and accounts for every row.</source>
        <translation>从表格或图层导入门牌，识别编码、字段和坐标，每一行都有交代。</translation>
    </message>
    <message>
        <source>Locate addresses</source>
        <translation>地址定位</translation>
    </message>
    <message>
        <source>Located addresses</source>
        <translation>已定位地址</translation>
    </message>
    <message>
        <source>Locating addresses</source>
        <translation>正在定位地址</translation>
    </message>
    <message>
        <source>Long access (m)</source>
        <translation>过长接入距离（米）</translation>
    </message>
    <message>
        <source>Long way round</source>
        <translation>绕行过远</translation>
    </message>
    <message>
        <source>Look at the hole.</source>
        <translation>查看空洞。</translation>
    </message>
    <message>
        <source>Look at the outline and draw it again where it is wrong.</source>
        <translation>查看轮廓，有误处重新绘制。</translation>
    </message>
    <message>
        <source>Look at the smaller part.</source>
        <translation>查看较小的一块。</translation>
    </message>
    <message>
        <source>Look for it, add the facilities, or state in surveys that there are none.</source>
        <translation>开展调查并补充设施；确无设施的，在 surveys 中注明。</translation>
    </message>
    <message>
        <source>Look where one can walk out and draw that path.</source>
        <translation>现场查看何处可以走出，补绘该路。</translation>
    </message>
    <message>
        <source>Look whether one can walk through; then join the lines.</source>
        <translation>现场核实能否通行，能则接上。</translation>
    </message>
    <message>
        <source>Looking at estates and their gates</source>
        <translation>正在查看小区及其出入口</translation>
    </message>
    <message>
        <source>Looking at the communities</source>
        <translation>正在筛查社区</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>Looking at the streets and their blocks</source>
        <translation>整理道路与街区</translation>
    </message>
    <message>
        <source>Looking at walls, water and rail</source>
        <translation>正在查看围墙、水面和铁路</translation>
    </message>
    <message>
        <source>Looking for crossings without node</source>
        <translation>正在查找交叉未打断</translation>
    </message>
    <message>
        <source>Looking for doorplates that say they are a gate</source>
        <translation>正在查找注明为出入口的门牌</translation>
    </message>
    <message>
        <source>Looking for gaps</source>
        <translation>正在查找间隙</translation>
    </message>
    <message>
        <source>Looking for islands and loose ends</source>
        <translation>正在查找孤立路段和悬挂端点</translation>
    </message>
    <message>
        <source>Looking for overlaps</source>
        <translation>正在查找重叠</translation>
    </message>
    <message>
        <source>Looking for the best order of gates</source>
        <translation>计算最佳开放顺序</translation>
    </message>
    <message>
        <source>Looking for what walls and gates cut off</source>
        <translation>正在查找被围墙和小区出入口隔断的地方</translation>
    </message>
    <message>
        <source>Looking past walls and water</source>
        <translation>正在绕过围墙和水面查找路段</translation>
    </message>
    <message>
        <source>Looking where walls cross streets</source>
        <translation>正在查找围墙与路段的交叉处</translation>
    </message>
    <message>
        <source>Looking which corners see each other</source>
        <translation>正在查看哪些转角相互通视</translation>
    </message>
    <message>
        <source>Lorenz curves</source>
        <translation>洛伦兹曲线</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>Lowest first · click to fly there</source>
        <translation>由低到高 · 点击飞到该区域</translation>
    </message>
    <message>
        <source>Lowest share, unknown gates closed</source>
        <translation>最低覆盖率（状态不明的出入口按封闭计）</translation>
    </message>
    <message>
        <source>Lowest: {names}.</source>
        <translation>最低：{names}。</translation>
    </message>
    <message>
        <source>M1 to be checked (fairly sure)</source>
        <translation>M1 待核对（较可靠）</translation>
    </message>
    <message>
        <source>M2 to be checked (medium)</source>
        <translation>M2 待核对（一般）</translation>
    </message>
    <message>
        <source>M3 to be checked (weak)</source>
        <translation>M3 待核对（仅供参考）</translation>
    </message>
    <message>
        <source>MERGE_BELOW is above SPLIT_ABOVE. Give a smaller number for mergers than for splits.</source>
        <translation>MERGE_BELOW 大于 SPLIT_ABOVE。合并下限应小于拆分上限。</translation>
    </message>
    <message>
        <source>METHOD=estimate cannot walk round trips through gates that open for residents only. Choose DIRECTION=to_facility or from_facility.</source>
        <translation>METHOD=estimate不能按往返计算仅居民出入口。请选择DIRECTION=to_facility或from_facility。</translation>
    </message>
    <message>
        <source>MOVES needs {layers}: blocks lie between streets and are weighed by their doorplates.</source>
        <translation>MOVES 需要 {layers}：街块由道路围成，按其中门牌计户。</translation>
    </message>
    <message>
        <source>Machine name</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>Made for publication: without heights, doorplates, gates and walls, posts, events and sensitive facilities; outlines of areas are coarse. Only a map review decides whether it may be published.</source>
        <translation>汇报公开版：不含高度、门牌、出入口与围墙、岗位、事件和敏感设施，区划界线已概略表示。能否公开以地图审核为准。</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>制作软件</translation>
    </message>
    <message>
        <source>Main reason</source>
        <translation>主要原因</translation>
    </message>
    <message>
        <source>Main results</source>
        <translation>主要结论</translation>
    </message>
    <message>
        <source>Main results (weight: {weight})</source>
        <translation>主要结论（权重：{weight}）</translation>
    </message>
    <message>
        <source>Makes a district in the manner of Suzhou with streets, estates, doorplates and facilities to try everything on.</source>
        <translation>生成苏州风格的示例辖区，含道路、小区、门牌和设施，供试用。</translation>
    </message>
    <message>
        <source>Makes an empty workspace and opens step ①</source>
        <translation>新建空的辖区数据库并打开第①步</translation>
    </message>
    <message>
        <source>Makes walls of estate outlines, and gates where a path meets them or a doorplate says so, all unknown until checked.</source>
        <translation>由小区轮廓生成围墙，在道路与之相交处或门牌注明处生成出入口，开放情况待核实。</translation>
    </message>
    <message>
        <source>Managed by</source>
        <translation>管理方式</translation>
    </message>
    <message>
        <source>Map approval number</source>
        <translation>审图号</translation>
    </message>
    <message>
        <source>Map approval number: {number}</source>
        <translation>审图号：{number}</translation>
    </message>
    <message>
        <source>Map {number}</source>
        <translation>地图 {number}</translation>
    </message>
    <message>
        <source>Mapping of columns</source>
        <translation>字段对应文件</translation>
    </message>
    <message>
        <source>Maps of the check list</source>
        <translation>核查清单地图</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>菜市场</translation>
    </message>
    <message>
        <source>Marks: A confirmed in a public text; B to be checked (fairly sure); C to be checked (fair); D to be checked (for reference only); S from a case; U set by this office.</source>
        <translation>标记：A 已核对公开文本；B 待核对（较可靠）；C 待核对（一般）；D 待核对（仅供参考）；S 案例材料；U 本单位设定。</translation>
    </message>
    <message>
        <source>Matched by doorplate_id; different profiles are refused.</source>
        <translation>按门牌编号匹配；评价方案不同则拒绝。</translation>
    </message>
    <message>
        <source>Matching doorplates with buildings</source>
        <translation>正在匹配门牌与建筑</translation>
    </message>
    <message>
        <source>Matters only with slopes and one-way gates.</source>
        <translation>仅在有坡度或单向通行时有影响。</translation>
    </message>
    <message>
        <source>May be merged</source>
        <translation>可合并</translation>
    </message>
    <message>
        <source>May be newly covered ({weight})</source>
        <translation>可新增覆盖（{weight}）</translation>
    </message>
    <message>
        <source>May be right (an enclave), may be forgotten ground.</source>
        <translation>可能属于别的区划，也可能遗漏。</translation>
    </message>
    <message>
        <source>May be right (an exclave), may be a slip of drawing.</source>
        <translation>可能是飞地，也可能是绘图失误。</translation>
    </message>
    <message>
        <source>Mean share of judged categories within reach</source>
        <translation>配套完整度（可达类别占评价类别的平均比例）</translation>
    </message>
    <message>
        <source>Mean shift of all vertices (m)</source>
        <translation>全部顶点的平均偏移（米）</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measure from here</source>
        <translation>在此测量</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>改进建议</translation>
    </message>
    <message>
        <source>Measures (most newly covered first)</source>
        <translation>建议（按可新增覆盖排序）</translation>
    </message>
    <message>
        <source>Measures first</source>
        <translation>优先措施</translation>
    </message>
    <message>
        <source>Measures for every area and category the share of residential land inside the isochrone, beside the shares of households within reach and inside straight-line circles.</source>
        <translation>逐区划、逐类别计算等时圈内居住用地的比例，并列出步行可达与直线圈内的户数比例。</translation>
    </message>
    <message>
        <source>Measures in the order of table {number}; upwards: newly covered, {weight} × categories</source>
        <translation>建议（按表{number}的顺序）；纵轴：新增覆盖（{weight}×类别）</translation>
    </message>
    <message>
        <source>Measures path density, access of doorplates and estates without paths, and says where the network cannot carry a verdict.</source>
        <translation>测算路网密度、门牌接入和无内部道路的小区，指出路网不足以支撑结论的地方。</translation>
    </message>
    <message>
        <source>Measures that follow from the reasons</source>
        <translation>由原因得出的建议数</translation>
    </message>
    <message>
        <source>Measures, most newly covered first</source>
        <translation>改进建议，按可新增覆盖排序</translation>
    </message>
    <message>
        <source>Measuring the land inside the isochrones</source>
        <translation>正在量算等时圈内的用地</translation>
    </message>
    <message>
        <source>Measuring the network of {count} areas</source>
        <translation>正在测算{count}个区划的路网</translation>
    </message>
    <message>
        <source>Median walk (m)</source>
        <translation>步行距离中位数（米）</translation>
    </message>
    <message>
        <source>Medium, about 20,000</source>
        <translation>中，约2万个</translation>
    </message>
    <message>
        <source>Mend the source, import it again and repeat this report: what is mended is no longer listed.</source>
        <translation>改正源数据、重新导入后再次生成本报告，已改正的问题不再列出。</translation>
    </message>
    <message>
        <source>Mend what is safe</source>
        <translation>修正可安全修正的问题</translation>
    </message>
    <message>
        <source>Mend what the message says, then import the table again.</source>
        <translation>按说明改正后重新导入。</translation>
    </message>
    <message>
        <source>Mended {applied} problems, {skipped} were left; {changes} changes. The copy is {name}.</source>
        <translation>已修正 {applied} 个问题，{skipped} 个未修正，共改动 {changes} 处。副本为 {name}。</translation>
    </message>
    <message>
        <source>Mending {number} of {count}</source>
        <translation>正在修正第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Mends a copy of the workspace and checks it again</source>
        <translation>在辖区数据库副本中修正并重新检查</translation>
    </message>
    <message>
        <source>Merge below (households)</source>
        <translation>合并下限（户）</translation>
    </message>
    <message>
        <source>Merge candidate</source>
        <translation>合并候选</translation>
    </message>
    <message>
        <source>Merge candidates</source>
        <translation>合并候选数</translation>
    </message>
    <message>
        <source>Merge candidates without a neighbour in their own sub-district that stays within {most} households: {codes}</source>
        <translation>以下合并候选在本街道内没有合并后不超过 {most} 户的邻社区：{codes}</translation>
    </message>
    <message>
        <source>Merge places</source>
        <translation>合并起点</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>拟并入</translation>
    </message>
    <message>
        <source>Merge with (code)</source>
        <translation>拟并入（编码）</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>判定方法</translation>
    </message>
    <message>
        <source>Method of the check</source>
        <translation>方法说明</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>米</translation>
    </message>
    <message>
        <source>Metres of single doorplates are given to the centimetre; the result database holds them unrounded.</source>
        <translation>单个门牌的米数保留到厘米，未取整的值见成果数据库。</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes use the walker's speed.</source>
        <translation>分钟按步行者速度计算。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Missing optional tables are left out of the result and named.</source>
        <translation>缺少的可选表不参与计算并注明。</translation>
    </message>
    <message>
        <source>Missing table</source>
        <translation>缺少的表</translation>
    </message>
    <message>
        <source>Missing: {list}</source>
        <translation>缺：{list}</translation>
    </message>
    <message>
        <source>Months are counted back from the newest date of all tables.</source>
        <translation>以各表中最新日期为基准。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More analyses</source>
        <translation>更多分析</translation>
    </message>
    <message>
        <source>More changes stand in the table changes: {count}.</source>
        <translation>另有 {count} 处改动，见表 changes。</translation>
    </message>
    <message>
        <source>More households for each worker post than this count as overloaded; a grid of one worker has at most 500.</source>
        <translation>每个网格员岗位服务的户数超过此值为负荷过重；一个网格一名网格员，至多500户。</translation>
    </message>
    <message>
        <source>More than half of the rows are older than {months} months (newest {date}).</source>
        <translation>半数以上的行已超过{months}个月（最新 {date}）。</translation>
    </message>
    <message>
        <source>Most doorplates</source>
        <translation>门牌数上限</translation>
    </message>
    <message>
        <source>Most first · click to fly there</source>
        <translation>由多到少 · 点击飞到该区域</translation>
    </message>
    <message>
        <source>Move the end onto the other line and give that a vertex there, or set a join tolerance of {metres} m.</source>
        <translation>将端点移到另一条线上并在该处添加顶点，或将打断容差设为 {metres} 米。</translation>
    </message>
    <message>
        <source>Move the gate onto its wall.</source>
        <translation>请将出入口移到所属围墙上。</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移动地图</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Moves a layer between GCJ-02, BD-09 and WGS 84.</source>
        <translation>在GCJ-02、BD-09与WGS 84之间转换图层。</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name (signature)</source>
        <translation>姓名（签字）</translation>
    </message>
    <message>
        <source>Name its estate, or close its wall to a ring.</source>
        <translation>请注明所属小区，或将围墙闭合成环。</translation>
    </message>
    <message>
        <source>Name of the district</source>
        <translation>辖区名称</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <source>Named areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Near-miss distance (m)</source>
        <translation>端点间距（米）</translation>
    </message>
    <message>
        <source>Near-miss of ends</source>
        <translation>未接上端点</translation>
    </message>
    <message>
        <source>Nearby on foot</source>
        <translation>步行可达查询</translation>
    </message>
    <message>
        <source>Nearest and within the limit for</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Nearest but over the limit for</source>
        <translation>最近但超限</translation>
    </message>
    <message>
        <source>Nearest facility</source>
        <translation>最近设施</translation>
    </message>
    <message>
        <source>Nearly the address of {other} ({address}): a slip of the pen?</source>
        <translation>与 {other}（{address}）的地址几乎相同：是否笔误？</translation>
    </message>
    <message>
        <source>Nearly the same address</source>
        <translation>地址疑似重复</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>邻社区</translation>
    </message>
    <message>
        <source>Neighbour (code)</source>
        <translation>邻社区（编码）</translation>
    </message>
    <message>
        <source>Neighbour to merge with</source>
        <translation>邻社区</translation>
    </message>
    <message>
        <source>Neighbours of merge candidates</source>
        <translation>合并候选的邻社区</translation>
    </message>
    <message>
        <source>Neither a facility nor a survey, so no data unless another list holds them: {categories}.</source>
        <translation>既无设施又未说明查全，除非其他清单中有，否则为数据不足：{categories}。</translation>
    </message>
    <message>
        <source>Neither doorplates nor areas tell how many households there are.</source>
        <translation>门牌和区划都没有户数。</translation>
    </message>
    <message>
        <source>Nesting areas</source>
        <translation>正在核对上下级关系</translation>
    </message>
    <message>
        <source>Network not usable</source>
        <translation>路网不可用</translation>
    </message>
    <message>
        <source>Network problems</source>
        <translation>路网问题</translation>
    </message>
    <message>
        <source>Network quality</source>
        <translation>路网质量</translation>
    </message>
    <message>
        <source>Network quality by area</source>
        <translation>区划路网质量</translation>
    </message>
    <message>
        <source>Network quality by estate</source>
        <translation>小区路网质量</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New Workspace</source>
        <translation>新建辖区数据库</translation>
    </message>
    <message>
        <source>New Workspace…</source>
        <translation>新建辖区数据库…</translation>
    </message>
    <message>
        <source>New and empty. Import a file in step ①.</source>
        <translation>新建，尚无数据。请在第①步导入文件。</translation>
    </message>
    <message>
        <source>New and reached</source>
        <translation>新增且可达</translation>
    </message>
    <message>
        <source>New facility</source>
        <translation>新增设施</translation>
    </message>
    <message>
        <source>New facility {id}: {services}</source>
        <translation>新增设施 {id}：{services}</translation>
    </message>
    <message>
        <source>New land</source>
        <translation>新增土地</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Newest date by table, JSON</source>
        <translation>各表最新日期（JSON）</translation>
    </message>
    <message>
        <source>Newly covered, measure after measure</source>
        <translation>累计新增覆盖</translation>
    </message>
    <message>
        <source>Newly met</source>
        <translation>新增达标</translation>
    </message>
    <message>
        <source>Newly met {gained}, lost {lost}</source>
        <translation>新增达标 {gained}，减少 {lost}</translation>
    </message>
    <message>
        <source>Newly within the limit of the category; gains and losses are counted apart</source>
        <translation>该类由未达标变为达标；增与减分别计，不相抵</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No CRS code exists for {word}: the result keeps {crs} and fits only maps of its kind.</source>
        <translation>{word} 没有CRS代码：结果仍标为 {crs}，只能与同类坐标的地图叠加。</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>无地址</translation>
    </message>
    <message>
        <source>No administrative boundary is complete in the file: its bounds stand as one district, {name}.</source>
        <translation>文件中没有完整的行政区界线：以数据范围作为一个区县，名为 {name}。</translation>
    </message>
    <message>
        <source>No area has this code or name.</source>
        <translation>没有此编码或名称的区划。</translation>
    </message>
    <message>
        <source>No area of the level above holds more than half of this one.</source>
        <translation>上一级没有区划包含其一半以上。</translation>
    </message>
    <message>
        <source>No area of the level {level} holds more than half of this one.</source>
        <translation>没有 {level} 级区划包含该区划一半以上的面积。</translation>
    </message>
    <message>
        <source>No area passes this filter</source>
        <translation>当前筛选下没有区域</translation>
    </message>
    <message>
        <source>No areas in this file: ranking and area figures are left out</source>
        <translation>本文件未含区域界线，排名与区域指标从略</translation>
    </message>
    <message>
        <source>No boundaries of communities were supplied: figures are for the whole area only.</source>
        <translation>未提供街道、社区界线，仅有全域数字。</translation>
    </message>
    <message>
        <source>No building passes this filter</source>
        <translation>当前筛选下没有建筑</translation>
    </message>
    <message>
        <source>No building: none by its code, none around it, and none within 15 m that is clearly its own.</source>
        <translation>无对应建筑：编码不符，不在建筑内，15 米内也无可确定归属的建筑。</translation>
    </message>
    <message>
        <source>No buildings in this file: only boundaries and doorplates are shown</source>
        <translation>未提供建筑，仅显示边界与门牌</translation>
    </message>
    <message>
        <source>No category has facilities in the data: no conclusion.</source>
        <translation>数据中没有任何类别的设施，不作结论。</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>No column of the file was recognised as {columns}. Name it in FIELDS, for example {example}; the file has: {known}.</source>
        <translation>文件中没有可识别为 {columns} 的字段。请在 FIELDS 中指明，如 {example}；文件现有字段：{known}。</translation>
    </message>
    <message>
        <source>No column with addresses was recognised. State it in FIELDS, for example address=地址. It has: {known}.</source>
        <translation>未识别到地址字段。请在 FIELDS 中指明，如 address=地址。现有字段：{known}。</translation>
    </message>
    <message>
        <source>No column with personal data was found.</source>
        <translation>未发现含个人信息的字段。</translation>
    </message>
    <message>
        <source>No columns with coordinates were recognised. State them in X_FIELD and Y_FIELD. The file has: {known}.</source>
        <translation>未识别到坐标字段。请在 X_FIELD 和 Y_FIELD 中指明。文件中有：{known}。</translation>
    </message>
    <message>
        <source>No coordinate reference system</source>
        <translation>无坐标参照系</translation>
    </message>
    <message>
        <source>No coverage results in this file</source>
        <translation>本文件不含覆盖分析</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>No data on such facilities</source>
        <translation>未提供此类设施数据</translation>
    </message>
    <message>
        <source>No data on {category} were supplied: no conclusion.</source>
        <translation>未提供{category}数据，不作结论。</translation>
    </message>
    <message>
        <source>No data on {names} were supplied: nothing is concluded about them.</source>
        <translation>未提供{names}数据，不作结论。</translation>
    </message>
    <message>
        <source>No data on {names}.</source>
        <translation>未提供{names}数据。</translation>
    </message>
    <message>
        <source>No doorplate has this road, estate or community, or several places bear its name.</source>
        <translation>门牌中无此路名、小区或社区，或同名之处不止一个。</translation>
    </message>
    <message>
        <source>No doorplate here. Click nearer, or zoom in.</source>
        <translation>此处没有门牌，请靠近门牌点击或放大地图。</translation>
    </message>
    <message>
        <source>No doorplate stands in this area.</source>
        <translation>该区划内没有门牌。</translation>
    </message>
    <message>
        <source>No doorplate stands in this building or within 15 m of it.</source>
        <translation>该建筑内及周围15米没有门牌。</translation>
    </message>
    <message>
        <source>No doorplate_id stands in both ledgers: they are of different districts, or their ids were given anew.</source>
        <translation>两份台账没有相同的doorplate_id：不是同一辖区，或门牌编号已重新编排。</translation>
    </message>
    <message>
        <source>No doorplates</source>
        <translation>无门牌</translation>
    </message>
    <message>
        <source>No facility data</source>
        <translation>无此类设施数据</translation>
    </message>
    <message>
        <source>No facility of the category {category}, and no survey says that it was looked for.</source>
        <translation>没有“{category}”类设施，也没有调查记录说明已经查过。</translation>
    </message>
    <message>
        <source>No finding has a place on the map.</source>
        <translation>没有可在地图上表示的问题。</translation>
    </message>
    <message>
        <source>No fix can be carried out by itself; edit the feature</source>
        <translation>无法自动修正，请编辑该要素</translation>
    </message>
    <message>
        <source>No geometry</source>
        <translation>无几何图形</translation>
    </message>
    <message>
        <source>No graphics hardware here: switched to a simple flat view</source>
        <translation>当前设备没有图形加速，已切换为平面简化显示</translation>
    </message>
    <message>
        <source>No height</source>
        <translation>无高程</translation>
    </message>
    <message>
        <source>No household lies in these communities, so nothing is said of them: {codes}</source>
        <translation>以下社区内没有住户，不作判断：{codes}</translation>
    </message>
    <message>
        <source>No households</source>
        <translation>无住户</translation>
    </message>
    <message>
        <source>No households were given: every doorplate counts once, so the shares are shares of doorplates.</source>
        <translation>数据未含户数，每个门牌计一次，各比例均为门牌比例。</translation>
    </message>
    <message>
        <source>No households, not ranked</source>
        <translation>无住户，不参与排名</translation>
    </message>
    <message>
        <source>No layer of the drawing is known to hold {table}. It has: {layers}. Name one in WORDS: drawings: {example}.</source>
        <translation>图形中没有已知属于 {table} 的图层。现有：{layers}。请在 WORDS 中指定：drawings: {example}。</translation>
    </message>
    <message>
        <source>No length</source>
        <translation>长度为零</translation>
    </message>
    <message>
        <source>No longer met</source>
        <translation>不再达标</translation>
    </message>
    <message>
        <source>No path leads to these new or moved facilities, so they serve nobody: {ids}.</source>
        <translation>下列新增或迁移的设施未接入路网，不服务任何人：{ids}。</translation>
    </message>
    <message>
        <source>No person, telephone or identity number is printed; addresses end at the door.</source>
        <translation>本报告不含姓名、电话、证件号，地址只到门牌。</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>无位置</translation>
    </message>
    <message>
        <source>No places</source>
        <translation>容量为0</translation>
    </message>
    <message>
        <source>No point lies in a cell of the population raster that has a value. Choose a raster of this place.</source>
        <translation>没有点位于人口栅格有值的像元内。请选择本地的栅格。</translation>
    </message>
    <message>
        <source>No reservation.</source>
        <translation>无保留。</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>路网不连通</translation>
    </message>
    <message>
        <source>No row has two coordinates. State the columns with X_FIELD and Y_FIELD.</source>
        <translation>没有一行同时有两个坐标。请用 X_FIELD 和 Y_FIELD 指明字段。</translation>
    </message>
    <message>
        <source>No street passes the wall at this gate, so it opens nothing.</source>
        <translation>此出入口处没有道路穿过围墙，不起作用。</translation>
    </message>
    <message>
        <source>No street within {limit} that walls or water do not keep off.</source>
        <translation>{limit}内没有不被围墙或水面隔开的道路。</translation>
    </message>
    <message>
        <source>No such facility</source>
        <translation>无此类设施数据</translation>
    </message>
    <message>
        <source>No such facility inside or outside the district</source>
        <translation>区内外均无此类设施</translation>
    </message>
    <message>
        <source>No table of the data states dates; how old it is nobody can tell.</source>
        <translation>数据均无日期，现势性无从得知。</translation>
    </message>
    <message>
        <source>No walk can be measured: there is no coverage.</source>
        <translation>无法量算步行距离，不能计算服务覆盖。</translation>
    </message>
    <message>
        <source>No walk leads from one to the other.</source>
        <translation>两者之间步行不通。</translation>
    </message>
    <message>
        <source>No walk leads through the gate.</source>
        <translation>没有步行路径经过该出入口。</translation>
    </message>
    <message>
        <source>No walk reaches the facility; whoever lives beside it counts as not reached.</source>
        <translation>步行到不了该设施，邻近住户也按不可达计。</translation>
    </message>
    <message>
        <source>No wall of its estate stands within {metres} m of the gate.</source>
        <translation>该出入口 {metres} 米内没有其所属小区的围墙。</translation>
    </message>
    <message>
        <source>No way on foot</source>
        <translation>路网不连通</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>未打开辖区数据库</translation>
    </message>
    <message>
        <source>No workspace is open, so there is no check list. Open one in the panel.</source>
        <translation>尚未打开辖区数据库，没有核查清单。请在面板中打开。</translation>
    </message>
    <message>
        <source>No workspace is open. Open one, or the sample district.</source>
        <translation>尚未打开辖区数据库。请打开一个，或打开示例辖区。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序</translation>
    </message>
    <message>
        <source>No. {place} of {all}</source>
        <translation>第 {place} / {all}</translation>
    </message>
    <message>
        <source>Nobody can say at a desk whether these homes reach the service.</source>
        <translation>在室内无法判断这些住户能否走到该设施。</translation>
    </message>
    <message>
        <source>Nobody can tell how old the boundaries are.</source>
        <translation>界线的现势性无从得知。</translation>
    </message>
    <message>
        <source>Nobody can tell how old the survey is.</source>
        <translation>调查的现势性无从得知。</translation>
    </message>
    <message>
        <source>Nobody can tell where the rows lie; every run will refuse the table.</source>
        <translation>无法确定位置，各项运行都会拒绝此表。</translation>
    </message>
    <message>
        <source>Nobody can walk the line; it is left out.</source>
        <translation>该线无法步行，不参与计算。</translation>
    </message>
    <message>
        <source>Nobody inside reaches any service.</source>
        <translation>其中住户各类服务均不可达。</translation>
    </message>
    <message>
        <source>Nobody knows whom the gate serves.</source>
        <translation>不知该出入口属于哪个小区。</translation>
    </message>
    <message>
        <source>Nobody misses a service that is in the data.</source>
        <translation>有数据的各类服务均已全部覆盖。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None of the {count} estates is gated by its column gated. Say yes where walls stand, or unknown.</source>
        <translation>{count}个小区的gated字段均非封闭。请在有围墙处填yes，不清楚的填unknown。</translation>
    </message>
    <message>
        <source>None of the {count} facilities has a known type (first: “{first}”). Write one of these into services: {known}.</source>
        <translation>{count} 处设施的类型均无法识别（首个：“{first}”）。请在 services 字段填写以下类型之一：{known}。</translation>
    </message>
    <message>
        <source>None of the {count} places is within {limit} m of a walkable street. Raise the snap limit or check the places.</source>
        <translation>{count} 个起点中没有一个在可步行路段 {limit} 米以内。请提高接入距离上限，或检查起点位置。</translation>
    </message>
    <message>
        <source>None of the {count} rows of {table} can be used. The first: {reason}</source>
        <translation>{table} 的 {count} 行均不可用。首行原因：{reason}</translation>
    </message>
    <message>
        <source>None of the {count} streets can be walked: they have no length, or walkable or kind excludes them. Check the walking network.</source>
        <translation>{count} 条路段均不可步行：长度为零，或被 walkable、kind 字段排除。请检查步行路网。</translation>
    </message>
    <message>
        <source>None of the {count} {kind} lies within {limit} m of a walkable street; the nearest is about {metres} m away.</source>
        <translation>{count} 个{kind}都不在可步行路段 {limit} 米以内，最近的约 {metres} 米。</translation>
    </message>
    <message>
        <source>North up</source>
        <translation>正北</translation>
    </message>
    <message>
        <source>North up, now at {bearing} degrees</source>
        <translation>指北，当前方位 {bearing} 度</translation>
    </message>
    <message>
        <source>Northing (m)</source>
        <translation>北坐标 (X)（米）</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>非数值</translation>
    </message>
    <message>
        <source>Not checked yet. Press “Check again”.</source>
        <translation>尚未检查。请按“重新检查”。</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>Not complete after all, because their rows were rejected: {categories}. Mend these rows and load the list again.</source>
        <translation>因有记录未入库，以下类别不能视为查全：{categories}。请修正这些记录后重新导入。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接入路网</translation>
    </message>
    <message>
        <source>Not connected to a street</source>
        <translation>未接入路网</translation>
    </message>
    <message>
        <source>Not connected to the network</source>
        <translation>未接入路网</translation>
    </message>
    <message>
        <source>Not connected, no way</source>
        <translation>未接入或不连通</translation>
    </message>
    <message>
        <source>Not connected, or no way on foot</source>
        <translation>未接入路网或路网不连通</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>未覆盖</translation>
    </message>
    <message>
        <source>Not covered ({weight})</source>
        <translation>未覆盖（{weight}）</translation>
    </message>
    <message>
        <source>Not covered for certain</source>
        <translation>稳定不可达</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>Not enough data: {names}.</source>
        <translation>数据不足：{names}。</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>不评价</translation>
    </message>
    <message>
        <source>Not judged until somebody confirms their limits: {names}.</source>
        <translation>限值尚未核对、未启用：{names}。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not known: by persons per household</source>
        <translation>未知：按户均人口推算</translation>
    </message>
    <message>
        <source>Not known: one household</source>
        <translation>未知：按1户计</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>未入库</translation>
    </message>
    <message>
        <source>Not loaded, whatever stands in them: {columns}.</source>
        <translation>以下字段一律不读取：{columns}。</translation>
    </message>
    <message>
        <source>Not mended: {problem}: {reason}</source>
        <translation>未修正：{problem}：{reason}</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>不达标</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>不可达</translation>
    </message>
    <message>
        <source>Not reached · {category}</source>
        <translation>未覆盖 · {category}</translation>
    </message>
    <message>
        <source>Not residential / No data</source>
        <translation>非居住 / 无数据</translation>
    </message>
    <message>
        <source>Not reviewed. Not for publication.</source>
        <translation>未经审核 不得公开</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Note every gate outside: where, and open to whom.</source>
        <translation>现场登记每个出入口的位置和通行规则。</translation>
    </message>
    <message>
        <source>Note the estate of the gate.</source>
        <translation>注明所属小区。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Notes found</source>
        <translation>发现的提示数</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”. Try a house number, an estate or a 15-digit grid code.</source>
        <translation>没有找到“{words}”。可试试门牌号、小区名或 15 位网格编码</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Nothing is downloaded.</source>
        <translation>不联网下载。</translation>
    </message>
    <message>
        <source>Nothing is installed from here. After these commands restart QGIS.</source>
        <translation>本页不安装任何软件。执行以下命令后重启QGIS。</translation>
    </message>
    <message>
        <source>Nothing is judged here.</source>
        <translation>此处无可判定的服务。</translation>
    </message>
    <message>
        <source>Nothing is left uncovered</source>
        <translation>没有未覆盖的项目</translation>
    </message>
    <message>
        <source>Nothing is missed, so nothing is proposed.</source>
        <translation>各类服务均已覆盖，无需措施。</translation>
    </message>
    <message>
        <source>Nothing is stored on this computer and nothing is sent.</source>
        <translation>不在本机存储任何内容，也不发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing tells the workload. Give DOORPLATES, STREETS or FACILITIES.</source>
        <translation>缺少工作量依据。请给出 DOORPLATES、STREETS 或 FACILITIES。</translation>
    </message>
    <message>
        <source>Nothing tells what the facility offers. Name its type.</source>
        <translation>无法判断该设施提供何种服务。请填写类型。</translation>
    </message>
    <message>
        <source>Nothing tells what the rows are (columns: {known}). State TABLE, and FIELDS where needed.</source>
        <translation>无法判断各行是什么数据（字段：{known}）。请指定 TABLE，必要时指定 FIELDS。</translation>
    </message>
    <message>
        <source>Nothing to look for. Give FACILITIES, POSTS, DOORPLATES, GATES or AREAS.</source>
        <translation>没有要查询的内容。请给出 FACILITIES、POSTS、DOORPLATES、GATES 或 AREAS。</translation>
    </message>
    <message>
        <source>Nothing was run. To run all the same set ACCEPT_CHANGES.</source>
        <translation>未运行。如仍要运行，请设置ACCEPT_CHANGES。</translation>
    </message>
    <message>
        <source>Nothing, unless the entrance is far from that point: then give the entrance.</source>
        <translation>一般无需处理；出入口离该点较远时，改用出入口位置。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无需处理。</translation>
    </message>
    <message>
        <source>Nothing: both become one street.</source>
        <translation>无影响：两者合为一条路。</translation>
    </message>
    <message>
        <source>Nothing: one of them is left out.</source>
        <translation>无影响：其一不参与计算。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
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
        <source>Number of communities</source>
        <translation>社区数</translation>
    </message>
    <message>
        <source>Number of communities with grids</source>
        <translation>有网格的社区数</translation>
    </message>
    <message>
        <source>Number of doorplates</source>
        <translation>门牌数</translation>
    </message>
    <message>
        <source>Number of estates</source>
        <translation>小区数</translation>
    </message>
    <message>
        <source>Number of facilities</source>
        <translation>设施数</translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>Number of gates</source>
        <translation>出入口数量</translation>
    </message>
    <message>
        <source>Number of grids</source>
        <translation>网格数</translation>
    </message>
    <message>
        <source>Number of pieces of land</source>
        <translation>用地地块数</translation>
    </message>
    <message>
        <source>Number of places</source>
        <translation>起点数</translation>
    </message>
    <message>
        <source>Number of streets</source>
        <translation>路段数</translation>
    </message>
    <message>
        <source>Number of units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Number of walks drawn</source>
        <translation>已绘制的路径数</translation>
    </message>
    <message>
        <source>Number of walls</source>
        <translation>围墙数</translation>
    </message>
    <message>
        <source>Numbers of measures and their effect: table {number}.</source>
        <translation>建议的效果为逐项估算，说明见表{number}。</translation>
    </message>
    <message>
        <source>Numbers separated by commas, in the unit below.</source>
        <translation>逗号分隔，单位见下。</translation>
    </message>
    <message>
        <source>Numbers the grids of each community from west to east and north to south and keeps the old codes.</source>
        <translation>在每个社区内按由西向东、由北向南的顺序为网格编号，并保留原编码。</translation>
    </message>
    <message>
        <source>Numbers: {list}.</source>
        <translation>编号：{list}。</translation>
    </message>
    <message>
        <source>OSM File</source>
        <translation>OSM文件</translation>
    </message>
    <message>
        <source>OSM File…</source>
        <translation>OSM文件…</translation>
    </message>
    <message>
        <source>OSM file</source>
        <translation>OSM文件</translation>
    </message>
    <message>
        <source>OSM files (*.pbf *.osm)</source>
        <translation>OSM文件 (*.pbf *.osm)</translation>
    </message>
    <message>
        <source>OUTPUT is the workspace itself. Choose another file: the original stays as it is.</source>
        <translation>OUTPUT 就是该辖区数据库本身。请另选文件：原库保持不变。</translation>
    </message>
    <message>
        <source>OVERLAP=no has no effect while MERGE is yes: one band has nothing to overlap.</source>
        <translation>MERGE=yes 时 OVERLAP=no 无效：合并为一组，无所谓重叠。</translation>
    </message>
    <message>
        <source>Objects more than {distance} km outside the extract were left out: {count}.</source>
        <translation>有 {count} 个对象在数据范围外 {distance} 千米以上，未读入。</translation>
    </message>
    <message>
        <source>Of a GeoPackage the rows are hashed: opening the file changes its bytes, not its rows.</source>
        <translation>GeoPackage 按各表数据行计算校验值：打开文件会改变其字节，不改变数据行。</translation>
    </message>
    <message>
        <source>Of table {number}, most newly covered first; effects are estimates.</source>
        <translation>摘自表{number}，按可新增覆盖排序；效果为估算。</translation>
    </message>
    <message>
        <source>Of them might go elsewhere</source>
        <translation>其中可去别处的人数</translation>
    </message>
    <message>
        <source>Of {count} categories {passed} pass, {failed} fail, and {open} lack the data; coverage is lowest for {named}.</source>
        <translation>{count}类服务中达标{passed}类，不达标{failed}类，数据不足{open}类；覆盖率最低的是{named}。</translation>
    </message>
    <message>
        <source>Of {count} communities {split} are split candidates, {merge} merge candidates and {keep} are to be kept; of {unknown} the data do not tell. Candidates are for discussion, never decisions.</source>
        <translation>{count}个社区中，拆分候选{split}个，合并候选{merge}个，保留{keep}个，数据不足{unknown}个。候选仅供研究，不是结论。</translation>
    </message>
    <message>
        <source>Of {count} services {passed} pass, {failed} fail, {open} lack the data.</source>
        <translation>结论　{count}类服务：达标{passed}，不达标{failed}，数据不足{open}。</translation>
    </message>
    <message>
        <source>Of “Service coverage” with SENSITIVITY: doorplates with a borderline answer go to the check list.</source>
        <translation>打开 SENSITIVITY 的“服务覆盖”结果：临界门牌列入核查清单。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Off the network</source>
        <translation>未接入路网</translation>
    </message>
    <message>
        <source>Off: estates whose gated is unknown get walls too; those with gated = no never do.</source>
        <translation>关闭时，封闭情况不明的小区也生成围墙；gated为no的一律不生成。</translation>
    </message>
    <message>
        <source>Off: results are written and not added to the map.</source>
        <translation>关闭后只写成果文件，不加入地图。</translation>
    </message>
    <message>
        <source>Old boundary</source>
        <translation>界线陈旧</translation>
    </message>
    <message>
        <source>Older person</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Older than 12 months (%)</source>
        <translation>超过12个月的比例（%）</translation>
    </message>
    <message>
        <source>Older than {months} months</source>
        <translation>超过{months}个月</translation>
    </message>
    <message>
        <source>Older, 0.8 m/s</source>
        <translation>老年人 0.8 米/秒</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最旧</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>On foot (m)</source>
        <translation>步行距离（米）</translation>
    </message>
    <message>
        <source>On foot (min)</source>
        <translation>步行时间（分钟）</translation>
    </message>
    <message>
        <source>On foot, by the ledger</source>
        <translation>路网覆盖率（台账）</translation>
    </message>
    <message>
        <source>One band for all places, or one each.</source>
        <translation>合并为一组，或每点一组。</translation>
    </message>
    <message>
        <source>One capacity for several categories</source>
        <translation>多类服务共用一个容量</translation>
    </message>
    <message>
        <source>One centre stands for many doors: their walks are all the same and may be wrong by the size of the estate.</source>
        <translation>以一个中心点代表多个门，步行距离完全相同，误差可达小区大小。</translation>
    </message>
    <message>
        <source>One column with personal data is left out: {column}.</source>
        <translation>将剔除 1 个含个人信息的字段：{column}。</translation>
    </message>
    <message>
        <source>One door may count twice.</source>
        <translation>同一个门可能重复计算。</translation>
    </message>
    <message>
        <source>One hint at each step until it is closed; switched on again, all come back.</source>
        <translation>每步一条提示，可关闭；重新勾选后全部恢复显示。</translation>
    </message>
    <message>
        <source>One kilometre in 15 minutes</source>
        <translation>“一公里15分钟”核验</translation>
    </message>
    <message>
        <source>One ledger follows the walking network, the other is estimated: changes may come from the method alone.</source>
        <translation>一份台账按步行路网，另一份为估算：变化可能只来自方法不同。</translation>
    </message>
    <message>
        <source>One level up or down</source>
        <translation>上一级、下一级</translation>
    </message>
    <message>
        <source>One of 400 m² or more (for reference)</source>
        <translation>单处不低于400 m²（参考）</translation>
    </message>
    <message>
        <source>One of the two areas is not there.</source>
        <translation>两个区划中有一个不存在。</translation>
    </message>
    <message>
        <source>One of the two doorplates is not there.</source>
        <translation>两个门牌中有一个不存在。</translation>
    </message>
    <message>
        <source>One of the two figures is wrong or of another date.</source>
        <translation>两个数字中有一个有误，或日期不同。</translation>
    </message>
    <message>
        <source>One of the two streets is not there.</source>
        <translation>两条路段中有一条不存在。</translation>
    </message>
    <message>
        <source>One page for every community, in a file for each sub-district beside this one.</source>
        <translation>每个社区一页，按街道分为单独文件，与本文件同在一处。</translation>
    </message>
    <message>
        <source>One page for every community, numbered in the order of their codes as on the maps.</source>
        <translation>每个社区一页，按编码顺序编号，与各图一致。</translation>
    </message>
    <message>
        <source>One per level, or one with all levels.</source>
        <translation>每级一个，或一个含各级。</translation>
    </message>
    <message>
        <source>One row per doorplate; per category the nearest facility (_id), the walk in metres (_m) and minutes (_min), whether it is within reach (_ok) and why not (_why); empty where there is no way. Then reached, judged, completeness (0 to 1), snap_m, profile, walker.</source>
        <translation>每个门牌一行；每类服务：最近设施（_id）、步行米数（_m）和分钟数（_min）、是否可达（_ok）、原因（_why），无路可走时为空。其后为 reached、judged、completeness（0–1）、snap_m、profile、walker。</translation>
    </message>
    <message>
        <source>One row per finding: table, row, rule, severity, message, fix, state.</source>
        <translation>每个问题一行：table、row、rule、severity、message、fix、state。</translation>
    </message>
    <message>
        <source>One row.</source>
        <translation>共 1 行。</translation>
    </message>
    <message>
        <source>One sheet for each area, sorted by road and number.</source>
        <translation>每个区划一张工作表，按路名和门牌号排序。</translation>
    </message>
    <message>
        <source>One sign may stand for several findings. For internal use only; boundaries are no basis for delimitation.</source>
        <translation>一个符号可代表多项问题。仅供内部使用，界线不作为划界依据。</translation>
    </message>
    <message>
        <source>One-letter keys</source>
        <translation>单字母快捷键</translation>
    </message>
    <message>
        <source>Only estates known to be gated</source>
        <translation>仅限确认封闭的小区</translation>
    </message>
    <message>
        <source>Only kind, state, age and place are in this file, no names and no free text.</source>
        <translation>本文件仅含事件的类别、状态、时长与位置，不含姓名和文字描述。</translation>
    </message>
    <message>
        <source>Only one of the ledgers judges these categories, so they are left out: {names}.</source>
        <translation>只有一份台账评价以下类别，未纳入对比：{names}。</translation>
    </message>
    <message>
        <source>Only the first row of an identifier counts; the others are left out of the coverage check.</source>
        <translation>同一编号只计第一行，其余不参与服务覆盖计算。</translation>
    </message>
    <message>
        <source>Only what touches it is read: one doorplate of a large district is answered at once. Walks may not leave it.</source>
        <translation>只读取与其相交的要素：大辖区中的单个门牌可即时得到结果。路径不会超出此范围。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Open 3D Scene</source>
        <translation>打开三维场景</translation>
    </message>
    <message>
        <source>Open Attribute Table</source>
        <translation>打开属性表</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open Ledger</source>
        <translation>打开台账</translation>
    </message>
    <message>
        <source>Open Panel</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <source>Open Report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Open Sample District</source>
        <translation>打开示例辖区</translation>
    </message>
    <message>
        <source>Open Word Report</source>
        <translation>打开Word报告</translation>
    </message>
    <message>
        <source>Open Workbook</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation>打开辖区数据库</translation>
    </message>
    <message>
        <source>Open Workspace…</source>
        <translation>打开辖区数据库…</translation>
    </message>
    <message>
        <source>Open a gate</source>
        <translation>开放出入口</translation>
    </message>
    <message>
        <source>Open a gate (ask the owners)</source>
        <translation>开放出入口（需征求业主意见）</translation>
    </message>
    <message>
        <source>Open a path</source>
        <translation>打通步行路</translation>
    </message>
    <message>
        <source>Open a workspace with doorplates, facilities and a walking network first.</source>
        <translation>请先打开含门牌、设施和步行路网的辖区数据库。</translation>
    </message>
    <message>
        <source>Open in New Project</source>
        <translation>在新工程中打开</translation>
    </message>
    <message>
        <source>Open in Text Editor</source>
        <translation>用文本编辑器打开</translation>
    </message>
    <message>
        <source>Open the file at that line: too many or too few fields, or a broken quotation mark.</source>
        <translation>打开文件核对该行：字段过多、过少或引号不成对。</translation>
    </message>
    <message>
        <source>Open the sample district, or import a file: it makes a workspace.</source>
        <translation>打开示例辖区，或导入一个文件（自动建立辖区数据库）。</translation>
    </message>
    <message>
        <source>Open to all</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Open what is under the cross</source>
        <translation>打开十字中心处的要素</translation>
    </message>
    <message>
        <source>Open, make or leave a workspace</source>
        <translation>打开、新建或关闭辖区数据库</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>Opening rule</source>
        <translation>通行规则</translation>
    </message>
    <message>
        <source>Opening the gate {gate}</source>
        <translation>试开出入口 {gate}</translation>
    </message>
    <message>
        <source>Openings in walls; open is all, residents, closed or unknown.</source>
        <translation>围墙上的出入口；通行规则为所有人、仅居民、封闭或未知。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Other Folder…</source>
        <translation>另选文件夹…</translation>
    </message>
    <message>
        <source>Other Layer</source>
        <translation>其他图层</translation>
    </message>
    <message>
        <source>Other row</source>
        <translation>另一行</translation>
    </message>
    <message>
        <source>Our field</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>Our field for {column}</source>
        <translation>“{column}”的对应字段</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>需更新</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>步行不可达</translation>
    </message>
    <message>
        <source>Outlines of neighbours nearer than this share one wall, unless a street runs between them.</source>
        <translation>相邻小区轮廓小于此距离时共用一道围墙，中间有道路的除外。</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <source>Output of “Import events”; the scene shows category, state and age, never an address.</source>
        <translation>“导入事件”的输出；场景只显示类别、状态和时长，不含地址。</translation>
    </message>
    <message>
        <source>Output of “Service coverage”.</source>
        <translation>“服务覆盖”的输出。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>需现场核查</translation>
    </message>
    <message>
        <source>Outside estates</source>
        <translation>小区以外</translation>
    </message>
    <message>
        <source>Outside every area</source>
        <translation>在区划之外</translation>
    </message>
    <message>
        <source>Outside every estate {households} households ({count} doorplates) are walled in without a gate.</source>
        <translation>小区范围之外有{households}户（{count}个门牌）被围墙封闭且无出入口。</translation>
    </message>
    <message>
        <source>Outside the district, counted all the same</source>
        <translation>位于区外，仍计入服务</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>超出限值</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>超负荷</translation>
    </message>
    <message>
        <source>Overloaded above (households per worker)</source>
        <translation>负荷上限（户/网格员）</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总体情况</translation>
    </message>
    <message>
        <source>Overview: boundaries, walking network and facilities</source>
        <translation>辖区概况：界线、步行路网与设施</translation>
    </message>
    <message>
        <source>Own names and words</source>
        <translation>自定义名称与用词</translation>
    </message>
    <message>
        <source>Own profile file</source>
        <translation>自定义评价方案文件</translation>
    </message>
    <message>
        <source>PARTS are cut along streets. Give STREETS, or leave PARTS out.</source>
        <translation>PARTS 沿道路划分。请给出 STREETS，或不输出 PARTS。</translation>
    </message>
    <message>
        <source>PENALTIES: {fault}</source>
        <translation>PENALTIES：{fault}</translation>
    </message>
    <message>
        <source>PLACES has no features with a place on the map. Choose a layer with points.</source>
        <translation>PLACES 中没有带位置的要素。请选择点图层。</translation>
    </message>
    <message>
        <source>PRIORITIES: “{pair}” is no kind with a factor from {least} to {most}. Write for example 拆迁安置=1.5; one pair after the other, separated by semicolons.</source>
        <translation>PRIORITIES：“{pair}”不是“类型=系数”，系数应在{least}到{most}之间。例如 拆迁安置=1.5；多项用分号分隔。</translation>
    </message>
    <message>
        <source>PROBLEMS lacks the columns {columns}; it has: {known}.</source>
        <translation>PROBLEMS 缺少字段 {columns}；现有：{known}。</translation>
    </message>
    <message>
        <source>Packing tile {number} of {count}</source>
        <translation>正在打包分块 {number} / {count}</translation>
    </message>
    <message>
        <source>Pairs like “address=地址; building=楼栋号”, or a file that an earlier run wrote; empty: by the alias table.</source>
        <translation>如“address=地址; building=楼栋号”，或以前运行写出的文件；留空按别名表识别。</translation>
    </message>
    <message>
        <source>Pairs like “address=地址; building=楼栋号”, or a file with such pairs; empty: by the alias table.</source>
        <translation>如“address=地址; building=楼栋号”，或含此类对应的文件；留空按别名表识别。</translation>
    </message>
    <message>
        <source>Pairs of areas that share land</source>
        <translation>有共有地块的区划对数</translation>
    </message>
    <message>
        <source>Pairs of doorplate and category where isochrone and ledger differ</source>
        <translation>等时圈与台账不一致的门牌×类别数</translation>
    </message>
    <message>
        <source>Pairs of doorplate and facility within the limit</source>
        <translation>限值内的门牌与设施对数</translation>
    </message>
    <message>
        <source>Pairs of from_code and to_code with area_m2, households, and their shares in both areas (0 to 1).</source>
        <translation>from_code 与 to_code 的对应，含 area_m2、households 及其在两侧的占比（0–1）。</translation>
    </message>
    <message>
        <source>Pairs that are the same area</source>
        <translation>相同区划对数</translation>
    </message>
    <message>
        <source>Pairs that share only a part</source>
        <translation>部分重合对数</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters of the run</source>
        <translation>本次运行参数</translation>
    </message>
    <message>
        <source>Parent code</source>
        <translation>上级编码</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>公园</translation>
    </message>
    <message>
        <source>Part no.</source>
        <translation>片号</translation>
    </message>
    <message>
        <source>Parting the land between places</source>
        <translation>正在划分各起点之间的用地</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>划分体系</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>成果内容</translation>
    </message>
    <message>
        <source>Parts of the community</source>
        <translation>所属社区片数</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路网</translation>
    </message>
    <message>
        <source>Path density (km/km²)</source>
        <translation>路网密度（千米/平方千米）</translation>
    </message>
    <message>
        <source>Path density by level (km/km²), JSON</source>
        <translation>各级路网密度（千米/平方千米），JSON</translation>
    </message>
    <message>
        <source>Path length inside the areas by level (km), JSON</source>
        <translation>各级区划内路网长度（千米），JSON</translation>
    </message>
    <message>
        <source>Path of the 3D scene</source>
        <translation>三维场景路径</translation>
    </message>
    <message>
        <source>Path of the Word report</source>
        <translation>Word报告路径</translation>
    </message>
    <message>
        <source>Path of the briefing</source>
        <translation>简报路径</translation>
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
        <source>Path width (m)</source>
        <translation>路侧宽度（米）</translation>
    </message>
    <message>
        <source>Paths (km)</source>
        <translation>道路（千米）</translation>
    </message>
    <message>
        <source>Paths and facilities come from OpenStreetMap, where small paths and local facilities are often missing: real coverage may be better.</source>
        <translation>路网和设施取自 OpenStreetMap，小路和社区设施常有缺漏，实际覆盖可能更好。</translation>
    </message>
    <message>
        <source>Paths that pass a wall within this distance, and a gate that is given, are one gate.</source>
        <translation>在此距离内穿过围墙的多条道路及已有出入口视为同一出入口。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause walking reach</source>
        <translation>暂停步行范围</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>People assigned</source>
        <translation>分配到的人数</translation>
    </message>
    <message>
        <source>People in need of a place</source>
        <translation>有需求的人数</translation>
    </message>
    <message>
        <source>People in reach</source>
        <translation>可达人数</translation>
    </message>
    <message>
        <source>People not connected to the network</source>
        <translation>未接入路网的人数</translation>
    </message>
    <message>
        <source>People of the raster that were shared out</source>
        <translation>已分配的栅格人口</translation>
    </message>
    <message>
        <source>People out of reach</source>
        <translation>不可达的人数</translation>
    </message>
    <message>
        <source>People per cell, in any CRS; the first band is read. Areas with totals overrule it.</source>
        <translation>每像元人数，任意CRS；读取第一个波段。区划有总数时以总数为准。</translation>
    </message>
    <message>
        <source>People served</source>
        <translation>获得服务的人数</translation>
    </message>
    <message>
        <source>People too many</source>
        <translation>超出容量的人数</translation>
    </message>
    <message>
        <source>People too many at facilities, over all categories</source>
        <translation>设施超出容量的人数，各类合计</translation>
    </message>
    <message>
        <source>People who find a place by category, JSON</source>
        <translation>各类得到服务的人数，JSON</translation>
    </message>
    <message>
        <source>People who find no place by category, JSON</source>
        <translation>各类得不到服务的人数，JSON</translation>
    </message>
    <message>
        <source>People who found a place before the change by category, JSON</source>
        <translation>调整前各类别可获得服务的人数（JSON）</translation>
    </message>
    <message>
        <source>People who need a place by category, JSON</source>
        <translation>各类需要服务的人数，JSON</translation>
    </message>
    <message>
        <source>People whose cell holds no point and who went to the nearest cell with one</source>
        <translation>所在像元无点、计入最近有点像元的人数</translation>
    </message>
    <message>
        <source>People without data of capacity</source>
        <translation>容量数据不足的人数</translation>
    </message>
    <message>
        <source>Per 100 households (m²)</source>
        <translation>每百户（m²）</translation>
    </message>
    <message>
        <source>Per area and category: before, after, gained and lost weight, rate_before and rate_after (0 to 1).</source>
        <translation>每个区划、每个类别：before、after、gained、lost（加权数），rate_before、rate_after（0–1）。</translation>
    </message>
    <message>
        <source>Per area and category: land_m2, covered_m2, and the shares of land, households and circles (0 to 1).</source>
        <translation>每个区划、每个类别：land_m2、covered_m2，以及用地、户数、直线圈的占比（0–1）。</translation>
    </message>
    <message>
        <source>Per area and category: weight, total, ok and the five reasons, rate with rate_low and rate_high (0 to 1), target, verdict.</source>
        <translation>每个区划、每个类别：weight、total、ok 和五种原因，rate 及 rate_low、rate_high（0–1），target，verdict。</translation>
    </message>
    <message>
        <source>Per area: households, residents, service_m2, required_m2, shortfall_m2, m2_per_100hh and verdict (pass, fail, no_data, not_judged).</source>
        <translation>每个区划：households、residents、service_m2、required_m2、shortfall_m2、m2_per_100hh、verdict（pass、fail、no_data、not_judged）。</translation>
    </message>
    <message>
        <source>Per area: leaders, workers, leader_vacancies, worker_vacancies, households_per_worker, posts_per_10k and workload (1 is average).</source>
        <translation>每个区划：leaders、workers、leader_vacancies、worker_vacancies、households_per_worker、posts_per_10k、workload（1 为平均）。</translation>
    </message>
    <message>
        <source>Per area: street_km, density_km_km2, far_share (0 to 1), pathless_estates, quality (good, usable, not_usable) and reason.</source>
        <translation>每个区划：street_km、density_km_km2、far_share（0–1）、pathless_estates、quality（good、usable、not_usable）、reason。</translation>
    </message>
    <message>
        <source>Per community: households, dispersion_m, verdict (split, merge, keep), merge_with, merged_households.</source>
        <translation>每个社区：households、dispersion_m、verdict（split、merge、keep）、merge_with、merged_households。</translation>
    </message>
    <message>
        <source>Per doorplate and category: places per person (_per_person) and the share of people who find one (_served, 0 to 1).</source>
        <translation>每个门牌、每个类别：人均容量（_per_person）、得到服务的人数占比（_served，0–1）。</translation>
    </message>
    <message>
        <source>Per facility and category: capacity, demand and served in persons, over and idle places, load (1 is full), verdict.</source>
        <translation>每处设施、每个类别：capacity，demand、served（人），over、idle，load（1 为满负荷），verdict。</translation>
    </message>
    <message>
        <source>Perhaps the door of {other} ({address}): one of them leaves out the road.</source>
        <translation>可能与 {other}（{address}）为同一门牌：其中一条缺路名。</translation>
    </message>
    <message>
        <source>Personal data does not belong here; it was removed before any other step.</source>
        <translation>个人信息不应出现于此，已在其他步骤之前剔除。</translation>
    </message>
    <message>
        <source>Personal data in {column} was removed.</source>
        <translation>{column}中的个人信息已剔除。</translation>
    </message>
    <message>
        <source>Personal data removed</source>
        <translation>个人信息已剔除</translation>
    </message>
    <message>
        <source>Personal data was cut out of {count} values of {name}.</source>
        <translation>“{name}”中有{count}个值含个人信息，已剔除。</translation>
    </message>
    <message>
        <source>Persons per household</source>
        <translation>户均人口</translation>
    </message>
    <message>
        <source>Picture saved</source>
        <translation>图片已保存</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Place of the seal</source>
        <translation>（盖章处）</translation>
    </message>
    <message>
        <source>Place or address</source>
        <translation>位置或地址</translation>
    </message>
    <message>
        <source>Place to check</source>
        <translation>待核查位置</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Places a table of addresses by your own doorplates and says by which method and with what error.</source>
        <translation>用自有门牌为地址表定位，并说明方法和预计误差。</translation>
    </message>
    <message>
        <source>Places and coordinates</source>
        <translation>位置与坐标偏移</translation>
    </message>
    <message>
        <source>Places and load</source>
        <translation>容量与负荷</translation>
    </message>
    <message>
        <source>Places and load of facilities (people)</source>
        <translation>设施容量与负荷（人）</translation>
    </message>
    <message>
        <source>Places are divided among the people who can walk to them within the limit, the nearer first (two-step floating catchment); the range allows for facilities without a stated capacity. Facilities are counted.</source>
        <translation>容量在限值内可步行到达的人之间分配，近者优先（两步移动搜索法）；区间计入未填容量的设施。超负荷、闲置、未填容量按设施个数计。</translation>
    </message>
    <message>
        <source>Places by area</source>
        <translation>区划人均容量</translation>
    </message>
    <message>
        <source>Places by doorplate</source>
        <translation>门牌人均容量</translation>
    </message>
    <message>
        <source>Places by group</source>
        <translation>分人群人均容量</translation>
    </message>
    <message>
        <source>Places handed out ÷ places there are: 1 but for rounding</source>
        <translation>分配出的容量 ÷ 现有容量：除舍入外为1</translation>
    </message>
    <message>
        <source>Places not connected to any path ({count}): {ids}</source>
        <translation>{count} 个起点未接入路网：{ids}</translation>
    </message>
    <message>
        <source>Places per person</source>
        <translation>人均容量</translation>
    </message>
    <message>
        <source>Places per person in reach</source>
        <translation>范围内人均容量</translation>
    </message>
    <message>
        <source>Places per person who needs one by category, JSON</source>
        <translation>各类每位需要者的人均容量，JSON</translation>
    </message>
    <message>
        <source>Places that facilities state by category, JSON</source>
        <translation>各类设施所填服务容量，JSON</translation>
    </message>
    <message>
        <source>Places that no path leads to</source>
        <translation>无路可达的地点数</translation>
    </message>
    <message>
        <source>Places that stay empty</source>
        <translation>空余容量</translation>
    </message>
    <message>
        <source>Places that were demolished</source>
        <translation>已拆除的位置数</translation>
    </message>
    <message>
        <source>Places to check</source>
        <translation>待核查位置图</translation>
    </message>
    <message>
        <source>Places where a street passes a wall without a mapped gate became gates of unknown state: {count}.</source>
        <translation>有 {count} 处道路穿过围墙而未标注出入口，已设为状态不明的出入口。</translation>
    </message>
    <message>
        <source>Places with a wrong address</source>
        <translation>地址有误的位置数</translation>
    </message>
    <message>
        <source>Placing buildings and doorplates</source>
        <translation>正在布置建筑物和门牌</translation>
    </message>
    <message>
        <source>Placing doorplates in areas and buildings</source>
        <translation>正在确定门牌所在的区划和建筑</translation>
    </message>
    <message>
        <source>Placing facilities</source>
        <translation>正在布置设施</translation>
    </message>
    <message>
        <source>Planning (walker)</source>
        <translation>规划默认</translation>
    </message>
    <message>
        <source>Planning, 1.0 m/s</source>
        <translation>规划默认 1.0 米/秒</translation>
    </message>
    <message>
        <source>Planting faults for the checks to find</source>
        <translation>正在加入供检查发现的问题</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play or pause walking reach</source>
        <translation>播放或暂停步行范围</translation>
    </message>
    <message>
        <source>Play walking reach</source>
        <translation>播放步行范围</translation>
    </message>
    <message>
        <source>Points of posts or stations, with name where they have one.</source>
        <translation>岗点或站点，有名称则列出。</translation>
    </message>
    <message>
        <source>Points or polygons; services names the categories each one offers, separated by commas.</source>
        <translation>点或面；services 字段列出服务类别，逗号分隔。</translation>
    </message>
    <message>
        <source>Points whose households are counted in each grid instead of the column households.</source>
        <translation>按各网格内的点统计户数，代替 households 字段。</translation>
    </message>
    <message>
        <source>Points whose households are shared out between the pairs.</source>
        <translation>其户数在对应关系之间分摊的点。</translation>
    </message>
    <message>
        <source>Points with doorplate_id; households are used as weight where given.</source>
        <translation>门牌点，须有门牌编号；有户数时按户加权。</translation>
    </message>
    <message>
        <source>Police grid</source>
        <translation>警格</translation>
    </message>
    <message>
        <source>Polygons of all levels with code, level and parent_code.</source>
        <translation>各级区划面，含编码、级别、上级编码。</translation>
    </message>
    <message>
        <source>Polygons replaced by a point on their surface or by their outline: {count}.</source>
        <translation>已用面内点或轮廓线代替的面：{count} 个。</translation>
    </message>
    <message>
        <source>Polygons with code, for example last year's grids or the community grids.</source>
        <translation>有编码的面，如去年的网格或社区网格。</translation>
    </message>
    <message>
        <source>Polygons with code, for example this year's grids or the police grids.</source>
        <translation>有编码的面，如今年的网格或警务网格。</translation>
    </message>
    <message>
        <source>Population raster</source>
        <translation>人口栅格</translation>
    </message>
    <message>
        <source>Population weights</source>
        <translation>人口权重</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗点</translation>
    </message>
    <message>
        <source>Posts do not add up</source>
        <translation>岗位数合计不符</translation>
    </message>
    <message>
        <source>Posts of grid leaders</source>
        <translation>网格长（岗位数）</translation>
    </message>
    <message>
        <source>Posts of grid workers</source>
        <translation>网格员（岗位数）</translation>
    </message>
    <message>
        <source>Posts of the grids</source>
        <translation>网格力量</translation>
    </message>
    <message>
        <source>Posts per 10,000 residents</source>
        <translation>每万人岗位数</translation>
    </message>
    <message>
        <source>Prepare the data</source>
        <translation>准备数据</translation>
    </message>
    <message>
        <source>Prepared, checked, reviewed, approved</source>
        <translation>编审签署</translation>
    </message>
    <message>
        <source>Preparing boundaries, streets and walking reach</source>
        <translation>正在准备界线、道路和步行范围</translation>
    </message>
    <message>
        <source>Preparing buildings and doorplates</source>
        <translation>正在准备建筑物和门牌</translation>
    </message>
    <message>
        <source>Preparing the scene</source>
        <translation>准备三维场景</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Present (m²)</source>
        <translation>现有（m²）</translation>
    </message>
    <message>
        <source>Preview import</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Preview points</source>
        <translation>预览点</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>小学</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print Layout</source>
        <translation>打印布局</translation>
    </message>
    <message>
        <source>Printed on a scene for publication. Without it the watermark “not reviewed” covers page, picture and print.</source>
        <translation>印在公开版场景上；留空时页面、截图和打印均有“未经审核 不得公开”水印。</translation>
    </message>
    <message>
        <source>Priority factor</source>
        <translation>优先系数</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Privacy and secrecy</source>
        <translation>隐私与保密</translation>
    </message>
    <message>
        <source>Problem id</source>
        <translation>问题编号</translation>
    </message>
    <message>
        <source>Problem list</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Problems (areas)</source>
        <translation>问题（面）</translation>
    </message>
    <message>
        <source>Problems (lines)</source>
        <translation>问题（线）</translation>
    </message>
    <message>
        <source>Problems (points)</source>
        <translation>问题（点）</translation>
    </message>
    <message>
        <source>Problems by table and rule, JSON</source>
        <translation>各表各规则的问题数（JSON）</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>检查出的问题</translation>
    </message>
    <message>
        <source>Problems found by the checks</source>
        <translation>检查发现的问题</translation>
    </message>
    <message>
        <source>Problems found in the data</source>
        <translation>数据问题数</translation>
    </message>
    <message>
        <source>Problems that are still open</source>
        <translation>仍待处理的问题数</translation>
    </message>
    <message>
        <source>Problems that could not be mended</source>
        <translation>未能修正的问题数</translation>
    </message>
    <message>
        <source>Problems that were mended</source>
        <translation>已修正的问题数</translation>
    </message>
    <message>
        <source>Problems that were mended by rule, JSON</source>
        <translation>按规则统计的已修正问题数，JSON</translation>
    </message>
    <message>
        <source>Problems with answers</source>
        <translation>带核查结果的问题</translation>
    </message>
    <message>
        <source>Problems with decisions</source>
        <translation>带决定的问题</translation>
    </message>
    <message>
        <source>Problems without a fix that could be carried out by itself: {count}.</source>
        <translation>有 {count} 个问题无法自动修正。</translation>
    </message>
    <message>
        <source>Problems…</source>
        <translation>问题清单…</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>评价方案</translation>
    </message>
    <message>
        <source>Profile files (.yaml) in this folder stand beside the shipped ones in step 3.</source>
        <translation>该文件夹中的方案文件（.yaml）与内置方案一并列在第③步。</translation>
    </message>
    <message>
        <source>Profile menu</source>
        <translation>评价方案菜单</translation>
    </message>
    <message>
        <source>Profile: {profile}. Walker: {walker}</source>
        <translation>评价方案：{profile}　步行者：{walker}</translation>
    </message>
    <message>
        <source>Profiles and their sources</source>
        <translation>评价方案与依据</translation>
    </message>
    <message>
        <source>Propose a border around the estate.</source>
        <translation>建议界线绕开小区。</translation>
    </message>
    <message>
        <source>Proposed fix</source>
        <translation>建议修正</translation>
    </message>
    <message>
        <source>Proposed parts of split candidates</source>
        <translation>拆分候选的建议分区</translation>
    </message>
    <message>
        <source>Protects residents; cannot be switched off.</source>
        <translation>保护居民，不可关闭。</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Quality of the network</source>
        <translation>路网质量</translation>
    </message>
    <message>
        <source>Quality of the whole network: good, usable or not_usable</source>
        <translation>整体路网质量：good（良好）、usable（可用）或not_usable（不可用）</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>快速开始</translation>
    </message>
    <message>
        <source>REPORT_DATE “{words}” is no date. Write for example 2026-06-30, or leave it empty.</source>
        <translation>REPORT_DATE “{words}” 不是日期。请写成如 2026-06-30，或留空。</translation>
    </message>
    <message>
        <source>Railway</source>
        <translation>铁路用地</translation>
    </message>
    <message>
        <source>Raise the snap limit, draw the missing path or gate, or move the facility.</source>
        <translation>请调高接入距离上限、补画缺失的道路或出入口，或移动设施。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Rank gates</source>
        <translation>出入口排序</translation>
    </message>
    <message>
        <source>Rank {rank}: {name}, {measure} {share}</source>
        <translation>第 {rank} 位：{name}，{measure} {share}</translation>
    </message>
    <message>
        <source>Ranked gates</source>
        <translation>出入口排序结果</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Ranking of communities</source>
        <translation>社区排名</translation>
    </message>
    <message>
        <source>Ranking of districts</source>
        <translation>区县排名</translation>
    </message>
    <message>
        <source>Ranking of grids</source>
        <translation>网格排名</translation>
    </message>
    <message>
        <source>Ranking of sub-districts</source>
        <translation>街道排名</translation>
    </message>
    <message>
        <source>Ranks every gate that is not open to all by the households it would newly bring within reach, alone and in the best order.</source>
        <translation>对每个未对所有人开放的出入口，按开放后新增可达户数排序：单独开放，以及最佳开放顺序。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Rates by area and category</source>
        <translation>覆盖率矩阵</translation>
    </message>
    <message>
        <source>Reachable places</source>
        <translation>可达地点</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>可达</translation>
    </message>
    <message>
        <source>Reached area per limit (km²), JSON</source>
        <translation>各限值可达面积（km²），JSON</translation>
    </message>
    <message>
        <source>Reached by the ledger</source>
        <translation>台账判定可达</translation>
    </message>
    <message>
        <source>Reached from here on foot</source>
        <translation>由此步行可达</translation>
    </message>
    <message>
        <source>Reached things by kind, JSON</source>
        <translation>可达地点数（按种类，JSON）</translation>
    </message>
    <message>
        <source>Reaching {reached} services: {amounts} {weight}.</source>
        <translation>可达{reached}类：{amounts}（{weight}）。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Read as {candidate}, the points still stand {metres} m off the streets or buildings ({east}, {north}). They may be in Beijing 1954, Xi'an 1980 or a city's own system: ask for control points, or state COORDINATES to take them as they are.</source>
        <translation>按 {candidate} 读取，点位仍偏离道路或建筑 {metres} 米（{east}、{north}）。可能是北京54、西安80或地方独立坐标系：请索取控制点，或写明 COORDINATES 按原样采用。</translation>
    </message>
    <message>
        <source>Read its plate outside, or note that nobody lives there.</source>
        <translation>现场核对门牌，或注明无人居住。</translation>
    </message>
    <message>
        <source>Read the number outside and fill it in.</source>
        <translation>现场核对门牌号并补填。</translation>
    </message>
    <message>
        <source>Read the results</source>
        <translation>结果怎么读</translation>
    </message>
    <message>
        <source>Reading OSM objects: {count}</source>
        <translation>正在读取 OSM 对象：{count}</translation>
    </message>
    <message>
        <source>Reading addresses</source>
        <translation>正在读取地址</translation>
    </message>
    <message>
        <source>Reading buildings</source>
        <translation>正在读取建筑物</translation>
    </message>
    <message>
        <source>Reading facilities</source>
        <translation>正在读取设施</translation>
    </message>
    <message>
        <source>Reading heights along the streets</source>
        <translation>正在读取路网沿线高程</translation>
    </message>
    <message>
        <source>Reading land and boundaries</source>
        <translation>正在读取用地和界线</translation>
    </message>
    <message>
        <source>Reading streets</source>
        <translation>正在读取道路</translation>
    </message>
    <message>
        <source>Reading table {table}</source>
        <translation>正在读取表 {table}</translation>
    </message>
    <message>
        <source>Reading the deck.gl bundle</source>
        <translation>正在读取 deck.gl 程序包</translation>
    </message>
    <message>
        <source>Reading the elevation model</source>
        <translation>正在读取数字高程模型</translation>
    </message>
    <message>
        <source>Reading the population raster</source>
        <translation>正在读取人口栅格</translation>
    </message>
    <message>
        <source>Reading walls and gates</source>
        <translation>正在读取围墙和出入口</translation>
    </message>
    <message>
        <source>Reading {layer}</source>
        <translation>正在读取 {layer}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取：{name}</translation>
    </message>
    <message>
        <source>Reads a filled-in check list and notes in the problem list what was seen outside.</source>
        <translation>读取填好的核查清单，把现场核实结果记入问题清单。</translation>
    </message>
    <message>
        <source>Reads paths, buildings, facilities, gates, walls and addresses from an OSM file on disk.</source>
        <translation>从本地OSM文件读取道路、建筑、设施、出入口、围墙和地址。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可运行</translation>
    </message>
    <message>
        <source>Real-survey 3D products of large areas may be subject to secrecy rules. Ask your surveying office before publishing.</source>
        <translation>大范围实测三维成果可能涉及保密规定，对外提供前请咨询测绘主管部门。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reasons of the verdicts by use, JSON</source>
        <translation>各用途结论的原因（JSON）</translation>
    </message>
    <message>
        <source>Recent finds</source>
        <translation>最近查找</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Reference layer</source>
        <translation>参照图层</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>未入库记录</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Remove it from the source too, and tell who keeps the source.</source>
        <translation>同时从源数据中删除，并告知数据维护人员。</translation>
    </message>
    <message>
        <source>Repair the outline.</source>
        <translation>修复轮廓。</translation>
    </message>
    <message>
        <source>Repeat Scenario</source>
        <translation>重做方案</translation>
    </message>
    <message>
        <source>Repeat Scenario…</source>
        <translation>重做方案…</translation>
    </message>
    <message>
        <source>Repeats a run from its scenario file and says first whether inputs or versions have changed since.</source>
        <translation>按方案文件重复一次运行，并先说明输入或版本是否已变化。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replaces the profile above; all faults in the file are listed at once.</source>
        <translation>替代上面的方案；文件中的问题一次列全。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Report date</source>
        <translation>报告日期</translation>
    </message>
    <message>
        <source>Report on the data</source>
        <translation>数据质量报告</translation>
    </message>
    <message>
        <source>Report, twice the same</source>
        <translation>报告两次生成逐字节一致</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Reported event</source>
        <translation>上报事件</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>上报日期</translation>
    </message>
    <message>
        <source>Reproject the table to the system of the others.</source>
        <translation>将该表重投影到其他表的坐标参照系。</translation>
    </message>
    <message>
        <source>Reproject the table to {crs}.</source>
        <translation>将该表重投影到 {crs}。</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Required (m²)</source>
        <translation>应有（m²）</translation>
    </message>
    <message>
        <source>Required value missing</source>
        <translation>必填值缺失</translation>
    </message>
    <message>
        <source>Residential land</source>
        <translation>居住用地</translation>
    </message>
    <message>
        <source>Residential land within the isochrone</source>
        <translation>用地覆盖率（等时圈）</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Residents (persons)</source>
        <translation>常住人口（人）</translation>
    </message>
    <message>
        <source>Residents are reckoned as 2.62 a household.</source>
        <translation>人口按户均2.62人推算。</translation>
    </message>
    <message>
        <source>Residents as given in the data</source>
        <translation>人数为填报数</translation>
    </message>
    <message>
        <source>Residents by the source they are known from, JSON</source>
        <translation>按来源统计的常住人口，JSON</translation>
    </message>
    <message>
        <source>Residents column</source>
        <translation>人口字段</translation>
    </message>
    <message>
        <source>Residents estimated at {number} per household</source>
        <translation>人数按每户 {number} 人推算</translation>
    </message>
    <message>
        <source>Residents not covered</source>
        <translation>未覆盖人</translation>
    </message>
    <message>
        <source>Residents only</source>
        <translation>仅居民</translation>
    </message>
    <message>
        <source>Residents per km²</source>
        <translation>人口密度（人/km²）</translation>
    </message>
    <message>
        <source>Residents: source</source>
        <translation>人口来源</translation>
    </message>
    <message>
        <source>Responsible areas</source>
        <translation>责任区划</translation>
    </message>
    <message>
        <source>Responsible here</source>
        <translation>责任区划</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Result database, read back</source>
        <translation>成果数据库写入后读回</translation>
    </message>
    <message>
        <source>Result workspace</source>
        <translation>成果数据库</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>Results of the repeated run, JSON</source>
        <translation>重复运行的结果（JSON）</translation>
    </message>
    <message>
        <source>Reverse twin</source>
        <translation>反向重复线</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Road name</source>
        <translation>路名</translation>
    </message>
    <message>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Roads and water</source>
        <translation>道路与水系</translation>
    </message>
    <message>
        <source>Rolling up to areas</source>
        <translation>正在逐级汇总</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>室号</translation>
    </message>
    <message>
        <source>Room cut off</source>
        <translation>室号已截去</translation>
    </message>
    <message>
        <source>Rooms and floors cut off addresses: {count}.</source>
        <translation>地址中的楼层、室号已截去：{count}处。</translation>
    </message>
    <message>
        <source>Rooms of a door far apart</source>
        <translation>同门各室相距过远</translation>
    </message>
    <message>
        <source>Rooms summed at their door</source>
        <translation>按门牌合并</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Round trips whose ways there and back differ are searched facility by facility.</source>
        <translation>往返路径不同时，须逐个设施搜索。</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Routes to nearest facilities</source>
        <translation>最近设施路径</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Row that cannot be read</source>
        <translation>无法读取的行</translation>
    </message>
    <message>
        <source>Row {row} was not located: {reason}</source>
        <translation>第 {row} 行未定位：{reason}</translation>
    </message>
    <message>
        <source>Row {row} was rejected: {reason}</source>
        <translation>第 {row} 行未入库：{reason}</translation>
    </message>
    <message>
        <source>Row {row}.</source>
        <translation>第 {row} 行。</translation>
    </message>
    <message>
        <source>Row {row}: streets of the kind {kind} cannot be walked.</source>
        <translation>第 {row} 行：类型为 {kind} 的道路不可步行。</translation>
    </message>
    <message>
        <source>Row {row}: the id {id} is in use already. Give the new one another.</source>
        <translation>第 {row} 行：编号 {id} 已被使用，请另取编号。</translation>
    </message>
    <message>
        <source>Row {row}: the new facility {id} names no services.</source>
        <translation>第 {row} 行：新设施 {id} 未写服务类别。</translation>
    </message>
    <message>
        <source>Row {row}: there is no {id} among the {table}.</source>
        <translation>第 {row} 行：{table} 中没有 {id}。</translation>
    </message>
    <message>
        <source>Row {row}: unknown action “{action}”. Known: {known}.</source>
        <translation>第 {row} 行：未知操作“{action}”。可用：{known}。</translation>
    </message>
    <message>
        <source>Row {row}: {action} names no id.</source>
        <translation>第 {row} 行：{action} 未写 id。</translation>
    </message>
    <message>
        <source>Row {row}: {action} needs a capacity of 0 or more.</source>
        <translation>第 {row} 行：{action} 需要不小于 0 的容量。</translation>
    </message>
    <message>
        <source>Row {row}: {action} needs a line.</source>
        <translation>第 {row} 行：{action} 需要一条线。</translation>
    </message>
    <message>
        <source>Row {row}: {action} needs a point.</source>
        <translation>第 {row} 行：{action} 需要一个点。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows above the heading that were passed over: {count}.</source>
        <translation>跳过表头以上的行：{count}。</translation>
    </message>
    <message>
        <source>Rows for which the raster has no value</source>
        <translation>栅格无值的行数</translation>
    </message>
    <message>
        <source>Rows loaded</source>
        <translation>入库行数</translation>
    </message>
    <message>
        <source>Rows located at their door or building</source>
        <translation>定位到门牌或楼栋的行数</translation>
    </message>
    <message>
        <source>Rows not loaded</source>
        <translation>未入库行数</translation>
    </message>
    <message>
        <source>Rows of rooms summed at an earlier door</source>
        <translation>汇总到门牌的房间行数</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件行数</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>Rows read: {read}; loaded: {loaded}; not loaded: {rejected}.</source>
        <translation>读取 {read} 行，入库 {loaded} 行，未入库 {rejected} 行。</translation>
    </message>
    <message>
        <source>Rows read: {read}; loaded: {loaded}; rooms summed at their door: {merged}; not loaded: {rejected}.</source>
        <translation>读取 {read} 行，入库 {loaded} 行，按门牌合并房间 {merged} 行，未入库 {rejected} 行。</translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation>未入库行数</translation>
    </message>
    <message>
        <source>Rows that could not be loaded</source>
        <translation>未入库行数</translation>
    </message>
    <message>
        <source>Rows that could not be used</source>
        <translation>未采用的行数</translation>
    </message>
    <message>
        <source>Rows that were loaded</source>
        <translation>入库行数</translation>
    </message>
    <message>
        <source>Rows whose category or state is none of ours, JSON</source>
        <translation>类别或状态未识别的行数，JSON</translation>
    </message>
    <message>
        <source>Rows whose households or residents come from an area's total</source>
        <translation>户数或人口取自区划总数的行数</translation>
    </message>
    <message>
        <source>Rows with a place</source>
        <translation>已定位行数</translation>
    </message>
    <message>
        <source>Rows with action and id: add_facility (services, point), close_facility, move_facility (point), set_capacity (capacity), open_gate, close_gate, add_street (line), remove_street. Plain tables give places in a column place, as WKT in the CRS of the first layer.</source>
        <translation>每行写 action 和 id：add_facility（services、点）、close_facility、move_facility（点）、set_capacity（capacity）、open_gate、close_gate、add_street（线）、remove_street；无几何的表在 place 字段以 WKT 给出位置（坐标系同第一个图层）。</translation>
    </message>
    <message>
        <source>Rows without a place</source>
        <translation>未定位行数</translation>
    </message>
    <message>
        <source>Rows without residents, because the raster or the areas do not hold them: {count}.</source>
        <translation>{count} 行没有常住人口：不在栅格或区划范围内。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules by area</source>
        <translation>各区划规则核对</translation>
    </message>
    <message>
        <source>Rules per area</source>
        <translation>按区划的规则</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行标识</translation>
    </message>
    <message>
        <source>Run Checks</source>
        <translation>运行检查</translation>
    </message>
    <message>
        <source>Run District Check</source>
        <translation>一键检查并导出</translation>
    </message>
    <message>
        <source>Run and Save Scenario…</source>
        <translation>运行并保存方案…</translation>
    </message>
    <message>
        <source>Run id</source>
        <translation>运行编号</translation>
    </message>
    <message>
        <source>Run scenario file</source>
        <translation>运行方案文件</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Runs again at a speed 10 % lower and higher and with half and one and a half times the snap limit, and marks each answer covered, borderline or not_covered.</source>
        <translation>以步速±10%、接入距离上限减半和1.5倍各重算一次，每个结论标为 covered（稳定可达）、borderline（临界）或 not_covered（稳定不可达）。</translation>
    </message>
    <message>
        <source>Runs all checks; what was decided stays decided</source>
        <translation>运行全部检查；已作的决定保留</translation>
    </message>
    <message>
        <source>Runs although inputs hold something else than they did; otherwise that is refused.</source>
        <translation>输入内容已变化时仍然运行；否则拒绝运行。</translation>
    </message>
    <message>
        <source>Runs every step on one workspace and writes database, report, tables and scene.</source>
        <translation>对一个辖区数据库运行全部步骤，输出数据库、报告、表格和场景。</translation>
    </message>
    <message>
        <source>Runs the plugin</source>
        <translation>运行插件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>STREETS is not given. Choose a walking network, or METHOD=estimate for straight lines without verdicts.</source>
        <translation>未提供STREETS（步行路网）。请选择步行路网，或用METHOD=estimate按直线估算（不下结论）。</translation>
    </message>
    <message>
        <source>SURVEYED has no place to go. Name SURVEYS, or write OUTPUT into a GeoPackage (.gpkg).</source>
        <translation>SURVEYED 的结果无处存放。请指定 SURVEYS，或将 OUTPUT 写入 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>SURVEYED is empty, so nothing says that the list is complete: a category without any facility is no data, never a fail.</source>
        <translation>SURVEYED 为空，无从判断清单是否查全：没有任何设施的类别只能是数据不足，不会判为不达标。</translation>
    </message>
    <message>
        <source>SURVEYED names unknown categories: {words}. Known are ids and names of categories and types, for example {known}.</source>
        <translation>SURVEYED 中有未知类别：{words}。可用类别和类型的标识或名称，如 {known}。</translation>
    </message>
    <message>
        <source>SURVEYED_ON “{word}” is no date. Write for example 2026-03-05.</source>
        <translation>SURVEYED_ON “{word}”不是日期，请写成如 2026-03-05。</translation>
    </message>
    <message>
        <source>Same address twice</source>
        <translation>地址重复</translation>
    </message>
    <message>
        <source>Same facility twice</source>
        <translation>设施重复</translation>
    </message>
    <message>
        <source>Same gate (m)</source>
        <translation>同一出入口距离（米）</translation>
    </message>
    <message>
        <source>Same sub-district</source>
        <translation>同一街道</translation>
    </message>
    <message>
        <source>Sample data, not real</source>
        <translation>示例数据，非真实</translation>
    </message>
    <message>
        <source>Sample district</source>
        <translation>示例区（苏州风格）</translation>
    </message>
    <message>
        <source>Sample workspace</source>
        <translation>示例辖区数据库</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save Scenario</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Save Workspace As</source>
        <translation>辖区数据库另存为</translation>
    </message>
    <message>
        <source>Save Workspace As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Say which columns hold: {columns}.</source>
        <translation>请指定以下字段：{columns}。</translation>
    </message>
    <message>
        <source>Scale of the communities</source>
        <translation>社区规模</translation>
    </message>
    <message>
        <source>Scale: {households} households, {screening}.</source>
        <translation>社区规模：{households}户，{screening}。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Scenario file</source>
        <translation>方案文件</translation>
    </message>
    <message>
        <source>Scenario menu</source>
        <translation>方案菜单</translation>
    </message>
    <message>
        <source>Scheme and sources</source>
        <translation>评价方案与依据</translation>
    </message>
    <message>
        <source>Scheme of the check</source>
        <translation>评价方案</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>筛查结果</translation>
    </message>
    <message>
        <source>Sealed estate</source>
        <translation>封闭无出口的小区</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search address, estate, community or grid code</source>
        <translation>搜索地址、小区、社区或网格编码</translation>
    </message>
    <message>
        <source>Searching the nearest facilities: {category}</source>
        <translation>正在查找最近设施：{category}</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>中学</translation>
    </message>
    <message>
        <source>See what the finding says.</source>
        <translation>见该项说明。</translation>
    </message>
    <message>
        <source>See which is wrong: the doorplate's place, the building's place or the code.</source>
        <translation>核对门牌位置、建筑位置和编码，哪个有误。</translation>
    </message>
    <message>
        <source>See which outline is right and delete or draw the other anew.</source>
        <translation>核实哪个轮廓正确，删除或重绘另一个。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Selected: {kind}, {name}</source>
        <translation>已选中：{kind}，{name}</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感性</translation>
    </message>
    <message>
        <source>Served as nearest ({weight})</source>
        <translation>就近服务（{weight}）</translation>
    </message>
    <message>
        <source>Service coverage</source>
        <translation>服务覆盖</translation>
    </message>
    <message>
        <source>Service of a new facility</source>
        <translation>新设施的服务类别</translation>
    </message>
    <message>
        <source>Service space (m²)</source>
        <translation>服务用房面积（m²）</translation>
    </message>
    <message>
        <source>Service space of {areas} communities: {passed} pass, {failed} fail, {unknown} without enough data; {shortfall} m² are missing.</source>
        <translation>{areas}个社区的服务用房：达标{passed}个，不达标{failed}个，数据不足{unknown}个；缺口{shortfall} m²。</translation>
    </message>
    <message>
        <source>Service space per 100 households (m²)</source>
        <translation>每百户服务用房（平方米）</translation>
    </message>
    <message>
        <source>Service space per 100 households cannot be judged.</source>
        <translation>无法评价每百户服务用房面积。</translation>
    </message>
    <message>
        <source>Service space: required {required} m², present {present} m², {per} m² per 100 households, short of {shortfall} m²: {verdict}.</source>
        <translation>综合服务用房：应有{required} m²，现有{present} m²，每百户{per} m²，缺口{shortfall} m²，{verdict}。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务类别</translation>
    </message>
    <message>
        <source>Services of all facilities</source>
        <translation>全部设施的服务类别</translation>
    </message>
    <message>
        <source>Services within reach</source>
        <translation>服务可达</translation>
    </message>
    <message>
        <source>Set parent_code to {code}.</source>
        <translation>将 parent_code 改为 {code}。</translation>
    </message>
    <message>
        <source>Set the coordinate reference system in the layer's properties.</source>
        <translation>在图层属性中设置坐标参照系。</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Shanghai guide 2016</source>
        <translation>上海导则（2016试行）</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <source>Share after minus share before</source>
        <translation>后期比例减前期比例</translation>
    </message>
    <message>
        <source>Share by</source>
        <translation>分配依据</translation>
    </message>
    <message>
        <source>Share by straight-line circles</source>
        <translation>直线圈占比</translation>
    </message>
    <message>
        <source>Share far from a path</source>
        <translation>接入过远占比</translation>
    </message>
    <message>
        <source>Share inside straight-line circles by category, JSON</source>
        <translation>各类直线圈覆盖率，JSON</translation>
    </message>
    <message>
        <source>Share of all pairs of doorplate and category that are not covered</source>
        <translation>占全部未覆盖“门牌 × 类别”的比例</translation>
    </message>
    <message>
        <source>Share of all pairs of household and category that are not covered</source>
        <translation>占全部未覆盖“户 × 类别”的比例</translation>
    </message>
    <message>
        <source>Share of all pairs of resident and category that are not covered</source>
        <translation>占全部未覆盖“人 × 类别”的比例</translation>
    </message>
    <message>
        <source>Share of areas that meet each rule, JSON</source>
        <translation>各规则达标的区划占比（JSON）</translation>
    </message>
    <message>
        <source>Share of doorplates by how their building was found, JSON</source>
        <translation>按匹配方式的门牌占比，JSON</translation>
    </message>
    <message>
        <source>Share of doorplates for which isochrone and ledger agree</source>
        <translation>等时圈与台账一致的门牌比例</translation>
    </message>
    <message>
        <source>Share of doorplates inside a grid</source>
        <translation>位于网格内的门牌占比</translation>
    </message>
    <message>
        <source>Share of doorplates inside an area</source>
        <translation>位于区划内的门牌占比</translation>
    </message>
    <message>
        <source>Share of doorplates with a building</source>
        <translation>有对应建筑的门牌占比</translation>
    </message>
    <message>
        <source>Share of doorplates with households</source>
        <translation>有户数的门牌占比</translation>
    </message>
    <message>
        <source>Share of households</source>
        <translation>户数占比</translation>
    </message>
    <message>
        <source>Share of households after</source>
        <translation>占后期区划户数比例</translation>
    </message>
    <message>
        <source>Share of households before</source>
        <translation>占前期区划户数比例</translation>
    </message>
    <message>
        <source>Share of land</source>
        <translation>用地占比</translation>
    </message>
    <message>
        <source>Share of people served</source>
        <translation>获得服务人数占比</translation>
    </message>
    <message>
        <source>Share of people served at most</source>
        <translation>获得服务人数占比（上限）</translation>
    </message>
    <message>
        <source>Share of people, fewest places first</source>
        <translation>人数累计占比（容量由少到多）</translation>
    </message>
    <message>
        <source>Share of places that they hold</source>
        <translation>其容量累计占比</translation>
    </message>
    <message>
        <source>Share of residential land inside the isochrones by category, JSON</source>
        <translation>各类等时圈覆盖居住用地的比例，JSON</translation>
    </message>
    <message>
        <source>Share of rows with a value by column, JSON</source>
        <translation>各字段有值行占比（JSON）</translation>
    </message>
    <message>
        <source>Share of the area after</source>
        <translation>占后期区划面积比例</translation>
    </message>
    <message>
        <source>Share of the area before</source>
        <translation>占前期区划面积比例</translation>
    </message>
    <message>
        <source>Share of the border</source>
        <translation>共同边界占比</translation>
    </message>
    <message>
        <source>Share of the community</source>
        <translation>占该社区比例</translation>
    </message>
    <message>
        <source>Share of the length that hangs together</source>
        <translation>最大连通部分的长度占比</translation>
    </message>
    <message>
        <source>Share of the rows by method, JSON</source>
        <translation>按方法的行占比，JSON</translation>
    </message>
    <message>
        <source>Share of the street length with known heights</source>
        <translation>有高程的路网长度占比</translation>
    </message>
    <message>
        <source>Share of the weight with a borderline answer by category, JSON</source>
        <translation>各类结论为临界的加权占比（JSON）</translation>
    </message>
    <message>
        <source>Share of the weight with a borderline answer in at least one category</source>
        <translation>至少一类结论为临界的加权占比</translation>
    </message>
    <message>
        <source>Share of them among residents</source>
        <translation>其占人口比例</translation>
    </message>
    <message>
        <source>Share of those in need who find a place by category, JSON</source>
        <translation>各类需要者中得到服务的比例，JSON</translation>
    </message>
    <message>
        <source>Share of those in need who find a place or may, by category, JSON</source>
        <translation>各类需要者中得到或可能得到服务的比例，JSON</translation>
    </message>
    <message>
        <source>Share on the main network</source>
        <translation>主路网占比</translation>
    </message>
    <message>
        <source>Share that reaches every judged category</source>
        <translation>全部类别可达的比例</translation>
    </message>
    <message>
        <source>Share within reach by category before the change, JSON</source>
        <translation>变化前各类覆盖率（JSON）</translation>
    </message>
    <message>
        <source>Share within reach by category, JSON</source>
        <translation>各类覆盖率，JSON</translation>
    </message>
    <message>
        <source>Share within reach by group and category, JSON</source>
        <translation>各人群各类别覆盖率（JSON）</translation>
    </message>
    <message>
        <source>Shared wall (m)</source>
        <translation>共用围墙距离（米）</translation>
    </message>
    <message>
        <source>Shares are numbers from 0 to 1, unrounded; an empty cell means that there is no value.</source>
        <translation>比例为0–1的未取整数值；空单元格表示无值。</translation>
    </message>
    <message>
        <source>Shares in percent for profiles that state none, for example elderly=80;*=90. Printed as the office's own setting.</source>
        <translation>评价方案未设目标时的目标百分数，如 elderly=80;*=90；成果中注明为本级设定。</translation>
    </message>
    <message>
        <source>Sharing people out</source>
        <translation>正在分配人口</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Short name of the run</source>
        <translation>运行编号</translation>
    </message>
    <message>
        <source>Shortfall</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Shortfall (m²)</source>
        <translation>缺口（m²）</translation>
    </message>
    <message>
        <source>Shortfalls and measures</source>
        <translation>短板与改进建议</translation>
    </message>
    <message>
        <source>Show Rejected Rows</source>
        <translation>查看未入库记录</translation>
    </message>
    <message>
        <source>Show Why</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>Show hints</source>
        <translation>显示步骤提示</translation>
    </message>
    <message>
        <source>Show only these buildings</source>
        <translation>只看这些建筑</translation>
    </message>
    <message>
        <source>Show only this class</source>
        <translation>只突出这一类</translation>
    </message>
    <message>
        <source>Show walking reach</source>
        <translation>显示步行范围</translation>
    </message>
    <message>
        <source>Shows what columns, encoding and coordinates of a file were recognised as, and loads nothing.</source>
        <translation>显示文件的字段、编码和坐标识别结果，不导入数据。</translation>
    </message>
    <message>
        <source>Shows which doorplates and areas gained or lost a service between two ledgers.</source>
        <translation>对比两份台账，列出各门牌、区划的增减。</translation>
    </message>
    <message>
        <source>Signs: {list}.</source>
        <translation>设施：{list}。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Size of the file (MB)</source>
        <translation>文件大小（MB）</translation>
    </message>
    <message>
        <source>Skip to ranking</source>
        <translation>跳到排名</translation>
    </message>
    <message>
        <source>Sliver</source>
        <translation>碎片多边形</translation>
    </message>
    <message>
        <source>Slivers given to a neighbour</source>
        <translation>划给相邻区划的碎片数</translation>
    </message>
    <message>
        <source>Slopes are not considered, and walking speed is one value for everybody.</source>
        <translation>未计坡度，步行速度取统一值。</translation>
    </message>
    <message>
        <source>Slopes slow the walk by the elevation model; walking speed on the flat is one value for everybody.</source>
        <translation>坡度按数字高程模型影响步速；平地步速对所有人取同一值。</translation>
    </message>
    <message>
        <source>Slowed by</source>
        <translation>减速因素</translation>
    </message>
    <message>
        <source>Slowed by (s)</source>
        <translation>减速（秒）</translation>
    </message>
    <message>
        <source>Slowed by: {what}</source>
        <translation>减速因素：{what}</translation>
    </message>
    <message>
        <source>Small, about 500 doorplates</source>
        <translation>小，约500个门牌</translation>
    </message>
    <message>
        <source>Smaller overlaps and gaps are noise of drawing.</source>
        <translation>小于此值视为绘图误差。</translation>
    </message>
    <message>
        <source>Smaller pieces of common land are noise of drawing.</source>
        <translation>小于此值的共有地块视为绘图误差。</translation>
    </message>
    <message>
        <source>Smallest area reported (m²)</source>
        <translation>最小报告面积（平方米）</translation>
    </message>
    <message>
        <source>Snap distance</source>
        <translation>接入距离</translation>
    </message>
    <message>
        <source>Snap distance (m)</source>
        <translation>接入距离（米）</translation>
    </message>
    <message>
        <source>Snap limit (m)</source>
        <translation>接入距离上限（米）</translation>
    </message>
    <message>
        <source>Snap limit {limit} m</source>
        <translation>接入上限 {limit} 米</translation>
    </message>
    <message>
        <source>So all {count} doorplates were asked again in a second whole run: as exact, only slower.</source>
        <translation>因此对全部 {count} 个门牌重新完整计算：结果同样精确，只是较慢。</translation>
    </message>
    <message>
        <source>So each of the {count} gates asked for a whole run. The best order would ask for one more by every gate and step: only its first gate is worked out.</source>
        <translation>因此 {count} 个出入口各需一次完整计算；最佳开放顺序的每一步还须对每个出入口再算一次，故只给出顺序中的第一个。</translation>
    </message>
    <message>
        <source>Something went wrong inside the plugin.</source>
        <translation>插件内部出错。</translation>
    </message>
    <message>
        <source>Something went wrong inside the plugin. Copy the details and send them to the maintainers.</source>
        <translation>插件内部出错，请复制详情发给维护人员。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Sorted by code.</source>
        <translation>按编码排序。</translation>
    </message>
    <message>
        <source>Sorted by completeness, lowest first. Shaded in five steps: below 60, 60, 70, 80, 90 % and above; the lowest two are hatched.</source>
        <translation>按配套完整度升序。底色分五级：60%以下、60%–70%、70%–80%、80%–90%、90%及以上，最低两级加斜线。</translation>
    </message>
    <message>
        <source>Sorted by coverage, lowest first. Range: what is certain to what is possible, open questions of the data included.</source>
        <translation>按覆盖率升序。区间：由已确定的覆盖率到计入待核实数据的覆盖率。</translation>
    </message>
    <message>
        <source>Sorted by errors, then by warnings and notes. Findings without a place, or outside every area, are not among them.</source>
        <translation>按错误、警告、提示数排序。没有位置或在区划之外的问题不计入。</translation>
    </message>
    <message>
        <source>Sorted by households. Split candidate: more than {split} households; merge candidate: fewer than {merge} (practice of Wuzhong, mark S). Dispersed: estates {dispersed} m and more from the community's centre on average; overloaded: more than {load} households per worker post.</source>
        <translation>按户数降序。拆分候选：超过{split}户；合并候选：不足{merge}户（吴中实践，S）。居住分散：小区距社区中心平均超过{dispersed}米；负荷过重：每个网格员岗位超过{load}户。</translation>
    </message>
    <message>
        <source>Sorted by severity, then by number.</source>
        <translation>按严重程度、数量排序。</translation>
    </message>
    <message>
        <source>Sorted by severity. The workbook lists every problem.</source>
        <translation>按严重程度排序。全部问题见表格文件“问题清单”。</translation>
    </message>
    <message>
        <source>Sorted by the difference. Circle: radius = the limit in metres, or minutes × walking speed, no detour factor.</source>
        <translation>按差值降序。直线圈半径＝限值米数，或分钟数×步行速度，不乘非直线系数。</translation>
    </message>
    <message>
        <source>Sorted by vacant posts. Posts, never persons. Vacant: fewer than one leader and one worker per grid. Spread: standard deviation of the households of the grids ÷ their mean.</source>
        <translation>按空缺降序。均为岗位数，不涉及个人。空缺：网格长、网格员不足每网格各1岗的部分。均衡度：各网格户数的变异系数（标准差÷均值），越小越均衡。</translation>
    </message>
    <message>
        <source>Sorted by what may be newly covered. Opening a gate needs the consent of the owners.</source>
        <translation>按可新增覆盖降序。开放出入口需征求业主意见。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source and clause</source>
        <translation>依据（文件、条款）</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Sources and rows</source>
        <translation>数据来源与行数</translation>
    </message>
    <message>
        <source>Sources and rows (read = loaded + not loaded)</source>
        <translation>数据来源与行数（读取＝入库＋未入库）</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Speed +10 %</source>
        <translation>速度+10%</translation>
    </message>
    <message>
        <source>Speed factor</source>
        <translation>速度系数</translation>
    </message>
    <message>
        <source>Speed factors and delays</source>
        <translation>速度系数与通行延误</translation>
    </message>
    <message>
        <source>Speed on the flat: planning 1.0, adult 1.2, fast 1.4, older 0.8, frail 0.6, child 1.0 m/s.</source>
        <translation>平地速度：规划1.0、成年1.2、快步1.4、老年0.8、体弱0.6、儿童1.0 米/秒。</translation>
    </message>
    <message>
        <source>Speed −10 %</source>
        <translation>速度−10%</translation>
    </message>
    <message>
        <source>Split above (households)</source>
        <translation>拆分上限（户）</translation>
    </message>
    <message>
        <source>Split candidate</source>
        <translation>拆分候选</translation>
    </message>
    <message>
        <source>Split candidates</source>
        <translation>拆分候选数</translation>
    </message>
    <message>
        <source>Split candidates that are dispersed and overloaded too</source>
        <translation>同时居住分散且负荷过重的拆分候选数</translation>
    </message>
    <message>
        <source>Split candidates that cannot be cut into parts, because blocks are too few or do not meet: {count}.</source>
        <translation>有 {count} 个拆分候选无法划分：街块过少或互不相邻。</translation>
    </message>
    <message>
        <source>Split or merge candidate</source>
        <translation>拆分候选、合并候选</translation>
    </message>
    <message>
        <source>Splitting addresses</source>
        <translation>正在拆分地址</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>体育</translation>
    </message>
    <message>
        <source>Spread of households</source>
        <translation>户数变异系数</translation>
    </message>
    <message>
        <source>Spread of households (%)</source>
        <translation>均衡度（%）</translation>
    </message>
    <message>
        <source>Staircase</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Stale table</source>
        <translation>陈旧的表</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>评价方案</translation>
    </message>
    <message>
        <source>Standard: {profile}. Walker: {walker}, {speed} m/s on the flat. Weight: {weight}. Snap limit: {limit} m.</source>
        <translation>评价方案为{profile}；步行者为{walker}，平地速度{speed} 米/秒；权重为{weight}；接入距离上限{limit} 米。</translation>
    </message>
    <message>
        <source>Standard: {standard}</source>
        <translation>评价方案：{standard}</translation>
    </message>
    <message>
        <source>Standard: {standard}. Data as of {data}.</source>
        <translation>评价方案：{standard}　数据截止：{data}</translation>
    </message>
    <message>
        <source>Standard: {standard}. Data as of {data}. Report date: {report}.</source>
        <translation>评价方案：{standard}　数据截止：{data}　报告日期：{report}</translation>
    </message>
    <message>
        <source>Standards profile</source>
        <translation>评价方案</translation>
    </message>
    <message>
        <source>Standards: {values}</source>
        <translation>标准：{values}</translation>
    </message>
    <message>
        <source>Start tour</source>
        <translation>开始巡览</translation>
    </message>
    <message>
        <source>Start with My Data…</source>
        <translation>用我的数据开始…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>State of the event</source>
        <translation>事件状态</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>原填</translation>
    </message>
    <message>
        <source>Stated by the doorplate</source>
        <translation>门牌自填</translation>
    </message>
    <message>
        <source>Stated code disagrees with the position</source>
        <translation>所填编码与位置不一致</translation>
    </message>
    <message>
        <source>Stated grid disagrees with the position</source>
        <translation>所填网格与位置不符</translation>
    </message>
    <message>
        <source>Stated parent disagrees with the position</source>
        <translation>上级与位置不符</translation>
    </message>
    <message>
        <source>States parameters, hashes of the inputs and versions, so that the run can be repeated.</source>
        <translation>记录参数、输入数据的校验值和版本，以便重复运行。</translation>
    </message>
    <message>
        <source>Steep from (%)</source>
        <translation>陡坡起点（%）</translation>
    </message>
    <message>
        <source>Steep streets (m)</source>
        <translation>陡坡道路（米）</translation>
    </message>
    <message>
        <source>Steps (m)</source>
        <translation>台阶（米）</translation>
    </message>
    <message>
        <source>Still missing: {tables}.</source>
        <translation>尚缺：{tables}。</translation>
    </message>
    <message>
        <source>Still missing: {tables}. Import them in step ①.</source>
        <translation>尚缺：{tables}。请在第①步导入。</translation>
    </message>
    <message>
        <source>Still reading the addresses. Nothing found so far for “{words}”.</source>
        <translation>地址仍在读取，暂未找到“{words}”</translation>
    </message>
    <message>
        <source>Still reading this part of the file</source>
        <translation>这一部分数据仍在读取</translation>
    </message>
    <message>
        <source>Store codes as text in the source.</source>
        <translation>请在源数据中将编码存为文本。</translation>
    </message>
    <message>
        <source>Straight line (m)</source>
        <translation>直线距离（米）</translation>
    </message>
    <message>
        <source>Straight line and network</source>
        <translation>直线与路网</translation>
    </message>
    <message>
        <source>Straight line {metres}</source>
        <translation>直线 {metres}</translation>
    </message>
    <message>
        <source>Straight line: click points on the map; Enter or double click ends</source>
        <translation>直线测量：在地图上逐点点击，回车或双击结束</translation>
    </message>
    <message>
        <source>Straight-line circles were not computed in this run.</source>
        <translation>本次未计算直线圈。</translation>
    </message>
    <message>
        <source>Street id</source>
        <translation>道路编号</translation>
    </message>
    <message>
        <source>Street metres of at least this slope count as steep; a ramp for wheelchairs has 8 % at most.</source>
        <translation>坡度达到此值的路段计为陡坡；轮椅坡道的坡度至多约 8%。</translation>
    </message>
    <message>
        <source>Street on the outline (m)</source>
        <translation>沿轮廓道路距离（米）</translation>
    </message>
    <message>
        <source>Streets (m)</source>
        <translation>路网长度（米）</translation>
    </message>
    <message>
        <source>Streets drawn twice or in both directions</source>
        <translation>重复或双向绘制的路数</translation>
    </message>
    <message>
        <source>Streets that are the same lines as others, as if drawn once for each direction: {count}; each counts once.</source>
        <translation>有 {count} 条路与其他路重合（如按双向各画一次），每对只计一次。</translation>
    </message>
    <message>
        <source>Streets without length were left out: {count}.</source>
        <translation>有 {count} 条道路长度为零，未读入。</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Sub-district</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Sub-district code</source>
        <translation>街道编码</translation>
    </message>
    <message>
        <source>Sub-district coverage</source>
        <translation>街道覆盖</translation>
    </message>
    <message>
        <source>Sub-districts below target</source>
        <translation>未达标街道</translation>
    </message>
    <message>
        <source>Sub-districts below {share}</source>
        <translation>低于 {share} 街道</translation>
    </message>
    <message>
        <source>Subdistrict</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Summary of places</source>
        <translation>容量汇总表</translation>
    </message>
    <message>
        <source>Summing rooms at their doors</source>
        <translation>正在按门牌汇总房间</translation>
    </message>
    <message>
        <source>Supply the data</source>
        <translation>补充数据</translation>
    </message>
    <message>
        <source>Surveyed completely</source>
        <translation>是否已查全</translation>
    </message>
    <message>
        <source>Surveyed completely and none in the list, so 0 % and a fail: {categories}.</source>
        <translation>已查全而清单中没有，结果为 0 %、不达标：{categories}。</translation>
    </message>
    <message>
        <source>Surveyed on</source>
        <translation>调查日期</translation>
    </message>
    <message>
        <source>Surveyed: no such facility</source>
        <translation>已普查，无此类设施</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>普查情况</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Switch to dark theme</source>
        <translation>切换为深色界面</translation>
    </message>
    <message>
        <source>Switch to light theme</source>
        <translation>切换为浅色界面</translation>
    </message>
    <message>
        <source>System packages first</source>
        <translation>先安装系统软件包</translation>
    </message>
    <message>
        <source>TARGETS names “{name}”, which the profile does not judge. Known: {known}.</source>
        <translation>TARGETS 中的“{name}”不在评价方案之内。可用：{known}。</translation>
    </message>
    <message>
        <source>TD/T 1063-2021 health check (default)</source>
        <translation>TD/T 1063-2021 城市体检（默认）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Table id</source>
        <translation>数据表代码</translation>
    </message>
    <message>
        <source>Table that cannot be read</source>
        <translation>无法读取的表</translation>
    </message>
    <message>
        <source>Table that is refused</source>
        <translation>被拒绝的表</translation>
    </message>
    <message>
        <source>Table with addresses</source>
        <translation>地址表</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>表 {number}</translation>
    </message>
    <message>
        <source>Table {table} has columns whose names differ only in upper and lower case: {columns}. Rename them.</source>
        <translation>表 {table} 中有仅大小写不同的字段名：{columns}。请改名。</translation>
    </message>
    <message>
        <source>Tables and layers ({endings})</source>
        <translation>表格和图层 ({endings})</translation>
    </message>
    <message>
        <source>Tables and maps show codes only.</source>
        <translation>表和图上只能显示编码。</translation>
    </message>
    <message>
        <source>Tables of the workspace</source>
        <translation>辖区数据库中的表</translation>
    </message>
    <message>
        <source>Tables that were examined</source>
        <translation>检查的数据表</translation>
    </message>
    <message>
        <source>Tables with * are needed for step ③.</source>
        <translation>带 * 的表为第③步所需。</translation>
    </message>
    <message>
        <source>Tables, shapes and walks</source>
        <translation>表格、图形与步行计算</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Takes a decision back</source>
        <translation>撤销已作的决定</translation>
    </message>
    <message>
        <source>Takes effect when QGIS starts again.</source>
        <translation>重启QGIS后生效。</translation>
    </message>
    <message>
        <source>Takes effect with the next page that is opened.</source>
        <translation>下次打开帮助时生效。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Target (%)</source>
        <translation>目标（%）</translation>
    </message>
    <message>
        <source>Target (m²)</source>
        <translation>目标（平方米）</translation>
    </message>
    <message>
        <source>Target (workers per 10 000)</source>
        <translation>目标值（每万人社区工作者）</translation>
    </message>
    <message>
        <source>Target CRS</source>
        <translation>目标CRS</translation>
    </message>
    <message>
        <source>Target of {category}</source>
        <translation>{category}的目标</translation>
    </message>
    <message>
        <source>Targets (%)</source>
        <translation>目标值（%）</translation>
    </message>
    <message>
        <source>Targets are set by the user’s own office.</source>
        <translation>目标值为本级设定。</translation>
    </message>
    <message>
        <source>Targets are those of the standard.</source>
        <translation>目标值取自所选标准。</translation>
    </message>
    <message>
        <source>Targets marked U are set by this office, not by the standard.</source>
        <translation>标 U 的目标为本级设定，非标准规定。</translation>
    </message>
    <message>
        <source>Tell the office that assigned it.</source>
        <translation>告知分派单位。</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Test robustness</source>
        <translation>稳健性检验</translation>
    </message>
    <message>
        <source>Testing how firm the answers are: {category}</source>
        <translation>检验结论是否稳定：{category}</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>大屏字号</translation>
    </message>
    <message>
        <source>Texts that lie in no outline: {count}.</source>
        <translation>不在任何轮廓内的文字：{count}。</translation>
    </message>
    <message>
        <source>Texts that the file cuts in the middle of a character: {count}.</source>
        <translation>文件在汉字中间截断的文字：{count} 处。</translation>
    </message>
    <message>
        <source>The 3D scene</source>
        <translation>三维场景</translation>
    </message>
    <message>
        <source>The 3D scene needs pydeck 0.9 or newer; {found} is installed. Update it with: python3 -m pip install -U pydeck</source>
        <translation>三维场景需要 pydeck 0.9 或更新版本，已安装的是 {found}。更新命令：python3 -m pip install -U pydeck</translation>
    </message>
    <message>
        <source>The 3D scene needs the Python package pydeck, which is not installed. Install it with: python3 -m pip install pydeck</source>
        <translation>三维场景需要 Python 软件包 pydeck，但尚未安装。安装命令：python3 -m pip install pydeck</translation>
    </message>
    <message>
        <source>The Word documents are left out of this run.</source>
        <translation>本次不输出Word文档。</translation>
    </message>
    <message>
        <source>The address has neither a number nor a building.</source>
        <translation>地址既无门牌号也无楼栋号。</translation>
    </message>
    <message>
        <source>The address names neither a number nor a building, estate or community.</source>
        <translation>地址既无门牌号，也无楼栋、小区或社区。</translation>
    </message>
    <message>
        <source>The address was found only roughly ({method}). Move the point and load it again.</source>
        <translation>地址仅能粗略定位（{method}）。请移动该点后重新导入。</translation>
    </message>
    <message>
        <source>The algorithm that was run again</source>
        <translation>重复运行的算法</translation>
    </message>
    <message>
        <source>The algorithm {name} is not in the toolbox.</source>
        <translation>工具箱中没有算法 {name}。</translation>
    </message>
    <message>
        <source>The answer turns with a tenth more or less speed, or a longer or shorter access leg: {categories}.</source>
        <translation>步行速度增减一成或接驳段长短变化时结论改变：{categories}。</translation>
    </message>
    <message>
        <source>The area</source>
        <translation>辖区概况</translation>
    </message>
    <message>
        <source>The area has {count} holes.</source>
        <translation>该区划内有 {count} 个洞。</translation>
    </message>
    <message>
        <source>The area has {count} separate parts.</source>
        <translation>该区划由 {count} 个不相连的部分组成。</translation>
    </message>
    <message>
        <source>The area in figures</source>
        <translation>辖区基本情况</translation>
    </message>
    <message>
        <source>The area stands in the list twice; the first row holds.</source>
        <translation>该区划在表中出现两次，以第一行为准。</translation>
    </message>
    <message>
        <source>The area states other posts than its grids together; the grids hold.</source>
        <translation>区划所填岗位数与其各网格之和不同，以网格为准。</translation>
    </message>
    <message>
        <source>The area states {own} leader posts, its grids together {sum}; the grids count.</source>
        <translation>该区划填报网格长岗位 {own} 个，所属网格合计 {sum} 个；以网格为准。</translation>
    </message>
    <message>
        <source>The area states {own} worker posts, its grids together {sum}; the grids count.</source>
        <translation>该区划填报网格员岗位 {own} 个，所属网格合计 {sum} 个；以网格为准。</translation>
    </message>
    <message>
        <source>The areas are of different levels.</source>
        <translation>两个区划的级别不同。</translation>
    </message>
    <message>
        <source>The areas with a rate per category (_rate, 0 to 1), completeness and the quality of the network.</source>
        <translation>各区划，含每类覆盖率（_rate，0–1）、配套完整度和路网质量。</translation>
    </message>
    <message>
        <source>The boundary may have changed since.</source>
        <translation>界线可能已变更。</translation>
    </message>
    <message>
        <source>The building has {floors} floors.</source>
        <translation>该建筑 {floors} 层。</translation>
    </message>
    <message>
        <source>The building is not there.</source>
        <translation>该建筑物不存在。</translation>
    </message>
    <message>
        <source>The building {building} that the row names is {metres} m away.</source>
        <translation>该行所填的建筑 {building} 距此 {metres} 米。</translation>
    </message>
    <message>
        <source>The category stays without a verdict: nobody knows whether there is none or nobody looked.</source>
        <translation>该类别不作结论：不知是没有设施还是没有调查。</translation>
    </message>
    <message>
        <source>The check fails: the reasons do not add up to the total for {names}.</source>
        <translation>核对不符：{names}的各项之和不等于合计。</translation>
    </message>
    <message>
        <source>The check list (XLSX) has one sheet for each area, in the order in which one walks: by road and number. Tick off outside what is so, and write down what is not.</source>
        <translation>核查清单（XLSX）每个区划一张工作表，按行走顺序（路名、门牌号）排列。现场逐项核实，不符的写明实际情况。</translation>
    </message>
    <message>
        <source>The check list cannot be written. Close other programs that use {path}.</source>
        <translation>核查清单无法写入，请关闭占用 {path} 的其他程序。</translation>
    </message>
    <message>
        <source>The check list holds {count} places to look at: {path}</source>
        <translation>核查清单共 {count} 处待核查：{path}</translation>
    </message>
    <message>
        <source>The checks found no problems.</source>
        <translation>检查未发现问题。</translation>
    </message>
    <message>
        <source>The chosen standard counts it for no category</source>
        <translation>所选标准不将其计入任何类别</translation>
    </message>
    <message>
        <source>The chosen standard states no target</source>
        <translation>所选标准未给出目标值</translation>
    </message>
    <message>
        <source>The chosen standard states no target; no target line is drawn.</source>
        <translation>所选标准未给出目标值，图中不画目标线。</translation>
    </message>
    <message>
        <source>The code cannot be checked; results follow the place alone.</source>
        <translation>该编码无法核对，结果仅以位置为准。</translation>
    </message>
    <message>
        <source>The code does not begin with {code}, the code of the area it lies in.</source>
        <translation>编码开头与所在区划的编码 {code} 不符。</translation>
    </message>
    <message>
        <source>The code says another parent than the map; lists by code and by place differ.</source>
        <translation>编码与位置所示的上级不同，按编码和按位置的统计会不一致。</translation>
    </message>
    <message>
        <source>The column {columns} of the table {table} holds personal numbers. Give the rows identifiers of their own.</source>
        <translation>表 {table} 的字段 {columns} 存有个人号码。请改用独立的编号。</translation>
    </message>
    <message>
        <source>The column {column} is empty. {without}</source>
        <translation>字段 {column} 为空。{without}</translation>
    </message>
    <message>
        <source>The column “{name}” stands more than once; the one at position {position} is called “{new}”.</source>
        <translation>字段“{name}”重复；第 {position} 列改称“{new}”。</translation>
    </message>
    <message>
        <source>The columns of the source with row and reason: why each row was not loaded.</source>
        <translation>原有各字段，另加 row 和 reason：每行未入库的原因。</translation>
    </message>
    <message>
        <source>The columns {columns}, which FIELDS names, hold personal data and are not loaded. Name others.</source>
        <translation>FIELDS指定的字段{columns}含个人信息，不予导入，请指定其他字段。</translation>
    </message>
    <message>
        <source>The columns {x} and {y} were read as swapped.</source>
        <translation>字段 {x} 与 {y} 按对调读取。</translation>
    </message>
    <message>
        <source>The coordinates are degrees with minutes and seconds behind the point: 120.37125 is 120°37′12.5″.</source>
        <translation>坐标为“度.分秒”格式：120.37125 即 120°37′12.5″。</translation>
    </message>
    <message>
        <source>The coordinates are degrees, minutes and seconds in one number: 1203712.5 is 120°37′12.5″.</source>
        <translation>坐标为度分秒连写的数：1203712.5 即 120°37′12.5″。</translation>
    </message>
    <message>
        <source>The coordinates are metres without a zone number: they fit many places. Give a REFERENCE of the district, or state COORDINATES, for example EPSG:4549.</source>
        <translation>坐标以米为单位且不带带号，可落在许多地方。请提供本辖区的 REFERENCE，或写明 COORDINATES，例如 EPSG:4549。</translation>
    </message>
    <message>
        <source>The coordinates are taken as {candidate}, as COORDINATES says.</source>
        <translation>按 COORDINATES 所述，坐标视为 {candidate}。</translation>
    </message>
    <message>
        <source>The coordinates are taken as {word}, as FROM says: nothing in a layer can prove it. Compare the result with a street map.</source>
        <translation>按 FROM 所述，坐标视为 {word}；图层本身无法证明这一点，请将结果与可靠的街道地图对照。</translation>
    </message>
    <message>
        <source>The coordinates are {candidate}: the {count} points among the reference's streets or buildings lie as they should.</source>
        <translation>坐标为 {candidate}：参照图层道路或建筑之间的 {count} 个点位置相符。</translation>
    </message>
    <message>
        <source>The coordinates are {candidate}: {share} % of the points lie where the reference says.</source>
        <translation>坐标为 {candidate}：{share}% 的点与参照图层相符。</translation>
    </message>
    <message>
        <source>The coordinates are {word}</source>
        <translation>坐标为 {word}</translation>
    </message>
    <message>
        <source>The coordinates may be {candidates}, and without a reference nothing decides. Give a REFERENCE of the district, or state COORDINATES.</source>
        <translation>坐标可能是 {candidates}，没有参照图层无法判定。请提供本辖区的 REFERENCE，或写明 COORDINATES。</translation>
    </message>
    <message>
        <source>The coordinates may be {candidates}: the reference does not decide between them. State COORDINATES, or give a REFERENCE with streets, buildings or named boundaries around the points.</source>
        <translation>坐标可能是 {candidates}：参照图层无法判定。请写明 COORDINATES，或提供点位周围的道路、建筑或有名称的界线作为 REFERENCE。</translation>
    </message>
    <message>
        <source>The coverage of areas is not among the layers. Load areas in step ①, or open the result again.</source>
        <translation>图层中没有区划覆盖率。请在第①步导入区划，或重新打开成果。</translation>
    </message>
    <message>
        <source>The data are like that</source>
        <translation>数据如此</translation>
    </message>
    <message>
        <source>The data have changed since this result; the walks are those of the result.</source>
        <translation>数据在此结果之后有改动；图中路径为当时结果。</translation>
    </message>
    <message>
        <source>The data have changed.</source>
        <translation>数据已改动。</translation>
    </message>
    <message>
        <source>The data hold no boundaries of communities and no grids; the chapter is left out.</source>
        <translation>未提供社区界线和网格，本章从略。</translation>
    </message>
    <message>
        <source>The data hold no boundaries of communities: nothing is compared with standards; the chapter is left out.</source>
        <translation>未提供社区界线，不作设施标准比较，本章从略。</translation>
    </message>
    <message>
        <source>The data hold no boundaries of communities: nothing is said of their scale.</source>
        <translation>未提供社区界线，不作社区规模筛查。</translation>
    </message>
    <message>
        <source>The data hold no boundaries of communities: there are no pages by community.</source>
        <translation>未提供社区界线，无社区分页。</translation>
    </message>
    <message>
        <source>The data hold no boundaries of sub-districts, communities or grids; parts by area are left out.</source>
        <translation>未提供街道、社区、网格界线，分区域内容从略。</translation>
    </message>
    <message>
        <source>The data hold no grids: nothing is said of posts.</source>
        <translation>未提供网格，不作网格力量统计。</translation>
    </message>
    <message>
        <source>The decimals were taken off; zeros in front of a code are lost in such a column.</source>
        <translation>小数已去掉；此类字段会丢失编码开头的零。</translation>
    </message>
    <message>
        <source>The decision cannot be written into {path}. Close other programs that use the file.</source>
        <translation>无法把决定写入 {path}。请关闭正在使用该文件的其他程序。</translation>
    </message>
    <message>
        <source>The defaults are shown; OK keeps them.</source>
        <translation>已显示默认值，按“确定”保存。</translation>
    </message>
    <message>
        <source>The district check will refuse the workspace.</source>
        <translation>“辖区一键检查”会拒绝该辖区数据库。</translation>
    </message>
    <message>
        <source>The door stands where its first room does; the others may belong to another door.</source>
        <translation>门牌取第一室的位置，其余各室可能属于别的门。</translation>
    </message>
    <message>
        <source>The doorplate cannot be found again, neither by post nor by “Locate addresses”.</source>
        <translation>无法据此找到门牌，“地址定位”也用不上。</translation>
    </message>
    <message>
        <source>The doorplate counts as not reached in every category.</source>
        <translation>该门牌在各类服务中均按未接入路网计。</translation>
    </message>
    <message>
        <source>The doorplate counts for the whole, but for no grid, community or sub-district.</source>
        <translation>该门牌计入全辖区，但不计入任何网格、社区或街道。</translation>
    </message>
    <message>
        <source>The doorplate is farther than {limit} m from every street.</source>
        <translation>门牌距任何道路都超过 {limit} 米。</translation>
    </message>
    <message>
        <source>The doorplate is not connected to the walking network.</source>
        <translation>该门牌未接入路网。</translation>
    </message>
    <message>
        <source>The doorplate is not there.</source>
        <translation>该门牌不存在。</translation>
    </message>
    <message>
        <source>The doorplate lies in no area.</source>
        <translation>该门牌不在任何区划内。</translation>
    </message>
    <message>
        <source>The doorplates hold; the stated totals are not used.</source>
        <translation>以门牌数为准，所填总数未采用。</translation>
    </message>
    <message>
        <source>The doorplates with district_code, subdistrict_code, community_code and grid_code by their place.</source>
        <translation>门牌，按位置填入 district_code、subdistrict_code、community_code、grid_code。</translation>
    </message>
    <message>
        <source>The edge of the band is rounded here.</source>
        <translation>等时带边缘在此处取整。</translation>
    </message>
    <message>
        <source>The elevation model cannot be read: {reason}. Save it again as GeoTIFF.</source>
        <translation>无法读取数字高程模型：{reason}。请另存为GeoTIFF。</translation>
    </message>
    <message>
        <source>The elevation model {name} cannot be opened. Choose a raster that QGIS shows.</source>
        <translation>无法打开数字高程模型“{name}”。请选择QGIS可显示的栅格。</translation>
    </message>
    <message>
        <source>The elevation model {name} does not cover the streets: in {crs} it spans {model}, the streets span {streets}. Choose a raster of this place, or set the CRS that the raster really has.</source>
        <translation>数字高程模型“{name}”未覆盖步行路网：在 {crs} 中其范围为 {model}，路网范围为 {streets}。请选择本地的栅格，或设置栅格真正的坐标系。</translation>
    </message>
    <message>
        <source>The elevation model {name} has no coordinate reference system or no position. Set it in the layer's properties or save the raster with it.</source>
        <translation>数字高程模型“{name}”缺少坐标系或位置信息。请在图层属性中设置，或连同坐标系另存栅格。</translation>
    </message>
    <message>
        <source>The elevation model {name} has no heights under the streets. Choose another one.</source>
        <translation>数字高程模型“{name}”在路网处没有高程值。请选择其他数字高程模型。</translation>
    </message>
    <message>
        <source>The elevation model {name} has {count} bands; heights are read from the first.</source>
        <translation>数字高程模型“{name}”有 {count} 个波段，取第一个波段的高程。</translation>
    </message>
    <message>
        <source>The elevation model's cells of {cell} m are averaged to {coarse} m.</source>
        <translation>数字高程模型的像元由 {cell} 米平均为 {coarse} 米。</translation>
    </message>
    <message>
        <source>The estate is gated, but the data has no gate of it.</source>
        <translation>该小区为封闭小区，但数据中没有它的出入口。</translation>
    </message>
    <message>
        <source>The estate lies in {count} areas of the level {level}: {codes}.</source>
        <translation>该小区跨 {count} 个 {level} 级区划：{codes}。</translation>
    </message>
    <message>
        <source>The estate of a gate is told by the place alone.</source>
        <translation>出入口所属小区仅凭位置判定。</translation>
    </message>
    <message>
        <source>The event counts for no grid; nobody is responsible for it.</source>
        <translation>该事件不计入任何网格，无责任单位。</translation>
    </message>
    <message>
        <source>The event has no place: it has no coordinates, and its address was not found. It counts, but stands on no map.</source>
        <translation>该事件没有位置：既无坐标，地址也未找到。计入统计，但不上图。</translation>
    </message>
    <message>
        <source>The event is assigned by its place.</source>
        <translation>按位置确定责任网格。</translation>
    </message>
    <message>
        <source>The event lies outside every area.</source>
        <translation>该事件不在任何区划内。</translation>
    </message>
    <message>
        <source>The event was placed only roughly: between the neighbouring numbers of its road.</source>
        <translation>该事件只能粗略定位：在道路相邻门牌号之间。</translation>
    </message>
    <message>
        <source>The event was placed only roughly: in the middle of its community's doorplates.</source>
        <translation>该事件只能粗略定位：在社区门牌的中部。</translation>
    </message>
    <message>
        <source>The event was placed only roughly: in the middle of its estate.</source>
        <translation>该事件只能粗略定位：在小区中部。</translation>
    </message>
    <message>
        <source>The event's category is none of ours; it was loaded as “other”. Add its word to EVENT_WORDS.</source>
        <translation>该事件的类别未识别，按“其他”入库。可在 EVENT_WORDS 中补充用词。</translation>
    </message>
    <message>
        <source>The event's coordinates lie far from the door or building of its address. Check which is right.</source>
        <translation>该事件的坐标与其地址对应的门牌或楼幢相距较远，请核实以何为准。</translation>
    </message>
    <message>
        <source>The event's state is none of ours; it was left empty. Add its word to EVENT_WORDS.</source>
        <translation>该事件的状态未识别，已留空。可在 EVENT_WORDS 中补充用词。</translation>
    </message>
    <message>
        <source>The explanation is copied.</source>
        <translation>解释已复制。</translation>
    </message>
    <message>
        <source>The facilities of the earlier ledger: the page then marks new, moved and gone ones.</source>
        <translation>前期台账所用设施：页面标出新增、迁移与撤销的设施。</translation>
    </message>
    <message>
        <source>The facility is farther than {limit} m from every street: no walk reaches it.</source>
        <translation>设施距任何路段均超过 {limit} 米，无法步行到达。</translation>
    </message>
    <message>
        <source>The facility is not counted.</source>
        <translation>该设施不计入。</translation>
    </message>
    <message>
        <source>The facility names no service and is not counted.</source>
        <translation>该设施未填写服务类别，不计入。</translation>
    </message>
    <message>
        <source>The facility serves nobody.</source>
        <translation>该设施不服务任何人。</translation>
    </message>
    <message>
        <source>The facility stands in an estate without paths and without a gate that is open to visitors: only homes inside reach it.</source>
        <translation>设施位于无内部道路、且无对外开放出入口的小区内：仅小区内住户可达。</translation>
    </message>
    <message>
        <source>The facility states a capacity of 0: it serves nobody.</source>
        <translation>设施的服务容量为 0：不服务任何人。</translation>
    </message>
    <message>
        <source>The facility states no capacity: whom it serves is not known.</source>
        <translation>设施未填服务容量：数据不足，无法得知能服务多少人。</translation>
    </message>
    <message>
        <source>The facility states one capacity for several categories; it counts whole in each.</source>
        <translation>设施用一个服务容量提供多类服务；在每一类中均按全部计。</translation>
    </message>
    <message>
        <source>The figures describe an earlier state.</source>
        <translation>数字反映的是较早的状况。</translation>
    </message>
    <message>
        <source>The figures of every level are sums over its doorplates. The isochrone is the figure by land, the ledger the figure by household; verdicts rest on the ledger.</source>
        <translation>各级数字由门牌逐级相加；等时圈为按用地计的指标，台账为按户计的指标，结论依据台账。</translation>
    </message>
    <message>
        <source>The file has few addresses ({addresses}). {homes} homes became doorplates, with one household for {m2} m² of floor.</source>
        <translation>文件中地址较少（{addresses} 个）。已将 {homes} 栋住宅作为门牌，按每 {m2} 平方米建筑面积一户估算户数。</translation>
    </message>
    <message>
        <source>The file has no row with a place. Check its columns of coordinates.</source>
        <translation>文件中没有一行有位置。请检查坐标字段。</translation>
    </message>
    <message>
        <source>The file has not been recognised yet.</source>
        <translation>文件尚未识别。</translation>
    </message>
    <message>
        <source>The file is damaged or cut off: {expected} bytes were expected, {found} are there. Please copy the file again.</source>
        <translation>数据不完整：应为 {expected} 字节，实为 {found}。请重新复制文件。</translation>
    </message>
    <message>
        <source>The file is damaged: part “{name}” does not match its checksum. Please copy the file again.</source>
        <translation>数据不完整：“{name}”部分校验不符。请重新复制文件。</translation>
    </message>
    <message>
        <source>The file is in {encoding} ({evidence}); GeoJSON should be in UTF-8.</source>
        <translation>文件编码为{encoding}（{evidence}）；GeoJSON应为UTF-8。</translation>
    </message>
    <message>
        <source>The file is missing: {path}</source>
        <translation>文件不存在：{path}</translation>
    </message>
    <message>
        <source>The file lacks the column “{name}”. It has: {known}.</source>
        <translation>文件中没有字段“{name}”。现有：{known}。</translation>
    </message>
    <message>
        <source>The first {shown} of {count} areas; the workbook has them all.</source>
        <translation>仅列 {count} 个区划中的前 {shown} 个，其余见核查清单。</translation>
    </message>
    <message>
        <source>The first {shown} of {count}; the workbook lists all.</source>
        <translation>仅列前{shown}项，共{count}项，全部见表格文件。</translation>
    </message>
    <message>
        <source>The folder already holds results of {date}. Replace them?</source>
        <translation>该文件夹已有 {date} 的成果，是否替换？</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {reason}. Choose another folder.</source>
        <translation>无法写入文件夹 {folder}：{reason}。请另选文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Create it or choose another output.</source>
        <translation>文件夹 {folder} 不存在。请先新建该文件夹或另选输出位置。</translation>
    </message>
    <message>
        <source>The footprint has {area} m².</source>
        <translation>轮廓面积 {area} 平方米。</translation>
    </message>
    <message>
        <source>The footprint is not that small.</source>
        <translation>该建筑轮廓并不过小。</translation>
    </message>
    <message>
        <source>The gate counts as open to everybody.</source>
        <translation>该出入口按所有人可通行计。</translation>
    </message>
    <message>
        <source>The gate is for residents, but nothing tells which side is its estate: it counts as open to everybody.</source>
        <translation>出入口仅限居民，但无法判断哪一侧是其小区，按对所有人开放处理。</translation>
    </message>
    <message>
        <source>The gate is not there.</source>
        <translation>该出入口不存在。</translation>
    </message>
    <message>
        <source>The gate names no estate and stands at none.</source>
        <translation>出入口未注明小区，也不在任何小区边缘。</translation>
    </message>
    <message>
        <source>The gate names the estate “{estate}”, which is neither among the estates nor on a wall.</source>
        <translation>出入口所属小区“{estate}”既不在小区表中，也没有同名围墙。</translation>
    </message>
    <message>
        <source>The gate opens nothing; its wall stays shut.</source>
        <translation>该出入口不起作用，围墙仍然封闭。</translation>
    </message>
    <message>
        <source>The gate stands {metres} m from the nearest wall ({wall}) and opens nothing; it must stand within {tolerance} m.</source>
        <translation>出入口距最近围墙（{wall}）{metres}米，不起作用；须在{tolerance}米以内。</translation>
    </message>
    <message>
        <source>The gate that brings most alone</source>
        <translation>单独开放增益最大的出入口</translation>
    </message>
    <message>
        <source>The gates change nothing.</source>
        <translation>出入口不起作用。</translation>
    </message>
    <message>
        <source>The geometry is not a {kind}.</source>
        <translation>几何图形不是{kind}。</translation>
    </message>
    <message>
        <source>The graphics device was reset, drawing again …</source>
        <translation>图形设备已重置，正在恢复…</translation>
    </message>
    <message>
        <source>The grey bar is the lower of both values</source>
        <translation>灰条为两期较低值</translation>
    </message>
    <message>
        <source>The guess is reported.</source>
        <translation>自动识别并报告。</translation>
    </message>
    <message>
        <source>The heights of a hilly town (tukanba), to give to the checks; the other towns are flat.</source>
        <translation>坡地城镇（土坎坝）的高程，可供核算使用；其余城镇为平地。</translation>
    </message>
    <message>
        <source>The households of {estimated} of {count} doorplates are estimated (table 9-3), and {default} count as one household.</source>
        <translation>{count} 个门牌中，{estimated} 个的户数为推算（表9-3），{default} 个按1户计。</translation>
    </message>
    <message>
        <source>The households of {estimated} of {count} doorplates are estimated (table 9-3).</source>
        <translation>{count} 个门牌中，{estimated} 个的户数为推算（表9-3）。</translation>
    </message>
    <message>
        <source>The households of {estimated} of {count} doorplates are estimated from buildings, and {default} count as one household.</source>
        <translation>{count} 个门牌中，{estimated} 个的户数由建筑推算，{default} 个按1户计。</translation>
    </message>
    <message>
        <source>The households of {estimated} of {count} doorplates are estimated from buildings.</source>
        <translation>{count} 个门牌中，{estimated} 个的户数由建筑推算。</translation>
    </message>
    <message>
        <source>The identifier stands in an earlier row too.</source>
        <translation>该编号与前面的记录重复。</translation>
    </message>
    <message>
        <source>The identifier stands in one row only.</source>
        <translation>该编号只出现一次。</translation>
    </message>
    <message>
        <source>The inputs cannot be opened.</source>
        <translation>输入无法打开。</translation>
    </message>
    <message>
        <source>The inputs really used, JSON</source>
        <translation>实际采用的输入，JSON</translation>
    </message>
    <message>
        <source>The installation is correct: all {count} items agree.</source>
        <translation>安装正确：{count} 项全部一致。</translation>
    </message>
    <message>
        <source>The isochrone is the figure by land, the ledger the figure by household; both are stated.</source>
        <translation>等时圈为按用地计的指标，台账为按户计的指标，二者并列。</translation>
    </message>
    <message>
        <source>The layer has no areas of the level grid. Set their level to grid.</source>
        <translation>图层中没有网格级区划。请将其 level 设为 grid。</translation>
    </message>
    <message>
        <source>The layer “{name}” ({key}) has coordinates that do not fit its CRS {crs}. Check which one it really has.</source>
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
        <source>The layer “{name}” ({key}) has no geometry. Choose a layer with geometry.</source>
        <translation>图层“{name}”（{key}）没有几何图形。请选择有几何图形的图层。</translation>
    </message>
    <message>
        <source>The layers of the result are still being opened. Try again in a moment.</source>
        <translation>成果图层仍在打开，请稍后再试。</translation>
    </message>
    <message>
        <source>The ledger does not say which profile and walker made it ({found}). Choose a ledger written by the coverage check.</source>
        <translation>该台账未注明所用的评价方案和步行者（{found}）。请选择由“服务覆盖”生成的台账。</translation>
    </message>
    <message>
        <source>The ledger has no row of this doorplate.</source>
        <translation>台账中没有此门牌。</translation>
    </message>
    <message>
        <source>The ledger has {rows} rows: see the table ledger in the result database.</source>
        <translation>台账共{rows}行，见成果数据库的 ledger 表。</translation>
    </message>
    <message>
        <source>The ledger lacks columns of its profile {profile}: {columns}. Choose a ledger written by the coverage check.</source>
        <translation>该台账缺少评价方案 {profile} 所需的字段：{columns}。请选择由“服务覆盖”生成的台账。</translation>
    </message>
    <message>
        <source>The ledgers are of different districts: doorplates of the same id lie {km} km apart in the middle.</source>
        <translation>两份台账不是同一辖区：相同编号的门牌位置相距（中位数）{km}千米。</translation>
    </message>
    <message>
        <source>The ledgers follow different profiles, {before} and {after}: their answers cannot be compared.</source>
        <translation>两份台账的评价方案不同（{before}、{after}），结果不可对比。</translation>
    </message>
    <message>
        <source>The limits must be numbers above 0, separated by commas, for example 5,10,15.</source>
        <translation>限值须为大于 0 的数字，以逗号分隔，例如 5,10,15。</translation>
    </message>
    <message>
        <source>The limits of the profile {id} are not confirmed against the standard's text, so none is judged. Copy its file {file}; in the lines you have checked state confirmed_by, confirmed_on and text_seen, write active: true; give the copy as PROFILE_FILE.</source>
        <translation>评价方案 {id} 的限值尚未与标准原文核对，因此不作评价。请复制其文件 {file}，在已核对的行中填写 confirmed_by、confirmed_on、text_seen 并写 active: true，再将副本作为 PROFILE_FILE。</translation>
    </message>
    <message>
        <source>The limits of {names} are not yet confirmed in a public text (marks B to D).</source>
        <translation>{names}的限值尚未核对公开文本（标记B至D）。</translation>
    </message>
    <message>
        <source>The line has no length.</source>
        <translation>该线长度为零。</translation>
    </message>
    <message>
        <source>The list for the people who go outside</source>
        <translation>外业人员使用的清单</translation>
    </message>
    <message>
        <source>The list has no coordinates. Give DOORPLATES, and its addresses are located by them.</source>
        <translation>清单中没有坐标。请给出 DOORPLATES，按门牌为其地址定位。</translation>
    </message>
    <message>
        <source>The list is being read anew. Chosen problems that are not decided yet: {count}.</source>
        <translation>问题清单正在重新读取，所选问题中尚未处理 {count} 条。</translation>
    </message>
    <message>
        <source>The list of areas has no boundaries. Choose a layer of polygons.</source>
        <translation>区划清单没有界线，请选择面图层。</translation>
    </message>
    <message>
        <source>The list of totals has no column households, residents, elderly or children. It has: {known}.</source>
        <translation>总数表没有户数、常住人口、老年人口或儿童数字段。现有字段：{known}。</translation>
    </message>
    <message>
        <source>The list of totals has no column with codes or names of areas. It has: {known}.</source>
        <translation>总数表没有区划编码或名称字段。现有字段：{known}。</translation>
    </message>
    <message>
        <source>The list that the answers belong to; problems are found by their id.</source>
        <translation>核查结果所对应的问题表，按编号匹配。</translation>
    </message>
    <message>
        <source>The map could not be drawn. Please reload the page.</source>
        <translation>地图未能显示，请重新打开本页。</translation>
    </message>
    <message>
        <source>The map shows {shown}; the verdict is by {limit}</source>
        <translation>图上范围为 {shown}，达标按 {limit}判定</translation>
    </message>
    <message>
        <source>The nearer counts more (Gaussian)</source>
        <translation>越近权重越大（高斯）</translation>
    </message>
    <message>
        <source>The nearest doorplate is {km} km away.</source>
        <translation>距最近的门牌 {km} 千米。</translation>
    </message>
    <message>
        <source>The nearest is {value} on foot, more than {limit}</source>
        <translation>最近设施步行 {value}，超过 {limit}</translation>
    </message>
    <message>
        <source>The network does not connect</source>
        <translation>路网不连通</translation>
    </message>
    <message>
        <source>The number and the id of a line stay with it, so that the answers can be typed in again.</source>
        <translation>序号和编号保持不变，以便录回核查结果。</translation>
    </message>
    <message>
        <source>The numbers do not fit COORDINATES={word}: one column runs from {low} to {high}, the other from {bottom} to {top}. State another system, or auto with a REFERENCE.</source>
        <translation>数值不符合 COORDINATES={word}：一列为 {low} 至 {high}，另一列为 {bottom} 至 {top}。请写明其他坐标系，或用 auto 并提供 REFERENCE。</translation>
    </message>
    <message>
        <source>The numbers fit no coordinate system known here: one column runs from {low} to {high}, the other from {bottom} to {top}. Check X_FIELD and Y_FIELD, or state COORDINATES.</source>
        <translation>数值不符合任何已知坐标系：一列为 {low} 至 {high}，另一列为 {bottom} 至 {top}。请检查 X_FIELD 和 Y_FIELD，或写明 COORDINATES。</translation>
    </message>
    <message>
        <source>The only way leads through a shut gate and would be too long</source>
        <translation>仅能经关闭的出入口到达，且超过限值</translation>
    </message>
    <message>
        <source>The other {count} categories stand in table 1-1 of the report.</source>
        <translation>其余{count}类见报告表1-1。</translation>
    </message>
    <message>
        <source>The others have the published numbers of a case and one size; their streets and names are invented.</source>
        <translation>其余城镇采用案例公开的数字且只有一种规模；道路与名称均为虚构。</translation>
    </message>
    <message>
        <source>The outline crossed itself; the repaired shape may differ from the one meant.</source>
        <translation>轮廓自相交，修复后的形状可能与原意不同。</translation>
    </message>
    <message>
        <source>The outline crosses itself; it was repaired.</source>
        <translation>轮廓自相交，已修复。</translation>
    </message>
    <message>
        <source>The outline does not cross itself.</source>
        <translation>该轮廓没有自相交。</translation>
    </message>
    <message>
        <source>The outline is not closed.</source>
        <translation>轮廓线未闭合。</translation>
    </message>
    <message>
        <source>The package {name} is missing; version {wanted} or newer is needed.</source>
        <translation>缺少 {name} 包，需要 {wanted} 或更高版本。</translation>
    </message>
    <message>
        <source>The package {name} is too new: {found}; a version below {limit} is needed.</source>
        <translation>软件包 {name} 版本过高：{found}；需要低于 {limit} 的版本。</translation>
    </message>
    <message>
        <source>The package {name} is too old: {found}; version {wanted} or newer is needed.</source>
        <translation>{name} 包版本过低：{found}，需要 {wanted} 或更高版本。</translation>
    </message>
    <message>
        <source>The page shows how far one walks from any point that is clicked; it needs facilities, walking network and ledger.</source>
        <translation>点击任意位置即显示该点的步行范围；需要设施、步行路网和台账。</translation>
    </message>
    <message>
        <source>The parent is told by the place alone.</source>
        <translation>上级仅凭位置判定。</translation>
    </message>
    <message>
        <source>The parent {stated} is no area of this layer.</source>
        <translation>上级编码 {stated} 不在本图层中。</translation>
    </message>
    <message>
        <source>The path {path} is too long for this computer. Choose a shorter name or a folder higher up.</source>
        <translation>路径 {path} 超出本机允许的长度。请改用较短的名称或更上层的文件夹。</translation>
    </message>
    <message>
        <source>The people of that total stand at no doorplate and are in no rate.</source>
        <translation>该总数中的人没有落到任何门牌，不计入覆盖率。</translation>
    </message>
    <message>
        <source>The plugin Processing is switched off. Switch it on in Plugins ▸ Manage and Install Plugins.</source>
        <translation>“数据处理”插件未启用。请在 插件 ▸ 管理和安装插件 中启用。</translation>
    </message>
    <message>
        <source>The points lie {metres} m from the reference on average ({east}, {north}). They look like {datum} coordinates.</source>
        <translation>点位与参照图层平均偏移 {metres} 米（{east}、{north}），疑似 {datum} 坐标。</translation>
    </message>
    <message>
        <source>The population raster cannot be read: {reason}. Save it again as GeoTIFF.</source>
        <translation>人口栅格无法读取：{reason}。请重新保存为GeoTIFF。</translation>
    </message>
    <message>
        <source>The population raster {name} cannot be opened. Choose a raster that QGIS shows.</source>
        <translation>人口栅格 {name} 无法打开。请选择QGIS能够显示的栅格。</translation>
    </message>
    <message>
        <source>The population raster {name} does not cover the points. Choose a raster of this place, or set its CRS.</source>
        <translation>人口栅格 {name} 不覆盖这些点。请选择本地的栅格，或设置其CRS。</translation>
    </message>
    <message>
        <source>The population raster {name} has cells below zero. Set their value as nodata, or choose people per cell.</source>
        <translation>人口栅格 {name} 有小于零的像元。请将该值设为nodata，或选择每像元人数的栅格。</translation>
    </message>
    <message>
        <source>The population raster {name} has no CRS. Set it in the layer's properties.</source>
        <translation>人口栅格 {name} 没有CRS。请在图层属性中设置。</translation>
    </message>
    <message>
        <source>The population raster {name} has no position. Save it as GeoTIFF with its place.</source>
        <translation>人口栅格 {name} 没有位置信息。请保存为带位置的GeoTIFF。</translation>
    </message>
    <message>
        <source>The population raster {name} has {count} cells here, too many. Choose one with coarser cells.</source>
        <translation>人口栅格 {name} 在此处有 {count} 个像元，过多。请选择像元更大的栅格。</translation>
    </message>
    <message>
        <source>The profile requires none of these kinds in an area: they are counted, not judged.</source>
        <translation>本方案不要求各区划配置这些类型：仅计数，不评价。</translation>
    </message>
    <message>
        <source>The profile states no rule per area that may be judged: figures without verdicts.</source>
        <translation>评价方案没有可评价的区划规则：仅列数值，不作结论。</translation>
    </message>
    <message>
        <source>The profile {id} holds rules for floor space and no walking limits. Choose another, for example tdt1063.</source>
        <translation>评价方案 {id} 只有面积要求，没有步行限值。请另选方案，例如 tdt1063。</translation>
    </message>
    <message>
        <source>The profile {path} does not exist. Check the name or choose another file.</source>
        <translation>评价方案文件 {path} 不存在。请检查文件名或另选文件。</translation>
    </message>
    <message>
        <source>The reached street lies behind a wall or across water.</source>
        <translation>可达的路段在围墙或水面的另一侧。</translation>
    </message>
    <message>
        <source>The reference layer has no coordinate reference system. Set it in the layer's properties.</source>
        <translation>参照图层没有坐标参照系。请在图层属性中设置。</translation>
    </message>
    <message>
        <source>The reference layer has no geometry. Choose streets, buildings or boundaries.</source>
        <translation>参照图层没有几何图形。请选择道路、建筑或界线。</translation>
    </message>
    <message>
        <source>The report does not count by area: {reason}</source>
        <translation>报告未按区划统计：{reason}</translation>
    </message>
    <message>
        <source>The report holds no personal data; counts of people of a group below {k} are not shown.</source>
        <translation>本报告不含个人信息；小于{k}的人群计数不显示。</translation>
    </message>
    <message>
        <source>The required column {column} is empty.</source>
        <translation>必需字段 {column} 为空。</translation>
    </message>
    <message>
        <source>The residents of {estimated} of {count} doorplates are estimated.</source>
        <translation>{count} 个门牌中，{estimated} 个的常住人口为推算。</translation>
    </message>
    <message>
        <source>The results follow the place; the office that keeps the code counts the doorplate elsewhere.</source>
        <translation>结果以位置为准；按编码统计的单位会把它计入别处。</translation>
    </message>
    <message>
        <source>The rooms of this door are more than 50 m apart; it stands at the place of the first of them that has one.</source>
        <translation>该门牌下各室的位置相距超过 50 米；门牌位置取其中第一个有坐标的室。</translation>
    </message>
    <message>
        <source>The row cannot be used and is in no result.</source>
        <translation>该行不能使用，不进入任何结果。</translation>
    </message>
    <message>
        <source>The row has NUL characters: it is damaged.</source>
        <translation>该行含有 NUL 字符：已损坏。</translation>
    </message>
    <message>
        <source>The row has bytes that are not {encoding}: it is damaged or in another encoding.</source>
        <translation>该行含有非 {encoding} 的字节：已损坏或为其他编码。</translation>
    </message>
    <message>
        <source>The row has neither coordinates nor an address that was found.</source>
        <translation>该行既无坐标，地址也未找到。</translation>
    </message>
    <message>
        <source>The row has no address.</source>
        <translation>该行无地址。</translation>
    </message>
    <message>
        <source>The row has no place and is in no result.</source>
        <translation>该行没有位置，不进入任何结果。</translation>
    </message>
    <message>
        <source>The row has no place on the map and is left out.</source>
        <translation>该记录没有地图位置，已略去。</translation>
    </message>
    <message>
        <source>The row has no place: its geometry is empty or a coordinate is no number.</source>
        <translation>该记录没有位置：几何图形为空或坐标不是数字。</translation>
    </message>
    <message>
        <source>The row has {count} fields instead of {wanted}.</source>
        <translation>该行有 {count} 个字段，应为 {wanted} 个。</translation>
    </message>
    <message>
        <source>The row is in no result.</source>
        <translation>该行不进入任何结果。</translation>
    </message>
    <message>
        <source>The row is in {other}, not in {encoding} as the rest of the file.</source>
        <translation>该行为 {other} 编码，与文件其余部分的 {encoding} 不同。</translation>
    </message>
    <message>
        <source>The row names {stated}, but the point lies in {name} ({code}).</source>
        <translation>该行写明 {stated}，但点位在 {name}（{code}）内。</translation>
    </message>
    <message>
        <source>The row names {stated}, but the point lies outside every area of this level.</source>
        <translation>该行写明 {stated}，但点位不在该级任何区划内。</translation>
    </message>
    <message>
        <source>The row tells no category.</source>
        <translation>该行没有类别。</translation>
    </message>
    <message>
        <source>The row tells no moment that can be read. Write it as 2026-03-05 14:00.</source>
        <translation>该行没有可识别的时间，请写成如 2026-03-05 14:00。</translation>
    </message>
    <message>
        <source>The row {row} of {table} is not there.</source>
        <translation>表 {table} 中没有行 {row}。</translation>
    </message>
    <message>
        <source>The rows with method, the expected error in metres (error_m), and the doorplate that it rests on (near_id).</source>
        <translation>原有各行，另加 method、预计误差（error_m，米）、所依据的门牌（near_id）。</translation>
    </message>
    <message>
        <source>The rule {rule} is left out: AREAS holds no area of the level {level}.</source>
        <translation>区划中没有级别为{level}的区划，规则{rule}未计算。</translation>
    </message>
    <message>
        <source>The same address as {other}, {metres} m away.</source>
        <translation>与 {other} 地址相同，相距 {metres} 米。</translation>
    </message>
    <message>
        <source>The same area</source>
        <translation>同一区划</translation>
    </message>
    <message>
        <source>The same name and services as {other}, {metres} m away.</source>
        <translation>与 {other} 同名同类，相距 {metres} 米。</translation>
    </message>
    <message>
        <source>The same number gives the same district.</source>
        <translation>相同数值生成相同辖区。</translation>
    </message>
    <message>
        <source>The scenario has no rows: there is nothing to try.</source>
        <translation>方案没有记录，无可试算。</translation>
    </message>
    <message>
        <source>The scenario is kept in {path}.</source>
        <translation>方案已存入 {path}。</translation>
    </message>
    <message>
        <source>The scenario lacks the column {columns}. It needs action and id.</source>
        <translation>方案缺少字段 {columns}；须有 action 和 id。</translation>
    </message>
    <message>
        <source>The scenario was repeated; nothing differs from then.</source>
        <translation>方案已重做，与当时一致。</translation>
    </message>
    <message>
        <source>The scene holds {buildings} buildings without heights and up to {facilities} facilities; no doorplates, gates, posts or sensitive facilities, no counts of a single building, no names, phones or rooms.</source>
        <translation>场景含：建筑 {buildings}（无高度）、设施至多 {facilities}；不含：门牌、小区出入口、岗位、敏感设施、单栋建筑的计数，以及姓名、电话、室号。</translation>
    </message>
    <message>
        <source>The scene holds {buildings} buildings, doorplates to the building, {facilities} facilities; no names, phones or rooms; counts of persons below 5 are hidden.</source>
        <translation>场景含：建筑 {buildings}、门牌到幢、设施 {facilities}；不含：姓名、电话、室号；小于5的人口计数已隐去。</translation>
    </message>
    <message>
        <source>The scene shows no building for it, and floors are not known.</source>
        <translation>三维场景中没有对应建筑，层数未知。</translation>
    </message>
    <message>
        <source>The setting {name} holds “{stored}”, which is unknown; {usual} is taken.</source>
        <translation>设置项 {name} 的值“{stored}”无法识别，按 {usual} 处理。</translation>
    </message>
    <message>
        <source>The settings have changed since this result.</source>
        <translation>设置在此结果之后有改动。</translation>
    </message>
    <message>
        <source>The settings of the file are shown; OK keeps them.</source>
        <translation>已显示文件中的设置，按“确定”保存。</translation>
    </message>
    <message>
        <source>The shares differ most for {category}: the isochrone covers {land} of the land, the ledger reaches {households}, straight-line circles would hold {circle}.</source>
        <translation>{category}的三个比例相差最大：等时圈覆盖用地{land}，台账可达{households}，直线圈则为{circle}。</translation>
    </message>
    <message>
        <source>The sheet has more than {count} cells. Save it as CSV.</source>
        <translation>工作表超过 {count} 个单元格。请另存为 CSV。</translation>
    </message>
    <message>
        <source>The sheet {sheet} of {path} has {count} columns. Delete those that hold nothing.</source>
        <translation>{path} 的工作表 {sheet} 有 {count} 列。请删除没有内容的列。</translation>
    </message>
    <message>
        <source>The standard states no targets: figures only.</source>
        <translation>本方案未设目标值，仅列数值。</translation>
    </message>
    <message>
        <source>The standard states no targets: figures without verdicts. Give TARGETS to judge.</source>
        <translation>所选方案未设目标值：仅列数值，不作结论。用 TARGETS 设定目标后可作结论。</translation>
    </message>
    <message>
        <source>The stated code is {stated}, but the point lies in {by_position}.</source>
        <translation>所填编码为 {stated}，但门牌位于 {by_position}。</translation>
    </message>
    <message>
        <source>The stated code is {stated}, but the point lies outside every area of this level.</source>
        <translation>所填编码为 {stated}，但门牌不在该级任何区划内。</translation>
    </message>
    <message>
        <source>The stated parent is {stated}, but the area lies in {code}.</source>
        <translation>所填上级为 {stated}，实际位于 {code} 内。</translation>
    </message>
    <message>
        <source>The street does not cross itself.</source>
        <translation>该路段没有自相交。</translation>
    </message>
    <message>
        <source>The street has a length.</source>
        <translation>该路段有长度。</translation>
    </message>
    <message>
        <source>The street has no length or an unknown coordinate and is left out.</source>
        <translation>该路段长度为零或坐标未知，已略去。</translation>
    </message>
    <message>
        <source>The street has no line and is left out.</source>
        <translation>该路段没有线要素，已略去。</translation>
    </message>
    <message>
        <source>The street is not there.</source>
        <translation>该路段不存在。</translation>
    </message>
    <message>
        <source>The table areas: code, name, partition, level, parent_code, posts and totals.</source>
        <translation>区划表：code、name、partition、level、parent_code、岗位数和总数。</translation>
    </message>
    <message>
        <source>The table cannot be read: {reason}</source>
        <translation>无法读取该表：{reason}</translation>
    </message>
    <message>
        <source>The table doorplates: doorplate_id, address and its parts, households, residents, codes, building_id.</source>
        <translation>门牌表：doorplate_id、address 及其各部分、households、residents、各级编码、building_id。</translation>
    </message>
    <message>
        <source>The table events: event_id, category, reported_at, state, and the codes of the responsible areas.</source>
        <translation>事件表：event_id、category、reported_at、state，以及责任区划编码。</translation>
    </message>
    <message>
        <source>The table facilities: facility_id, name, services, capacity, floor_m2, opening.</source>
        <translation>设施表：facility_id、name、services、capacity、floor_m2、opening。</translation>
    </message>
    <message>
        <source>The table has no coordinate reference system; it was left out of this examination.</source>
        <translation>该表没有坐标参照系，未参与本次检查。</translation>
    </message>
    <message>
        <source>The table has no heading; its columns are called column_1, column_2 and so on.</source>
        <translation>表格没有表头，字段依次称为 column_1、column_2 等。</translation>
    </message>
    <message>
        <source>The table has no usable row.</source>
        <translation>该表没有可用的行。</translation>
    </message>
    <message>
        <source>The table is in no result.</source>
        <translation>该表不进入任何结果。</translation>
    </message>
    <message>
        <source>The table is in {crs}, the others are in {other}. It was converted for this examination only.</source>
        <translation>该表为 {crs}，其他表为 {other}；仅在本次检查中转换。</translation>
    </message>
    <message>
        <source>The table is missing.</source>
        <translation>缺少此表。</translation>
    </message>
    <message>
        <source>The table {table} has no coordinate reference system. Set it in the layer's properties.</source>
        <translation>表 {table} 没有坐标参照系。请在图层属性中设定。</translation>
    </message>
    <message>
        <source>The table {table} has no geometry. Choose a layer with {kind} geometry.</source>
        <translation>表 {table} 没有几何图形。请选择{kind}图层。</translation>
    </message>
    <message>
        <source>The table {table} is missing or empty.</source>
        <translation>缺少数据表“{table}”，或该表为空。</translation>
    </message>
    <message>
        <source>The table {table} lacks the required columns {columns}. Rename or add them; it has: {known}.</source>
        <translation>表 {table} 缺少必需字段 {columns}。请改名或补充；现有字段：{known}。</translation>
    </message>
    <message>
        <source>The table {table} of {path} has no usable row ({rows} read). Import it again or look at its problems.</source>
        <translation>{path} 的表 {table} 没有可用记录（读取 {rows} 条）。请重新导入或查看问题清单。</translation>
    </message>
    <message>
        <source>The tables of {path} have different coordinate reference systems ({listed}). Reproject them to one in metres.</source>
        <translation>{path} 中各表的坐标参照系不一致（{listed}）。请重投影到同一个以米为单位的坐标参照系。</translation>
    </message>
    <message>
        <source>The target “{pair}” is not a percentage above 0 and up to 100. Write for example elderly=80.</source>
        <translation>目标值“{pair}”不是大于 0 且不超过 100 的百分数。写法示例：elderly=80。</translation>
    </message>
    <message>
        <source>The targets are set by this office (mark U); the standard itself states none.</source>
        <translation>目标值为本级设定（标记 U），标准本身未给出。</translation>
    </message>
    <message>
        <source>The targets are those of the standard.</source>
        <translation>目标值取自该标准。</translation>
    </message>
    <message>
        <source>The texts are too few to be sure of the encoding. If they look wrong, state ENCODING.</source>
        <translation>文字太少，编码不能确定。如显示有误，请设置 ENCODING。</translation>
    </message>
    <message>
        <source>The tick is the category’s target</source>
        <translation>竖线为该类别的目标</translation>
    </message>
    <message>
        <source>The tick is the target, {target}</source>
        <translation>竖线为目标 {target}</translation>
    </message>
    <message>
        <source>The tick is the whole district, {share}</source>
        <translation>竖线为全区 {share}</translation>
    </message>
    <message>
        <source>The town “{town}” is flat. Leave DEM empty, or choose one of: {known}.</source>
        <translation>城镇“{town}”为平地。请将DEM留空，或选择：{known}。</translation>
    </message>
    <message>
        <source>The two areas share no land.</source>
        <translation>两个区划没有重叠。</translation>
    </message>
    <message>
        <source>The two doorplates are more than {metres} m apart: look which place is right.</source>
        <translation>两个门牌相距超过 {metres} 米：请先核实哪个位置正确。</translation>
    </message>
    <message>
        <source>The two doorplates state different numbers in {column}: decide which of them is right.</source>
        <translation>两个门牌的 {column} 数值不同：请先判断哪一个正确。</translation>
    </message>
    <message>
        <source>The two ledgers have no category in common: {before} and {after}.</source>
        <translation>两份台账没有共同的类别：{before}；{after}。</translation>
    </message>
    <message>
        <source>The two pairs of coordinates put the rows on one place when read as {one} and {other}.</source>
        <translation>两对坐标分别按 {one} 和 {other} 读取时，各行位置一致。</translation>
    </message>
    <message>
        <source>The two runs used different settings ({what}: {before} and {after}) and cannot be compared</source>
        <translation>两期参数不同（{what} {before} 与 {after}），不能比较</translation>
    </message>
    <message>
        <source>The two streets do not cross in a point.</source>
        <translation>两条路段没有交点。</translation>
    </message>
    <message>
        <source>The two streets have a vertex in common already.</source>
        <translation>两条路段已有共用顶点。</translation>
    </message>
    <message>
        <source>The two streets meet already, or are too far apart.</source>
        <translation>两条路段已经相接，或相距过远。</translation>
    </message>
    <message>
        <source>The type “{kind}” is none of ours. Add it to TYPE_WORDS, if it serves the living circle.</source>
        <translation>类型“{kind}”不在服务类别中。如属生活圈服务，请加入用词表。</translation>
    </message>
    <message>
        <source>The type “{type}” is not known; the facility is not counted for it.</source>
        <translation>无法识别类型“{type}”，该设施不按此类型计入。</translation>
    </message>
    <message>
        <source>The upright stroke is each category's target; the thin line with ends is the range from certain to possible.</source>
        <translation>竖线为各类目标值，带端线的细线为区间。</translation>
    </message>
    <message>
        <source>The upright stroke is the target {target}; the thin line with ends is the range from certain to possible.</source>
        <translation>竖线为目标值{target}，带端线的细线为区间。</translation>
    </message>
    <message>
        <source>The use of most buildings is not mapped: {count} of unknown use count as homes.</source>
        <translation>多数建筑物未标注用途：{count} 栋用途不明的按住宅计。</translation>
    </message>
    <message>
        <source>The value is taken as missing.</source>
        <translation>该值按缺失处理。</translation>
    </message>
    <message>
        <source>The value is taken as missing; a default stands for it.</source>
        <translation>该值按缺失处理，以默认值代替。</translation>
    </message>
    <message>
        <source>The walk does not agree with the ledger.</source>
        <translation>路径与台账不一致</translation>
    </message>
    <message>
        <source>The walk ends before the doorplate by less than the width of the band.</source>
        <translation>步行终点与该门牌的差距小于等时带的路侧宽度。</translation>
    </message>
    <message>
        <source>The walkers differ: {before} ({before_ms} m/s) before, {after} ({after_ms} m/s) after.</source>
        <translation>步行者不同：前期{before}（{before_ms} 米/秒），后期{after}（{after_ms} 米/秒）。</translation>
    </message>
    <message>
        <source>The walking network has large holes: most doorplates stand far from any path, or its parts do not meet.</source>
        <translation>步行路网缺失严重：多数门牌远离任何道路，或各部分互不连通。</translation>
    </message>
    <message>
        <source>The walking network has no streets. Choose a layer that has lines.</source>
        <translation>步行路网中没有路段。请选择含有线要素的图层。</translation>
    </message>
    <message>
        <source>The walking network is incomplete in places: some walks come out longer than they are.</source>
        <translation>步行路网局部不完整，部分步行距离偏长。</translation>
    </message>
    <message>
        <source>The walking network is not usable in {count} areas: what misses its target there counts as not enough data.</source>
        <translation>{count}个区划的步行路网不可用，其中未达目标的按数据不足计。</translation>
    </message>
    <message>
        <source>The walking network is not usable: it may miss ways, so what misses its target counts as not enough data.</source>
        <translation>步行路网不可用，可能缺少道路，未达目标的按数据不足计。</translation>
    </message>
    <message>
        <source>The walking network is that of another place, or nobody can walk it.</source>
        <translation>步行路网属于别处，或没有可步行的道路。</translation>
    </message>
    <message>
        <source>The wall names the estate “{estate}”, which is not among the estates.</source>
        <translation>围墙所属小区“{estate}”不在小区表中。</translation>
    </message>
    <message>
        <source>The wall or gate serves an estate that the data does not have.</source>
        <translation>围墙或出入口所属的小区不在数据中。</translation>
    </message>
    <message>
        <source>The way round is longer than {metres} m.</source>
        <translation>绕行超过 {metres} 米。</translation>
    </message>
    <message>
        <source>The way round is {metres} m.</source>
        <translation>绕行 {metres} 米。</translation>
    </message>
    <message>
        <source>The workbook that “Data quality” wrote; its lines may be sorted anew, the column with the id stays.</source>
        <translation>“数据质量”输出的工作簿；行可重新排序，编号列须保留。</translation>
    </message>
    <message>
        <source>The workspace has no problem list yet. Run the checks of step ② first.</source>
        <translation>辖区数据库尚无问题清单，请先运行第②步检查。</translation>
    </message>
    <message>
        <source>The workspace has no table {table}.</source>
        <translation>辖区数据库没有表 {table}。</translation>
    </message>
    <message>
        <source>The {kind} (around {place}) lie about {km} km from the walking network (around {streets}). Choose the network of the same district, or check the coordinate systems of both layers.</source>
        <translation>{kind}（{place} 一带）与步行路网（{streets} 一带）相距约 {km} 千米。请选择同一辖区的路网，或核对两个图层的坐标系。</translation>
    </message>
    <message>
        <source>Their totals (households, residents, elderly, children) are spread inside them, those of the smallest areas first. People of the raster count only inside them; empty: in the cells with points.</source>
        <translation>其总数（户数、常住人口、老年人、儿童）在区划内分摊，最细一级优先；栅格人口只计区划内者，留空则计有点的像元。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Then carry the folder over, open OSGeo4W Shell and enter</source>
        <translation>再把文件夹拷入本机，打开 OSGeo4W Shell，输入</translation>
    </message>
    <message>
        <source>Then the others, in a folder of their own</source>
        <translation>再把其余软件包装入单独文件夹</translation>
    </message>
    <message>
        <source>There</source>
        <translation>去程</translation>
    </message>
    <message>
        <source>There are gates but no walls: {count} gates change nothing. Add WALLS, for example with estateedges.</source>
        <translation>有出入口而没有围墙：{count}个出入口不起作用。请添加WALLS（围墙），可用“小区围墙与出入口”生成。</translation>
    </message>
    <message>
        <source>There are no areas to count by. Give AREAS, or import them into the workspace.</source>
        <translation>没有可供统计的区划。请提供 AREAS，或将区划导入辖区数据库。</translation>
    </message>
    <message>
        <source>There are no areas: only figures of the whole can be given.</source>
        <translation>没有区划，只能给出全辖区的数字。</translation>
    </message>
    <message>
        <source>There are no buildings: the scene shows areas and doorplates without houses.</source>
        <translation>没有建筑数据，三维场景只显示区划和门牌。</translation>
    </message>
    <message>
        <source>There are no grids among the areas.</source>
        <translation>区划中没有网格。</translation>
    </message>
    <message>
        <source>There are {grids} grids. The data state no posts of leaders or workers: nothing is said of vacancies.</source>
        <translation>共{grids}个网格。未提供网格长、网格员岗位数，不作空缺统计。</translation>
    </message>
    <message>
        <source>There is no coverage ledger in this project yet. Compute the coverage in step ③ first.</source>
        <translation>本工程尚无覆盖台账，请先在第③步计算覆盖。</translation>
    </message>
    <message>
        <source>There is no fix for it that could be carried out by itself. Edit the row in QGIS.</source>
        <translation>此问题没有可自动执行的修正，请在 QGIS 中编辑该行。</translation>
    </message>
    <message>
        <source>There is no gate that is closed, unknown or for residents only: nothing can be opened.</source>
        <translation>没有封闭、未知或仅居民通行的出入口，无可开放。</translation>
    </message>
    <message>
        <source>There is no result yet. Compute the coverage in step ③.</source>
        <translation>尚无成果。请先在第③步计算覆盖。</translation>
    </message>
    <message>
        <source>There is no room for {path} on its disk. Free some space or choose another output.</source>
        <translation>磁盘空间不足，无法写入 {path}。请清理磁盘或另选输出位置。</translation>
    </message>
    <message>
        <source>There is no such gap.</source>
        <translation>该间隙已不存在。</translation>
    </message>
    <message>
        <source>There is no walking network beside this ledger, so no walk is drawn.</source>
        <translation>此台账没有配套的步行路网，无法绘制路径。</translation>
    </message>
    <message>
        <source>There is no walking network yet. Import an OSM file or choose a line layer in step ①.</source>
        <translation>尚无步行路网。请在第①步导入OSM文件或选择线图层。</translation>
    </message>
    <message>
        <source>There is no workspace yet. Open one in step ①.</source>
        <translation>尚未打开辖区数据库，请在第①步打开。</translation>
    </message>
    <message>
        <source>There is nothing to share out. Give POPULATION, or AREAS that state households or residents.</source>
        <translation>没有可分摊的数量。请提供 POPULATION，或填有户数、常住人口的 AREAS。</translation>
    </message>
    <message>
        <source>There is nothing to show: every layer given is empty. Choose at least one layer with features.</source>
        <translation>没有可显示的内容：所给图层均为空。请至少选择一个有要素的图层。</translation>
    </message>
    <message>
        <source>There is other evidence</source>
        <translation>另有依据</translation>
    </message>
    <message>
        <source>These settings are not known: {wrong}. Nothing was changed.</source>
        <translation>以下设置无法识别：{wrong}。未作任何改动。</translation>
    </message>
    <message>
        <source>They are kept with what was decided and win over candidates near them.</source>
        <translation>保留其已核实的开放情况，并优先于附近的候选。</translation>
    </message>
    <message>
        <source>They are kept; outlines that run along them give no second wall.</source>
        <translation>予以保留；与其并行的小区轮廓不再生成围墙。</translation>
    </message>
    <message>
        <source>They are taken as CGCS2000. Beijing 1954 or Xi'an 1980 would lie some tens of metres off, which boundaries do not show; streets or buildings as REFERENCE would.</source>
        <translation>按CGCS2000处理。若为北京54或西安80会偏移数十米，界线看不出来；以道路或建筑作为 REFERENCE 可以识别。</translation>
    </message>
    <message>
        <source>They lie {metres} m off on average ({east} m east, {north} m north) and are moved back.</source>
        <translation>平均偏移 {metres} 米（偏东 {east} 米、偏北 {north} 米），将予纠正。</translation>
    </message>
    <message>
        <source>They lie {metres} m off on average ({east} m east, {north} m south) and are moved back.</source>
        <translation>平均偏移 {metres} 米（偏东 {east} 米、偏南 {north} 米），将予纠正。</translation>
    </message>
    <message>
        <source>They lie {metres} m off on average ({east} m west, {north} m north) and are moved back.</source>
        <translation>平均偏移 {metres} 米（偏西 {east} 米、偏北 {north} 米），将予纠正。</translation>
    </message>
    <message>
        <source>They lie {metres} m off on average ({east} m west, {north} m south) and are moved back.</source>
        <translation>平均偏移 {metres} 米（偏西 {east} 米、偏南 {north} 米），将予纠正。</translation>
    </message>
    <message>
        <source>This GDAL cannot read OSM files. Install a QGIS whose GDAL has the OSM driver.</source>
        <translation>当前 GDAL 不能读取 OSM 文件。请安装带有 OSM 驱动的 QGIS。</translation>
    </message>
    <message>
        <source>This browser cannot show 3D (WebGL2). Below is the same content as a flat map. Please use a current Edge, Chrome or Firefox.</source>
        <translation>此浏览器不支持三维显示（WebGL2）。下面是同一内容的平面图。请使用新版 Edge、Chrome、Firefox 或 360 极速模式。</translation>
    </message>
    <message>
        <source>This file holds boundaries and facilities only, no names, identity numbers or phones.</source>
        <translation>本文件仅含界线与设施，不含姓名、证件、电话。</translation>
    </message>
    <message>
        <source>This file holds households and residents summed by building only, no names, identity numbers or phones; counts of residents below {least} are hidden.</source>
        <translation>本文件仅含建筑级户数、人数汇总，不含姓名、证件、电话；少于 {least} 的人数已隐去。</translation>
    </message>
    <message>
        <source>This file holds no flat picture</source>
        <translation>本文件未含平面图</translation>
    </message>
    <message>
        <source>This file holds no walking reach</source>
        <translation>本文件未含步行范围</translation>
    </message>
    <message>
        <source>This file holds one ledger only</source>
        <translation>本文件只含一期台账</translation>
    </message>
    <message>
        <source>This file was made by a newer version (format {version}). Please export the scene again.</source>
        <translation>本文件由较新版本生成（格式 {version}）。请重新导出三维场景。</translation>
    </message>
    <message>
        <source>This installation computes otherwise than it should. Send these lines to who maintains it.</source>
        <translation>本机计算结果与应有结果不一致，请将以下内容发给维护人员。</translation>
    </message>
    <message>
        <source>This page never uses the network</source>
        <translation>本页不访问网络</translation>
    </message>
    <message>
        <source>This problem has no place on the map.</source>
        <translation>此问题没有图上位置。</translation>
    </message>
    <message>
        <source>This profile judges no walk: choose another one.</source>
        <translation>此方案不评价步行可达，请另选方案。</translation>
    </message>
    <message>
        <source>This profile sets no targets: figures only.</source>
        <translation>本方案未设目标值，仅列数值。</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>This run: snap limit {limit} m.</source>
        <translation>基准：接入距离上限 {limit} 米。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>圈层</translation>
    </message>
    <message>
        <source>Time = distance ÷ walking speed ({speed} m/s, walker: {walker}); direction: {direction}. Heights, kinds of streets and delays are not used.</source>
        <translation>时间=距离÷步行速度（{speed} 米/秒，步行者：{walker}）；方向：{direction}。未使用高程、道路类型和通行延误。</translation>
    </message>
    <message>
        <source>Time = length ÷ walking speed ({speed} m/s on the flat, walker: {walker}; slopes by Tobler's ratio, up and down apart; {cover} of the street length has heights) + delays at crossings and the like; direction: {direction}.</source>
        <translation>时间＝长度÷步行速度（平地{speed} 米/秒，{walker}；坡度按Tobler函数折算，上下坡分别计；{cover}的路长有高程）＋路口等延误；方向为{direction}。</translation>
    </message>
    <message>
        <source>Time = length ÷ walking speed ({speed} m/s, walker: {walker}) + delays at crossings and the like; direction: {direction}. Heights of the ground are not used.</source>
        <translation>时间＝长度÷步行速度（{speed} 米/秒，{walker}）＋路口等通行延误，方向为{direction}；未使用高程。</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>现势性</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>To (code)</source>
        <translation>现编码</translation>
    </message>
    <message>
        <source>To be checked on site</source>
        <translation>待外业核查</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>待修正</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>To check list (&amp;C)</source>
        <translation>待外业核查(&amp;C)</translation>
    </message>
    <message>
        <source>To datum</source>
        <translation>目标坐标</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>To keep in mind</source>
        <translation>阅读提示</translation>
    </message>
    <message>
        <source>To look at outside: {outside}; for the office alone: {indoors}.</source>
        <translation>需现场核查 {outside} 项，仅需办公室处理 {indoors} 项。</translation>
    </message>
    <message>
        <source>Too far</source>
        <translation>超出步行限值</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>超出容量</translation>
    </message>
    <message>
        <source>Topology of areas</source>
        <translation>区划拓扑</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Total ({weight})</source>
        <translation>合计（{weight}）</translation>
    </message>
    <message>
        <source>Total after</source>
        <translation>后期合计</translation>
    </message>
    <message>
        <source>Total before</source>
        <translation>前期合计</translation>
    </message>
    <message>
        <source>Total of its area, spread</source>
        <translation>区划总数分摊</translation>
    </message>
    <message>
        <source>Total of no area</source>
        <translation>总数未采用</translation>
    </message>
    <message>
        <source>Total too small</source>
        <translation>总数过小</translation>
    </message>
    <message>
        <source>Total unlike its doorplates</source>
        <translation>总数与门牌合计不符</translation>
    </message>
    <message>
        <source>Total without a doorplate</source>
        <translation>有总数而无门牌</translation>
    </message>
    <message>
        <source>Totals do not add up</source>
        <translation>合计数不符</translation>
    </message>
    <message>
        <source>Totals taken for {taken} of {listed} areas in the list.</source>
        <translation>清单中 {listed} 个区划，已采用 {taken} 个的总数。</translation>
    </message>
    <message>
        <source>Totals that do not fit</source>
        <translation>不相符的总数</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>巡览</translation>
    </message>
    <message>
        <source>Tour {step} / {all} · {name} · paused</source>
        <translation>巡览 {step} / {all} · {name} · 已暂停</translation>
    </message>
    <message>
        <source>Tour {step} / {all} · {name} · press space to pause</source>
        <translation>巡览 {step} / {all} · {name} · 按空格暂停</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>示例城镇</translation>
    </message>
    <message>
        <source>Tries facilities added, closed or moved, gates opened or closed and new paths, and tells who would gain or lose a service.</source>
        <translation>试算新增、关闭或迁移设施，开放或封闭出入口，新增道路，列出哪些门牌得到或失去服务。</translation>
    </message>
    <message>
        <source>Try it here</source>
        <translation>就地试算</translation>
    </message>
    <message>
        <source>Trying {candidate}</source>
        <translation>正在尝试 {candidate}</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在试算…</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>Turn and tilt the map</source>
        <translation>旋转、俯仰地图</translation>
    </message>
    <message>
        <source>Two grids share one estate; neither knows it whole.</source>
        <translation>一个小区分属两个网格，各只掌握一部分。</translation>
    </message>
    <message>
        <source>Two streets almost meet; walks make a detour.</source>
        <translation>两条路几乎相接却未相连，步行需要绕行。</translation>
    </message>
    <message>
        <source>Type of address</source>
        <translation>地址类型</translation>
    </message>
    <message>
        <source>Types that tell no service of ours, with their rows: {types}</source>
        <translation>未能识别服务类别的类型及行数：{types}</translation>
    </message>
    <message>
        <source>Types that tell no service, with their rows, JSON</source>
        <translation>未能识别服务的类型及行数，JSON</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Uncovered</source>
        <translation>未覆盖户</translation>
    </message>
    <message>
        <source>Uncovered doorplates</source>
        <translation>未覆盖门牌</translation>
    </message>
    <message>
        <source>Uncovered residents</source>
        <translation>未覆盖人</translation>
    </message>
    <message>
        <source>Under no coordinate system that was tried do most points fall where the reference is. Check REFERENCE and the columns, or state COORDINATES; a city's own system needs control points.</source>
        <translation>按试过的各种坐标系，多数点都不落在参照图层所在处。请检查 REFERENCE 和字段，或写明 COORDINATES；地方独立坐标系需要控制点。</translation>
    </message>
    <message>
        <source>Undo decision</source>
        <translation>撤销决定</translation>
    </message>
    <message>
        <source>Unfold {name}</source>
        <translation>展开{name}</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit of the limit</source>
        <translation>限值单位</translation>
    </message>
    <message>
        <source>Unit of the limit of {category}</source>
        <translation>{category}的限值单位</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Unknown COORDINATES “{word}”. Use auto, WGS84, CGCS2000, GCJ-02, BD-09 or a code such as EPSG:4549.</source>
        <translation>未知的 COORDINATES“{word}”。可用 auto、WGS84、CGCS2000、GCJ-02、BD-09 或代码（如 EPSG:4549）。</translation>
    </message>
    <message>
        <source>Unknown coordinate system “{crs}”. Write an authority and a code, for example EPSG:4549.</source>
        <translation>未知坐标系“{crs}”。请填写机构与代码，例如 EPSG:4549。</translation>
    </message>
    <message>
        <source>Unknown coordinates “{word}”. Choose one of: {known}.</source>
        <translation>未知的坐标类型“{word}”。可选：{known}。</translation>
    </message>
    <message>
        <source>Unknown estate</source>
        <translation>小区不存在</translation>
    </message>
    <message>
        <source>Unknown facility type</source>
        <translation>设施类型未知</translation>
    </message>
    <message>
        <source>Unknown gates</source>
        <translation>通行规则不明的出入口</translation>
    </message>
    <message>
        <source>Unknown parent</source>
        <translation>上级编码不存在</translation>
    </message>
    <message>
        <source>Unknown profile “{id}”. Known profiles: {known}.</source>
        <translation>未知的评价方案“{id}”。可用：{known}。</translation>
    </message>
    <message>
        <source>Unknown size “{size}” of the sample district. Known sizes: {known}.</source>
        <translation>示例辖区没有“{size}”这种规模。可选规模：{known}。</translation>
    </message>
    <message>
        <source>Unknown table “{table}” among the names of columns. Known: {known}.</source>
        <translation>字段名称表中有未知的表“{table}”。可用：{known}。</translation>
    </message>
    <message>
        <source>Unknown town “{town}” of the sample district. Known towns: {known}.</source>
        <translation>示例辖区没有名为“{town}”的城镇。可选：{known}。</translation>
    </message>
    <message>
        <source>Unknown value</source>
        <translation>取值未知</translation>
    </message>
    <message>
        <source>Unknown walker “{id}”. Known walkers: {known}.</source>
        <translation>未知的步行者“{id}”。可用：{known}。</translation>
    </message>
    <message>
        <source>Unknown {key} “{words}”. Known: {known}.</source>
        <translation>{key} 的取值“{words}”未知。可用：{known}。</translation>
    </message>
    <message>
        <source>Unlikely number of floors</source>
        <translation>层数异常</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Unnamed building</source>
        <translation>未命名建筑</translation>
    </message>
    <message>
        <source>Unreadable date</source>
        <translation>日期无法识别</translation>
    </message>
    <message>
        <source>Unusable walking network</source>
        <translation>步行路网不可用</translation>
    </message>
    <message>
        <source>Unusual length of a code</source>
        <translation>编码位数异常</translation>
    </message>
    <message>
        <source>Up one level</source>
        <translation>上一级</translation>
    </message>
    <message>
        <source>Up to {count} of each kind; the layer of problems and the check list hold the others.</source>
        <translation>每类至多列 {count} 例，其余见问题图层和核查清单。</translation>
    </message>
    <message>
        <source>Updated on</source>
        <translation>更新日期</translation>
    </message>
    <message>
        <source>Upwards: share of the weight, 0 to 100 %; across: metres on foot, up to twice the limit (upright stroke; minutes × speed).</source>
        <translation>纵轴为累计占比（0–100%）；横轴为步行距离（米），至限值的2倍；竖虚线为限值（分钟限值乘以步行速度）。</translation>
    </message>
    <message>
        <source>Urban residents</source>
        <translation>城镇常住人口（人）</translation>
    </message>
    <message>
        <source>Urban residents that they serve; 0: the residents of the areas.</source>
        <translation>其服务的城镇常住人口；0 表示采用区划的常住人口。</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Usable with reservations</source>
        <translation>有保留</translation>
    </message>
    <message>
        <source>Usable with reservations: the results can be used where the reasons named are kept in mind.</source>
        <translation>有保留：使用结果时须考虑所列原因。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Use Project Layer</source>
        <translation>使用工程图层</translation>
    </message>
    <message>
        <source>Use it when grids are drawn anew.</source>
        <translation>调整网格划分时参考。</translation>
    </message>
    <message>
        <source>Use of maps</source>
        <translation>图件用途</translation>
    </message>
    <message>
        <source>Use of the building</source>
        <translation>建筑用途</translation>
    </message>
    <message>
        <source>Used when places are not merged: no gives every street to its nearest place, and no land twice.</source>
        <translation>不合并起点时有效；选“否”则每段路归最近的起点，用地互不重叠。</translation>
    </message>
    <message>
        <source>Used where residents are not given.</source>
        <translation>缺常住人口时使用。</translation>
    </message>
    <message>
        <source>Vacant grid leader posts</source>
        <translation>网格长空缺（岗位）</translation>
    </message>
    <message>
        <source>Vacant grid worker posts</source>
        <translation>网格员空缺（岗位）</translation>
    </message>
    <message>
        <source>Vacant leader posts</source>
        <translation>网格长空缺（岗位数）</translation>
    </message>
    <message>
        <source>Vacant posts</source>
        <translation>空缺（岗位数）</translation>
    </message>
    <message>
        <source>Vacant worker posts</source>
        <translation>网格员空缺（岗位数）</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values by community</source>
        <translation>各社区指标值</translation>
    </message>
    <message>
        <source>Values that personal data was cut out of</source>
        <translation>剔除了个人信息的值的个数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Verdict by category, JSON</source>
        <translation>各类结论，JSON</translation>
    </message>
    <message>
        <source>Verdict on the community workers</source>
        <translation>社区工作者配备结论</translation>
    </message>
    <message>
        <source>Verdict on the kinds</source>
        <translation>类型结论</translation>
    </message>
    <message>
        <source>Verdict on the share of areas by rule, JSON</source>
        <translation>各规则区划占比的结论（JSON）</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Verdicts are by interval. Low: reached with gates of unknown state shut; high: gates of unknown state open, and doorplates that are not connected or have no way on foot counted as reached. Pass: low meets the target; fail: high misses it; otherwise not enough data.</source>
        <translation>结论按区间判定：低值将通行规则不明的出入口计为关闭，高值将其计为开放，并将未接入路网、路网不连通的门牌计为可达；低值达到目标为达标，高值低于目标为不达标，其余为数据不足。</translation>
    </message>
    <message>
        <source>Verdicts rest on targets that the office set itself (TARGETS).</source>
        <translation>结论依据本级设定的目标值（TARGETS）。</translation>
    </message>
    <message>
        <source>Verdicts rest on the targets of the standard.</source>
        <translation>结论依据所选方案的目标值。</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>验证结果</translation>
    </message>
    <message>
        <source>Verify Installation</source>
        <translation>验证安装</translation>
    </message>
    <message>
        <source>Verify installation</source>
        <translation>验证安装</translation>
    </message>
    <message>
        <source>Verify the data</source>
        <translation>核实数据</translation>
    </message>
    <message>
        <source>Version of the plugin</source>
        <translation>插件版本</translation>
    </message>
    <message>
        <source>Version too old</source>
        <translation>版本过低</translation>
    </message>
    <message>
        <source>Versions: {versions}. Rows read, loaded and not loaded: table {number}.</source>
        <translation>版本：{versions}。读取、入库、未入库行数见表{number}。</translation>
    </message>
    <message>
        <source>Vertices outside the box where web maps shift coordinates</source>
        <translation>网络地图偏移范围之外的顶点数</translation>
    </message>
    <message>
        <source>Very small footprint</source>
        <translation>过小的建筑轮廓</translation>
    </message>
    <message>
        <source>View log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Walk between the centres (m)</source>
        <translation>两社区中心步行距离（米）</translation>
    </message>
    <message>
        <source>Walk it with a watch: way, gates and crossings as they are.</source>
        <translation>实地按表步行：记录走法、出入口和过街情况。</translation>
    </message>
    <message>
        <source>Walk measured</source>
        <translation>步行距离口径</translation>
    </message>
    <message>
        <source>Walk to the nearest facility: metres, minutes and reason</source>
        <translation>到最近设施的步行：米数、分钟与原因</translation>
    </message>
    <message>
        <source>Walkable</source>
        <translation>可否步行</translation>
    </message>
    <message>
        <source>Walker</source>
        <translation>步行者</translation>
    </message>
    <message>
        <source>Walker: {walker}, {speed} m/s on the flat.</source>
        <translation>步行者：{walker}，平地 {speed} 米/秒。</translation>
    </message>
    <message>
        <source>Walking distance</source>
        <translation>步行距离</translation>
    </message>
    <message>
        <source>Walking distance (m)</source>
        <translation>步行距离（米）</translation>
    </message>
    <message>
        <source>Walking from the places: {done} of {count}</source>
        <translation>正在从各地点查询：{done}/{count}</translation>
    </message>
    <message>
        <source>Walking network</source>
        <translation>步行路网</translation>
    </message>
    <message>
        <source>Walking reach</source>
        <translation>步行可达范围</translation>
    </message>
    <message>
        <source>Walking reach counts land, the ledger counts households; each doorplate is judged by its own path</source>
        <translation>等时圈按用地计、台账按户计，达标以逐门牌步行路径为准</translation>
    </message>
    <message>
        <source>Walking reach from a point</source>
        <translation>任意点步行范围</translation>
    </message>
    <message>
        <source>Walking reach from any point</source>
        <translation>任意点步行范围</translation>
    </message>
    <message>
        <source>Walking reach from here</source>
        <translation>此处步行范围</translation>
    </message>
    <message>
        <source>Walking time</source>
        <translation>步行时间</translation>
    </message>
    <message>
        <source>Walking time (min)</source>
        <translation>步行时间（分钟）</translation>
    </message>
    <message>
        <source>Walks are reckoned as flat there.</source>
        <translation>该处按平路计算。</translation>
    </message>
    <message>
        <source>Walks begin or end at a point that stands for the whole outline.</source>
        <translation>步行以代表整个轮廓的一点为起止点。</translation>
    </message>
    <message>
        <source>Walks by length</source>
        <translation>步行距离累计分布</translation>
    </message>
    <message>
        <source>Walks cannot turn from one street into the other here.</source>
        <translation>步行在此不能从一条路转入另一条路。</translation>
    </message>
    <message>
        <source>Walks cannot turn here.</source>
        <translation>步行在此不能转弯。</translation>
    </message>
    <message>
        <source>Walks inside estates without mapped paths, and estimates, take the straight line times this.</source>
        <translation>无内部路网的小区内步行及估算，按直线距离乘以此系数。</translation>
    </message>
    <message>
        <source>Walks that begin here end here: nothing outside is reached.</source>
        <translation>从这里出发的步行到不了外面。</translation>
    </message>
    <message>
        <source>Walks to reachable places</source>
        <translation>到可达地点的路径</translation>
    </message>
    <message>
        <source>Walks to the nearest facility</source>
        <translation>到最近设施的路径</translation>
    </message>
    <message>
        <source>Wall id</source>
        <translation>围墙编号</translation>
    </message>
    <message>
        <source>Walls</source>
        <translation>围墙</translation>
    </message>
    <message>
        <source>Walls are passed only at open gates. Whether a doorplate is connected to a path is not asked.</source>
        <translation>围墙仅在开放的出入口处可通过。不判断门牌是否接入路网。</translation>
    </message>
    <message>
        <source>Walls or water keep the doorplate from every street within {limit} m.</source>
        <translation>围墙或水面隔开了门牌与 {limit} 米内的所有道路。</translation>
    </message>
    <message>
        <source>Walls or water keep the facility from every street within {limit} m: no walk reaches it.</source>
        <translation>{limit} 米内的路段均被围墙或水面阻隔，设施无法步行到达。</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Warnings found</source>
        <translation>发现的警告数</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水系</translation>
    </message>
    <message>
        <source>Way from the door to the street</source>
        <translation>门牌到道路的接入距离</translation>
    </message>
    <message>
        <source>Ways may be missing here: what misses its target counts as not enough data.</source>
        <translation>此处可能缺少道路：未达目标的按数据不足处理。</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Weighing doorplates</source>
        <translation>正在确定门牌权重</translation>
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
        <source>Weight newly within reach, over all categories</source>
        <translation>新增可达的加权数，各类合计</translation>
    </message>
    <message>
        <source>Weight no longer within reach, over all categories</source>
        <translation>不再可达的加权数，各类合计</translation>
    </message>
    <message>
        <source>Weight of all doorplates</source>
        <translation>门牌总权重</translation>
    </message>
    <message>
        <source>Weight of distance</source>
        <translation>距离权重</translation>
    </message>
    <message>
        <source>Weight of doorplates too far from any path</source>
        <translation>未接入路网的权重</translation>
    </message>
    <message>
        <source>Weight that it newly brings within reach, over all categories</source>
        <translation>其新增可达的加权数，各类合计</translation>
    </message>
    <message>
        <source>Weight that reaches every judged category</source>
        <translation>全部类别可达的权重</translation>
    </message>
    <message>
        <source>Weight that the gates in the best order bring together, over all categories</source>
        <translation>按最佳顺序开放共新增可达的加权数，各类合计</translation>
    </message>
    <message>
        <source>Weight without any way in at least one category</source>
        <translation>至少一类路网不连通的权重</translation>
    </message>
    <message>
        <source>Weight: source</source>
        <translation>权重来源</translation>
    </message>
    <message>
        <source>Weight: {weight}. Standard: {profile}. Data as of {data}. Report date {report}. Run {run}.</source>
        <translation>权重：{weight}。评价方案：{profile}。数据截止：{data}。报告日期：{report}。运行编号：{run}。</translation>
    </message>
    <message>
        <source>Weights not given</source>
        <translation>非实有户数</translation>
    </message>
    <message>
        <source>Weights that are estimated or default are taken as half or twice what is written, all on one side.</source>
        <translation>推算或默认的户数按减半或加倍、全部朝同一方向计。</translation>
    </message>
    <message>
        <source>What could be checked is correct: {same} of {count} items.</source>
        <translation>可核对的 {count} 项中 {same} 项正确。</translation>
    </message>
    <message>
        <source>What has changed since the scenario was written</source>
        <translation>方案文件写出后的变化</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>方案试算</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计数单位</translation>
    </message>
    <message>
        <source>What is judged is the doorplate, {count} in all; the weight is {weight}. Doorplates without households count as one household; residents that are not given are estimated at {persons} per household.</source>
        <translation>判定单位为门牌，共{count} 个；权重为{weight}；缺户数的按每门牌1户计，缺人口的按户均{persons} 人推算。</translation>
    </message>
    <message>
        <source>What is judged is the doorplate, {count} in all; the weight is {weight}. What a doorplate does not state comes from the totals of its area or a population raster (table 9-3); what these do not tell counts as one household of {persons} residents.</source>
        <translation>判定单位为门牌，共{count} 个；权重为{weight}；门牌未填者取所在区划总数或人口栅格的分摊值（表9-3），仍缺者按每门牌1户、户均{persons} 人计。</translation>
    </message>
    <message>
        <source>What is not known or not judged</source>
        <translation>未知或未评价的内容</translation>
    </message>
    <message>
        <source>What is reached from each place: kind, id, name, metres (m), minutes (min) and rank, nearest first.</source>
        <translation>每个起点可达的内容：kind、id、name、米数（m）、分钟数（min）、rank，由近及远。</translation>
    </message>
    <message>
        <source>What is required is from memory and judges nothing until somebody vouches for it.</source>
        <translation>应配要求凭记忆录入、尚未核对，经确认前不作评价。</translation>
    </message>
    <message>
        <source>What it means for the results</source>
        <translation>对结果的影响</translation>
    </message>
    <message>
        <source>What needs the table cannot be computed.</source>
        <translation>需要该表的结果无法计算。</translation>
    </message>
    <message>
        <source>What open questions can move (percentage points)</source>
        <translation>误差预算（百分点）</translation>
    </message>
    <message>
        <source>What rates count; every figure names it.</source>
        <translation>覆盖率的计数单位，所有数字均注明。</translation>
    </message>
    <message>
        <source>What the coordinates are</source>
        <translation>坐标类型</translation>
    </message>
    <message>
        <source>What the data can be used for</source>
        <translation>数据可用于何处</translation>
    </message>
    <message>
        <source>What the data can be used for: usable, reserved or unusable by use, JSON</source>
        <translation>各用途的结论：可用（usable）、有保留（reserved）、不可用（unusable），JSON</translation>
    </message>
    <message>
        <source>What the first import of step 1 writes; further ones keep to the workspace. It must be in metres.</source>
        <translation>第1步首次导入时采用，以后的导入沿用辖区数据库；须以米为单位。</translation>
    </message>
    <message>
        <source>What the rows are.</source>
        <translation>各行是什么。</translation>
    </message>
    <message>
        <source>What the rows are; a workspace needs none.</source>
        <translation>各行是什么数据；辖区数据库无需指定。</translation>
    </message>
    <message>
        <source>What this doorplate reaches</source>
        <translation>此门牌可达的服务</translation>
    </message>
    <message>
        <source>What to carry out</source>
        <translation>执行范围</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>先做什么</translation>
    </message>
    <message>
        <source>What to know before reading the figures</source>
        <translation>读数前须知</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>已作决定的</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What was found, what it means, what to do</source>
        <translation>发现的问题、影响与处理办法</translation>
    </message>
    <message>
        <source>What was recognised</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Where isochrone and ledger differ</source>
        <translation>等时圈与台账不一致处</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where one person checks a whole sheet on one day, date and post may stand once above it.</source>
        <translation>同一岗位在同一天核查整张表的，日期和岗位可只在表头填写一次。</translation>
    </message>
    <message>
        <source>Where the findings lie</source>
        <translation>问题分布</translation>
    </message>
    <message>
        <source>Where the findings of table {number} lie</source>
        <translation>表{number}各项问题的位置</translation>
    </message>
    <message>
        <source>Where the measures of table {number} are</source>
        <translation>表{number}各项建议的位置</translation>
    </message>
    <message>
        <source>Where the rows come from</source>
        <translation>数据来源与行数</translation>
    </message>
    <message>
        <source>Where the rows lie</source>
        <translation>各行的位置</translation>
    </message>
    <message>
        <source>Whether a facility has room for those around it cannot be judged.</source>
        <translation>无法评价设施容量是否够用。</translation>
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
        <source>Which column of the file is which of ours</source>
        <translation>文件字段与本表字段的对应</translation>
    </message>
    <message>
        <source>Which estates are closed is told by their walls and gates alone.</source>
        <translation>是否封闭小区仅凭围墙和出入口判定。</translation>
    </message>
    <message>
        <source>Which results to write.</source>
        <translation>选择输出内容。</translation>
    </message>
    <message>
        <source>Who gains and loses</source>
        <translation>增减户数</translation>
    </message>
    <message>
        <source>Who may pass</source>
        <translation>通行规则</translation>
    </message>
    <message>
        <source>Who needs a place</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Who needs a place at one time is assumed: {demand}. Say in DEMAND what holds here.</source>
        <translation>同时需要服务的人数按假定计：{demand}。请用 DEMAND 填写本地情况。</translation>
    </message>
    <message>
        <source>Who needs a place, by category: households, residents, elderly or children, times the share that needs one, for example elderly=elderly*0.03; primary_school=children*0.4; *=residents. Empty: elderly care for all elderly, schools and nurseries for their years of childhood, everything else for all residents.</source>
        <translation>各类服务由谁需要：households（户）、residents（常住人口）、elderly（60岁及以上）或 children（0–14岁）乘以需要的比例，如 elderly=elderly*0.03; primary_school=children*0.4; *=residents。留空：养老为全部老年人，学校、托幼按相应年龄段占儿童的比例，其他为全部常住人口。</translation>
    </message>
    <message>
        <source>Who walks here within</source>
        <translation>以下时限内可步行到此的住户</translation>
    </message>
    <message>
        <source>Whole area</source>
        <translation>全域</translation>
    </message>
    <message>
        <source>Whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>Whom it serves is not known; shares of people served are stated as at least and at most.</source>
        <translation>无法得知其能服务多少人；得到服务的比例以下限和上限给出。</translation>
    </message>
    <message>
        <source>Why it is not known where the rows lie</source>
        <translation>未能确定各行位置的原因</translation>
    </message>
    <message>
        <source>Why may it be left alone</source>
        <translation>忽略原因</translation>
    </message>
    <message>
        <source>Why not covered</source>
        <translation>未覆盖原因</translation>
    </message>
    <message>
        <source>Why problems could not be mended by problem, JSON</source>
        <translation>各问题未能修正的原因，JSON</translation>
    </message>
    <message>
        <source>Why services are missed, by category</source>
        <translation>各类未覆盖原因</translation>
    </message>
    <message>
        <source>Why services are missed, counted by household and category: {parts}.</source>
        <translation>未覆盖的原因（按户与类别计）：{parts}。</translation>
    </message>
    <message>
        <source>With a building</source>
        <translation>有建筑</translation>
    </message>
    <message>
        <source>With a date</source>
        <translation>有日期</translation>
    </message>
    <message>
        <source>With a value</source>
        <translation>有值</translation>
    </message>
    <message>
        <source>With at least one category newly within its limit; gains and losses are counted apart</source>
        <translation>至少一类由未达标变为达标；增与减分别计，不相抵</translation>
    </message>
    <message>
        <source>With households</source>
        <translation>有户数</translation>
    </message>
    <message>
        <source>With households and residents</source>
        <translation>已补全户数和人口</translation>
    </message>
    <message>
        <source>With internet: open OSGeo4W Shell from the start menu and enter</source>
        <translation>可联网：从开始菜单打开 OSGeo4W Shell，输入</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>With state “fixed” where it is to be mended. Empty: the table problems of the workspace.</source>
        <translation>状态为 fixed 的问题将被修正；留空取辖区数据库中的问题表。</translation>
    </message>
    <message>
        <source>Within the limit</source>
        <translation>限值内</translation>
    </message>
    <message>
        <source>Within {limit} along the streets: {amount}, whichever facility is nearest to them</source>
        <translation>沿路步行 {limit} 内有 {amount}（不论其最近设施为何）</translation>
    </message>
    <message>
        <source>Within {limit} on foot</source>
        <translation>步行 {limit}内</translation>
    </message>
    <message>
        <source>Without a number the watermark stays</source>
        <translation>留空则保留水印</translation>
    </message>
    <message>
        <source>Without a reference the coordinates are taken as {candidate}, by their numbers alone.</source>
        <translation>没有参照图层，仅凭数值将坐标视为 {candidate}。</translation>
    </message>
    <message>
        <source>Without data and not counted: {names}.</source>
        <translation>无数据、不计入：{names}。</translation>
    </message>
    <message>
        <source>Without dates: {tables}.</source>
        <translation>未注明日期：{tables}。</translation>
    </message>
    <message>
        <source>Without internet, on a computer that has it and the same Python</source>
        <translation>不能联网：在可联网且Python版本相同的电脑上输入</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>缺少时</translation>
    </message>
    <message>
        <source>Without {package} this cannot be done: {lost}.</source>
        <translation>缺少 {package}，无法使用：{lost}。</translation>
    </message>
    <message>
        <source>Word report and briefing</source>
        <translation>Word报告与简报</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Words of categories and states</source>
        <translation>类别与状态用词</translation>
    </message>
    <message>
        <source>Words of facility types</source>
        <translation>设施类型用词</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Workbook, twice the same</source>
        <translation>表格两次生成逐字节一致</translation>
    </message>
    <message>
        <source>Worker posts</source>
        <translation>网格员（岗位数）</translation>
    </message>
    <message>
        <source>Worker posts are not stated, so overload is not judged, in: {codes}</source>
        <translation>以下社区未给出网格员岗位数，不判断负荷：{codes}</translation>
    </message>
    <message>
        <source>Worker posts per 10 000 residents</source>
        <translation>每万人网格员岗位数</translation>
    </message>
    <message>
        <source>Worker posts per grid</source>
        <translation>每网格网格员（岗位数）</translation>
    </message>
    <message>
        <source>Workers of a large grid carry more than others; no figure is wrong.</source>
        <translation>大网格的工作量偏重；数字本身没有错误。</translation>
    </message>
    <message>
        <source>Workers per 10 000 residents</source>
        <translation>每万人网格员</translation>
    </message>
    <message>
        <source>Workers per grid</source>
        <translation>每网格网格员（人）</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Workload (1 = average grid)</source>
        <translation>工作量（平均网格为1）</translation>
    </message>
    <message>
        <source>Workload per grid worker</source>
        <translation>每名网格员工作量</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>辖区数据库</translation>
    </message>
    <message>
        <source>Workspace menu</source>
        <translation>辖区菜单</translation>
    </message>
    <message>
        <source>Write dates as 2026-06-30.</source>
        <translation>日期写成 2026-06-30。</translation>
    </message>
    <message>
        <source>Write into “Checked outside” what holds, and into “Remarks” what is right instead.</source>
        <translation>在“现场核实”中填核实结果，在“备注”中写明正确情况。</translation>
    </message>
    <message>
        <source>Write one of the allowed words.</source>
        <translation>改用允许的词。</translation>
    </message>
    <message>
        <source>Write one of the known types into services.</source>
        <translation>在 services 中填写已知类别。</translation>
    </message>
    <message>
        <source>Write the area's code or its full name into the list, and plain numbers, and import the list again.</source>
        <translation>在清单中填写区划编码或全称，数量只写数字，再重新导入。</translation>
    </message>
    <message>
        <source>Write the code of the area that it lies in.</source>
        <translation>改为所在区划的编码。</translation>
    </message>
    <message>
        <source>Write the estate's id or name into estate.</source>
        <translation>请在estate字段填写小区编号或名称。</translation>
    </message>
    <message>
        <source>Write this run down as a scenario file, or repeat one</source>
        <translation>把本次运行存为方案文件，或重做一个方案</translation>
    </message>
    <message>
        <source>Writes one HTML file that opens by double-click, without any network.</source>
        <translation>导出单个HTML文件，双击打开，无需联网。</translation>
    </message>
    <message>
        <source>Writes the codes of the areas by position, as “Assign areas to doorplates” does in a run of its own. Needs the areas.</source>
        <translation>按位置写入各级区划编码，与单独运行“门牌归属”相同；须给出区划。</translation>
    </message>
    <message>
        <source>Writing addresses</source>
        <translation>正在编写地址</translation>
    </message>
    <message>
        <source>Writing table {table}</source>
        <translation>正在写入表 {table}</translation>
    </message>
    <message>
        <source>Writing the Word document</source>
        <translation>正在写Word文档</translation>
    </message>
    <message>
        <source>Writing the check lists</source>
        <translation>正在写核查清单</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>Writing the scene</source>
        <translation>正在写出场景</translation>
    </message>
    <message>
        <source>Writing the tables</source>
        <translation>正在写表格</translation>
    </message>
    <message>
        <source>Written by a run that was given SCENARIO; inputs are also looked for beside it.</source>
        <translation>由带SCENARIO的运行写出；输入数据也会在其旁边查找。</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>地址有误</translation>
    </message>
    <message>
        <source>Wrong geometry</source>
        <translation>几何类型不符</translation>
    </message>
    <message>
        <source>X (east)</source>
        <translation>X（东）</translation>
    </message>
    <message>
        <source>X (east) column</source>
        <translation>X（东）字段</translation>
    </message>
    <message>
        <source>Y (north)</source>
        <translation>Y（北）</translation>
    </message>
    <message>
        <source>Y (north) column</source>
        <translation>Y（北）字段</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom (&amp;Z)</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom in to see</source>
        <translation>放大后显示</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>a list of facility types</source>
        <translation>设施类型列表</translation>
    </message>
    <message>
        <source>a name in zh and one in en</source>
        <translation>zh 和 en 两个名称</translation>
    </message>
    <message>
        <source>a number above 0 and up to {most}</source>
        <translation>大于 0 且不超过 {most} 的数字</translation>
    </message>
    <message>
        <source>a number above 0, or null</source>
        <translation>大于0的数值，或null</translation>
    </message>
    <message>
        <source>a percentage above 0 and up to 100, or null</source>
        <translation>大于 0 且不超过 100 的百分数，或 null</translation>
    </message>
    <message>
        <source>a whole number above 0</source>
        <translation>大于0的整数</translation>
    </message>
    <message>
        <source>a word of small letters, digits and _</source>
        <translation>由小写字母、数字和 _ 组成的词</translation>
    </message>
    <message>
        <source>about 1:{scale} (on A4, original size)</source>
        <translation>约 1:{scale}（A4原大）</translation>
    </message>
    <message>
        <source>all {count} characters beyond ASCII that were looked at are valid UTF-8</source>
        <translation>查看的 {count} 个非 ASCII 字符均为有效的 UTF-8</translation>
    </message>
    <message>
        <source>along paths and to the facility {metres} m</source>
        <translation>沿路网至设施 {metres} 米</translation>
    </message>
    <message>
        <source>another word: the ledger needs this one</source>
        <translation>其他词：此词为台账所用</translation>
    </message>
    <message>
        <source>area rule</source>
        <translation>区划规则</translation>
    </message>
    <message>
        <source>area rule {id}</source>
        <translation>区划规则{id}</translation>
    </message>
    <message>
        <source>area rule {number}</source>
        <translation>第 {number} 条面积要求</translation>
    </message>
    <message>
        <source>as ENCODING says</source>
        <translation>按“文件编码”所设</translation>
    </message>
    <message>
        <source>below 40%</source>
        <translation>低于 40%</translation>
    </message>
    <message>
        <source>better</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>栋</translation>
    </message>
    <message>
        <source>case material</source>
        <translation>案例材料</translation>
    </message>
    <message>
        <source>check list</source>
        <translation>核查清单</translation>
    </message>
    <message>
        <source>click for details</source>
        <translation>点击查看</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>编码 {code}</translation>
    </message>
    <message>
        <source>commercial</source>
        <translation>商业</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>crossing {times}×</source>
        <translation>过街 {times} 次</translation>
    </message>
    <message>
        <source>data to {date}</source>
        <translation>数据截至 {date}</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>doorplate count</source>
        <translation>门牌数</translation>
    </message>
    <message>
        <source>doorplates</source>
        <translation>门牌</translation>
    </message>
    <message>
        <source>enclosed area {area}</source>
        <translation>围合面积 {area}</translation>
    </message>
    <message>
        <source>errors: {count}</source>
        <translation>错误 {count} 个</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部功能</translation>
    </message>
    <message>
        <source>extruded footprint, white model (LOD1)</source>
        <translation>基底拉伸白模（LOD1）</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>设施</translation>
    </message>
    <message>
        <source>floors</source>
        <translation>层</translation>
    </message>
    <message>
        <source>floors × 3 m</source>
        <translation>按层数推算（层数 × 3 米）</translation>
    </message>
    <message>
        <source>footbridge {times}×</source>
        <translation>过街天桥或地道 {times} 次</translation>
    </message>
    <message>
        <source>from home to the facility</source>
        <translation>住处至设施</translation>
    </message>
    <message>
        <source>from the facility to home</source>
        <translation>设施至住处</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>几何图形</translation>
    </message>
    <message>
        <source>grid {code}</source>
        <translation>网格 {code}</translation>
    </message>
    <message>
        <source>households</source>
        <translation>户</translation>
    </message>
    <message>
        <source>industrial</source>
        <translation>工业</translation>
    </message>
    <message>
        <source>items</source>
        <translation>个</translation>
    </message>
    <message>
        <source>its .cpg file says {name}</source>
        <translation>其 .cpg 文件写明 {name}</translation>
    </message>
    <message>
        <source>its .dbf file says {name}</source>
        <translation>其 .dbf 文件写明 {name}</translation>
    </message>
    <message>
        <source>its format is {format}; this version reads {known}</source>
        <translation>其格式为{format}，本版本读取{known}</translation>
    </message>
    <message>
        <source>just within the limit</source>
        <translation>刚好</translation>
    </message>
    <message>
        <source>km</source>
        <translation>千米</translation>
    </message>
    <message>
        <source>ledger {run}</source>
        <translation>台账 {run}</translation>
    </message>
    <message>
        <source>leg {metres} m, {seconds} s</source>
        <translation>接驳段 {metres} 米，{seconds} 秒</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <translation>限 {limit}</translation>
    </message>
    <message>
        <source>line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>line {number} ({id})</source>
        <translation>第 {number} 行（{id}）</translation>
    </message>
    <message>
        <source>line {number} is not a list of keys and values</source>
        <translation>第 {number} 行不是键值列表</translation>
    </message>
    <message>
        <source>lines are the walks that the ledger judges; thin straight ones only show which facility is meant</source>
        <translation>连线为台账所判的步行路径；细直线仅示对应关系</translation>
    </message>
    <message>
        <source>lines only show which facility is meant; metres are along the network</source>
        <translation>连线仅示对应关系，米数为路网距离</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>米</translation>
    </message>
    <message>
        <source>metres are rounded to 5 m, verdicts are those of the ledger</source>
        <translation>米数取整到 5 米，是否达标以台账为准</translation>
    </message>
    <message>
        <source>min or m</source>
        <translation>min 或 m</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>near {address}</source>
        <translation>邻近 {address}</translation>
    </message>
    <message>
        <source>nearest {name}, {walked}</source>
        <translation>最近：{name}，{walked}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no coordinate reference system</source>
        <translation>无坐标参照系</translation>
    </message>
    <message>
        <source>no data supplied</source>
        <translation>未提供数据</translation>
    </message>
    <message>
        <source>no path within {metres} m</source>
        <translation>{metres} 米内没有步行路网</translation>
    </message>
    <message>
        <source>no way leads from this path to a facility</source>
        <translation>所在路段与设施不连通</translation>
    </message>
    <message>
        <source>no way leads from this path to a facility; no other path within {metres} m</source>
        <translation>所在路段与设施不连通；{metres} 米内没有其他路段</translation>
    </message>
    <message>
        <source>no way leads from this path to a facility; the nearest other path, {name}, is {metres} m away</source>
        <translation>所在路段与设施不连通；最近的其他路段“{name}”相距 {metres} 米</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none within reach</source>
        <translation>范围内没有</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>notes: {count}</source>
        <translation>提示 {count} 个</translation>
    </message>
    <message>
        <source>office</source>
        <translation>办公</translation>
    </message>
    <message>
        <source>on {date}</source>
        <translation>{date} 当日</translation>
    </message>
    <message>
        <source>one of {known}</source>
        <translation>以下之一：{known}</translation>
    </message>
    <message>
        <source>one or two characters</source>
        <translation>一至两个字符</translation>
    </message>
    <message>
        <source>only through a closed gate, and too far even then</source>
        <translation>仅能经封闭的出入口，且仍超出限值</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选配</translation>
    </message>
    <message>
        <source>or layer</source>
        <translation>或图层</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>penalties must be words with values, for example signal: 30</source>
        <translation>penalties 应为名称与数值，例如 signal: 30</translation>
    </message>
    <message>
        <source>penalties: {fault}</source>
        <translation>penalties：{fault}</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>面</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公共</translation>
    </message>
    <message>
        <source>report and data-quality report</source>
        <translation>报告和数据质量报告</translation>
    </message>
    <message>
        <source>requirement</source>
        <translation>配置要求</translation>
    </message>
    <message>
        <source>requirement {number}</source>
        <translation>配置要求第{number}项</translation>
    </message>
    <message>
        <source>residential</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>residents</source>
        <translation>人</translation>
    </message>
    <message>
        <source>results</source>
        <translation>成果</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>school</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>see the log.</source>
        <translation>见日志。</translation>
    </message>
    <message>
        <source>service_space_types</source>
        <translation>service_space_types</translation>
    </message>
    <message>
        <source>set by the user</source>
        <translation>用户指定</translation>
    </message>
    <message>
        <source>set by this office</source>
        <translation>本级设定</translation>
    </message>
    <message>
        <source>set_capacity needs walks along streets: an estimate does not tell who comes. Choose another METHOD.</source>
        <translation>set_capacity 需要沿路网的步行结果：估算方法无法判断谁会前往。请另选 METHOD。</translation>
    </message>
    <message>
        <source>signal {times}×</source>
        <translation>信号灯 {times} 次</translation>
    </message>
    <message>
        <source>slope {metres} m</source>
        <translation>坡道 {metres} 米</translation>
    </message>
    <message>
        <source>slow path {metres} m</source>
        <translation>慢行路段 {metres} 米</translation>
    </message>
    <message>
        <source>steps {metres} m</source>
        <translation>台阶 {metres} 米</translation>
    </message>
    <message>
        <source>the algorithm {name}</source>
        <translation>算法{name}</translation>
    </message>
    <message>
        <source>the file begins with the mark of {name}</source>
        <translation>文件以 {name} 的标记开头</translation>
    </message>
    <message>
        <source>the file holds ASCII characters only</source>
        <translation>文件只含 ASCII 字符</translation>
    </message>
    <message>
        <source>the first {count}: {share} of {all}</source>
        <translation>前{count}项：{all}的{share}</translation>
    </message>
    <message>
        <source>the input {key}</source>
        <translation>输入{key}</translation>
    </message>
    <message>
        <source>the input {key} must be a list of sources</source>
        <translation>输入{key}必须是数据源列表</translation>
    </message>
    <message>
        <source>the nearest path, {name}, is {metres} m away</source>
        <translation>最近路段 {name}，相距 {metres} 米</translation>
    </message>
    <message>
        <source>the profile</source>
        <translation>评价方案</translation>
    </message>
    <message>
        <source>the profile has no id</source>
        <translation>评价方案没有 id</translation>
    </message>
    <message>
        <source>the scenario</source>
        <translation>方案文件</translation>
    </message>
    <message>
        <source>the title needs a name in zh and one in en</source>
        <translation>title 须有 zh 和 en 两个名称</translation>
    </message>
    <message>
        <source>the wall of {estate} has no gate</source>
        <translation>{estate} 围墙没有出入口</translation>
    </message>
    <message>
        <source>there and back</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>there is no algorithm {name} to repeat; known are {known}</source>
        <translation>没有可重复运行的算法{name}，可用：{known}</translation>
    </message>
    <message>
        <source>waiting {times}×</source>
        <translation>等候 {times} 次</translation>
    </message>
    <message>
        <source>walker</source>
        <translation>步行者</translation>
    </message>
    <message>
        <source>walking at {speed} m/s</source>
        <translation>步行 {speed} 米/秒</translation>
    </message>
    <message>
        <source>walking speed in m/s</source>
        <translation>步行速度（米/秒）</translation>
    </message>
    <message>
        <source>warnings: {count}</source>
        <translation>警告 {count} 个</translation>
    </message>
    <message>
        <source>within {limit}</source>
        <translation>{limit}内</translation>
    </message>
    <message>
        <source>workbook and check list</source>
        <translation>表格和核查清单</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{address} is on the check list already.</source>
        <translation>{address} 已在核查清单中。</translation>
    </message>
    <message>
        <source>{address} is on the check list.</source>
        <translation>{address} 已加入核查清单。</translation>
    </message>
    <message>
        <source>{algorithm} cannot be run again: {message}</source>
        <translation>{algorithm}无法重复运行：{message}</translation>
    </message>
    <message>
        <source>{amount} are not connected to the network: a fault of the data until verified; the ranges allow for it.</source>
        <translation>{amount}未接入路网，核实前按数据问题处理，已计入区间。</translation>
    </message>
    <message>
        <source>{amount} have no way on foot to some service: a fault of the data until verified; the ranges allow for it.</source>
        <translation>{amount}至少一类服务路网不连通，核实前按数据问题处理，已计入区间。</translation>
    </message>
    <message>
        <source>{amount} lost</source>
        <translation>减少 {amount}</translation>
    </message>
    <message>
        <source>{answers} answers read, {matched} of them fit a problem.</source>
        <translation>读取核查结果 {answers} 条，其中 {matched} 条匹配到问题。</translation>
    </message>
    <message>
        <source>{area} m² inside the level {level} belong to no area of it.</source>
        <translation>{level} 级区划内部有 {area} 平方米不属于任何区划。</translation>
    </message>
    <message>
        <source>{area} m² of {code} belong to no area of the level {level}.</source>
        <translation>{code} 内有 {area} 平方米不属于任何 {level} 级区划。</translation>
    </message>
    <message>
        <source>{area}: add places for {category}: facilities within reach are full for {concerned}.</source>
        <translation>{area}：为{category}补充容量，{concerned}可达的设施已满。</translation>
    </message>
    <message>
        <source>{area}: agree with the owners on opening gates ({where}): {category} for at most {gain} more.</source>
        <translation>{area}：征求业主意见后开放{where}出入口，{category}最多可新增{gain}。</translation>
    </message>
    <message>
        <source>{area}: agree with the owners on opening gates: {category} for at most {gain} more.</source>
        <translation>{area}：征求业主意见后开放出入口，{category}最多可新增{gain}。</translation>
    </message>
    <message>
        <source>{area}: look into a new facility for {category}: about {gain} more.</source>
        <translation>{area}：研究增设{category}设施，预计可新增约{gain}。</translation>
    </message>
    <message>
        <source>{area}: shorten the way round to {category}: {gain} live near it as the crow flies, too far on foot.</source>
        <translation>{area}：打通步行路，{gain}距{category}设施直线很近而步行绕远。</translation>
    </message>
    <message>
        <source>{area}: supply the list of facilities for {category}; so far nothing is concluded.</source>
        <translation>{area}：补充{category}设施数据，目前不作结论。</translation>
    </message>
    <message>
        <source>{area}: verify doorplates and paths ({concerned}); the figure for {category} then becomes certain.</source>
        <translation>{area}：核实门牌和路网（{concerned}），{category}数字随之确定。</translation>
    </message>
    <message>
        <source>{candidate}, north first</source>
        <translation>{candidate}（北坐标在前）</translation>
    </message>
    <message>
        <source>{candidate}: {share} % of the points where they should be, {metres} m to streets or buildings in the middle.</source>
        <translation>{candidate}：{share}% 的点位于应在之处，距道路或建筑的中位数为 {metres} 米。</translation>
    </message>
    <message>
        <source>{candidate}: {share} % of the points where they should be.</source>
        <translation>{candidate}：{share}% 的点位于应在之处。</translation>
    </message>
    <message>
        <source>{category} (gate)</source>
        <translation>{category}（门禁）</translation>
    </message>
    <message>
        <source>{category} (no way)</source>
        <translation>{category}（不连通）</translation>
    </message>
    <message>
        <source>{category} (none)</source>
        <translation>{category}（无数据）</translation>
    </message>
    <message>
        <source>{category} (not connected)</source>
        <translation>{category}（未接入路网）</translation>
    </message>
    <message>
        <source>{category} (too far)</source>
        <translation>{category}（超出限值）</translation>
    </message>
    <message>
        <source>{category} ({metres} m)</source>
        <translation>{category}（{metres} 米）</translation>
    </message>
    <message>
        <source>{category} · change</source>
        <translation>{category}·变化</translation>
    </message>
    <message>
        <source>{category} · coverage rate (share)</source>
        <translation>{category}·覆盖率（比例）</translation>
    </message>
    <message>
        <source>{category} · facilities in reach with capacity</source>
        <translation>{category}·可达设施（有容量）</translation>
    </message>
    <message>
        <source>{category} · facilities in reach without capacity</source>
        <translation>{category}·可达设施（无容量）</translation>
    </message>
    <message>
        <source>{category} · how firm</source>
        <translation>{category}·稳健性</translation>
    </message>
    <message>
        <source>{category} · nearest facility</source>
        <translation>{category}·最近设施</translation>
    </message>
    <message>
        <source>{category} · places per person</source>
        <translation>{category}·人均容量</translation>
    </message>
    <message>
        <source>{category} · reached</source>
        <translation>{category}·是否可达</translation>
    </message>
    <message>
        <source>{category} · reason</source>
        <translation>{category}·原因</translation>
    </message>
    <message>
        <source>{category} · share of people served</source>
        <translation>{category}·获得服务占比</translation>
    </message>
    <message>
        <source>{category} · share of people served at most</source>
        <translation>{category}·获得服务占比上限</translation>
    </message>
    <message>
        <source>{category} · walking distance (m)</source>
        <translation>{category}·步行距离（米）</translation>
    </message>
    <message>
        <source>{category} · walking time (min)</source>
        <translation>{category}·步行时间（分钟）</translation>
    </message>
    <message>
        <source>{category}: confirmed by {person} on {date}, text seen: {seen}.</source>
        <translation>{category}：由{person}于{date}核对，所见文本：{seen}。</translation>
    </message>
    <message>
        <source>{category}: m</source>
        <translation>{category}：米</translation>
    </message>
    <message>
        <source>{category}: min</source>
        <translation>{category}：分钟</translation>
    </message>
    <message>
        <source>{category}: nearest</source>
        <translation>{category}：最近设施</translation>
    </message>
    <message>
        <source>{category}: no doorplate states {group}. Give {group} at the doorplates or as totals of areas, or say in DEMAND who needs a place.</source>
        <translation>{category}：没有门牌填写 {group}。请在门牌或区划总数中给出 {group}，或用 DEMAND 指定需要者。</translation>
    </message>
    <message>
        <source>{category}: no facility of this category is given.</source>
        <translation>{category}：没有此类设施。</translation>
    </message>
    <message>
        <source>{category}: nobody needs a place; {group} is 0 at every doorplate.</source>
        <translation>{category}：无人需要；所有门牌的 {group} 均为 0。</translation>
    </message>
    <message>
        <source>{category}: none of the {count} facilities states a capacity. Fill the column capacity (beds, places, meals).</source>
        <translation>{category}：{count} 个设施均未填服务容量。请填写 capacity 字段（床位、学位、餐位等）。</translation>
    </message>
    <message>
        <source>{category}: reached</source>
        <translation>{category}：可达</translation>
    </message>
    <message>
        <source>{category}: reason</source>
        <translation>{category}：原因</translation>
    </message>
    <message>
        <source>{category}: {after} people find a place after the change.</source>
        <translation>{category}：调整后 {after} 人可获得服务。</translation>
    </message>
    <message>
        <source>{category}: {before} people find a place before the change, {after} after it.</source>
        <translation>{category}：调整前 {before} 人可获得服务，调整后 {after} 人。</translation>
    </message>
    <message>
        <source>{category}: {count} of {total} doorplates state no {group} and count as nobody.</source>
        <translation>{category}：{total} 个门牌中有 {count} 个未填 {group}，按无人计。</translation>
    </message>
    <message>
        <source>{category}: {count} of {total} facilities state no capacity; whoever can walk to one of them may find a place there.</source>
        <translation>{category}：{total} 个设施中有 {count} 个未填服务容量；步行可达其中之一的人可能在那里得到服务。</translation>
    </message>
    <message>
        <source>{category}: {home} m to the path, {rest} m along paths and to the facility, {total} m in all, {minutes} minutes.</source>
        <translation>{category}：接驳段{home}米，沿路网至设施{rest}米，全程{total}米，{minutes}分钟。</translation>
    </message>
    <message>
        <source>{category}: {served} people find a place, {over} are too many at {overloaded} overloaded facilities; {idle} places stay empty, {idle_count} facilities are idle.</source>
        <translation>{category}：{served} 人得到服务；{overloaded} 个设施超负荷，超出 {over} 人；空余容量 {idle}，{idle_count} 个设施闲置。</translation>
    </message>
    <message>
        <source>{code} has {count} digits, a code of the level {level} has {length}.</source>
        <translation>{code} 为 {count} 位，{level} 级编码应为 {length} 位。</translation>
    </message>
    <message>
        <source>{code} has {count} grids, more than {digits} digits can number. Raise DIGITS.</source>
        <translation>{code} 有 {count} 个网格，{digits} 位顺序码不够。请增大 DIGITS。</translation>
    </message>
    <message>
        <source>{code} lies in the other area for the most part: decide which of the two is right.</source>
        <translation>{code} 大部分位于另一区划之内：请先判断哪一个正确。</translation>
    </message>
    <message>
        <source>{column} could also be {others}; {name} was taken. State another in FIELDS.</source>
        <translation>{column} 也可能是 {others}；已采用 {name}。可在 FIELDS 中另行指定。</translation>
    </message>
    <message>
        <source>{column} is “{value}”, no count.</source>
        <translation>{column} 为“{value}”，不是数量。</translation>
    </message>
    <message>
        <source>{column} states {stated}, but no doorplate lies inside: they are in no figure of this area.</source>
        <translation>{column}填写为 {stated}，但其内没有门牌，未计入该区划的任何数字。</translation>
    </message>
    <message>
        <source>{column} states {stated}, less than the {settled} already known inside; the total was not used for the {free} doorplates that state nothing.</source>
        <translation>{column}填写为 {stated}，小于其内已知的 {settled}；未填写的 {free} 个门牌未使用该总数。</translation>
    </message>
    <message>
        <source>{column} states {stated}, the areas inside add up to {total}.</source>
        <translation>{column}填写为 {stated}，下级合计为 {total}。</translation>
    </message>
    <message>
        <source>{column} states {stated}; the totals of smaller areas and the doorplates inside add up to {settled}, and these hold.</source>
        <translation>{column}填写为 {stated}，其内下级区划总数和门牌合计为 {settled}，以后者为准。</translation>
    </message>
    <message>
        <source>{column}: {count} of {areas} areas state another total than their doorplates, which hold. The most, {code}: {stated} stated, {settled} at the doorplates.</source>
        <translation>{column}：{areas} 个区划中，{count} 个的总数与门牌合计不同，以门牌为准。差别最大的 {code}：填写 {stated}，门牌合计 {settled}。</translation>
    </message>
    <message>
        <source>{count}</source>
        <translation>{count} 类</translation>
    </message>
    <message>
        <source>{count} (1 error)</source>
        <translation>{count}（1 错误）</translation>
    </message>
    <message>
        <source>{count} ({errors} errors)</source>
        <translation>{count}（{errors} 错误）</translation>
    </message>
    <message>
        <source>{count} areas bear this name. Give the code.</source>
        <translation>有{count}个区划同名，请填写编码。</translation>
    </message>
    <message>
        <source>{count} areas hold doorplates without households: none of them passes, and only what is short at any rate fails.</source>
        <translation>{count}个区划内有未给户数的门牌：不判达标，只有无论如何都不足的才判不达标。</translation>
    </message>
    <message>
        <source>{count} categories have no facility and no survey says that somebody looked: they stay without a verdict.</source>
        <translation>{count} 个类别没有设施，也没有调查记录，这些类别不作结论。</translation>
    </message>
    <message>
        <source>{count} columns with personal data are left out: {columns}.</source>
        <translation>将剔除 {count} 个含个人信息的字段：{columns}。</translation>
    </message>
    <message>
        <source>{count} communities; {short} below the line.</source>
        <translation>{count}个社区，{short}个在标准线以下。</translation>
    </message>
    <message>
        <source>{count} doorplates</source>
        <translation>{count} 门牌</translation>
    </message>
    <message>
        <source>{count} doorplates as given</source>
        <translation>{count} 个门牌为填报</translation>
    </message>
    <message>
        <source>{count} doorplates counted as 1 household each</source>
        <translation>{count} 个门牌按每门牌 1 户计</translation>
    </message>
    <message>
        <source>{count} doorplates estimated from floor area</source>
        <translation>{count} 个门牌按建筑面积估算</translation>
    </message>
    <message>
        <source>{count} doorplates of the same id lie more than {metres} m apart.</source>
        <translation>{count}个编号相同的门牌位置相距超过{metres} 米。</translation>
    </message>
    <message>
        <source>{count} doorplates stand on one spot.</source>
        <translation>{count} 个门牌位于同一点。</translation>
    </message>
    <message>
        <source>{count} doorplates state the code {code} in {column}; no area has it.</source>
        <translation>{count} 个门牌的 {column} 为 {code}，区划中没有该编码。</translation>
    </message>
    <message>
        <source>{count} facilities are reached at {places} places: large ground has a row for every entrance.</source>
        <translation>{count} 处设施共有 {places} 个到达点：用地较大的设施，每个入口一行。</translation>
    </message>
    <message>
        <source>{count} facilities of the service space state no floor area: where the others do not suffice there is no verdict.</source>
        <translation>{count}处服务用房未给面积：其余面积不足时不作结论。</translation>
    </message>
    <message>
        <source>{count} figures of the profile are from memory and judge nothing until somebody vouches for them: {ids}.</source>
        <translation>评价方案中有{count}项数值凭记忆录入、尚未核对，经确认前不作评价：{ids}。</translation>
    </message>
    <message>
        <source>{count} grids lie in no community, the first is {code}. Add the communities or cut the grids.</source>
        <translation>{count} 个网格不在任何社区内，第一个是 {code}。请补充社区或切分网格。</translation>
    </message>
    <message>
        <source>{count} households; a grid is to have {low} to {high}.</source>
        <translation>{count} 户；网格宜为 {low} 至 {high} 户。</translation>
    </message>
    <message>
        <source>{count} measures follow from the reasons of table {number}, most newly covered first. Effects are estimates, each measure by itself: a gate counts all that lie behind shut gates, a new facility those within the limit ÷ {factor} as the crow flies.</source>
        <translation>由表{number}的原因得出{count}项建议，按可新增覆盖排序。效果为逐项估算：出入口按被封闭出入口阻隔的全部户数计，新增设施按直线距离不超过限值÷{factor}的户数计。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>{count} of {all} grids do not state their posts, so theirs are unknown: {codes}</source>
        <translation>{all} 个网格中有 {count} 个未填岗位数，其岗位未知：{codes}</translation>
    </message>
    <message>
        <source>{count} of {total} vertices lie outside {box}, where web maps shift nothing; they stay.</source>
        <translation>{total} 个顶点中有 {count} 个位于 {box} 之外，网络地图在那里不偏移，这些顶点保持不变。</translation>
    </message>
    <message>
        <source>{count} overlaps, gaps or areas without parent: some doorplates count for the wrong grid.</source>
        <translation>有 {count} 处重叠、间隙或无上级的区划，部分门牌计入了错误的网格。</translation>
    </message>
    <message>
        <source>{count} rows.</source>
        <translation>共 {count} 行。</translation>
    </message>
    <message>
        <source>{count} rows: {message}</source>
        <translation>{count} 行：{message}</translation>
    </message>
    <message>
        <source>{count} streets have a penalty below 0 seconds (first: {first}). Write 0 or more.</source>
        <translation>{count} 条路段的通行延误小于 0 秒（首条：{first}）。请填写 0 或更大的值。</translation>
    </message>
    <message>
        <source>{count} streets have a speed factor of 0 or less (first: {first}). Write a factor above 0, or set walkable to no.</source>
        <translation>{count} 条路段的 speed_factor 不大于 0（首条：{first}）。请填写大于 0 的系数，或将 walkable 设为 no。</translation>
    </message>
    <message>
        <source>{count} streets meet or almost meet at {places} places without a common vertex: they were drawn without nodes. Set the join tolerance, here and in every run, for example 0.5 m.</source>
        <translation>{count} 条路在 {places} 处相遇或几乎相遇而无共用顶点，应为未打断的路网。请在此处及以后各次计算中设置打断容差，例如 0.5 米。</translation>
    </message>
    <message>
        <source>{count} to check. Checked by (post): ____________    Date: ____________</source>
        <translation>共 {count} 项。核查岗位：____________　核查日期：____________</translation>
    </message>
    <message>
        <source>{count} values of {name} lost digits in a spreadsheet program ({example}). Export the column as text.</source>
        <translation>字段 {name} 有 {count} 个值被电子表格程序截断（{example}），数字已丢失。请将该列按文本导出。</translation>
    </message>
    <message>
        <source>{crs} ({name}) is not a projected coordinate system in metres. Choose one, for example EPSG:4549 in East China.</source>
        <translation>{crs}（{name}）不是以米为单位的投影坐标系。请另选一个，例如华东地区的 EPSG:4549。</translation>
    </message>
    <message>
        <source>{crs}, shown without any offset</source>
        <translation>{crs}，未加任何偏移</translation>
    </message>
    <message>
        <source>{days} days before {date}</source>
        <translation>{date} 前 {days} 天</translation>
    </message>
    <message>
        <source>{doorplates} doorplates × {categories} categories, about {seconds} s</source>
        <translation>{doorplates} 门牌 × {categories} 类，约 {seconds} 秒</translation>
    </message>
    <message>
        <source>{doorplates} doorplates × {categories} categories: about {seconds} seconds.</source>
        <translation>{doorplates} 个门牌 × {categories} 类设施：约需 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{doorplates} with {amount} were judged by {profile} for {count} categories of services; the walker is {walker} at {speed} m/s.</source>
        <translation>本次按{profile}评价{doorplates}、{amount}，共{count}类服务，步行者为{walker}（{speed} 米/秒）。</translation>
    </message>
    <message>
        <source>{estate}: {households} households ({count} doorplates) are walled in without a gate and cannot leave.</source>
        <translation>{estate}：{households}户（{count}个门牌）被围墙封闭且无出入口，无法外出。</translation>
    </message>
    <message>
        <source>{file}: {fault}</source>
        <translation>{file}：{fault}</translation>
    </message>
    <message>
        <source>{finding} ({table}, {count}): {remedy}</source>
        <translation>{finding}（{table}，{count} 项）：{remedy}</translation>
    </message>
    <message>
        <source>{finding}: {message}</source>
        <translation>{finding}：{message}</translation>
    </message>
    <message>
        <source>{first} and {second} overlap by {area} m².</source>
        <translation>{first} 与 {second} 重叠 {area} 平方米。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{folder} holds the results of an earlier row. Give each row a folder of its own.</source>
        <translation>{folder} 已有前面一行的成果，请为每行指定各自的文件夹。</translation>
    </message>
    <message>
        <source>{gates} closed; if open {metres} m ({minutes} min)</source>
        <translation>{gates} 封闭；如开放为 {metres} 米（{minutes} 分）</translation>
    </message>
    <message>
        <source>{gates} gates to open one by one: about {seconds} seconds.</source>
        <translation>逐一试开 {gates} 个出入口：约 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{grids} grids, {doorplates} doorplates, {households} households, {residents} residents</source>
        <translation>{grids}个网格 · {doorplates}个门牌 · {households}户 · {residents}人</translation>
    </message>
    <message>
        <source>{group} × {share}</source>
        <translation>{group} × {share}</translation>
    </message>
    <message>
        <source>{group}: not known of {count} doorplates, which are not counted.</source>
        <translation>{group}：{count}个门牌未给人数，不计入。</translation>
    </message>
    <message>
        <source>{id} is changed by several rows. Leave one.</source>
        <translation>{id} 被多行改动，请只留一行。</translation>
    </message>
    <message>
        <source>{item}: {agreeing} of {facts} agree. {detail}</source>
        <translation>{item}：{facts} 项中 {agreeing} 项一致。{detail}</translation>
    </message>
    <message>
        <source>{job} finished in {seconds} s.</source>
        <translation>{job}计算完成，用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{job} is still running.</source>
        <translation>{job}仍在运行。</translation>
    </message>
    <message>
        <source>{job} is still running. Wait or cancel it first.</source>
        <translation>{job}仍在运行，请稍候或先取消。</translation>
    </message>
    <message>
        <source>{key} cannot be a shapefile: its column names are cut to ten letters. Write a GeoPackage (.gpkg).</source>
        <translation>{key} 不能写成 Shapefile：字段名会被截为十个字母。请写成 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>{key} has no areas of the level {level}. It has: {known}.</source>
        <translation>{key} 中没有 {level} 级区划。现有级别：{known}。</translation>
    </message>
    <message>
        <source>{key} is no file on disk: the scenario cannot tell later whether it is the same.</source>
        <translation>{key}不是磁盘文件：以后无法由方案文件判断数据是否相同。</translation>
    </message>
    <message>
        <source>{key} is not a coverage ledger: it lacks doorplate_id, or no category has its columns. Choose an output LEDGER.</source>
        <translation>{key}不是覆盖台账：缺少doorplate_id，或没有任何类别的字段。请选择“服务覆盖”输出的台账（LEDGER）。</translation>
    </message>
    <message>
        <source>{key} mixes runs: its column {column} holds {words}.</source>
        <translation>{key}混有多次运行的结果：字段{column}含{words}。</translation>
    </message>
    <message>
        <source>{key} must be a list</source>
        <translation>{key}必须是列表</translation>
    </message>
    <message>
        <source>{key} must hold keys with values</source>
        <translation>{key}必须是键值</translation>
    </message>
    <message>
        <source>{key} names no file. Choose a file or a layer.</source>
        <translation>{key} 未指定文件。请选择文件或图层。</translation>
    </message>
    <message>
        <source>{key} names {count} doorplates twice (first: {first}). Leave one row each.</source>
        <translation>{key}中有{count}个门牌重复（首个：{first}）。每个门牌只保留一行。</translation>
    </message>
    <message>
        <source>{key}: {layer} holds something else than it did.</source>
        <translation>{key}：{layer}的内容与当时不同。</translation>
    </message>
    <message>
        <source>{key}: {layer} is missing.</source>
        <translation>{key}：{layer}不存在。</translation>
    </message>
    <message>
        <source>{key}: {path} does not exist. Check the name or choose another file.</source>
        <translation>{key}：{path} 不存在。请核对名称或选择其他文件。</translation>
    </message>
    <message>
        <source>{key}: “{layer}” was no file; nobody can tell whether it is the same.</source>
        <translation>{key}：“{layer}”不是文件，无法判断是否与当时相同。</translation>
    </message>
    <message>
        <source>{key}: “{name}” comes from a service, not from a file. Save it as GeoTIFF and choose that.</source>
        <translation>{key}：“{name}”来自服务而非文件。请另存为GeoTIFF后选择。</translation>
    </message>
    <message>
        <source>{key}: “{value}” cannot be opened. Check the path and the name of the layer in it.</source>
        <translation>{key}：无法打开“{value}”。请检查路径以及其中的图层名。</translation>
    </message>
    <message>
        <source>{kind} {id} stands {count} times; leave one</source>
        <translation>{kind}{id}出现{count}次，请只保留一处</translation>
    </message>
    <message>
        <source>{kind} · {use}</source>
        <translation>{kind} · {use}</translation>
    </message>
    <message>
        <source>{layer} has no column of area codes. Name it in FIELDS, for example code=VILLCODE; the layer has: {known}.</source>
        <translation>{layer} 没有区划编码字段。请在 FIELDS 中指明，如 code=VILLCODE；现有字段：{known}。</translation>
    </message>
    <message>
        <source>{layer} has no features. Choose a layer with content.</source>
        <translation>{layer} 没有要素。请选择有内容的图层。</translation>
    </message>
    <message>
        <source>{layer} lacks the columns {columns} that LEVELS names. It has: {known}.</source>
        <translation>{layer} 缺少 LEVELS 指明的字段 {columns}。现有字段：{known}。</translation>
    </message>
    <message>
        <source>{layer}: nothing tells the level of {count} areas, for example code {code}. State it in LEVELS.</source>
        <translation>{layer}：无法判断 {count} 个区划的级别，例如编码 {code}。请在 LEVELS 中指明。</translation>
    </message>
    <message>
        <source>{leaders} leader posts and {workers} worker posts are stated for {grids} grids; {leader_vacancies} leader posts and {worker_vacancies} worker posts are vacant (at least one of each per grid).</source>
        <translation>{grids}个网格共有网格长{leaders}岗、网格员{workers}岗；按每网格至少各1岗，网格长空缺{leader_vacancies}岗，网格员空缺{worker_vacancies}岗。</translation>
    </message>
    <message>
        <source>{level} boundary</source>
        <translation>{level}界线</translation>
    </message>
    <message>
        <source>{limits} m</source>
        <translation>{limits} 米</translation>
    </message>
    <message>
        <source>{limits} min</source>
        <translation>{limits} 分钟</translation>
    </message>
    <message>
        <source>{limit} (standard)</source>
        <translation>{limit}（标准）</translation>
    </message>
    <message>
        <source>{limit} m</source>
        <translation>{limit} 米</translation>
    </message>
    <message>
        <source>{limit} min</source>
        <translation>{limit} 分</translation>
    </message>
    <message>
        <source>{limit} m</source>
        <translation>{limit} 米</translation>
    </message>
    <message>
        <source>{limit} m on foot</source>
        <translation>步行{limit} 米</translation>
    </message>
    <message>
        <source>{limit} min</source>
        <translation>{limit} 分</translation>
    </message>
    <message>
        <source>{limit} min on foot</source>
        <translation>步行{limit} 分钟</translation>
    </message>
    <message>
        <source>{low}–{high}</source>
        <translation>{low}–{high}</translation>
    </message>
    <message>
        <source>{mark}. {rest}</source>
        <translation>{mark}。{rest}</translation>
    </message>
    <message>
        <source>{megabytes} MB of OSM objects to read: about {seconds} seconds.</source>
        <translation>要读取 {megabytes} MB 的 OSM 对象：约需 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{metres} from the network, more than {limit}</source>
        <translation>门牌距路网 {metres}，超过 {limit}</translation>
    </message>
    <message>
        <source>{metres} m beyond the limit</source>
        <translation>超出 {metres} 米</translation>
    </message>
    <message>
        <source>{metres} m east</source>
        <translation>偏东 {metres} 米</translation>
    </message>
    <message>
        <source>{metres} m in all, {minutes} min</source>
        <translation>全程 {metres} 米，{minutes} 分钟</translation>
    </message>
    <message>
        <source>{metres} m north</source>
        <translation>偏北 {metres} 米</translation>
    </message>
    <message>
        <source>{metres} m outside every area.</source>
        <translation>在所有区划之外 {metres} 米。</translation>
    </message>
    <message>
        <source>{metres} m south</source>
        <translation>偏南 {metres} 米</translation>
    </message>
    <message>
        <source>{metres} m west</source>
        <translation>偏西 {metres} 米</translation>
    </message>
    <message>
        <source>{metres} to the nearest street in sight</source>
        <translation>距最近可见道路 {metres}</translation>
    </message>
    <message>
        <source>{met} of {all} doorplates met</source>
        <translation>{all} 个门牌中 {met} 个达标</translation>
    </message>
    <message>
        <source>{met} of {all} met</source>
        <translation>{met} / {all} 类达标</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name}（文件不存在）</translation>
    </message>
    <message>
        <source>{name} (out of date)</source>
        <translation>{name}（需更新）</translation>
    </message>
    <message>
        <source>{name} ({rate})</source>
        <translation>{name}（{rate}）</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system. Set it in the layer's properties.</source>
        <translation>{name} 没有坐标参照系，请在图层属性中设置。</translation>
    </message>
    <message>
        <source>{name} has no rows. Choose a file with content.</source>
        <translation>{name} 没有数据行，请选择有内容的文件。</translation>
    </message>
    <message>
        <source>{name} holds no table: it has no row with content.</source>
        <translation>{name} 中没有表格：没有任何有内容的行。</translation>
    </message>
    <message>
        <source>{name} is moved from {crs} to {target}.</source>
        <translation>{name} 已由 {crs} 转换到 {target}。</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be a speed factor above 0 and up to {most}, for example 0.5.</source>
        <translation>{name} 为 {value}，应为大于 0 且不超过 {most} 的速度系数，例如 0.5。</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be seconds from 0 to {most}.</source>
        <translation>{name} 为 {value}，应为 0 至 {most} 秒。</translation>
    </message>
    <message>
        <source>{name}, near {address}</source>
        <translation>{name}，邻近 {address}</translation>
    </message>
    <message>
        <source>{name}: coverage {rate}.</source>
        <translation>{name}：覆盖率{rate}。</translation>
    </message>
    <message>
        <source>{name}: no households, not ranked</source>
        <translation>{name}：无住户，不参与排名</translation>
    </message>
    <message>
        <source>{name}: version {then} then, {now} now.</source>
        <translation>{name}：当时版本{then}，现为{now}。</translation>
    </message>
    <message>
        <source>{name}: {before} before, {after} after</source>
        <translation>{name}：前 {before}，后 {after}</translation>
    </message>
    <message>
        <source>{name}: {count} not covered.</source>
        <translation>{name}：未覆盖{count}。</translation>
    </message>
    <message>
        <source>{name}: {range} households per grid.</source>
        <translation>{name}：每网格{range}户。</translation>
    </message>
    <message>
        <source>{name}: {rate} within {limit} m.</source>
        <translation>{name}：{limit}米内{rate}。</translation>
    </message>
    <message>
        <source>{name}: {sentence}</source>
        <translation>{name}：{sentence}</translation>
    </message>
    <message>
        <source>{name}: {share}</source>
        <translation>{name}：{share}</translation>
    </message>
    <message>
        <source>{name}: {wanted} expected, {got} found</source>
        <translation>{name}：应为 {wanted}，实为 {got}</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <source>{not_snapped} are not connected to the network and {no_route} have no way on foot to some service: faults of the data until verified; the ranges allow for them.</source>
        <translation>{not_snapped}未接入路网，{no_route}至少一类服务路网不连通，核实前按数据问题处理，已计入区间。</translation>
    </message>
    <message>
        <source>{number} bldg.</source>
        <translation>{number} 栋</translation>
    </message>
    <message>
        <source>{number} doorplate</source>
        <translation>{number} 个门牌</translation>
    </message>
    <message>
        <source>{number} doorplates</source>
        <translation>{number} 个门牌</translation>
    </message>
    <message>
        <source>{number} household</source>
        <translation>{number} 户</translation>
    </message>
    <message>
        <source>{number} households</source>
        <translation>{number} 户</translation>
    </message>
    <message>
        <source>{number} in all</source>
        <translation>{number} 个</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} 千米</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} 平方千米</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} 米</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} 分钟</translation>
    </message>
    <message>
        <source>{number} m²</source>
        <translation>{number} ㎡</translation>
    </message>
    <message>
        <source>{number} resident</source>
        <translation>{number} 人</translation>
    </message>
    <message>
        <source>{number} residents</source>
        <translation>{number} 人</translation>
    </message>
    <message>
        <source>{number} × 10,000 doorplates</source>
        <translation>{number} 万个门牌</translation>
    </message>
    <message>
        <source>{number} × 10,000 households</source>
        <translation>{number} 万户</translation>
    </message>
    <message>
        <source>{number} × 10,000 residents</source>
        <translation>{number} 万人</translation>
    </message>
    <message>
        <source>{number} × 100 million doorplates</source>
        <translation>{number} 亿个门牌</translation>
    </message>
    <message>
        <source>{number} × 100 million households</source>
        <translation>{number} 亿户</translation>
    </message>
    <message>
        <source>{number} × 100 million residents</source>
        <translation>{number} 亿人</translation>
    </message>
    <message>
        <source>{number} doorplates</source>
        <translation>{number} 个门牌</translation>
    </message>
    <message>
        <source>{number} households</source>
        <translation>{number} 户</translation>
    </message>
    <message>
        <source>{number} residents</source>
        <translation>{number} 人</translation>
    </message>
    <message>
        <source>{parameter} names the column “{column}”, which the layer lacks. It has: {known}.</source>
        <translation>{parameter} 指定的字段“{column}”不存在。图层的字段有：{known}。</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>无法打开 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be read as spatial data. Choose another file or convert it to GeoPackage.</source>
        <translation>{path} 不能作为空间数据读取。请另选文件或转换为 GeoPackage。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Close it in other programs, check the folder's permissions or choose another output.</source>
        <translation>无法写入 {path}。请在其他程序中关闭该文件，检查文件夹权限，或另选输出位置。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} 无法写入：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose a GeoPackage (.gpkg).</source>
        <translation>无法写入 {path}：{reason}。请选用 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>{path} declares entities of its own, which a table never needs. It was not read; ask where it comes from.</source>
        <translation>{path} 自行声明了实体，表格并不需要，未予读取；请核实来源。</translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name or choose another file.</source>
        <translation>{path} 不存在。请检查文件名或另选文件。</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system. Set it in the layer's properties.</source>
        <translation>{path} 没有坐标参照系 (CRS)。请在图层属性中设置。</translation>
    </message>
    <message>
        <source>{path} has no layer {layer}. It has: {known}.</source>
        <translation>{path} 中没有图层 {layer}。现有图层：{known}。</translation>
    </message>
    <message>
        <source>{path} has no readable table {table}. Check its name.</source>
        <translation>{path}中没有可读取的表{table}，请检查名称。</translation>
    </message>
    <message>
        <source>{path} has no sheet {sheet}. It has: {known}.</source>
        <translation>{path} 中没有工作表 {sheet}。现有：{known}。</translation>
    </message>
    <message>
        <source>{path} has no street that can be walked. Choose an extract with streets.</source>
        <translation>{path} 中没有可步行的道路。请选择含有道路的数据。</translation>
    </message>
    <message>
        <source>{path} has no table problems. Run “Data quality” with its output in the workspace first, or give PROBLEMS.</source>
        <translation>{path} 没有问题表（problems）。请先运行“数据质量”并把输出写入该辖区数据库，或给出 PROBLEMS。</translation>
    </message>
    <message>
        <source>{path} has not the form of own words: sections columns, values and drawings, for example columns: {example}.</source>
        <translation>{path} 不是自定义用词文件的格式：应有 columns、values、drawings 各节，例如 columns: {example}。</translation>
    </message>
    <message>
        <source>{path} has nothing inside the extent {extent}. Choose an extent that the file covers, as west, south, east, north.</source>
        <translation>{path} 在范围 {extent} 内没有内容。请选择文件覆盖的范围，依次为西、南、东、北。</translation>
    </message>
    <message>
        <source>{path} has {count} sheets with content: {known}. Add |sheet= and one of them.</source>
        <translation>{path} 有 {count} 个含内容的工作表：{known}。请加上 |sheet= 和其中一个的名称。</translation>
    </message>
    <message>
        <source>{path} holds no objects with a meaning for the workspace. Choose an extract of a town.</source>
        <translation>{path} 中没有辖区数据库可用的对象。请选择一个城区的数据。</translation>
    </message>
    <message>
        <source>{path} holds no settings: {reason}</source>
        <translation>{path} 不是设置文件：{reason}</translation>
    </message>
    <message>
        <source>{path} holds no table of a workspace. Choose a workspace, or a file with one table.</source>
        <translation>{path} 中没有辖区数据库的表，请选择辖区数据库或单个表的文件。</translation>
    </message>
    <message>
        <source>{path} holds {count} layers: {known}. Add |layername= and one of them.</source>
        <translation>{path} 含 {count} 个图层：{known}。请在路径后加 |layername= 和其中一个图层名。</translation>
    </message>
    <message>
        <source>{path} holds {count} maps: {known}. Save the one you need as .kml.</source>
        <translation>{path}含{count}个地图：{known}。请将所需的一个另存为 .kml。</translation>
    </message>
    <message>
        <source>{path} is a .dwg drawing, which only AutoCAD reads. Save it as .dxf.</source>
        <translation>{path} 是 .dwg 图形，只有 AutoCAD 能读取。请另存为 .dxf。</translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file.</source>
        <translation>{path} 是文件夹。请给出文件名。</translation>
    </message>
    <message>
        <source>{path} is an archive. Unpack it and choose the file in it.</source>
        <translation>{path} 是压缩包。请解压后选择其中的文件。</translation>
    </message>
    <message>
        <source>{path} is an old .xls workbook or protected by a password. Save it as .xlsx without a password.</source>
        <translation>{path} 是旧版 .xls 工作簿或有密码保护。请另存为无密码的 .xlsx。</translation>
    </message>
    <message>
        <source>{path} is damaged or not complete: reading stopped on the way. Get the file again.</source>
        <translation>{path} 已损坏或不完整，读取中断。请重新获取该文件。</translation>
    </message>
    <message>
        <source>{path} is damaged. Open it in the program that made it, save it again, or choose another file.</source>
        <translation>{path} 已损坏。请用生成它的程序打开并重新保存，或选择其他文件。</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Open it in the program that made it and save it again.</source>
        <translation>{path} 已损坏：{reason}。请用生成它的程序打开并重新保存。</translation>
    </message>
    <message>
        <source>{path} is empty. Choose another file.</source>
        <translation>{path} 是空文件。请选择其他文件。</translation>
    </message>
    <message>
        <source>{path} is no .xlsx workbook. Save it as .xlsx or .csv.</source>
        <translation>{path} 不是 .xlsx 工作簿。请另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>{path} is no check list: no sheet has the columns “{answer}” and “{id}”. Choose the list that was exported here.</source>
        <translation>{path} 不是核查清单：没有工作表含“{answer}”和“{id}”列。请选择由此导出的清单。</translation>
    </message>
    <message>
        <source>{path} is no mapping of columns of the table {table}. It has lines like “address: 地址”.</source>
        <translation>{path} 不是表 {table} 的字段对应文件。其中应有“address: 地址”这样的行。</translation>
    </message>
    <message>
        <source>{path} is no table of event words. It has the parts categories and states with lines like “{example}”.</source>
        <translation>{path} 不是事件用词表。该表分 categories 和 states 两部分，行如“{example}”。</translation>
    </message>
    <message>
        <source>{path} is no table of facility words. It has the parts amap and words with lines like “菜场: [market]”.</source>
        <translation>{path} 不是设施用词表。应含 amap 和 words 两部分，行如“菜场: [market]”。</translation>
    </message>
    <message>
        <source>{path} is not a profile: it has no list of categories. Copy a shipped profile and change it.</source>
        <translation>{path} 不是评价方案：没有 categories 列表。请复制自带方案后修改。</translation>
    </message>
    <message>
        <source>{path} is not a readable GeoPackage. Choose a .gpkg file.</source>
        <translation>{path} 不是可读取的 GeoPackage。请选择 .gpkg 文件。</translation>
    </message>
    <message>
        <source>{path} is not a scenario: it must state {keys}. Let a run write one (SCENARIO).</source>
        <translation>{path}不是方案文件：须含{keys}。请由一次运行写出（SCENARIO）。</translation>
    </message>
    <message>
        <source>{path} is not a workspace: it lacks the tables {tables}. Import them first.</source>
        <translation>{path} 不是辖区数据库：缺少表 {tables}。请先导入。</translation>
    </message>
    <message>
        <source>{path} is not an OSM file. Choose a file that ends in .osm or .osm.pbf.</source>
        <translation>{path} 不是 OSM 文件。请选择扩展名为 .osm 或 .osm.pbf 的文件。</translation>
    </message>
    <message>
        <source>{path} is not saved as UTF-8. Save it again in that encoding.</source>
        <translation>{path} 不是 UTF-8 编码。请另存为该编码。</translation>
    </message>
    <message>
        <source>{path} is not valid YAML at line {line}. Compare it with a shipped profile.</source>
        <translation>{path} 第 {line} 行不是有效的 YAML。请与自带方案对照。</translation>
    </message>
    <message>
        <source>{path} is not valid YAML in UTF-8. Let a run write it again.</source>
        <translation>{path}不是有效的UTF-8 YAML文件，请由一次运行重新写出。</translation>
    </message>
    <message>
        <source>{path} is packed. Unpack it and choose the .osm or .osm.pbf file in it.</source>
        <translation>{path} 是压缩文件。请解压后选择其中的 .osm 或 .osm.pbf 文件。</translation>
    </message>
    <message>
        <source>{path} names unknown facility types: {names}.</source>
        <translation>{path} 含未知的设施类型：{names}。</translation>
    </message>
    <message>
        <source>{path} would unpack to {size} MB from {packed} MB: this is no table. Ask where it comes from; a real one is saved as CSV.</source>
        <translation>{path} 解压后将由 {packed} MB 变为 {size} MB，不是表格。请核实来源；真实的表格请另存为 CSV。</translation>
    </message>
    <message>
        <source>{path}: a filter (|subset=) works on layers only. Leave it out or open the table as a layer.</source>
        <translation>{path}：过滤（|subset=）只适用于图层。请去掉，或将表格作为图层打开。</translation>
    </message>
    <message>
        <source>{people} people live in {count} cells without a point; they went to the nearest cells with one.</source>
        <translation>{count} 个无点像元中有 {people} 人，已计入最近的有点像元。</translation>
    </message>
    <message>
        <source>{places} places: about {seconds} seconds.</source>
        <translation>{places} 个地点：约需 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{reached} categories: {count}.</source>
        <translation>{reached}类：{count}。</translation>
    </message>
    <message>
        <source>{reached} of {judged} categories reached</source>
        <translation>{judged} 类中可达 {reached} 类</translation>
    </message>
    <message>
        <source>{reached} of {judged} per doorplate</source>
        <translation>每个门牌平均 {reached} / {judged} 类</translation>
    </message>
    <message>
        <source>{reached} of {judged} per household</source>
        <translation>户均 {reached} / {judged} 类</translation>
    </message>
    <message>
        <source>{reached} of {judged} per resident</source>
        <translation>人均 {reached} / {judged} 类</translation>
    </message>
    <message>
        <source>{reached} {share}</source>
        <translation>{reached}{share}</translation>
    </message>
    <message>
        <source>{read} rows read = {loaded} loaded + {merged} rooms summed at their door + {rejected} rejected.</source>
        <translation>读取 {read} 行 = 入库 {loaded} + 按门牌汇总的房间 {merged} + 未入库 {rejected}。</translation>
    </message>
    <message>
        <source>{read} rows read = {loaded} loaded + {rejected} rejected.</source>
        <translation>读取 {read} 行 = 入库 {loaded} + 未入库 {rejected}。</translation>
    </message>
    <message>
        <source>{reason} {share}</source>
        <translation>{reason}{share}</translation>
    </message>
    <message>
        <source>{reason}: {where}</source>
        <translation>{reason}：{where}</translation>
    </message>
    <message>
        <source>{row}: {message} {fix}</source>
        <translation>{row}：{message}{fix}</translation>
    </message>
    <message>
        <source>{rule} (standard: {standard})</source>
        <translation>{rule}（标准：{standard}）</translation>
    </message>
    <message>
        <source>{rule} {mark}</source>
        <translation>{rule} {mark}</translation>
    </message>
    <message>
        <source>{share} % of its {count} Chinese characters are common ones; read as {other} it would be {other_share} %</source>
        <translation>其 {count} 个汉字中常用字占 {share}%；如按 {other} 读取则为 {other_share}%</translation>
    </message>
    <message>
        <source>{share} % of the area lie in {code}, the rest lies beyond.</source>
        <translation>该区划 {share}% 的面积位于 {code} 内，其余在外。</translation>
    </message>
    <message>
        <source>{share} % of the buildings have neither floors nor a height; they are drawn with a default height.</source>
        <translation>{share}% 的建筑既无层数也无高度，按默认高度绘制。</translation>
    </message>
    <message>
        <source>{share} % of the doorplates are connected to no street; they count as not reached.</source>
        <translation>{share}% 的门牌未接入路网，按不可达计。</translation>
    </message>
    <message>
        <source>{share} % of the doorplates belong to no building; a click on a building does not show them.</source>
        <translation>{share}% 的门牌没有对应建筑，点击建筑时不显示。</translation>
    </message>
    <message>
        <source>{share} % of the doorplates lie in no grid; nobody is responsible for them.</source>
        <translation>{share}% 的门牌不在任何网格内，没有负责的网格。</translation>
    </message>
    <message>
        <source>{share} % of the doorplates lie outside every area; figures by area leave them out.</source>
        <translation>{share}% 的门牌在所有区划之外，分区划的数字不含它们。</translation>
    </message>
    <message>
        <source>{share} % of the doorplates repeat the address or number of another one; their households count twice.</source>
        <translation>{share}% 的门牌与其他门牌地址或编号重复，户数会重复计算。</translation>
    </message>
    <message>
        <source>{share} % of the doorplates state no households; each of them counts as one household.</source>
        <translation>{share}% 的门牌没有户数，每个按1户计。</translation>
    </message>
    <message>
        <source>{share} % of the doorplates state no households; the totals of areas are spread over them where they reach.</source>
        <translation>{share}% 的门牌没有户数，在区划总数可及处按总数分摊。</translation>
    </message>
    <message>
        <source>{share} % of the facilities are connected to no street; nobody reaches them.</source>
        <translation>{share}% 的设施未接入路网，无人可达。</translation>
    </message>
    <message>
        <source>{share} % of the facilities have a type that nobody knows and are not counted.</source>
        <translation>{share}% 的设施类别无法识别，不计入。</translation>
    </message>
    <message>
        <source>{share} % of the grids have no doorplate.</source>
        <translation>{share}% 的网格内没有门牌。</translation>
    </message>
    <message>
        <source>{share} % of the grids state no posts of leaders or workers.</source>
        <translation>{share}% 的网格未填网格长、网格员岗位数。</translation>
    </message>
    <message>
        <source>{share} % of the rows of doorplates could not be loaded; they are in no result.</source>
        <translation>{share}% 的门牌行未能入库，不进入任何结果。</translation>
    </message>
    <message>
        <source>{share} % of the street length has no height and is walked as flat.</source>
        <translation>{share}% 的路网长度没有高程，按平地步行计算。</translation>
    </message>
    <message>
        <source>{share} of doorplates</source>
        <translation>占 {share}</translation>
    </message>
    <message>
        <source>{share} of households</source>
        <translation>占 {share}</translation>
    </message>
    <message>
        <source>{share} of residents</source>
        <translation>占 {share}</translation>
    </message>
    <message>
        <source>{shown} of {all} · to do: errors {errors}, warnings {warnings}, notes {notes}</source>
        <translation>{shown} / {all} · 待处理：错误 {errors}、警告 {warnings}、提示 {notes}</translation>
    </message>
    <message>
        <source>{speed} m/s</source>
        <translation>{speed} 米/秒</translation>
    </message>
    <message>
        <source>{table} has no features. Choose a layer with data.</source>
        <translation>{table} 没有要素。请选择有数据的图层。</translation>
    </message>
    <message>
        <source>{table} of the workspace</source>
        <translation>辖区数据库的{table}</translation>
    </message>
    <message>
        <source>{table} {row}</source>
        <translation>{table} {row}</translation>
    </message>
    <message>
        <source>{table} {row}: left out. ({problem})</source>
        <translation>{table} {row}：已移除。（{problem}）</translation>
    </message>
    <message>
        <source>{table} {row}: {column} was “{before}” and is “{after}”. ({problem})</source>
        <translation>{table} {row}：{column} 由“{before}”改为“{after}”。（{problem}）</translation>
    </message>
    <message>
        <source>{table}: columns with personal data were left out: {columns}.</source>
        <translation>{table}：已剔除含个人信息的字段：{columns}。</translation>
    </message>
    <message>
        <source>{table}: loaded {loaded} of {read} rows; {rejected} rows were not loaded.</source>
        <translation>{table}：读取 {read} 行，入库 {loaded} 条，未入库 {rejected} 条。</translation>
    </message>
    <message>
        <source>{table}: the same with {count} more: {ids}</source>
        <translation>{table}：另有{count}条同类问题：{ids}</translation>
    </message>
    <message>
        <source>{table}: {count} of {total} rows were left out. The first is row {row}: {reason}</source>
        <translation>{table}：共 {total} 行，{count} 行未采用。首个为第 {row} 行：{reason}</translation>
    </message>
    <message>
        <source>{table}: {count} rows: {message}</source>
        <translation>{table}：{count}条：{message}</translation>
    </message>
    <message>
        <source>{title}, made by Community 3D {version} on {date}.</source>
        <translation>{title}，由社区三维 {version} 于 {date} 生成。</translation>
    </message>
    <message>
        <source>{title}, without coverage results</source>
        <translation>{title}，不含覆盖分析</translation>
    </message>
    <message>
        <source>{title}: 15-minute living circle report</source>
        <translation>{title}15分钟生活圈评估报告</translation>
    </message>
    <message>
        <source>{title}: assessment of the 15-minute living circle</source>
        <translation>{title}15分钟生活圈评估</translation>
    </message>
    <message>
        <source>{title}: briefing on the 15-minute living circle</source>
        <translation>{title}15分钟生活圈评估简报</translation>
    </message>
    <message>
        <source>{title}: check list</source>
        <translation>{title}：核查清单</translation>
    </message>
    <message>
        <source>{title}: completeness {share}</source>
        <translation>{title}，配套完整度 {share}</translation>
    </message>
    <message>
        <source>{title}: data quality report</source>
        <translation>{title}数据质量报告</translation>
    </message>
    <message>
        <source>{title}: maps of the check list</source>
        <translation>{title}：核查清单地图</translation>
    </message>
    <message>
        <source>{title}: tables of the 15-minute living circle</source>
        <translation>{title}15分钟生活圈评估表</translation>
    </message>
    <message>
        <source>{title}: {count} areas ({level}), completeness {share}, lowest {name} with {low}</source>
        <translation>{title}，{count} 个{level}，配套完整度 {share}，最低{name} {low}</translation>
    </message>
    <message>
        <source>{title}: {name}</source>
        <translation>{title}（{name}）</translation>
    </message>
    <message>
        <source>{value} % of the areas</source>
        <translation>{value}%的区划</translation>
    </message>
    <message>
        <source>{value} % of the service space</source>
        <translation>服务用房面积的{value}%</translation>
    </message>
    <message>
        <source>{value} m</source>
        <translation>{value}米</translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation>{value}分钟</translation>
    </message>
    <message>
        <source>{value} m² in one facility</source>
        <translation>单处{value} m²</translation>
    </message>
    <message>
        <source>{value} m² per 1,000 residents</source>
        <translation>每千人{value} m²</translation>
    </message>
    <message>
        <source>{value} m² per 100 households</source>
        <translation>每百户{value} m²</translation>
    </message>
    <message>
        <source>{value} m² per resident</source>
        <translation>人均{value} m²</translation>
    </message>
    <message>
        <source>{value} per area</source>
        <translation>每区划{value}处</translation>
    </message>
    <message>
        <source>{where} is not a list of keys and values</source>
        <translation>{where}不是键值列表</translation>
    </message>
    <message>
        <source>{where}, but the texts are {encoding}: {evidence}.</source>
        <translation>{where}，但文字实为 {encoding}：{evidence}。</translation>
    </message>
    <message>
        <source>{where}: a share of areas needs either of or types, not both</source>
        <translation>{where}：区划占比须写of或types之一，不能都写或都不写</translation>
    </message>
    <message>
        <source>{where}: glyph and shape are those of line {other}; change one</source>
        <translation>{where}：字形和形状与第 {other} 行相同，请改其一</translation>
    </message>
    <message>
        <source>{where}: it measures service space, but service_space_types names no type</source>
        <translation>{where}：该规则按服务用房面积计，但service_space_types未列任何类型</translation>
    </message>
    <message>
        <source>{where}: no share can be above the target of 100; write compare: '&gt;='</source>
        <translation>{where}：任何比例都不可能大于目标值100，请写compare: '&gt;='</translation>
    </message>
    <message>
        <source>{where}: of counts requirements, but the file lists none</source>
        <translation>{where}：of按配置要求计，但文件未列配置要求</translation>
    </message>
    <message>
        <source>{where}: of names the rule {of}, which is not in this file</source>
        <translation>{where}：of所指的规则{of}不在本文件中</translation>
    </message>
    <message>
        <source>{where}: the id stands in line {other} too</source>
        <translation>{where}：id 与第 {other} 行重复</translation>
    </message>
    <message>
        <source>{where}: the limit is not confirmed; to use it state {keys}</source>
        <translation>{where}：限值未经核对；如要采用，请填写 {keys}</translation>
    </message>
    <message>
        <source>{where}: the limit of {limit} minutes is beyond its tier of {tier}</source>
        <translation>{where}：限值{limit}分钟超出所属的{tier}分钟圈层</translation>
    </message>
    <message>
        <source>{where}: unknown facility type {types}; see facility_types.yaml</source>
        <translation>{where}：未知的设施类型 {types}；见 facility_types.yaml</translation>
    </message>
    <message>
        <source>{where}: unknown key {keys}; known are {known}</source>
        <translation>{where}：未知的键 {keys}；可用的键：{known}</translation>
    </message>
    <message>
        <source>{where}: {keys} missing</source>
        <translation>{where}：缺少 {keys}</translation>
    </message>
    <message>
        <source>{where}: {key} is {value}; it must be {wanted}</source>
        <translation>{where}：{key} 为 {value}，应为{wanted}</translation>
    </message>
    <message>
        <source>{word} (dispersed)</source>
        <translation>{word}（居住分散）</translation>
    </message>
    <message>
        <source>{word} (dispersed, overloaded)</source>
        <translation>{word}（居住分散、负荷过重）</translation>
    </message>
    <message>
        <source>{word} (overloaded)</source>
        <translation>{word}（负荷过重）</translation>
    </message>
    <message>
        <source>{x}, {y} found</source>
        <translation>实得 {x}，{y}</translation>
    </message>
    <message>
        <source>× 10,000 buildings</source>
        <translation>万栋</translation>
    </message>
    <message>
        <source>× 10,000 doorplates</source>
        <translation>万个门牌</translation>
    </message>
    <message>
        <source>× 10,000 facilities</source>
        <translation>万处</translation>
    </message>
    <message>
        <source>× 10,000 households</source>
        <translation>万户</translation>
    </message>
    <message>
        <source>× 10,000 residents</source>
        <translation>万人</translation>
    </message>
    <message>
        <source>× 100 million doorplates</source>
        <translation>亿个门牌</translation>
    </message>
    <message>
        <source>× 100 million households</source>
        <translation>亿户</translation>
    </message>
    <message>
        <source>× 100 million residents</source>
        <translation>亿人</translation>
    </message>
    <message>
        <source>– Not judged</source>
        <translation>– 不评价</translation>
    </message>
    <message>
        <source>– optional</source>
        <translation>– 可选</translation>
    </message>
    <message>
        <source>“Unknown” counts as no value.</source>
        <translation>“不明”按无值计。</translation>
    </message>
    <message>
        <source>“{label}” ({key}) is missing. Choose it first.</source>
        <translation>缺少“{label}”（{key}），请先选择。</translation>
    </message>
    <message>
        <source>“{label}” ({key}) is {value}. Give a number from {low} to {high}.</source>
        <translation>“{label}”（{key}）为 {value}，应为 {low} 至 {high} 之间的数。</translation>
    </message>
    <message>
        <source>“{label}” ({key}) is {value}. Give a number from {low} upwards.</source>
        <translation>“{label}”（{key}）为 {value}，应为不小于 {low} 的数。</translation>
    </message>
    <message>
        <source>“{name}” (level {level}) and “{other}” (level {other_level}) have a vertex in common but pass one above the other there.</source>
        <translation>“{name}”（level {level}）与“{other}”（level {other_level}）有共用顶点，但在此上下穿过，互不相连。</translation>
    </message>
    <message>
        <source>“{name}” and “{other}” meet without a common vertex; one cannot turn from one into the other.</source>
        <translation>交叉未打断：“{name}”与“{other}”在此相遇但无共用顶点，不能从一条走到另一条。</translation>
    </message>
    <message>
        <source>“{name}” crosses itself without a common vertex; one cannot turn there.</source>
        <translation>交叉未打断：“{name}”与自身相交但无共用顶点，此处不能转向。</translation>
    </message>
    <message>
        <source>“{name}” is no penalty. Known in seconds: {delays}; as speed factors: {kinds}.</source>
        <translation>“{name}”不是可设的通行延误或速度系数。以秒计的有：{delays}；作为速度系数的有：{kinds}。</translation>
    </message>
    <message>
        <source>“{name}” is the same line as “{other}”, perhaps drawn the other way; they count once.</source>
        <translation>“{name}”与“{other}”为同一条线（或方向相反），只计一次。</translation>
    </message>
    <message>
        <source>“{name}” lies on “{other}” but differs from it in level, speed or penalty; both are used.</source>
        <translation>“{name}”与“{other}”重合，但 level、速度系数或通行延误不同，两条都参与计算。</translation>
    </message>
    <message>
        <source>“{pair}” in DEMAND is not a group times a share above 0. Groups: {known}. Write for example elderly=elderly*0.03.</source>
        <translation>DEMAND 中的“{pair}”不是“人群*大于0的比例”。可用人群：{known}。例如 elderly=elderly*0.03。</translation>
    </message>
    <message>
        <source>“{value}” in the required column {column} cannot be used.</source>
        <translation>必需字段 {column} 中的“{value}”无法使用。</translation>
    </message>
    <message>
        <source>“{value}” in {column} is below zero; left empty.</source>
        <translation>字段 {column} 中的“{value}”小于零，已置空。</translation>
    </message>
    <message>
        <source>“{value}” in {column} is not a date; left empty.</source>
        <translation>字段 {column} 中的“{value}”不是日期，已置空。</translation>
    </message>
    <message>
        <source>“{value}” in {column} is not a number; left empty.</source>
        <translation>字段 {column} 中的“{value}”不是数字，已置空。</translation>
    </message>
    <message>
        <source>“{value}” in {column} is not one of {allowed}; left empty.</source>
        <translation>字段 {column} 中的“{value}”不在允许值 {allowed} 之内，已置空。</translation>
    </message>
    <message>
        <source>“{words}” in FIELDS cannot be read. Write pairs like address=地址; building=楼栋号.</source>
        <translation>FIELDS 中的“{words}”无法识别。请写成 address=地址; building=楼栋号 这样的对应。</translation>
    </message>
    <message>
        <source>“{words}” in LEVELS names no level with its column. Write pairs like community=CODE1, grid=CODE.</source>
        <translation>LEVELS 中的“{words}”没有写明级别及其字段。请写成成对形式，如 community=CODE1, grid=CODE。</translation>
    </message>
    <message>
        <source>“{word}” cannot be taken: the parameters from Beijing 1954 and Xi'an 1980 differ from city to city and are not public. Have the file converted to CGCS2000, or state a code such as EPSG:2384 to take general ones, off by tens of metres.</source>
        <translation>不能采用“{word}”：北京54和西安80的转换参数各城市不同且未公开。请将文件转换为CGCS2000，或写明代码（如 EPSG:2384）采用通用参数，误差可达数十米。</translation>
    </message>
    <message>
        <source>≈ {metres}</source>
        <translation>≈ {metres}</translation>
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
        <source>② Problems</source>
        <translation>② 问题</translation>
    </message>
    <message>
        <source>③ Living circle</source>
        <translation>③ 生活圈</translation>
    </message>
    <message>
        <source>④ Results</source>
        <translation>④ 成果</translation>
    </message>
    <message>
        <source>⑤ Communities and grids</source>
        <translation>⑤ 社区与网格</translation>
    </message>
    <message>
        <source>□ Not enough data</source>
        <translation>□ 数据不足</translation>
    </message>
    <message>
        <source>● present (with their number) · ○ none · ? not known: no list and no survey names the kind.</source>
        <translation>● 有（多处时附数量） · ○ 无 · ? 数据不足：设施清单和调查均未涉及该类型。</translation>
    </message>
    <message>
        <source>✔ Target met</source>
        <translation>✔ 达标</translation>
    </message>
    <message>
        <source>✔ read in the source</source>
        <translation>✔ 已核对公开文本</translation>
    </message>
    <message>
        <source>✕ Target missed</source>
        <translation>✕ 不达标</translation>
    </message>
    <message>
        <source>中 / EN</source>
        <translation>中 / EN</translation>
    </message>
</context>
</TS>
