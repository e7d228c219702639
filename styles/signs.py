"""Shapes and characters by which categories and reasons are told apart without colour."""

from __future__ import annotations

# Shape and sign of the default profile's categories and the types that count in each: those of layers/profiles/tdt1063.yaml,
# and what another profile shows by the same sign.
SIGNS = {
    "elderly": ("hexagon", "养", "养老", "Elderly care", "day_care_elderly|nursing_home|elderly_care_home|elderly_institution|elderly"),
    "park": ("diamond", "园", "公园绿地", "Park or square", "park"),
    "primary_school": ("square", "小", "小学", "Primary school", "primary_school"),
    "market": ("square", "菜", "菜市场", "Wet market", "market"),
    "health": ("circle", "医", "卫生服务", "Health care", "health_centre|health_station|health"),
    "secondary_school": ("square", "中", "中学", "Secondary school", "junior_secondary|secondary_school"),
    "culture": ("hexagon", "文", "文化活动", "Culture", "culture_centre|culture_station|culture"),
    "sport": (
        "diamond",
        "体",
        "体育健身",
        "Sport",
        "sports_centre|sports_ground_large|sports_ground_mid|sports_ground_small|fitness_ground|gym|sport",
    ),
    "football": ("diamond", "足", "足球场地", "Football ground", "football"),
}
# What only other profiles judge, by the sign that they give it; drawn where none of the above counts.
OTHER_SIGNS = {
    "service": ("hexagon", "服", "社区服务", "Community services", "community_station|service"),
    "subdistrict_service": ("hexagon", "街", "街道级社区服务中心", "Sub-district service centre", "subdistrict_service"),
    "kindergarten": ("square", "幼", "幼儿园", "Kindergarten", "kindergarten"),
    "nursery": ("hexagon", "托", "托育", "Child care", "nursery|childcare_point"),
    "activity_ground": ("diamond", "场", "公共活动场地", "Public activity ground", "activity_ground|play_area"),
    "toilet": ("circle", "厕", "公共厕所", "Public toilet", "toilet"),
    "waste_station": ("circle", "圾", "生活垃圾收集站", "Waste station", "waste_station"),
    "recycling": ("circle", "收", "再生资源回收点", "Recycling point", "recycling"),
    "bus_stop": ("circle", "公", "公交车站", "Bus stop", "bus_stop"),
    "metro": ("circle", "轨", "轨道交通站点", "Rail transit station", "metro"),
    "pharmacy": ("circle", "药", "药店", "Pharmacy", "pharmacy"),
    "wellness": ("circle", "保", "保健养生店", "Wellness shop", "wellness"),
    "supermarket": ("square", "超", "综合超市", "Supermarket", "supermarket"),
    "convenience": ("square", "店", "便利店、社区商业", "Convenience, local shops", "convenience|retail_local"),
    "mall": ("square", "商", "商场", "Shopping centre", "mall"),
    "fresh_food": ("square", "鲜", "生鲜超市（菜店）", "Fresh-food shop", "fresh_food"),
    "breakfast": ("square", "早", "早餐店", "Breakfast shop", "breakfast"),
    "special_restaurant": ("square", "餐", "餐饮", "Restaurants", "special_restaurant|restaurant"),
    "bakery": ("square", "糕", "蛋糕烘焙店", "Bakery", "bakery"),
    "cafe": ("square", "茶", "茶艺咖啡馆", "Tea house or café", "cafe"),
    "parcel": ("square", "递", "邮件快递服务点", "Post and parcel point", "parcel"),
    "post_office": ("square", "邮", "邮政营业场所", "Post office", "post_office"),
    "laundry": ("square", "洗", "洗染店", "Laundry", "laundry"),
    "hair": ("square", "理", "美容美发店", "Hairdresser", "hair"),
    "photo_print": ("square", "印", "照相文印店", "Photo and print shop", "photo_print"),
    "housekeeping": ("square", "家", "家政服务点", "Housekeeping service", "housekeeping"),
    "repair": ("square", "修", "维修点", "Repair shop", "repair"),
    "bookshop": ("square", "书", "新式书店", "Bookshop", "bookshop"),
    "training": ("square", "培", "培训教育点", "Training and tutoring", "training"),
    "travel_service": ("square", "旅", "旅游服务点", "Travel service", "travel_service"),
    "florist": ("square", "花", "鲜花礼品店", "Flower and gift shop", "florist"),
    "pet_service": ("square", "宠", "宠物服务站", "Pet service", "pet_service"),
}
REASONS = {
    "too_far": ("circle", "超出步行限值", "Too far"),
    "behind_gate": ("triangle", "门禁阻隔", "Behind a gate"),
    "no_route": ("diamond", "路网不连通", "No route"),
    "no_facility": ("cross2", "无此类设施数据", "No facility"),
    "not_snapped": ("square", "未接入路网", "Not on the network"),
}
