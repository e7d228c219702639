"""What tag values say: names, numbers, levels."""

from __future__ import annotations

import re

import numpy as np

from .objects import Objects

_CHINESE = re.compile(r"[一-鿿]")
_NUMBER = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*(m|metres|meters|'|ft|feet)?\s*(?:[;,\-–].*)?", re.IGNORECASE)
_FEET = ("'", "ft", "feet")
FOOT_M = 0.3048


def names(objects: Objects, *, chinese: bool) -> np.ndarray:
    """One name for each object, None where it has none; a Chinese one first where the place is in China."""
    found = np.empty(len(objects), dtype=object)
    found[:] = [_name(tags, chinese) for tags in objects.tags]
    return found


def _name(tags: dict[str, str], chinese: bool) -> str | None:
    name = tags.get("name")
    if chinese and "name:zh" in tags and not (name and _CHINESE.search(name)):
        return tags["name:zh"]
    return name or tags.get("name:zh") or tags.get("name:en")


def number(words: str | None) -> float:
    """The first number of a tag's value in metres or as a count ("12 m", "40'", "3;4"); NaN where there is none."""
    found = _NUMBER.fullmatch(words or "")
    if not found:
        return np.nan
    return float(found[1]) * (FOOT_M if (found[2] or "").lower() in _FEET else 1.0)


def numbers(objects: Objects, key: str) -> np.ndarray:
    """The numbers of one key."""
    return np.array([number(tags.get(key)) for tags in objects.tags], dtype=float)


def is_set(objects: Objects, key: str) -> np.ndarray:
    """Whether the key is there and does not say no."""
    return np.array([tags.get(key, "no") != "no" for tags in objects.tags], dtype=bool)


def levels(objects: Objects) -> np.ndarray:
    """The layer above (positive) or below the ground: as stated, else 1 for a bridge and -1 for a tunnel."""
    stated = np.trunc(numbers(objects, "layer"))
    # A passage through a house is a tunnel on the ground.
    through_house = objects.tag("tunnel") == "building_passage"
    assumed = is_set(objects, "bridge").astype(int) - (is_set(objects, "tunnel") & ~through_house)
    return np.where(np.isnan(stated), assumed, stated).astype(int)
