"""The page of an algorithm in the help, made of its declaration."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from community3d.processing.algorithms import helptext, outputhelp
from community3d.processing.algorithms.base import Algorithm
from qgis.core import QgsProcessingParameterDefinition as Definition

Words = Callable[[str], str]


def main(algorithm: Algorithm, words: Words, example: str) -> str:
    """What it does, inputs, results, figures, an example for qgis_process."""
    definitions = algorithm.parameterDefinitions()
    plain = [d for d in definitions if not d.isDestination() and not d.flags() & d.FlagAdvanced]
    folded = [d for d in definitions if not d.isDestination() and d.flags() & d.FlagAdvanced]
    results = [d for d in definitions if d.isDestination()]
    parts = [
        f"<h1>{escape(algorithm.displayName())}</h1>",
        f'<p class="soft">{escape(algorithm.group())} · <code>community3d:{algorithm.name()}</code></p>',
        f"<p>{escape(algorithm.shortDescription())}</p>",
        heading("inputs", words("Inputs")),
        rows([input_row(d, words) for d in plain], words),
    ]
    if folded:
        parts += [heading("advanced", words("Advanced parameters")), rows([input_row(d, words) for d in folded], words)]
    parts += [
        heading("outputs", words("Outputs")),
        rows([(d.description(), d.name(), "", escape(outputhelp.columns(algorithm.name(), d.name()))) for d in results], words),
    ]
    figures = [(helptext.figure(name), name, "", "") for name in (*algorithm.FIGURES, "PARAMETERS", "VERSION")]
    parts += [heading("figures", words("Figures")), rows(figures, words)]
    if example:
        command = f"qgis_process run community3d:{algorithm.name()} --json -- {example}"
        parts += [heading("example", words("Example for the command line")), f'<pre class="run">{escape(command)}</pre>']
    return "\n".join(parts)


def contents(algorithms: list[Algorithm], words: Words) -> str:
    """All algorithms by group, each with its sentence."""
    parts = [f"<h1>{escape(words('All algorithms'))}</h1>"]
    groups = dict.fromkeys((a.groupId(), a.group()) for a in algorithms)
    for group, title in sorted(groups, key=lambda pair: pair[1]):
        parts.append(heading(group, title))
        inside = [a for a in algorithms if a.groupId() == group]
        cells = [
            f'<tr><td><a href="{a.name()}.html">{escape(a.displayName())}</a></td><td>{escape(a.shortDescription())}</td></tr>'
            for a in inside
        ]
        parts.append("<table>\n" + "\n".join(cells) + "\n</table>")
    return "\n".join(parts)


def heading(anchor: str, title: str) -> str:
    """A heading that can be linked to."""
    return f'<h2 id="{anchor}">{escape(title)}</h2>'


def rows(cells: list[tuple[str, str, str, str]], words: Words) -> str:
    """A table of label, key, what is usual, help."""
    with_usual = any(cell[2] for cell in cells)
    head = f"<th>{escape(words('Name'))}</th><th>{escape(words('Key'))}</th>"
    head += f"<th>{escape(words('Default'))}</th>" if with_usual else ""
    head += f"<th>{escape(words('Meaning'))}</th>" if any(cell[3] for cell in cells) else ""
    lines = [f"<tr>{head}</tr>"]
    for label, key, usual, meaning in cells:
        line = f'<td>{escape(label)}</td><td id="{key}"><code>{key}</code></td>'
        line += f"<td>{usual}</td>" if with_usual else ""
        line += f"<td>{meaning}</td>" if any(cell[3] for cell in cells) else ""
        lines.append(f"<tr>{line}</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def input_row(definition: Definition, words: Words) -> tuple[str, str, str, str]:
    """One parameter; the words that scripts may say stand under its help."""
    ids = definition.metadata().get("ids") or []
    meaning = escape(definition.help() or "")
    if ids:
        pairs = [f"<code>{word}</code> {escape(label)}" for word, label in zip(ids, definition.options())]
        meaning += "<br>" + "; ".join(pairs)
    return definition.description(), definition.name(), usual(definition, ids, words), meaning


def usual(definition: Definition, ids: list[str], words: Words) -> str:
    """What holds when nothing is said."""
    value = definition.defaultValue()
    if ids and value is not None:
        value = ", ".join(ids[position] for position in (value if isinstance(value, list) else [value]))
    elif isinstance(value, bool):
        value = words("yes") if value else words("no")
    elif isinstance(value, float):
        value = f"{value:g}"
    if value in (None, ""):
        return words("optional") if definition.flags() & definition.FlagOptional else ""
    return f"<code>{escape(str(value))}</code>"
