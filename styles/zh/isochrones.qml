<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="graduatedSymbol" symbollevels="0" forceraster="0" enableorderby="1" referencescale="-1" attr="if(&quot;unit&quot; = &#x27;m&#x27;, &quot;limit&quot; / 66.7, &quot;limit&quot;)" graduatedMethod="GraduatedColor">
<ranges>
<range lower="0" upper="5" label="≤ 5 分钟 / 300 米" symbol="0" render="true"/>
<range lower="5" upper="10" label="≤ 10 分钟 / 500 米" symbol="1" render="true"/>
<range lower="10" upper="10000" label="≤ 15 分钟 / 1000 米" symbol="2" render="true"/>
</ranges>
<symbols>
<symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="99,216,197,255"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="10,90,80,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
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
<Option name="color" type="QString" value="27,156,136,255"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="10,90,80,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
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
<Option name="color" type="QString" value="10,90,80,255"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="10,90,80,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
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
<classificationMethod id="Custom"/>
<orderby>
<orderByClause asc="0" nullsFirst="0">&quot;limit&quot;</orderByClause>
</orderby>
</renderer-v2>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>0.4</layerOpacity>
<previewExpression>&quot;category&quot;</previewExpression>
</qgis>
