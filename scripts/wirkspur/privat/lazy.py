"""Regular expressions that cost nothing until they are used.

Compiling all of this package's takes 100 ms; a clean repository needs none of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

Match = re.Match[str]


class Lazy:
    """A regular expression, compiled when first used."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Take what re.compile takes."""
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def finditer(self, text: str, start: int = 0, stop: int = sys.maxsize) -> Iterator[Match]:
        """All places, from left to right."""
        return self._compiled.finditer(text, start, stop)

    def search(self, text: str, start: int = 0) -> Match | None:
        """The first place."""
        return self._compiled.search(text, start)

    def match(self, text: str, start: int = 0) -> Match | None:
        """What begins at `start`."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> Match | None:
        """The whole text."""
        return self._compiled.fullmatch(text)

    def sub(self, instead: Callable[[Match], str], text: str) -> str:
        """The text with all places replaced."""
        return self._compiled.sub(instead, text)
