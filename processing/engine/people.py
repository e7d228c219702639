"""The groups of people that are counted, as tables and parameters name them."""

from __future__ import annotations

HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN = "households", "residents", "elderly", "children"
