<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<symbols>
<symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="92,110,135,255"/>
<Option name="line_width" type="QString" value="0.45"/>
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
<layer class="HashLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="interval" type="QString" value="2"/>
<Option name="interval_unit" type="QString" value="MM"/>
<Option name="hash_length" type="QString" value="1"/>
<Option name="hash_length_unit" type="QString" value="MM"/>
<Option name="hash_angle" type="QString" value="0"/>
<Option name="placement" type="QString" value="interval"/>
<Option name="offset" type="QString" value="0.5"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
<symbol type="line" name="@0@1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="92,110,135,255"/>
<Option name="line_width" type="QString" value="0.25"/>
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
</layer>
</symbol>
</symbols>
</renderer-v2>
<renderer-3d type="vector" layer="">
<vector-layer-3d-tiling zoom-levels-count="3" show-bounding-boxes="0"/>
<symbol type="line" material_type="phong">
<data alt-clamping="terrain" alt-binding="vertex" height="0" extrusion-height="2.5" simple-lines="0" width="0.3"/>
<material ambient="102,102,102,255" diffuse="174,186,203,255" specular="255,255,255,255" shininess="0"/>
</symbol>
</renderer-3d>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>&quot;wall_id&quot;</previewExpression>
</qgis>
