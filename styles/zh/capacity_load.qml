<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="categorizedSymbol" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1" attr="&quot;verdict&quot;">
<categories>
<category value="overloaded" type="string" label="▲ 超负荷" symbol="0" render="true"/>
<category value="balanced" type="string" label="● 适中" symbol="1" render="true"/>
<category value="idle" type="string" label="■ 闲置" symbol="2" render="true"/>
<category value="no_places" type="string" label="✕ 容量为0" symbol="3" render="true"/>
<category value="not_connected" type="string" label="◆ 未接入路网" symbol="4" render="true"/>
<category value="no_data" type="string" label="◇ 数据不足" symbol="5" render="true"/>
</categories>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="triangle"/>
<Option name="color" type="QString" value="179,64,26,255"/>
<Option name="size" type="QString" value="4.2"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.2"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="31,99,168,255"/>
<Option name="size" type="QString" value="2.8"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.2"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
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
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="3.2"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.2"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="cross2"/>
<Option name="color" type="QString" value="179,64,26,255"/>
<Option name="size" type="QString" value="2.8"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="179,64,26,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.6"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="92,110,135,255"/>
<Option name="size" type="QString" value="3.0"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.2"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="198,206,216,255"/>
<Option name="size" type="QString" value="3.0"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.2"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
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
<text-style fieldName="concat(coalesce(&quot;name&quot;, &quot;facility_id&quot;), CASE WHEN &quot;over&quot; &gt;= 1 THEN concat(&#x27;\n缺 &#x27;, format_number(&quot;over&quot;, 0)) WHEN &quot;idle&quot; &gt;= 1 THEN concat(&#x27;\n空余 &#x27;, format_number(&quot;idle&quot;, 0)) ELSE &#x27;&#x27; END)" isExpression="1" fontFamily="Microsoft YaHei" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="0" placementFlags="10" dist="2.6" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="15000" obstacle="1" mergeLines="1"/>
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
