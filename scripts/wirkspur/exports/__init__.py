"""Site → files for other programs: one module per kind of file, found by its place here.

A module has `files(site, adressen)`, which gives an Export for every file it makes. `adressen` are
those of all pages, with their slash at the end. Nothing more is needed: output/making.py asks all
modules, and writes only what has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """A file before it is made.

    `path` is relative to the site. `key` is everything the file is made from, as plain values:
    while it stays the same, the file need not be made again (the program, the day and the
    registers are known to everybody and need not stand in it). `content` gives the bytes and runs
    only when the file is made.
    """

    path: str
    key: object
    content: Callable[[], bytes]
