<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<rules key="{rules}">
<rule key="{rule-0}" filter="&quot;answer&quot; IS NULL" label="待核查" symbol="0"/>
<rule key="{rule-1}" filter="ELSE" label="已核查" symbol="1"/>
</rules>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="179,64,26,255"/>
<Option name="size" type="QString" value="3.4"/>
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
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
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
<labeling type="simple">
<settings>
<text-style fieldName="&quot;number&quot;" isExpression="1" fontFamily="Microsoft YaHei" fontSize="9" fontSizeUnit="Point" fontWeight="75" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="0" placementFlags="10" dist="0.6" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="25000" obstacle="1" mergeLines="1"/>
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
<previewExpression>concat(&quot;number&quot;, &#x27; · &#x27;, &quot;place&quot;)</previewExpression>
<mapTip>[% &quot;place&quot; %]&lt;br&gt;[% &quot;finding&quot; %]</mapTip>
</qgis>
