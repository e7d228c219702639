"""The page's colours as CSS custom properties, one block for each theme, made from styles/palette.json."""

from __future__ import annotations

from ...styles.look import THEMES, palette


def css_variables() -> str:
    """Both themes' blocks: surfaces, ramps, lines, reasons and categories by name (--text-1, --ramp-0, --why-too-far …)."""
    return "\n".join(_block(theme, index) for index, theme in enumerate(THEMES))


def _block(theme: str, index: int) -> str:
    colours = palette()
    solid = colours["surfaces"][theme]["panel"]
    pairs = {
        **_named("", colours["surfaces"][theme]),
        **_numbered("ramp", colours["ramp"][theme]),
        **_named("covered-", colours["covered"][theme]),
        **_numbered("reach", colours["reach"][theme]),
        **_named("line-", colours["boundaries"][theme]),
        **_named("route-", colours["routes"][theme]),
        **_numbered("change", colours["change"][theme]),
        # Text and bars of what was gained and lost; the lower of two values is as grey as what has not changed.
        **_named("", colours["compare"][theme]),
        **_named("why-", colours["why"][theme]),
        **_named("category-", {name: pair[index] for name, pair in colours["categories"].items()}),
        "panel": solid + format(round(255 * colours["panel_opacity"][theme]), "02X"),
        "panel-solid": solid,
    }
    body = "".join(f"--{name}:{value};" for name, value in pairs.items())
    return f':root[data-theme="{theme}"]{{color-scheme:{theme};{body}}}'


def _named(prefix: str, colours: dict[str, str]) -> dict[str, str]:
    return {prefix + name.replace("_", "-"): value for name, value in colours.items()}


def _numbered(prefix: str, colours: list[str]) -> dict[str, str]:
    return {f"{prefix}-{place}": value for place, value in enumerate(colours)}
