"""Makes the help: a page for each algorithm from its declaration, and head, contents and foot of every page.

    .venv/bin/python .ci/pages.py

The main part of the pages in plugin/help/zh and plugin/help/en is written by hand and stays as it is.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path

Words = Callable[[str], str]

ROOT = Path(__file__).resolve().parents[1]
HELP = ROOT / "plugin" / "help"
EXAMPLES = ROOT / ".ci" / "examples.tsv"
MAIN = re.compile(r"<main>\n?(.*?)\n?</main>", re.DOTALL)
OTHER = {"zh": "en", "en": "zh"}
NAMES = {"zh": "中文", "en": "English"}
LANG = {"zh": "zh-CN", "en": "en"}
# Words of the pages alone; all others come from the catalogue.
OWN = {
    "Advanced parameters": "高级参数",
    "Default": "默认",
    "Example for the command line": "命令行示例",
    "Key": "键",
    "Meaning": "说明",
    "Name": "名称",
    "no": "否",
    "optional": "可选",
    "yes": "是",
}


def package() -> None:
    """Load the repository as the package community3d, with an application but no window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    spec = importlib.util.spec_from_file_location("community3d", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules["community3d"] = module
    spec.loader.exec_module(module)


def page(name: str, title: str, main: str, *, language: str, words: Words) -> str:
    """A whole page: the contents above its main part."""
    from community3d.i18n.pages import PAGES

    links = []
    for other, english in PAGES.items():
        here = ' class="here"' if other == name else ""
        links.append(f'<a{here} href="{other}.html">{escape(words(english))}</a>')
    switch = f'<a href="../{OTHER[language]}/{name}.html" lang="{LANG[OTHER[language]]}">{NAMES[OTHER[language]]}</a>'
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{LANG[language]}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)} · {escape(words('Community 3D'))}</title>",
            '<link rel="stylesheet" href="../help.css">',
            "</head>",
            "<body>",
            f"<nav><b>{escape(words('Community 3D'))}</b> {' '.join(links)} {switch}</nav>",
            f"<main>\n{main}\n</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def both(translate: Words, own: dict[str, str]) -> Words:
    """A function that knows the catalogue's words and those of the pages."""
    return lambda source: own.get(source) or translate(source)


def written(language: str) -> dict[str, str]:
    """The main parts that are written by hand, by page; a file without a frame is a main part as a whole."""
    from community3d.i18n.pages import PAGES

    found = {}
    for name in PAGES:
        path = HELP / language / f"{name}.html"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            inside = MAIN.search(text)
            found[name] = (inside.group(1) if inside else text).strip("\n")
    return found


def title_of(main: str) -> str:
    """The words of a page's first heading."""
    return re.sub(r"<.*?>", "", main[main.index("<h1>") : main.index("</h1>")])


def examples() -> dict[str, str]:
    """An example command by algorithm: the NAME=value part."""
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def of_algorithms(language: str, words: Words) -> dict[str, tuple[str, str]]:
    """Title and main part of each algorithm's page, and of the page that lists them all."""
    import algorithmpages
    from community3d.processing.provider import ALGORITHMS

    made = [algorithm() for algorithm in ALGORITHMS]
    for algorithm in made:
        algorithm.initAlgorithm({})
    commands = examples()
    pages = {a.name(): (a.displayName(), algorithmpages.main(a, words, commands.get(a.name(), ""))) for a in made}
    return {**pages, "algorithms": (words("All algorithms"), algorithmpages.contents(made, words))}


def main() -> int:
    """Write every page of both languages."""
    package()
    sys.path.insert(0, str(Path(__file__).parent))
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication

    application = QgsApplication([], False)
    application.initQgis()
    from community3d.i18n import load, translator

    for language in ("en", "zh"):
        installed = load("zh_CN") if language == "zh" else None
        if installed:
            QCoreApplication.installTranslator(installed)
        words = both(translator(language), OWN if language == "zh" else {})
        hand = {name: (title_of(text), text) for name, text in written(language).items()}
        for name, (title, text) in {**hand, **of_algorithms(language, words)}.items():
            target = HELP / language / f"{name}.html"
            target.write_text(page(name, title, text, language=language, words=words), encoding="utf-8")
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
