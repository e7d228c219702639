<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<symbols>
<symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="color" type="QString" value="198,206,216,255"/>
<Option name="style" type="QString" value="solid"/>
<Option name="outline_color" type="QString" value="174,186,203,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.2"/>
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
<renderer-3d type="vector" layer="">
<vector-layer-3d-tiling zoom-levels-count="3" show-bounding-boxes="0"/>
<symbol type="polygon" material_type="phong">
<data alt-clamping="relative" alt-binding="centroid" height="0" extrusion-height="3" add-back-faces="0" invert-normals="0" culling-mode="no-culling" rendered-facade="3"/>
<material ambient="102,102,102,255" diffuse="198,206,216,255" specular="255,255,255,255" shininess="0"/>
<data-defined-properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="extrusionHeight" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="coalesce(&quot;height_m&quot;, &quot;floors&quot; * 3, 3)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="height" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="coalesce(&quot;base_m&quot;, 0)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data-defined-properties>
<edges enabled="0" width="1" color="0,0,0,255"/>
</symbol>
</renderer-3d>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>coalesce(&quot;name&quot;, &quot;building_id&quot;)</previewExpression>
</qgis>
