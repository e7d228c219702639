<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="categorizedSymbol" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1" attr="coalesce(&quot;open&quot;, &#x27;unknown&#x27;)">
<categories>
<category value="all" type="string" label="所有人" symbol="0" render="true"/>
<category value="residents" type="string" label="仅居民" symbol="1" render="true"/>
<category value="closed" type="string" label="封闭" symbol="2" render="true"/>
<category value="unknown" type="string" label="未知" symbol="3" render="true"/>
</categories>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="31,99,168,255"/>
<Option name="size" type="QString" value="2.8"/>
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
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="triangle"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="2.8"/>
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
<Option name="color" type="QString" value="179,64,26,255"/>
<Option name="size" type="QString" value="2.8"/>
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
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="92,110,135,255"/>
<Option name="size" type="QString" value="2.8"/>
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
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
</symbols>
</renderer-v2>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>coalesce(&quot;name&quot;, &quot;gate_id&quot;)</previewExpression>
</qgis>
