<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<rules key="{rules}">
<rule key="{rule-0}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly)([^a-z0-9_]|$)&#x27;)" label="养老" symbol="0"/>
<rule key="{rule-1}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(park)([^a-z0-9_]|$)&#x27;)" label="公园绿地" symbol="1"/>
<rule key="{rule-2}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(primary_school)([^a-z0-9_]|$)&#x27;)" label="小学" symbol="2"/>
<rule key="{rule-3}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(market)([^a-z0-9_]|$)&#x27;)" label="菜市场" symbol="3"/>
<rule key="{rule-4}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(health_centre|health_station|health)([^a-z0-9_]|$)&#x27;)" label="卫生服务" symbol="4"/>
<rule key="{rule-5}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(junior_secondary|secondary_school)([^a-z0-9_]|$)&#x27;)" label="中学" symbol="5"/>
<rule key="{rule-6}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(culture_centre|culture_station|culture)([^a-z0-9_]|$)&#x27;)" label="文化活动" symbol="6"/>
<rule key="{rule-7}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport)([^a-z0-9_]|$)&#x27;)" label="体育健身" symbol="7"/>
<rule key="{rule-8}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(football)([^a-z0-9_]|$)&#x27;)" label="足球场地" symbol="8"/>
<rule key="{rule-9}" filter="ELSE" label="其他设施" symbol="9"/>
</rules>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="hexagon"/>
<Option name="color" type="QString" value="178,58,72,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="养"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="46,125,50,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="园"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="23,105,170,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="小"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="菜"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="179,80,30,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="医"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="中"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="hexagon"/>
<Option name="color" type="QString" value="123,63,160,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="文"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="0,117,107,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="体"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="91,122,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="足"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="66,83,107,255"/>
<Option name="size" type="QString" value="2.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 2.6, 1.4)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
</symbols>
</renderer-v2>
<labeling type="simple">
<settings>
<text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Microsoft YaHei" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="0" placementFlags="10" dist="3.2" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="10000" obstacle="1" mergeLines="1"/>
<dd_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</dd_properties>
</settings>
</labeling>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>coalesce(&quot;name&quot;, &quot;facility_id&quot;)</previewExpression>
</qgis>
