<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="categorizedSymbol" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1" attr="&quot;kind&quot;">
<categories>
<category value="same" type="string" label="= 同一区划" symbol="0" render="true"/>
<category value="part" type="string" label="÷ 部分" symbol="1" render="true"/>
<category value="new" type="string" label="+ 新增土地" symbol="2" render="true"/>
<category value="gone" type="string" label="− 划出土地" symbol="3" render="true"/>
</categories>
<symbols>
<symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="31,99,168,80"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.4"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
<Option name="joinstyle" type="QString" value="miter"/>
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
<symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="style" type="QString" value="dense5"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.4"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
<Option name="joinstyle" type="QString" value="miter"/>
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
<symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="11,111,164,255"/>
<Option name="style" type="QString" value="b_diagonal"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.4"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
<Option name="joinstyle" type="QString" value="miter"/>
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
<symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="179,64,26,255"/>
<Option name="style" type="QString" value="diagonal_x"/>
<Option name="outline_color" type="QString" value="66,83,107,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.4"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
<Option name="joinstyle" type="QString" value="miter"/>
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
<text-style fieldName="concat(coalesce(&quot;from_name&quot;, &quot;from_code&quot;, &#x27;–&#x27;), &#x27; → &#x27;, coalesce(&quot;to_name&quot;, &quot;to_code&quot;, &#x27;–&#x27;))" isExpression="1" fontFamily="Microsoft YaHei" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="1" placementFlags="10" dist="0.6" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="60000" obstacle="1" mergeLines="1"/>
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
<previewExpression>concat(coalesce(&quot;from_name&quot;, &quot;from_code&quot;, &#x27;–&#x27;), &#x27; → &#x27;, coalesce(&quot;to_name&quot;, &quot;to_code&quot;, &#x27;–&#x27;))</previewExpression>
</qgis>
