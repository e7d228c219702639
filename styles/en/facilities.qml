<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Symbology3D|Labeling|MapTips|Rendering" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyMaxScale="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyAlgorithm="0">
<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
<rules key="{rules}">
<rule key="{rule-0}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly)([^a-z0-9_]|$)&#x27;)" label="Elderly care" symbol="0"/>
<rule key="{rule-1}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(park)([^a-z0-9_]|$)&#x27;)" label="Park or square" symbol="1"/>
<rule key="{rule-2}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(primary_school)([^a-z0-9_]|$)&#x27;)" label="Primary school" symbol="2"/>
<rule key="{rule-3}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(market)([^a-z0-9_]|$)&#x27;)" label="Wet market" symbol="3"/>
<rule key="{rule-4}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(health_centre|health_station|health)([^a-z0-9_]|$)&#x27;)" label="Health care" symbol="4"/>
<rule key="{rule-5}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(junior_secondary|secondary_school)([^a-z0-9_]|$)&#x27;)" label="Secondary school" symbol="5"/>
<rule key="{rule-6}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(culture_centre|culture_station|culture)([^a-z0-9_]|$)&#x27;)" label="Culture" symbol="6"/>
<rule key="{rule-7}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport)([^a-z0-9_]|$)&#x27;)" label="Sport" symbol="7"/>
<rule key="{rule-8}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(football)([^a-z0-9_]|$)&#x27;)" label="Football ground" symbol="8"/>
<rule key="{rule-9}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(community_station|service)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Community services" symbol="9"/>
<rule key="{rule-10}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(subdistrict_service)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Sub-district service centre" symbol="10"/>
<rule key="{rule-11}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(kindergarten)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Kindergarten" symbol="11"/>
<rule key="{rule-12}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(nursery|childcare_point)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Child care" symbol="12"/>
<rule key="{rule-13}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(activity_ground|play_area)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Public activity ground" symbol="13"/>
<rule key="{rule-14}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(toilet)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Public toilet" symbol="14"/>
<rule key="{rule-15}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(waste_station)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Waste station" symbol="15"/>
<rule key="{rule-16}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(recycling)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Recycling point" symbol="16"/>
<rule key="{rule-17}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(bus_stop)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Bus stop" symbol="17"/>
<rule key="{rule-18}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(metro)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Rail transit station" symbol="18"/>
<rule key="{rule-19}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(pharmacy)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Pharmacy" symbol="19"/>
<rule key="{rule-20}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(wellness)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Wellness shop" symbol="20"/>
<rule key="{rule-21}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(supermarket)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Supermarket" symbol="21"/>
<rule key="{rule-22}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(convenience|retail_local)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Convenience, local shops" symbol="22"/>
<rule key="{rule-23}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(mall)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Shopping centre" symbol="23"/>
<rule key="{rule-24}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(fresh_food)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Fresh-food shop" symbol="24"/>
<rule key="{rule-25}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(breakfast)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Breakfast shop" symbol="25"/>
<rule key="{rule-26}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(special_restaurant|restaurant)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Restaurants" symbol="26"/>
<rule key="{rule-27}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(bakery)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Bakery" symbol="27"/>
<rule key="{rule-28}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(cafe)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Tea house or café" symbol="28"/>
<rule key="{rule-29}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(parcel)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Post and parcel point" symbol="29"/>
<rule key="{rule-30}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(post_office)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Post office" symbol="30"/>
<rule key="{rule-31}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(laundry)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Laundry" symbol="31"/>
<rule key="{rule-32}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(hair)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Hairdresser" symbol="32"/>
<rule key="{rule-33}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(photo_print)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Photo and print shop" symbol="33"/>
<rule key="{rule-34}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(housekeeping)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Housekeeping service" symbol="34"/>
<rule key="{rule-35}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(repair)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Repair shop" symbol="35"/>
<rule key="{rule-36}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(bookshop)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Bookshop" symbol="36"/>
<rule key="{rule-37}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(training)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Training and tutoring" symbol="37"/>
<rule key="{rule-38}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(travel_service)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Travel service" symbol="38"/>
<rule key="{rule-39}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(florist)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Flower and gift shop" symbol="39"/>
<rule key="{rule-40}" filter="regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(pet_service)([^a-z0-9_]|$)&#x27;) AND NOT regexp_match(&quot;services&quot;, &#x27;(^|[^a-z0-9_])(day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly|park|primary_school|market|health_centre|health_station|health|junior_secondary|secondary_school|culture_centre|culture_station|culture|sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport|football)([^a-z0-9_]|$)&#x27;)" label="Pet service" symbol="40"/>
<rule key="{rule-41}" filter="ELSE" label="Other facilities" symbol="41"/>
</rules>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="hexagon"/>
<Option name="color" type="QString" value="178,58,72,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="养"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
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
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="46,125,50,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="园"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
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
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="23,105,170,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="小"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
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
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="菜"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
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
<Option name="color" type="QString" value="179,80,30,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="医"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
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
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="中"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="hexagon"/>
<Option name="color" type="QString" value="123,63,160,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="文"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="0,117,107,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="体"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="91,122,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="足"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="hexagon"/>
<Option name="color" type="QString" value="123,63,160,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="服"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="hexagon"/>
<Option name="color" type="QString" value="123,63,160,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="街"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="23,105,170,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="幼"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="12" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="hexagon"/>
<Option name="color" type="QString" value="178,58,72,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="托"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="13" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="diamond"/>
<Option name="color" type="QString" value="0,117,107,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="场"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="14" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="179,80,30,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="厕"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="15" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="46,125,50,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="圾"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="16" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="46,125,50,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="收"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="17" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="公"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="18" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="轨"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="19" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="179,80,30,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="药"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="20" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="179,80,30,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="保"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="21" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="超"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="22" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="店"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="23" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="商"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="24" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="鲜"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="25" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="早"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="26" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="餐"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="27" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="糕"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="28" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="茶"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="29" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="递"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="30" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="邮"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="31" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="洗"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="32" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="理"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="33" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="印"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="34" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="家"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="35" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="修"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="36" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="123,63,160,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="书"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="37" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="123,63,160,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="培"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="38" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="旅"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="39" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="138,97,0,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="花"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="40" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="square"/>
<Option name="color" type="QString" value="63,81,181,255"/>
<Option name="size" type="QString" value="5.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 5.6, 2.2)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
<layer class="FontMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="chr" type="QString" value="宠"/>
<Option name="font" type="QString" value="Microsoft YaHei"/>
<Option name="color" type="QString" value="255,255,255,255"/>
<Option name="size" type="QString" value="3.4"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_width" type="QString" value="0"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 3.4, 0.01)"/>
<Option name="type" type="int" value="3"/>
</Option>
</Option>
<Option name="type" type="QString" value="collection"/>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="41" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="name" type="QString" value="circle"/>
<Option name="color" type="QString" value="66,83,107,255"/>
<Option name="size" type="QString" value="2.6"/>
<Option name="size_unit" type="QString" value="MM"/>
<Option name="outline_color" type="QString" value="255,255,255,255"/>
<Option name="outline_style" type="QString" value="solid"/>
<Option name="outline_width" type="QString" value="0.3"/>
<Option name="outline_width_unit" type="QString" value="MM"/>
</Option>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value=""/>
<Option name="properties" type="Map">
<Option name="size" type="Map">
<Option name="active" type="bool" value="true"/>
<Option name="expression" type="QString" value="if(@map_scale &lt;= 15000, 2.6, 1.4)"/>
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
<labeling type="simple">
<settings>
<text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Microsoft YaHei" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="22,36,58,255" textOpacity="1" multilineHeight="1" namedStyle="">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1" bufferNoFill="1"/>
</text-style>
<placement polygonPlacementFlags="2" placement="0" placementFlags="10" dist="3.2" distUnits="MM" priority="5" centroidInside="1"/>
<rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="10000" obstacle="1" mergeLines="1"/>
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
<previewExpression>coalesce(&quot;name&quot;, &quot;facility_id&quot;)</previewExpression>
</qgis>
