"""Shapes and characters by which categories and reasons are told apart without colour."""

from __future__ import annotations

# Shape and sign of the default profile's categories and the types that count in each: those of layers/profiles/tdt1063.yaml.
SIGNS = {
    "elderly": ("hexagon", "养", "养老", "Elderly care", "day_care_elderly|nursing_home|elderly_care_home|elderly"),
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
REASONS = {
    "too_far": ("circle", "超出步行限值", "Too far"),
    "behind_gate": ("triangle", "门禁阻隔", "Behind a gate"),
    "no_route": ("diamond", "路网不连通", "No route"),
    "no_facility": ("cross2", "无此类设施数据", "No facility"),
    "not_snapped": ("square", "未接入路网", "Not on the network"),
}
