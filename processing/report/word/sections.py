"""The blocks of a page in sections of one paper, and the headings as Word will count them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .pageblocks import Block, Heading, Start


@dataclass(frozen=True)
class Section:
    """Pages of one kind (cover, front, body or brief) and one paper; a Start among its blocks begins a new page."""

    kind: str
    wide: bool
    blocks: tuple[Block, ...]


def sections_of(blocks: Sequence[Block]) -> list[Section]:
    """The sections in reading order; of starts with nothing between them the last one holds."""
    found: list[Section] = []
    pending: Start | None = None
    # A loop over blocks: what begins depends on what came before.
    for block in blocks:
        if isinstance(block, Start):
            pending = block
            continue
        if pending is not None or not found:
            _begin(found, pending or Start("chapter"))
            pending = None
        last = found[-1]
        found[-1] = replace(last, blocks=(*last.blocks, block))
    return found


def _begin(found: list[Section], start: Start) -> None:
    kind = start.kind if start.kind in ("cover", "front", "brief") else "body"
    last = found[-1] if found else None
    if last is not None and (last.kind, last.wide) == (kind, start.wide):
        found[-1] = replace(last, blocks=(*last.blocks, start))
    else:
        found.append(Section(kind, start.wide, ()))


def counted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every heading marked whose printed number is the one that counting headings gives."""
    return list(_counted(blocks))


def _counted(blocks: Sequence[Block]) -> Iterator[Block]:
    chapter = part = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif block.level == 1 and block.ordinal == str(chapter + 1):
            chapter, part = chapter + 1, 0
            yield replace(block, counted=True)
        elif block.level == 2 and block.ordinal == f"{chapter}.{part + 1}":
            part += 1
            yield replace(block, counted=True)
        else:
            yield block


def listed(block: Block) -> bool:
    """Whether a heading stands in the table of contents: every chapter, and the parts that have a number."""
    return isinstance(block, Heading) and (block.level == 1 or (block.level == 2 and block.ordinal[:1].isdigit()))
