"""One file, seen by the finders of this package.

Nearly all files hold nothing private. A quick look says so without any search: the words of a file
against the words that no finder can do without, and a few signs of long numbers and of mail.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from ..findings import Location
from ..written import Written
from .clear import Clear, clear
from .lazy import Lazy
from .nachnamen import AUCH_WORT, NACHNAMEN
from .vornamen import VORNAMEN
from .woerter import ANLASS, IBAN

T = TypeVar("T")

# --- the quick look ------------------------------------------------------------------------------

KONTO = frozenset(f"{land}{number:02}".encode() for land in IBAN for number in range(2, 99))
"""How bank accounts begin: DE02 to DE98."""
HAUS = frozenset(f"{number}{sign}".encode() for number in range(1, 300) for sign in ("", *"abcd"))
"""Numbers of houses."""
NAMEN = frozenset(
    f"{before}{name}{after}".encode()
    for name in VORNAMEN | (NACHNAMEN - AUCH_WORT)
    for before, after in (("", ""), ("", ":"), ("„", ""))
)
"""Given names, and surnames that are no other word."""
_TELLTALE = NAMEN | KONTO | HAUS | {word.encode() for word in ANLASS}
"""Without one of these words no finder of names, origins, births or labels finds anything."""
_NONE: frozenset[bytes] = frozenset()
_SPLIT = bytes(c if c >= 128 or chr(c).isalnum() or c in b":-" else ord(" ") for c in range(256))
_NOT_ODD = bytes(c for c in range(256) if c not in b"&\\%\xc2\xcc\xcd\xd9\xdb\xef")
"""All bytes but those of signs that may hide a word or a number."""
_QUELLEN = re.compile(rb"^quellen:.*?(?=^[^\s-]|\Z)", re.DOTALL | re.MULTILINE)


class Files(Protocol):
    """What holds the files of a repository (Facts does)."""

    @property
    def written(self) -> list[Written]:
        """Every file as people wrote it."""


def suspects(facts: Files) -> list[View]:
    """The few files that may hold something private; sought once and kept with the facts."""
    kept: list[View] | None = facts.__dict__.get("_suspects")
    if kept is None:
        kept = facts.__dict__["_suspects"] = [view for view in map(look, facts.written) if view]
    return kept


def look(file: Written) -> View | None:
    """The view of a file; None where nothing private can stand."""
    raw = file.text.encode("utf-8", "replace")
    if raw.translate(None, _NOT_ODD):
        raw = clear(file.text).text.encode("utf-8", "replace")
    plain = raw.translate(_SPLIT)
    words = plain.split()
    found = _NONE if _TELLTALE.isdisjoint(words) else _TELLTALE.intersection(words)
    if found and b"\nquellen:" in raw:
        # Works that were published may be cited; most files name nobody but their authors.
        found = _TELLTALE.intersection(_QUELLEN.sub(b"", raw).translate(_SPLIT).split())
    phone = b" 0" in plain or b"+" in raw or b":0" in plain
    account = b" DE" in plain or not found.isdisjoint(KONTO)
    at = b"@" in raw
    return View(file, found, phone, account, at) if found or phone or account or at else None


# --- the view ------------------------------------------------------------------------------------

_KEY = Lazy(r"[ \t]*(?:- +)*([a-z_]+):(?:\s|$)")


@dataclass(frozen=True)
class View:
    """A file as people read it."""

    file: Written
    found: frozenset[bytes]
    """The telltale words in it."""
    phone: bool
    """Whether digits stand together as in a telephone number."""
    account: bool
    """Whether there is what a bank account begins with."""
    at: bool
    """Whether there is an @."""

    @cached_property
    def _clear(self) -> Clear:
        return clear(self.file.text)

    @property
    def text(self) -> str:
        """The text as people read it; positions of finders count its signs."""
        return self._clear.text

    @cached_property
    def without_addresses(self) -> str:
        """The text with web addresses blanked out; every position stays what it is."""
        return replace(self.file, text=self.text).without_addresses

    @cached_property
    def body(self) -> int:
        """Where the running text begins."""
        places = range(len(self.text))
        return bisect_left(places, self.file.body, key=lambda p: self._clear.origin(p)[0])

    def has(self, words: frozenset[bytes]) -> bool:
        """Whether one of these telltale words occurs."""
        return not self.found.isdisjoint(words)

    def once(self, name: str, find: Callable[[], Iterable[T]]) -> list[T]:
        """What is found here under this name, sought once however many rules ask."""
        kept: list[T] | None = self.__dict__.get(name)
        if kept is None:
            kept = self.__dict__[name] = list(find())
        return kept

    def spot(self, start: int, end: int) -> tuple[Location, int]:
        """Where a part of the text stands in the file, and how much of that line it fills."""
        first, last = self._clear.origin(start)[0], self._clear.origin(end - 1)[1]
        line_end = self.file.text.find("\n", first)
        return self.file.at(first), (last if line_end < 0 else min(last, line_end)) - first

    def way(self, position: int) -> tuple[str, ...]:
        """The names of the fields a position lies in, from outside in; empty in the body."""
        origin = self._clear.origin(position)[0]
        if origin >= self.file.body:
            return ()
        stop = self.file.text.find("\n", origin)
        names: list[str] = []
        column = len(self.file.text)
        for line in reversed(self.file.text[: stop if stop >= 0 else column].split("\n")):
            key = _KEY.match(line)
            if key and key.start(1) < column:
                column = key.start(1)
                names.append(key[1])
        return tuple(reversed(names))
