<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="graduatedSymbol" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1" attr="coalesce(&quot;completeness&quot;, -1)" graduatedMethod="GraduatedColor">
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
<Option name="size" type="QString" value="3"/>
<Option name="size_unit" type="QString" value="Point"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, 3, 1.5)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="name" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, &#x27;circle&#x27;, &#x27;square&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
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
<Option name="size" type="QString" value="3"/>
<Option name="size_unit" type="QString" value="Point"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, 3, 1.5)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="name" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, &#x27;circle&#x27;, &#x27;square&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
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
<Option name="size" type="QString" value="3"/>
<Option name="size_unit" type="QString" value="Point"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, 3, 1.5)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="name" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, &#x27;circle&#x27;, &#x27;square&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
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
<Option name="size" type="QString" value="3"/>
<Option name="size_unit" type="QString" value="Point"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, 3, 1.5)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="name" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, &#x27;circle&#x27;, &#x27;square&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
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
<Option name="size" type="QString" value="3"/>
<Option name="size_unit" type="QString" value="Point"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, 3, 1.5)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="name" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, &#x27;circle&#x27;, &#x27;square&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
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
<Option name="size" type="QString" value="3"/>
<Option name="size_unit" type="QString" value="Point"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="no"/>
<Option name="outline_width" type="QString" value="0"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, 3, 1.5)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="name" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 5000, &#x27;circle&#x27;, &#x27;square&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
</symbols>
<classificationMethod id="Custom"/>
</renderer-v2>
<labeling type="simple">
<settings>
<text-style fieldName="&quot;number&quot;" isExpression="1" fontFamily="Microsoft YaHei" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="0" placementFlags="10" dist="0.6" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="1500" obstacle="1" mergeLines="1"/>
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
<previewExpression>coalesce(&quot;address&quot;, &quot;doorplate_id&quot;)</previewExpression>
<mapTip>[% replace(replace(coalesce(&quot;address&quot;, &quot;doorplate_id&quot;), &#x27;&amp;&#x27;, &#x27;&amp;amp;&#x27;), &#x27;&lt;&#x27;, &#x27;&amp;lt;&#x27;) %]&lt;br&gt;[% &quot;judged&quot; %] 类中可达 [% &quot;reached&quot; %] 类</mapTip>
</qgis>
