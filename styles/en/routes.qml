<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="0" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<rules key="{rules}">
<rule key="{rule-0}" filter="&quot;category&quot; = &#x27;elderly&#x27;" label="Elderly care" symbol="0"/>
<rule key="{rule-1}" filter="&quot;category&quot; = &#x27;park&#x27;" label="Park or square" symbol="1"/>
<rule key="{rule-2}" filter="&quot;category&quot; = &#x27;primary_school&#x27;" label="Primary school" symbol="2"/>
<rule key="{rule-3}" filter="&quot;category&quot; = &#x27;market&#x27;" label="Wet market" symbol="3"/>
<rule key="{rule-4}" filter="&quot;category&quot; = &#x27;health&#x27;" label="Health care" symbol="4"/>
<rule key="{rule-5}" filter="&quot;category&quot; = &#x27;secondary_school&#x27;" label="Secondary school" symbol="5"/>
<rule key="{rule-6}" filter="&quot;category&quot; = &#x27;culture&#x27;" label="Culture" symbol="6"/>
<rule key="{rule-7}" filter="&quot;category&quot; = &#x27;sport&#x27;" label="Sport" symbol="7"/>
<rule key="{rule-8}" filter="&quot;category&quot; = &#x27;football&#x27;" label="Football ground" symbol="8"/>
<rule key="{rule-9}" filter="ELSE" label="Other facilities" symbol="9"/>
</rules>
<symbols>
<symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="178,58,72,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="46,125,50,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="23,105,170,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="138,97,0,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="179,80,30,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="63,81,181,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="123,63,160,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="0,117,107,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="91,122,0,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="line" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="line_color" type="QString" value="66,83,107,255"/>
<Option name="line_width" type="QString" value="0.7"/>
<Option name="line_width_unit" type="QString" value="MM"/>
<Option name="line_style" type="QString" value="solid"/>
<Option name="capstyle" type="QString" value="round"/>
<Option name="joinstyle" type="QString" value="round"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="lineStyle" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(&quot;ok&quot;, &#x27;solid&#x27;, &#x27;dash&#x27;)"/>
<Option name="type" type="int" value="3"/>
</Option>
<Option name="offset" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="with_variable(&#x27;every&#x27;, array_sort(string_to_array(concatenate_unique(&quot;category&quot;, concatenator:=&#x27;,&#x27;))), (array_find(@every, &quot;category&quot;) - (array_length(@every) - 1) / 2.0) * 0.9 * min(1, 5000 / @map_scale))"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
</symbols>
</renderer-v2>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1.0</layerOpacity>
<previewExpression>concat(&quot;doorplate_id&quot;, &#x27; · &#x27;, &quot;category&quot;)</previewExpression>
<mapTip>[% &quot;doorplate_id&quot; %] → [% coalesce(nullif(&quot;facility_name&quot;, &#x27;&#x27;), &quot;facility_id&quot;) %]&lt;br&gt;[% round(&quot;m&quot;) %] m · [% round(&quot;min&quot;, 1) %] min&lt;br&gt;[% &quot;slowed_by&quot; %]</mapTip>
</qgis>
