"""Which encoding the bytes of a file are in, and the evidence for it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..words import Text, text

UTF8, UTF16_LE, UTF16_BE, GB18030, BIG5 = "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"
AUTO = "auto"
CHOICES = (AUTO, UTF8, GB18030, BIG5, "UTF-16")
# Python's Big5 with the Hong Kong characters takes all but a few signs of Windows' code page.
CODECS = {UTF8: "utf-8", UTF16_LE: "utf-16-le", UTF16_BE: "utf-16-be", GB18030: "gb18030", BIG5: "big5hkscs"}
MARKS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, UTF16_LE), (codecs.BOM_UTF16_BE, UTF16_BE))
# What people, .cpg files and code pages call them.
SPOKEN = {
    "utf8": UTF8, "utf8sig": UTF8, "65001": UTF8,
    "gb18030": GB18030, "gbk": GB18030, "gb2312": GB18030, "cp936": GB18030, "936": GB18030, "ansi936": GB18030, "euccn": GB18030,
    "big5": BIG5, "big5hkscs": BIG5, "cp950": BIG5, "950": BIG5, "ansi950": BIG5,
    "utf16": UTF16_LE, "utf16le": UTF16_LE, "utf16be": UTF16_BE,
}  # fmt: skip

COMMON_FILE = Path(__file__).parent / "common_characters.txt"
SAMPLE_BYTES, SAMPLE_PIECES = 8_192, 16
# What a decoded character says for (or against) its encoding: logarithms, by feel and test.
FREQUENT, USUAL, RARE, PUNCTUATION, FOREIGN, SIGN, IMPOSSIBLE = 2.5, 0.5, -1.5, 1.0, -0.5, -1.0, -6.0
CERTAIN_BY = 4.0
SIGNS_OF_TEXT = frozenset(map(ord, "“”‘’—…·"))
REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Encoding:
    """An encoding's name, why it is believed, and whether another would do nearly as well; mark is the length of the BOM."""

    name: str
    evidence: Text
    certain: bool = True
    mark: int = 0

    @property
    def codec(self) -> str:
        """What Python calls it."""
        return CODECS[self.name]


def stated_encoding(words: str) -> str | None:
    """The encoding that a word of people or of a .cpg file names."""
    return SPOKEN.get("".join(filter(str.isalnum, words.lower())))


def encoding_of(data: bytes, *, stated: str = AUTO) -> Encoding:
    """The encoding of a file's bytes: what its mark or the user says, else the one that reads best.

    Raises InputError for an encoding that is not known.
    """
    marked = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), None)
    if stated.lower() != AUTO:
        return _as_stated(data, stated, marked)
    if marked:
        return Encoding(marked[1], text("the file begins with the mark of {name}", name=marked[1]), mark=len(marked[0]))
    return _most_likely(_sample(data))


def _as_stated(data: bytes, stated: str, marked: tuple[bytes, str] | None) -> Encoding:
    name = stated_encoding(stated)
    if name is None:
        raise InputError(text("Unknown {key} “{words}”. Known: {known}.", key="ENCODING", words=stated, known=", ".join(CHOICES)))
    if name == UTF16_LE and not stated.lower().endswith("le"):
        name = marked[1] if marked and marked[1] == UTF16_BE else _fuller_utf16(data)
    mark = len(marked[0]) if marked and marked[1] == name else 0
    return Encoding(name, text("as ENCODING says"), mark=mark)


def _fuller_utf16(data: bytes) -> str:
    """The byte order under which more bytes of ASCII stand where they should."""
    head = np.frombuffer(data[:SAMPLE_BYTES], np.uint8)
    return UTF16_BE if (head[::2] == 0).sum() > (head[1::2] == 0).sum() else UTF16_LE


def _sample(data: bytes) -> bytes:
    """The bytes that tell: whole lines around some of those beyond ASCII, spread over the file."""
    if len(data) <= SAMPLE_BYTES * SAMPLE_PIECES or b"\0" in data[:SAMPLE_BYTES]:
        return data[: SAMPLE_BYTES * SAMPLE_PIECES]
    beyond = np.array([_beyond_ascii(data[at : at + SAMPLE_BYTES]) for at in range(0, len(data), SAMPLE_BYTES)])
    if not beyond.any():
        return b""
    told = np.linspace(0, beyond.sum() - 1, SAMPLE_PIECES).astype(int)
    places = np.unique(np.searchsorted(np.cumsum(beyond), told, side="right"))
    return b"\n".join(_whole_lines(data, int(place) * SAMPLE_BYTES) for place in places)


def _beyond_ascii(raw: bytes) -> int:
    return int((np.frombuffer(raw, np.uint8) >= 0x80).sum())


def _whole_lines(data: bytes, start: int) -> bytes:
    first = data.rfind(b"\n", max(0, start - SAMPLE_BYTES), start) + 1
    last = data.find(b"\n", start + SAMPLE_BYTES, start + 2 * SAMPLE_BYTES)
    return data[first : start + SAMPLE_BYTES if last < 0 else last]


def _most_likely(sample: bytes) -> Encoding:
    if sample.isascii() and b"\0" not in sample:
        return Encoding(UTF8, text("the file holds ASCII characters only"))
    names = [UTF8, GB18030, BIG5] + ([UTF16_LE, UTF16_BE] if b"\0" in sample else [])
    read = {name: _read(sample, name) for name in names}
    # Equal scores: the order of the list, most used first.
    ranked = sorted(names, key=lambda name: -_score(read[name]))
    best, second = ranked[0], ranked[1]
    certain = _score(read[best]) - _score(read[second]) >= CERTAIN_BY
    return Encoding(best, _evidence(best, second, read), certain=certain)


def _read(sample: bytes, name: str) -> str:
    """The sample in an encoding; a character cut at its end is not held against it."""
    decoder = codecs.getincrementaldecoder(CODECS[name])(errors="replace")
    return decoder.decode(sample)


def _evidence(best: str, second: str, read: dict[str, str]) -> Text:
    beyond = [letter for letter in read[best] if letter > "\x7f"]
    if best == UTF8 and REPLACEMENT not in beyond:
        return text("all {count} characters beyond ASCII that were looked at are valid UTF-8", count=len(beyond))
    return text(
        "{share} % of its {count} Chinese characters are common ones; read as {other} it would be {other_share} %",
        share=_common_share(read[best]),
        count=len(beyond),
        other=second,
        other_share=_common_share(read[second]),
    )


def _common_share(words: str) -> int:
    beyond = [letter for letter in words if letter > "\x7f"]
    return round(100 * sum(letter in _frequent() for letter in beyond) / max(len(beyond), 1))


@lru_cache(maxsize=16)
def _score(words: str) -> float:
    letters, counts = np.unique(np.array(list(words), dtype="<U1"), return_counts=True)
    return float(sum(_weight(letter) * count for letter, count in zip(letters.tolist(), counts.tolist())))


def likelihood(words: str) -> float:
    """How much a text looks like Chinese as people write it; above 0 it does."""
    return _score(words)


@lru_cache(maxsize=65_536)
def _weight(letter: str) -> float:
    code = ord(letter) if letter else 0  # numpy makes NUL an empty text
    if 0x20 <= code < 0x7F or code in (0x09, 0x0A, 0x0D):
        return 0.0
    if letter in _frequent():
        return FREQUENT
    if 0x4E00 <= code <= 0x9FFF:
        return USUAL if letter in _usual() else RARE
    if 0x3001 <= code <= 0x3015 or 0xFF01 <= code <= 0xFF5E or code in SIGNS_OF_TEXT:
        return PUNCTUATION
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or letter == REPLACEMENT:
        return IMPOSSIBLE
    if 0x3400 <= code <= 0x4DBF or code > 0xFFFF:
        return RARE
    return FOREIGN if code < 0x0400 else SIGN


@cache
def _frequent() -> frozenset[str]:
    return frozenset(COMMON_FILE.read_text(encoding="utf-8")) - {"\n"}


@cache
def _usual() -> frozenset[str]:
    """The characters that GB 2312 and Big5 put into their first level."""
    simplified = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = (bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in trails)
    return frozenset([code.decode("gb2312", "ignore") for code in simplified] + [code.decode("big5", "ignore") for code in traditional]) - {
        ""
    }
