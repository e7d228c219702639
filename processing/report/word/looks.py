"""What the page's own stylesheet says of an element: the few kinds of rules that our pages use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .tree import Element

COMMENT = re.compile(r"/\*.*?\*/", re.S)
PART = re.compile(r"([#.]?)([\w-]+)")
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
LANGUAGE = re.compile(r":lang\((\w+)\)")
INHERITED = ("color", "font-weight", "font-size", "text-align", "white-space", "fill", "stroke", "stroke-width")
INHERITED += ("text-anchor", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "stroke-opacity", "paint-order")


@dataclass(frozen=True)
class Compound:
    """One step of a selector: what an element must be."""

    tag: str
    id: str
    classes: frozenset[str]

    def fits(self, element: Element) -> bool:
        """Whether the element is of this kind."""
        right_name = self.tag in ("", element.tag) and self.id in ("", element.attributes.get("id", ""))
        return right_name and self.classes <= set(element.classes)


@dataclass(frozen=True)
class Rule:
    """Declarations and the path of elements they hold for; weight orders rules as CSS does."""

    path: tuple[Compound, ...]
    weight: tuple[int, int, int, int]
    declared: dict[str, str]


@dataclass(frozen=True)
class Stylesheet:
    """The rules of a page by rising weight, and what was found of its elements before."""

    rules: tuple[Rule, ...]
    ids: frozenset[str]  # that any rule names: other ids change no look
    asked: dict[tuple, dict[str, str]] = field(default_factory=dict)
    known: dict[Element, dict[str, str]] = field(default_factory=dict)


def stylesheet(source: str, language: str) -> Stylesheet:
    """The rules for every medium; language decides the rules that name one."""
    variables, rules = {}, []
    for selectors, body in _blocks(COMMENT.sub("", source)):
        declared = dict(_declared(body))
        for selector in selectors.split(","):
            if selector.strip() == ":root":
                variables.update({name: value for name, value in declared.items() if name.startswith("--")})
                continue
            path = _path(selector.strip(), language)
            if path:
                rules.append(Rule(path, (*_weight(path), len(rules)), declared))
    filled = (Rule(rule.path, rule.weight, {k: _filled(v, variables) for k, v in rule.declared.items()}) for rule in rules)
    ids = frozenset(step.id for rule in rules for step in rule.path)
    return Stylesheet(tuple(sorted(filled, key=lambda rule: rule.weight)), ids)


def _blocks(source: str) -> list[tuple[str, str]]:
    """Selectors and bodies of the outermost rules; rules for one medium (@…) are left out."""
    blocks, depth, start, head = [], 0, 0, ""
    # A loop over brackets: rules of a medium hold rules.
    for found in re.finditer(r"[{}]", source):
        if found.group() == "{":
            if depth == 0:
                head, start = source[start : found.start()].strip(), found.end()
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            if not head.startswith("@"):
                blocks.append((head, source[start : found.start()]))
            start = found.end()
    return blocks


def _declared(body: str) -> list[tuple[str, str]]:
    pairs = (line.split(":", 1) for line in body.split(";") if ":" in line)
    return [(name.strip(), value.strip()) for name, value in pairs]


def _path(selector: str, language: str) -> tuple[Compound, ...]:
    """The steps of a selector; empty where it is of another language, or of a kind that no drawing or table needs."""
    if any(named != language for named in LANGUAGE.findall(selector)):
        return ()
    plain = LANGUAGE.sub("", selector).strip()
    if not plain or re.search(r"[:>+~\[*@]", plain):
        return ()
    return tuple(_compound(step) for step in plain.split())


def _compound(step: str) -> Compound:
    parts = PART.findall(step)
    names = {kind: [name for sign, name in parts if sign == kind] for kind in ("", "#", ".")}
    return Compound("".join(names[""]), "".join(names["#"]), frozenset(names["."]))


def _weight(path: tuple[Compound, ...]) -> tuple[int, int, int]:
    ids, tags = sum(step.id != "" for step in path), sum(step.tag != "" for step in path)
    return ids, sum(len(step.classes) for step in path), tags


def _filled(value: str, variables: dict[str, str]) -> str:
    for _ in range(3):
        value = VARIABLE.sub(lambda found: variables.get(found.group(1), ""), value)
    return value


def own_looks(sheet: Stylesheet, chain: Sequence[Element]) -> dict[str, str]:
    """What rules declare for the last element of the chain that leads to it."""
    key = tuple((element.tag, _id(sheet, element), element.attributes.get("class", "")) for element in chain)
    found = sheet.asked.get(key)
    if found is None:
        found = {name: value for rule in sheet.rules if _leads(rule.path, chain) for name, value in rule.declared.items()}
        sheet.asked[key] = found
    return found


def _id(sheet: Stylesheet, element: Element) -> str:
    found = element.attributes.get("id", "")
    return found if found in sheet.ids else ""


def _leads(path: tuple[Compound, ...], chain: Sequence[Element]) -> bool:
    if not path[-1].fits(chain[-1]):
        return False
    above = iter(reversed(chain[:-1]))
    return all(any(step.fits(element) for element in above) for step in reversed(path[:-1]))


def looks(sheet: Stylesheet, chain: Sequence[Element]) -> dict[str, str]:
    """What holds for the last element of the chain, with what it takes over from those around it."""
    element = chain[-1]
    if element not in sheet.known:
        around = looks(sheet, chain[:-1]) if len(chain) > 1 else {}
        taken = {name: value for name, value in around.items() if name in INHERITED}
        stated = {name: value for name, value in element.attributes.items() if name in INHERITED}
        sheet.known[element] = {**taken, **stated, **own_looks(sheet, chain)}
    return sheet.known[element]
