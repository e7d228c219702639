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
# Nested bands, the nearest first: where one is drawn the farther ones are not.
ONCE = {"depthCompare": "less", "depthWriteEnabled": True}
# Translucent walls are hidden by what stands before them and hide nothing themselves.
GLASS = {"depthCompare": "less-equal", "depthWriteEnabled": False, "cullMode": "none"}
# The colours of these pixels hold their alpha already.
PREMULTIPLIED = {"blendColorSrcFactor": "one", "blendColorDstFactor": "one-minus-src-alpha"}
TOP = {"depthCompare": "always", "depthWriteEnabled": False}

_FLAT_SHAPE = {"filled": True, "extruded": False, "parameters": FLAT}
_METRES, _PIXELS = {"width_units": "meters"}, {"width_units": "pixels"}
_ROUND = {"cap_rounded": True, "joint_rounded": True}

# id, deck.gl's class, what never changes; in drawing order.
LAYERS = (
    ("ground", "SolidPolygonLayer", _FLAT_SHAPE),
    ("land", "SolidPolygonLayer", _FLAT_SHAPE),
    ("areas", "SolidPolygonLayer", _FLAT_SHAPE),
    ("water", "SolidPolygonLayer", _FLAT_SHAPE),
    ("shore", "PathLayer", {**_PIXELS, "get_width": 1, "parameters": FLAT}),
    ("streets", "PathLayer", {**_METRES, **_ROUND, "width_min_pixels": 1, "parameters": FLAT}),
    ("lines", "LineLayer", {**_PIXELS, "parameters": FLAT}),
    ("picture", "BitmapLayer", {"parameters": FLAT}),
    ("premultiplied_picture", "BitmapLayer", {"parameters": {**FLAT, **PREMULTIPLIED}}),
    ("bridges", "PathLayer", {**_METRES, "width_min_pixels": 1, "parameters": FLAT}),
    ("estate_walls", "PathLayer", {**_METRES, "get_width": 1.6, "width_min_pixels": 1, "parameters": FLAT}),
    ("reach", "SolidPolygonLayer", {"filled": True, "extruded": False, "parameters": ONCE}),
    ("reach_outline", "PathLayer", {**_PIXELS, "joint_rounded": True, "get_width": 2, "parameters": FLAT}),
    ("boundaries", "PathLayer", {**_PIXELS, **_ROUND, "parameters": FLAT}),
    (
        "gates",
        "ScatterplotLayer",
        {
            "radius_units": "meters",
            "get_radius": 3,
            "radius_min_pixels": 2.5,
            "radius_max_pixels": 9,
            "stroked": True,
            "filled": True,
            "line_width_units": "pixels",
            "parameters": FLAT,
        },
    ),
    ("route_halo", "PathLayer", {**_PIXELS, **_ROUND, "get_width": 9, "parameters": FLAT}),
    ("routes", "PathLayer", {**_PIXELS, **_ROUND, "get_width": 4.5, "parameters": FLAT}),
    ("buildings", "SolidPolygonLayer", {"filled": True, "extruded": True, "parameters": SOLID}),
    ("selected_building", "SolidPolygonLayer", {"filled": True, "extruded": True, "parameters": SOLID}),
    (
        "doorplates",
        "ScatterplotLayer",
        {
            "radius_units": "meters",
            "get_radius": 2.2,
            "radius_min_pixels": 1.5,
            "radius_max_pixels": 6,
            "line_width_units": "pixels",
            "parameters": SOLID,
        },
    ),
    ("walls", "SolidPolygonLayer", {"filled": True, "extruded": False, "_full3d": True, "parameters": GLASS}),
    ("stems", "LineLayer", {**_PIXELS, "get_width": 1.5, "parameters": SOLID}),
    ("icons", "IconLayer", {"size_units": "pixels", "alpha_cutoff": 0.02, "parameters": TOP}),
    (
        "events",
        "ScatterplotLayer",
        {"radius_units": "pixels", "get_radius": 6, "stroked": True, "filled": True, "line_width_units": "pixels", "parameters": TOP},
    ),
    ("names", "TextLayer", {"character_set": "auto", "size_units": "pixels", "parameters": TOP}),
    ("pills", "TextLayer", {"character_set": "auto", "size_units": "pixels", "background": True, "parameters": TOP}),
    ("measure", "PathLayer", {**_PIXELS, **_ROUND, "get_width": 2.5, "parameters": TOP}),
)

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
    return [pydeck.Layer(kind, [], id=name, pickable=False, **_quoted(pydeck, style)) for name, kind, style in LAYERS]


def _quoted(pydeck, style: dict) -> dict:  # noqa: ANN001
    # A bare text would become an expression over the data.
    return {key: pydeck.types.String(value) if isinstance(value, str) else value for key, value in style.items()}
