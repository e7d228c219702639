"""The mapping of columns as people give it: pairs in a text, or a file that an earlier run wrote."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ..errors import InputError
from ..outputs import replacing
from ..words import text
from .aliases import X, Y
from .columns import ColumnMap
from .pairs import absent_file, names_file, parse_pairs


def stated_columns(words: str, *, table: str, known: Collection[str], present: Collection[str]) -> dict[str, str]:
    """The file's column for each of ours that a text or file states; empty where ours is to have none.

    known are our columns, present the file's. Raises InputError with all that does not fit.
    """
    pairs = _of_file(Path(words.strip()), table) if names_file(words) else parse_pairs(words)
    problems = []
    for column, name in pairs.items():
        if column not in known and column not in (X, Y):
            problems.append(
                text(
                    "FIELDS names “{column}”, which the table {table} lacks. Known: {known}.",
                    column=column,
                    table=table,
                    known=", ".join(known),
                )
            )
        if name and name not in present:
            problems.append(
                text("FIELDS names the column “{name}”, which the file lacks. It has: {known}.", name=name, known=", ".join(present))
            )
    if problems:
        raise InputError(*problems)
    return pairs


def _of_file(path: Path, table: str) -> dict[str, str]:
    import yaml

    if not path.exists():
        raise InputError(absent_file(path))
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        columns = content.get("columns", content)
        return {str(column): "" if name is None else str(name) for column, name in columns.items()}
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError) as error:
        raise InputError(
            text("{path} is no mapping of columns of the table {table}. It has lines like “address: 地址”.", path=str(path), table=table)
        ) from error


def write_mapping(path: Path, mapping: ColumnMap) -> None:
    """Keep a mapping in a file that FIELDS takes again."""
    import yaml

    content = {
        "table": mapping.table,
        "columns": mapping.columns,
        "could_also_be": {column: list(names) for column, names in mapping.others.items()},
        "not_used": list(mapping.unused),
    }
    with replacing(path) as temporary:
        temporary.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
