<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<rules key="{rules}">
<rule key="{rule-0}" filter="&quot;level&quot; = CASE WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;community&#x27;) &gt; 0 THEN &#x27;community&#x27; WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;subdistrict&#x27;) &gt; 0 THEN &#x27;subdistrict&#x27; ELSE &#x27;district&#x27; END AND &quot;served&quot; &gt;= 0.0 AND &quot;served&quot; &lt; 0.6" label="低于 60%" symbol="0"/>
<rule key="{rule-1}" filter="&quot;level&quot; = CASE WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;community&#x27;) &gt; 0 THEN &#x27;community&#x27; WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;subdistrict&#x27;) &gt; 0 THEN &#x27;subdistrict&#x27; ELSE &#x27;district&#x27; END AND &quot;served&quot; &gt;= 0.6 AND &quot;served&quot; &lt; 0.7" label="60%–70%" symbol="1"/>
<rule key="{rule-2}" filter="&quot;level&quot; = CASE WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;community&#x27;) &gt; 0 THEN &#x27;community&#x27; WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;subdistrict&#x27;) &gt; 0 THEN &#x27;subdistrict&#x27; ELSE &#x27;district&#x27; END AND &quot;served&quot; &gt;= 0.7 AND &quot;served&quot; &lt; 0.8" label="70%–80%" symbol="2"/>
<rule key="{rule-3}" filter="&quot;level&quot; = CASE WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;community&#x27;) &gt; 0 THEN &#x27;community&#x27; WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;subdistrict&#x27;) &gt; 0 THEN &#x27;subdistrict&#x27; ELSE &#x27;district&#x27; END AND &quot;served&quot; &gt;= 0.8 AND &quot;served&quot; &lt; 0.9" label="80%–90%" symbol="3"/>
<rule key="{rule-4}" filter="&quot;level&quot; = CASE WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;community&#x27;) &gt; 0 THEN &#x27;community&#x27; WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;subdistrict&#x27;) &gt; 0 THEN &#x27;subdistrict&#x27; ELSE &#x27;district&#x27; END AND &quot;served&quot; &gt;= 0.9" label="90% 及以上" symbol="4"/>
<rule key="{rule-5}" filter="&quot;level&quot; = CASE WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;community&#x27;) &gt; 0 THEN &#x27;community&#x27; WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;subdistrict&#x27;) &gt; 0 THEN &#x27;subdistrict&#x27; ELSE &#x27;district&#x27; END AND &quot;served&quot; IS NULL" label="数据不足" symbol="5"/>
<rule key="{rule-6}" filter="&quot;level&quot; = &#x27;grid&#x27;" label="网格" symbol="6"/>
<rule key="{rule-7}" filter="&quot;level&quot; = &#x27;community&#x27;" label="社区" symbol="7"/>
<rule key="{rule-8}" filter="&quot;level&quot; = &#x27;subdistrict&#x27;" label="街道" symbol="8"/>
<rule key="{rule-9}" filter="&quot;level&quot; = &#x27;district&#x27;" label="区县" symbol="9"/>
</rules>
<symbols>
<symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="200,69,27,170"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="200,69,27,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0.26"/>
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
<Option name="color" type="QString" value="232,150,63,170"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="232,150,63,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0.26"/>
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
<Option name="color" type="QString" value="217,207,180,170"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="217,207,180,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0.26"/>
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
<Option name="color" type="QString" value="134,181,221,170"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="134,181,221,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0.26"/>
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
<symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="47,111,181,170"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="47,111,181,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0.26"/>
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
<symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="198,206,216,255"/>
<Option name="style" type="QString" value="b_diagonal"/>
<Option name="outline_color" type="QString" value="198,206,216,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0.26"/>
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
<symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="152,162,181,255"/>
<Option name="style" type="QString" value="no"/>
<Option name="outline_color" type="QString" value="152,162,181,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.25"/>
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
<symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="125,87,173,255"/>
<Option name="style" type="QString" value="no"/>
<Option name="outline_color" type="QString" value="125,87,173,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.6"/>
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
<symbol type="fill" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="91,42,134,255"/>
<Option name="style" type="QString" value="no"/>
<Option name="outline_color" type="QString" value="91,42,134,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="1.0"/>
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
<symbol type="fill" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="22,36,58,255"/>
<Option name="style" type="QString" value="no"/>
<Option name="outline_color" type="QString" value="22,36,58,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="1.3"/>
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
<renderer-3d type="rulebased" layer="">
<vector-layer-3d-tiling zoom-levels-count="3" show-bounding-boxes="0"/>
<rules key="{walls}">
<rule key="{wall-0}" filter="&quot;level&quot; = &#x27;subdistrict&#x27;">
<symbol type="polygon" material_type="phong">
<data alt-clamping="relative" alt-binding="centroid" height="0" extrusion-height="95" add-back-faces="0" invert-normals="0" culling-mode="no-culling" rendered-facade="1"/>
<material ambient="91,42,134,255" diffuse="91,42,134,255" specular="255,255,255,255" shininess="0" opacity="0.4"/>
<data-defined-properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data-defined-properties>
<edges enabled="0" width="1" color="0,0,0,255"/>
</symbol>
</rule>
<rule key="{wall-1}" filter="&quot;level&quot; = &#x27;community&#x27;">
<symbol type="polygon" material_type="phong">
<data alt-clamping="relative" alt-binding="centroid" height="0" extrusion-height="46" add-back-faces="0" invert-normals="0" culling-mode="no-culling" rendered-facade="1"/>
<material ambient="125,87,173,255" diffuse="125,87,173,255" specular="255,255,255,255" shininess="0" opacity="0.4"/>
<data-defined-properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data-defined-properties>
<edges enabled="0" width="1" color="0,0,0,255"/>
</symbol>
</rule>
<rule key="{wall-2}" filter="&quot;level&quot; = &#x27;grid&#x27;">
<symbol type="polygon" material_type="phong">
<data alt-clamping="relative" alt-binding="centroid" height="0" extrusion-height="12" add-back-faces="0" invert-normals="0" culling-mode="no-culling" rendered-facade="1"/>
<material ambient="152,162,181,255" diffuse="152,162,181,255" specular="255,255,255,255" shininess="0" opacity="0.4"/>
<data-defined-properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data-defined-properties>
<edges enabled="0" width="1" color="0,0,0,255"/>
</symbol>
</rule>
</rules>
</renderer-3d>
<labeling type="simple">
<settings>
<text-style fieldName="CASE WHEN &quot;level&quot; = CASE WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;community&#x27;) &gt; 0 THEN &#x27;community&#x27; WHEN count(&quot;code&quot;, filter:=&quot;level&quot; = &#x27;subdistrict&#x27;) &gt; 0 THEN &#x27;subdistrict&#x27; ELSE &#x27;district&#x27; END THEN concat(&quot;name&quot;, if(&quot;served&quot; IS NULL, &#x27;&#x27;, concat(&#x27;\n&#x27;, round(&quot;served&quot; * 100), &#x27;%&#x27;))) END" isExpression="1" fontFamily="Microsoft YaHei" fontSize="9" fontSizeUnit="Point" fontWeight="75" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
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
<blendMode>6</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>coalesce(&quot;name&quot;, &quot;code&quot;)</previewExpression>
</qgis>
