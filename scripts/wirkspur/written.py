"""Files as people wrote them, to be searched as a whole: fields, body, broken ones too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from .findings import Location
from .records.common import RecordType
from .register import Register

_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"„“”«»‹›]+", re.IGNORECASE)
_KEY = re.compile(r"[ \t]*(?:- +)?([a-z_]+):(?:\s|$)")


@dataclass(frozen=True)
class Written:
    """One file. `typ` is None for a hand-written page; positions count characters of `text`.

    `body` is where the Markdown begins: 0 for a hand-written page without fields, the length of
    the text for a file that is fields only.
    """

    path: str
    text: str
    body: int
    typ: RecordType | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def at(self, position: int) -> Location:
        """Where a position stands."""
        number = bisect_right(self._starts, position)
        return Location(self.path, number, position - self._starts[number - 1] + 1)

    @cached_property
    def without_addresses(self) -> str:
        """The text with web addresses blanked out; every position stays what it is."""
        return _ADDRESS.sub(lambda m: " " * len(m[0]), self.text)

    def field(self, position: int) -> str:
        """The name of the field that a position belongs to; empty in the body."""
        if position >= self.body:
            return ""
        number = bisect_right(self._starts, position)
        for start in reversed(self._starts[:number]):
            if key := _KEY.match(self.text, start):
                return key[1]
        return ""


def written(register: Register) -> Iterator[Written]:
    """Every file that people wrote and that can be read as text, records first, then pages."""
    for typ, document in register.documents:
        if document.raw:
            whole = document.body_start or (len(document.text) if typ.endung != ".md" else 0)
            yield Written(document.path, document.text, whole, typ)
    for path, raw in register.prose.items():
        if path.endswith(".md"):
            text = raw.decode("utf-8", "replace").lstrip("\ufeff")
            yield Written(path, text, _head(text))


def _head(text: str) -> int:
    """Where the body of a hand-written page begins."""
    found = re.match(r"---\r?\n.*?^---[ \t]*\r?$\n?", text, re.DOTALL | re.MULTILINE)
    return found.end() if found else 0
