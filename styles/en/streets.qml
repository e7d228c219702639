<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="RuleRenderer" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
<rules key="{rules}">
<rule key="{rule-0}" filter="&quot;walkable&quot; = &#x27;no&#x27;" label="No walking" symbol="0"/>
<rule key="{rule-1}" filter="regexp_match(&quot;kind&quot;, &#x27;^(motorway|trunk|primary|secondary|tertiary)&#x27;) AND coalesce(&quot;walkable&quot;, &#x27;yes&#x27;) = &#x27;yes&#x27;" label="Roads" symbol="1"/>
<rule key="{rule-2}" filter="regexp_match(&quot;kind&quot;, &#x27;^(residential|unclassified|living_street|service|pedestrian|road)&#x27;) AND coalesce(&quot;walkable&quot;, &#x27;yes&#x27;) = &#x27;yes&#x27;" label="Lanes" symbol="2"/>
<rule key="{rule-3}" filter="ELSE" label="Paths" symbol="3"/>
</rules>
<symbols>
<symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="203,213,225,255"/>
<Option name="line_width" type="QString" value="0.4"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="dot"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
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
<symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="174,186,203,255"/>
<Option name="line_width" type="QString" value="2.0"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
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
<layer class="SimpleLine" enabled="1" locked="0" pass="1">
<Option type="Map">
<Option name="line_color" type="QString" value="255,255,255,255"/>
<Option name="line_width" type="QString" value="1.6"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
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
<symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="174,186,203,255"/>
<Option name="line_width" type="QString" value="1.2"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
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
<layer class="SimpleLine" enabled="1" locked="0" pass="1">
<Option type="Map">
<Option name="line_color" type="QString" value="255,255,255,255"/>
<Option name="line_width" type="QString" value="0.9"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
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
<symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="92,110,135,255"/>
<Option name="line_width" type="QString" value="0.35"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
<Option name="use_custom_dash" type="QString" value="1"/>
<Option name="customdash" type="QString" value="1.6;0.8"/>
<Option name="customdash_unit" type="QString" value="MM"/>
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
<text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Microsoft YaHei" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="66,83,107,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="3" placementFlags="10" dist="0.6" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="5000" obstacle="1" mergeLines="1"/>
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
<previewExpression>coalesce(&quot;name&quot;, &quot;street_id&quot;)</previewExpression>
</qgis>
