<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="graduatedSymbol" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1" attr="coalesce(&quot;served&quot;, -1)" graduatedMethod="GraduatedColor">
<ranges>
<range lower="1.0" upper="1.0" label="100%" symbol="0" render="true"/>
<range lower="0.8" upper="1.0" label="80%–99%" symbol="1" render="true"/>
<range lower="0.6" upper="0.8" label="60%–80%" symbol="2" render="true"/>
<range lower="0.4" upper="0.6" label="40%–60%" symbol="3" render="true"/>
<range lower="0.0" upper="0.4" label="低于 40%" symbol="4" render="true"/>
<range lower="-1" upper="-1" label="无数据" symbol="5" render="true"/>
</ranges>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="47,111,181,255"/>
<Option name="size" type="QString" value="1.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
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
<Option name="color" type="QString" value="134,181,221,255"/>
<Option name="size" type="QString" value="1.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
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
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="217,207,180,255"/>
<Option name="size" type="QString" value="1.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
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
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="232,150,63,255"/>
<Option name="size" type="QString" value="1.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
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
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="200,69,27,255"/>
<Option name="size" type="QString" value="1.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
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
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="198,206,216,255"/>
<Option name="size" type="QString" value="1.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
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
<classificationMethod id="Custom"/>
</renderer-v2>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>coalesce(&quot;address&quot;, &quot;doorplate_id&quot;)</previewExpression>
<mapTip>[% replace(replace(coalesce(&quot;address&quot;, &quot;doorplate_id&quot;), &#x27;&amp;&#x27;, &#x27;&amp;amp;&#x27;), &#x27;&lt;&#x27;, &#x27;&amp;lt;&#x27;) %]&lt;br&gt;需求满足 [% coalesce(round(&quot;served&quot; * 100) || &#x27;%&#x27;, &#x27;–&#x27;) %]</mapTip>
</qgis>
