"""The page's JavaScript modules joined into one classic script, in the order of their imports."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r"^import\s*\{(?P<names>[^}]*)\}\s*from\s*'\./(?P<file>[\w-]+\.js)';[ \t]*$", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?:async\s+)?(?:function\*?|class|const)\s+(?P<name>\w+)", re.MULTILINE)
_UNLINKED = re.compile(r"^\s*(?:import|export)\b.*$", re.MULTILINE)
# Lines that only comment, and the blank ones: they are for who reads the modules.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*.*\*/)?[ \t]*\n", re.MULTILINE)
_CLOSING = re.compile(r"</script|<!--", re.IGNORECASE)


class LinkError(Exception):
    """The modules do not keep the rules of the page: a fault of ours, not of the data."""


def linked(folder: Path, entry: str) -> str:
    """One script that runs the entry module after everything it imports.

    Each module becomes a function of its own, so that only its exports are seen. Modules use named imports and exports,
    each on one statement; exported names differ over all modules.
    """
    order = _ordered(folder, entry)
    sources = {name: (folder / name).read_text(encoding="utf-8") for name in order}
    _check_names(sources)
    body = "\n".join(_wrapped(name, source) for name, source in sources.items())
    script = f"(function () {{\n'use strict';\n{body}\n}})();"
    if _CLOSING.search(script):
        raise LinkError("A module holds the text that would close the script")
    return script


def _ordered(folder: Path, entry: str) -> list[str]:
    order: list[str] = []
    open_modules: list[str] = []

    def visit(name: str) -> None:
        if name in order:
            return
        if name in open_modules:
            raise LinkError("Modules import each other: " + " → ".join([*open_modules[open_modules.index(name) :], name]))
        open_modules.append(name)
        for found in _IMPORT.finditer((folder / name).read_text(encoding="utf-8")):
            visit(found["file"])
        open_modules.pop()
        order.append(name)

    visit(entry)
    return order


def _check_names(sources: dict[str, str]) -> None:
    owner: dict[str, str] = {}
    for name, source in sources.items():
        for export in _exports(source):
            if export in owner:
                raise LinkError(f"{export} is exported by {owner[export]} and by {name}")
            owner[export] = name
    for name, source in sources.items():
        for found in _IMPORT.finditer(source):
            missing = [one for one in _names(found["names"]) if owner.get(one) != found["file"]]
            if missing:
                raise LinkError(f"{name} imports {', '.join(missing)}, which {found['file']} does not export")


def _names(listed: str) -> list[str]:
    return [one.strip() for one in listed.split(",") if one.strip()]


def _exports(source: str) -> list[str]:
    return [found["name"] for found in _EXPORT.finditer(source)]


def _wrapped(name: str, source: str) -> str:
    exports = _exports(source)
    body = _COMMENT.sub("", _IMPORT.sub("", source))
    body = re.sub(r"^export\s+(?=async|function|class|const)", "", body, flags=re.MULTILINE)
    rest = _UNLINKED.search(body)
    if rest:
        raise LinkError(f"{name} has a form of import or export that is not linked: {rest[0].strip()}")
    inner = f"{body.strip()}\nreturn {{ {', '.join(exports)} }};" if exports else body.strip()
    assigned = f"const {{ {', '.join(exports)} }} = " if exports else ""
    return f"// {name}\n{assigned}(() => {{\n{inner}\n}})();"
