"""A page of ours as a tree of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Union

VOID = frozenset(("meta", "link", "br", "hr", "img", "input", "col", "wbr"))
BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(eq=False)
class Element:
    """An element with its children, equal to itself alone; names of elements and attributes are in small letters."""

    tag: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)

    @property
    def classes(self) -> tuple[str, ...]:
        """The words of its class attribute."""
        return tuple(self.attributes.get("class", "").split())

    @property
    def elements(self) -> list[Element]:
        """Its children without the text between them."""
        return [child for child in self.children if isinstance(child, Element)]

    def every(self, tag: str) -> Iterator[Element]:
        """All elements of a kind below this one, in the order of the page."""
        for child in self.elements:
            if child.tag == tag:
                yield child
            yield from child.every(tag)

    def first(self, tag: str) -> Element | None:
        """The first element of a kind below this one."""
        return next(self.every(tag), None)


Node = Union[Element, str]


class _Builder(HTMLParser):
    """Builds the tree; the pages are ours and nest well."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def tree(page: str) -> Element:
    """The page's html element."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    found = builder.root.first("html")
    return builder.root if found is None else found


def words_of(node: Node) -> str:
    """All text of a node as one line, blanks of the source gathered; thin and wide spaces stay."""
    return BLANKS.sub(" ", _raw(node)).strip(" ")


def _raw(node: Node) -> str:
    return node if isinstance(node, str) else "".join(_raw(child) for child in node.children)
