"""Which column of a file is which of ours: proposed by name and values, shown, kept in a file and given back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from .. import schema
from ..coordinate_text import holds_pairs
from ..frames import with_columns, with_names, without_columns
from ..values import as_numbers, as_text
from ..words import Text, text
from .aliases import Names, X, Y, plain_names, shipped_names

LOOKED_AT = 300
NO_EVIDENCE, AGAINST = 0.5, -1.0
NUMERIC_AIDS = ("floors", "units", X, Y)
FEW_KEYS = 0.02  # of the rows looked at: a column with fewer values names none of them
CUT_FROM = 9  # bytes: ten, or nine where a character was cut
SHORTEST_CUT = 2  # letters of a cut name that still tell something


@dataclass(frozen=True)
class ColumnMap:
    """The file's column for each of ours, the others that it might have been, and those of the file that serve nothing.

    pairs are all pairs of columns that may give the place, the chosen one (columns x and y) first.
    """

    table: str
    columns: dict[str, str]
    others: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def words(self) -> str:
        """The mapping as the parameter FIELDS takes it: address=地址; building=楼栋号."""
        return "; ".join(f"{column}={_quoted(name)}" for column, name in self.columns.items())

    def notes(self) -> list[Text]:
        """The mapping for the log: what is what, what was not clear, what is not used."""
        said = [text("Columns: {mapping}", mapping=self.words())] if self.columns else []
        for column, others in self.others.items():
            said.append(
                text(
                    "{column} could also be {others}; {name} was taken. State another in FIELDS.",
                    column=column,
                    others=", ".join(others),
                    name=self.columns[column],
                )
            )
        return [*said, text("Columns not used: {names}", names=", ".join(self.unused))] if self.unused else said

    def renamed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with our names; columns of the file that bear such a name and mean something else give way."""
        ours = {name: column for column, name in self.columns.items()}
        in_the_way = [name for name in frame.columns if name in self.columns and self.columns[name] != name]
        copies = {column: frame[name] for column, name in self.columns.items() if list(self.columns.values()).count(name) > 1}
        return with_columns(with_names(without_columns(frame, [name for name in in_the_way if name not in ours]), ours), copies)


def propose(
    table: str,
    frame: pd.DataFrame,
    *,
    stated: Mapping[str, str] | None = None,
    cut_names: bool = False,
    names: Names | None = None,
) -> ColumnMap:
    """The columns of a frame that hold a table's columns.

    What is stated holds (an empty text: none). Names decide, the more telling one before the other; between equal
    ones, and for names that several columns of ours have, the values do. Where there are geometries, no columns are
    looked for that give the place. cut_names: names may be cut after ten bytes.
    """
    names, stated = names or shipped_names(), stated or {}
    shape = getattr(frame, "active_geometry_name", None)
    free = [name for name in map(str, frame.columns) if name != shape and name not in stated.values()]
    wanted = {column: known for column, known in names.tables[table].items() if column not in stated}
    found = _matches(frame, free, wanted, names, cut_names=cut_names, key=schema.TABLES[table].key)
    pairs = [] if shape or X in stated or Y in stated else _pairs(frame, free, names)
    if pairs:
        found = [match for match in found if match[2] not in pairs[0]]
    chosen = {**_assigned(found), **({X: pairs[0][0], Y: pairs[0][1]} if pairs else {}), **{c: n for c, n in stated.items() if n}}
    order = [*names.tables[table], X, Y]
    columns = {column: chosen[column] for column in sorted(chosen, key=lambda c: order.index(c) if c in order else len(order))}
    used = {*columns.values(), *(name for pair in pairs for name in pair)}
    others = _others(found, columns)
    return ColumnMap(table, columns, others, tuple(name for name in free if name not in used), tuple(pairs))


def _matches(
    frame: pd.DataFrame, free: list[str], wanted: Mapping[str, tuple[str, ...]], names: Names, *, cut_names: bool, key: str | None
) -> list[tuple]:
    """All pairs of a free column and one of ours that it may be, best first; values that speak against one rule it out."""
    found = []
    for position, name in enumerate(free):
        forms, sample = plain_names(name), None
        for column, known in wanted.items():
            rank = min((known.index(form) for form in forms if form in known), default=None)
            cut = rank is None and cut_names and any(_begins(known, form) for form in forms)
            if rank is None and not cut:
                continue
            sample = _sample(frame[name]) if sample is None else sample
            evidence = _evidence(column, sample, names, is_key=column == key)
            if evidence > AGAINST:
                weaker = cut and len(name.encode()) < CUT_FROM
                found.append(((weaker, -round(evidence * 4), cut, rank or 0, position), column, name))
    return sorted(found)


def _begins(known: Iterable[str], form: str) -> bool:
    return len(form) >= SHORTEST_CUT and any(name.startswith(form) for name in known)


def _sample(values: pd.Series) -> pd.Series:
    """Some of the values that are there, from all over the column."""
    known = np.flatnonzero(values.notna())
    return values.iloc[known[np.unique(np.linspace(0, len(known) - 1, LOOKED_AT).astype(int))] if len(known) else known]


def _evidence(column: str, sample: pd.Series, names: Names, *, is_key: bool) -> float:
    """The share of values that look right, one half where nothing is known of them; below zero where none does."""
    if sample.empty:
        return AGAINST if is_key else 0.0
    if is_key and sample.astype(str).nunique() <= max(1, FEW_KEYS * len(sample)) < len(sample):
        return AGAINST
    if column in names.evidence:
        words = as_text(sample).dropna().tolist()
        return float(np.mean([names.evidence[column].search(word) is not None for word in words])) if words else 0.0
    if _is_numeric(column):
        numbers, _ = as_numbers(as_text(sample).str.extract(r"^(-?[\d.,]+)", expand=False))
        share = float(numbers.notna().mean())
        return share if share > 0 else AGAINST
    return NO_EVIDENCE


def _is_numeric(column: str) -> bool:
    kinds = {each.kind for table in schema.TABLES.values() for each in table.columns if each.name == column}
    return column in NUMERIC_AIDS or (bool(kinds) and kinds <= {schema.INTEGER, schema.REAL})


def _assigned(found: list[tuple]) -> dict[str, str]:
    """The best match of each, no column twice."""
    chosen: dict[str, str] = {}
    for _, column, name in found:
        if column not in chosen and name not in chosen.values():
            chosen[column] = name
    return chosen


def _others(found: list[tuple], columns: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Columns of the file that matched one of ours and serve nothing else."""
    taken = set(columns.values())
    others: dict[str, list[str]] = {}
    for _, column, name in found:
        if column in columns and name not in taken:
            others.setdefault(column, []).append(name)
    return {column: tuple(dict.fromkeys(names)) for column, names in others.items()}


def _pairs(frame: pd.DataFrame, free: list[str], names: Names) -> list[tuple[str, str]]:
    """Pairs of columns that give places: named as a pair, holding numbers or degrees."""
    forms = {name: plain_names(name) for name in free}
    found = []
    for kind, axes in enumerate(names.places):
        east, north = ([name for name in free if any(form in axes[axis] for form in forms[name])] for axis in (X, Y))
        options = [(abs(_rank(axes[X], forms[x]) - _rank(axes[Y], forms[y])), _rank(axes[X], forms[x]), x, y) for x in east for y in north]
        # Each column once: of several longitudes each goes with the latitude of the same name.
        while options:
            _, rank, x, y = min(options)
            found.append(((-_filled(frame, x, y), kind, rank), (x, y)))
            options = [option for option in options if x not in option[2:] and y not in option[2:]]
    return [pair for _, pair in sorted(found)] or [(name, name) for name in free if _joined(name, frame[name], names)]


def _joined(name: str, values: pd.Series, names: Names) -> bool:
    """Whether a column holds both coordinates."""
    return any(form in names.joined for form in plain_names(name)) and holds_pairs(values)


def _rank(known: tuple[str, ...], forms: list[str]) -> int:
    return min(known.index(form) for form in forms if form in known)


def _filled(frame: pd.DataFrame, x: str, y: str) -> float:
    """The share of rows with both, in tenths."""
    return round(float((frame[x].notna() & frame[y].notna()).mean()), 1) if len(frame) else 0.0


def _quoted(name: str) -> str:
    return f'"{name}"' if any(sign in name for sign in ";；=＝,，\n") else name
