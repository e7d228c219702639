<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<rules key="{rules}">
<rule key="{rule-0}" filter="&quot;level&quot; = &#x27;grid&#x27;" label="Grids" symbol="0"/>
<rule key="{rule-1}" filter="&quot;level&quot; = &#x27;community&#x27;" label="Communities" symbol="1"/>
<rule key="{rule-2}" filter="&quot;level&quot; = &#x27;subdistrict&#x27;" label="Sub-districts" symbol="2"/>
<rule key="{rule-3}" filter="&quot;level&quot; = &#x27;district&#x27;" label="District" symbol="3"/>
</rules>
<symbols>
<symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
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
<symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
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
<symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
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
<symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
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
<text-style fieldName="if(&quot;level&quot; = &#x27;grid&#x27;, right(&quot;code&quot;, 3), &quot;name&quot;)" isExpression="1" fontFamily="Microsoft YaHei" fontSize="10" fontSizeUnit="Point" fontWeight="50" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="1" placementFlags="10" dist="0.6" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="200000" obstacle="1" mergeLines="1"/>
<dd_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="Size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="CASE WHEN &quot;level&quot; = &#x27;district&#x27; THEN 16 WHEN &quot;level&quot; = &#x27;subdistrict&#x27; THEN 13 WHEN &quot;level&quot; = &#x27;community&#x27; THEN 10 ELSE 7 END"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="Priority" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="CASE WHEN &quot;level&quot; = &#x27;district&#x27; THEN 10 WHEN &quot;level&quot; = &#x27;subdistrict&#x27; THEN 8 WHEN &quot;level&quot; = &#x27;community&#x27; THEN 6 ELSE 2 END"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</dd_properties>
</settings>
</labeling>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>coalesce(&quot;name&quot;, &quot;code&quot;)</previewExpression>
</qgis>
