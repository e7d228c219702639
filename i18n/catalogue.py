"""Keeps the .ts files: collects source sentences from the code and merges translations.

    catalogue.py update           collect all tr(), text() and _() literals into every .ts file
    catalogue.py set FILE.tsv     merge "source<TAB>translation" lines into the Chinese file

One context for all, so that a sentence is translated once wherever it stands. \\n and \\t may be written in the TSV.
"""

from __future__ import annotations

import ast
import fcntl
import re
import sys
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
CONTEXT = "community3d"
CHINESE = ROOT / "i18n" / "community3d_zh_CN.ts"
CODE = ("plugin", "layers", "processing", "styles", "i18n")
MARKERS = {"tr", "text", "mark"}
TEMPLATE_WORD = re.compile(r"""\b_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def sources() -> list[str]:
    """Every source sentence of the code and the templates, sorted."""
    found: set[str] = set()
    for folder in CODE:
        for path in (ROOT / folder).rglob("*.py"):
            found.update(_python_words(path))
        for path in (ROOT / folder).rglob("*.j2"):
            found.update(_template_words(path))
    return sorted(found)


def _python_words(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    return [
        call.args[0].value
        for call in calls
        if getattr(call.func, "id", getattr(call.func, "attr", "")) in MARKERS
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
        and call.args[0].value
    ]


def _template_words(path: Path) -> list[str]:
    pairs = TEMPLATE_WORD.findall(path.read_text(encoding="utf-8"))
    return [re.sub(r"\\(.)", r"\1", double or single) for double, single in pairs]


def read(path: Path) -> dict[str, str]:
    """Source to translation; unfinished ones are left out."""
    if not path.exists():
        return {}
    # The file is our own; no outside XML is read here.
    messages = ElementTree.parse(path).getroot().iter("message")  # nosec B314
    pairs = ((message.findtext("source", ""), message.findtext("translation", "")) for message in messages)
    return {source: translation for source, translation in pairs if translation}


def write(path: Path, translations: dict[str, str], language: str) -> None:
    """The .ts file with every source sentence of the code, translated or marked unfinished."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}" sourcelanguage="en">']
    lines += ["<context>", f"    <name>{CONTEXT}</name>"]
    for source in sorted(translations):
        translation = translations[source]
        body = f"<translation>{escape(translation)}</translation>" if translation else '<translation type="unfinished"></translation>'
        lines += ["    <message>", f"        <source>{escape(source)}</source>", f"        {body}", "    </message>"]
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def update(extra: dict[str, str] | None = None, *, drop: bool = True) -> tuple[int, int]:
    """Bring the Chinese file up to date; returns the number of sentences and of missing translations."""
    with open(ROOT / "i18n" / ".lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = {**read(CHINESE), **(extra or {})}
        wanted = sources() if drop else sorted({*sources(), *known})
        translations = {source: known.get(source, "") for source in wanted}
        write(CHINESE, translations, "zh_CN")
    return len(translations), sum(not translation for translation in translations.values())


def _read_tsv(path: Path) -> dict[str, str]:
    pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {source.replace("\\n", "\n"): translation.replace("\\n", "\n").strip() for source, translation in pairs}


def main(arguments: list[str]) -> int:
    """The command line."""
    if arguments[:1] == ["set"] and len(arguments) == 2:
        total, missing = update(_read_tsv(Path(arguments[1])), drop=False)
    elif arguments == ["update"]:
        total, missing = update()
    else:
        sys.stderr.write(__doc__ or "")
        return 2
    sys.stdout.write(f"{total} sentences, {missing} without translation\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
