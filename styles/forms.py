"""The parts of style files that make attribute tables and forms readable: aliases, value maps, forms, columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

LEAST_WIDTH, NARROW_PX, WIDE_PX = 40, 7, 14


@dataclass(frozen=True)
class Field:
    """One column as people see it: its name in words, words of its codes, decimals, and whether tables hide it."""

    name: str
    alias: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    decimals: int | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Group:
    """A part of a form: its title and its columns, or parts of its own."""

    title: str
    columns: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()


def attributes(fields: Sequence[Field], *, order: Sequence[str], groups: Sequence[Group] = (), read_only: bool = False) -> str:
    """All parts for the columns of one table as it has them; order is that of its rows on screen.

    Without groups QGIS makes the form itself.
    """
    return "\n".join(
        [
            _widgets(fields),
            _aliases(fields),
            _table({each.name: each for each in fields}, order),
            f"<editorlayout>{'tablayout' if groups else 'generatedlayout'}</editorlayout>",
            _form(fields, groups) if groups else "",
            _editable(fields) if read_only else "",
        ]
    )


def _widgets(fields: Iterable[Field]) -> str:
    widgets = ((each.name, _widget(each)) for each in fields)
    rows = "".join(f'<field name="{escape(name)}" configurationFlags="None">{widget}</field>' for name, widget in widgets if widget)
    return f"<fieldConfiguration>{rows}</fieldConfiguration>"


def _widget(each: Field) -> str:
    if each.values:
        pairs = "".join(
            f'<Option type="Map"><Option type="QString" name="{escape(words)}" value="{escape(code)}"/></Option>'
            for code, words in each.values.items()
        )
        return _edit("ValueMap", f'<Option type="List" name="map">{pairs}</Option>')
    if each.decimals is not None:
        lowest, highest = '<Option type="double" name="Min" value="-1e+15"/>', '<Option type="double" name="Max" value="1e+15"/>'
        step = '<Option type="double" name="Step" value="1"/><Option type="QString" name="Style" value="SpinBox"/>'
        options = f'<Option type="bool" name="AllowNull" value="true"/><Option type="int" name="Precision" value="{each.decimals}"/>'
        return _edit("Range", options + lowest + highest + step)
    return ""


def _edit(kind: str, options: str) -> str:
    return f'<editWidget type="{kind}"><config><Option type="Map">{options}</Option></config></editWidget>'


def _aliases(fields: Iterable[Field]) -> str:
    rows = "".join(
        f'<alias field="{escape(each.name)}" index="{number}" name="{escape(each.alias)}"/>' for number, each in enumerate(fields)
    )
    return f"<aliases>{rows}</aliases>"


def _table(fields: Mapping[str, Field], order: Iterable[str]) -> str:
    rows = "".join(
        f'<column type="field" name="{escape(name)}" hidden="{int(fields[name].hidden)}" width="{_width(fields[name])}"/>' for name in order
    )
    columns = f'<columns>{rows}<column type="actions" hidden="1" width="-1"/></columns>'
    return f'<attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">{columns}</attributetableconfig>'


def _width(each: Field) -> int:
    """Pixels that the head of a column needs; characters of Chinese are twice as wide."""
    return LEAST_WIDTH + sum(WIDE_PX if ord(letter) > 0x2E80 else NARROW_PX for letter in each.alias) if each.alias else -1


def _form(fields: Sequence[Field], groups: Iterable[Group]) -> str:
    places = {each.name: number for number, each in enumerate(fields)}
    return f"<attributeEditorForm>{''.join(_container(group, places, tab=True) for group in groups)}</attributeEditorForm>"


def _container(group: Group, places: Mapping[str, int], *, tab: bool) -> str:
    inside = "".join(
        f'<attributeEditorField name="{escape(name)}" index="{places[name]}" showLabel="1"/>' for name in group.columns if name in places
    )
    inside += "".join(_container(each, places, tab=False) for each in group.groups)
    title = f'name="{escape(group.title)}" columnCount="1" showLabel="1" groupBox="{int(not tab)}" visibilityExpressionEnabled="0"'
    return f'<attributeEditorContainer {title} visibilityExpression="">{inside}</attributeEditorContainer>'


def _editable(fields: Iterable[Field]) -> str:
    rows = "".join(f'<field name="{escape(each.name)}" editable="0"/>' for each in fields)
    return f"<editable>{rows}</editable>"
