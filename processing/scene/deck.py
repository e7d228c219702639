"""The deck, built by pydeck: view, camera, and every layer with what does not depend on data, theme or zoom.

The page takes the layers from here by id and hands them their typed arrays; order is the order of drawing.
"""

from __future__ import annotations

import json
import math

from .bundle import installed_pydeck
from .place import Place

# On the ground: drawn first, in order, without depth, so that nothing there can flicker.
FLAT = {"depthCompare": "always", "depthWriteEnabled": False}
SOLID = {"depthCompare": "less-equal", "depthWriteEnabled": True}
# Translucent walls are hidden by what stands before them and hide nothing themselves.
GLASS = {"depthCompare": "less-equal", "depthWriteEnabled": False, "cullMode": "none"}
TOP = {"depthCompare": "always", "depthWriteEnabled": False}

HOME_PITCH, HOME_BEARING = 46, -14
LARGEST_PITCH = 65
LARGEST_ZOOM = 19.5
PIXELS_ACROSS = 1000.0
EARTH_M = 40_075_016.686


def scene_deck(place: Place) -> dict:
    """The deck as pydeck writes it, ready for createDeck in the page."""
    pydeck = installed_pydeck()
    deck = pydeck.Deck(
        layers=_layers(pydeck),
        views=[_view(pydeck)],
        initial_view_state=_camera(pydeck, place),
        map_provider=None,
        map_style=None,
        tooltip=False,
        parameters={"clearColor": [0, 0, 0, 0]},
    )
    return json.loads(deck.to_json())


def _view(pydeck):  # noqa: ANN001, ANN202
    controller = {
        "dragRotate": True,
        "touchRotate": True,
        "doubleClickZoom": True,
        "scrollZoom": {"speed": 0.01, "smooth": False},
        "keyboard": False,
        "inertia": 250,
    }
    return pydeck.View(type="MapView", id="map", controller=controller, repeat=False, near_z_multiplier=0.02, far_z_multiplier=1.6)


def _camera(pydeck, place: Place):  # noqa: ANN001, ANN202
    west, south, east, north = place.bounds
    across = max(east - west, north - south, 100.0)
    zoom = math.log2(EARTH_M * math.cos(math.radians(place.latitude)) / 512 / across * PIXELS_ACROSS)
    return pydeck.ViewState(
        longitude=place.longitude,
        latitude=place.latitude,
        zoom=round(min(zoom, 17.0), 3),
        pitch=HOME_PITCH,
        bearing=HOME_BEARING,
        max_pitch=LARGEST_PITCH,
        max_zoom=LARGEST_ZOOM,
    )


def _layers(pydeck) -> list:  # noqa: ANN001
    """All layers, empty, in drawing order."""

    def layer(name: str, kind: str, **properties: object) -> object:
        return pydeck.Layer(kind, [], id=name, pickable=False, **properties)

    return [
        layer("ground", "SolidPolygonLayer", filled=True, extruded=False, parameters=FLAT),
        layer("land", "SolidPolygonLayer", filled=True, extruded=False, parameters=FLAT),
        layer("areas", "SolidPolygonLayer", filled=True, extruded=False, parameters=FLAT),
        layer("water", "SolidPolygonLayer", filled=True, extruded=False, parameters=FLAT),
        layer("shore", "PathLayer", width_units=_word(pydeck, "pixels"), get_width=1, parameters=FLAT),
        layer(
            "streets",
            "PathLayer",
            width_units=_word(pydeck, "meters"),
            width_min_pixels=1,
            cap_rounded=True,
            joint_rounded=True,
            parameters=FLAT,
        ),
        layer("bridges", "PathLayer", width_units=_word(pydeck, "meters"), width_min_pixels=1, parameters=FLAT),
        layer("estate_walls", "PathLayer", width_units=_word(pydeck, "meters"), get_width=1.6, width_min_pixels=1, parameters=FLAT),
        layer("reach", "SolidPolygonLayer", filled=True, extruded=False, parameters=FLAT),
        layer("reach_outline", "PathLayer", width_units=_word(pydeck, "pixels"), get_width=2, joint_rounded=True, parameters=FLAT),
        layer("boundaries", "PathLayer", width_units=_word(pydeck, "pixels"), joint_rounded=True, cap_rounded=True, parameters=FLAT),
        layer(
            "gates",
            "ScatterplotLayer",
            radius_units=_word(pydeck, "meters"),
            get_radius=3,
            radius_min_pixels=2.5,
            radius_max_pixels=9,
            stroked=True,
            filled=True,
            line_width_units=_word(pydeck, "pixels"),
            parameters=FLAT,
        ),
        layer(
            "route_halo",
            "PathLayer",
            width_units=_word(pydeck, "pixels"),
            get_width=9,
            cap_rounded=True,
            joint_rounded=True,
            parameters=FLAT,
        ),
        layer(
            "routes", "PathLayer", width_units=_word(pydeck, "pixels"), get_width=4.5, cap_rounded=True, joint_rounded=True, parameters=FLAT
        ),
        layer("buildings", "SolidPolygonLayer", filled=True, extruded=True, parameters=SOLID),
        layer("selected_building", "SolidPolygonLayer", filled=True, extruded=True, parameters=SOLID),
        layer(
            "doorplates",
            "ScatterplotLayer",
            radius_units=_word(pydeck, "meters"),
            get_radius=2.2,
            radius_min_pixels=1.5,
            radius_max_pixels=6,
            line_width_units=_word(pydeck, "pixels"),
            parameters=SOLID,
        ),
        layer("walls", "SolidPolygonLayer", filled=True, extruded=False, _full3d=True, parameters=GLASS),
        layer("stems", "LineLayer", width_units=_word(pydeck, "pixels"), get_width=1.5, parameters=SOLID),
        layer("icons", "IconLayer", size_units=_word(pydeck, "pixels"), alpha_cutoff=0.02, parameters=TOP),
        layer("names", "TextLayer", character_set=_word(pydeck, "auto"), size_units=_word(pydeck, "pixels"), parameters=TOP),
        layer(
            "pills", "TextLayer", character_set=_word(pydeck, "auto"), size_units=_word(pydeck, "pixels"), background=True, parameters=TOP
        ),
        layer(
            "measure", "PathLayer", width_units=_word(pydeck, "pixels"), get_width=2.5, cap_rounded=True, joint_rounded=True, parameters=TOP
        ),
    ]


def _word(pydeck, value: str) -> object:  # noqa: ANN001
    # A bare text would become an expression over the data.
    return pydeck.types.String(value)
