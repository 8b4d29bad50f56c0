"""What people leave where they still mean to write something.

One truth for two sides: what stands here is reported as unfinished, and not also as a wrong value.
"""

from __future__ import annotations

import re

PLATZHALTER = re.compile(
    r"‹[^›]*\b(?:bitte|in\s+einfachen\s+Sätzen)\b[^›]*›"  # what `wirkspur new` writes
    r"|\A‹[^›]*›\Z"
)
"""Text of our own templates; other words between ‹ and › are a quotation."""

_WORT = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+|JJJJ)\b|\bTT\.MM\.|\b[Ll]orem\s[Ii]psum\b")
_ALLES = re.compile(
    r"\.{2,}|…+|\?+|NA|(?i:n/a|n\.a\.?|k\. ?a\.?|tbd|todo|fixme|x{3,}|<[a-zäöü][^<>/:@]*>"
    r"|(?:[\w-]+ ){0,2}(?:(?:hier |bitte )+(?:einfügen|eintragen|einsetzen|ergänzen|ersetzen)"
    r"|bitte (?:ausfüllen|wählen))[.!…]*)"
)
_IM_TEXT = re.compile(
    r"‹[^›]*\b(?:bitte|in\s+einfachen\s+Sätzen)\b[^›]*›|\b(?:TODO|FIXME)\b|\b[Ll]orem\s[Ii]psum\b"
)
_UEBERALL = tuple(
    word.encode()
    for word in (
        "‹", ": <", "- <", "  <", '"<', "'<", "TODO", "FIXME", "TBD", "XXX", "JJJJ", "TT.MM.",
        "psum",
    )
)  # fmt: skip
_WORTE = (
    "..", "...", "....", "…", "……", "?", "??", "???", "xxx", "xxxx", "NA", "n/a", "N/A", "n.a.",
    "N.A.", "n.a", "k.A.", "k.A", "K.A.", "k.a.", "k.", "K.", "tbd", "Tbd", "todo", "Todo", "ToDo",
    "fixme", "einfügen", "eintragen", "einsetzen", "ergänzen", "ersetzen", "ausfüllen", "wählen",
)  # fmt: skip
_ALLEIN = frozenset(
    f"{before}{word}{after}".encode()
    for word in _WORTE
    for before in ("", '"', "'")
    for after in ("", '"', "'", ".", "!", "…")
)


def telltale(raw: bytes) -> bool:
    """Whether a file may hold something unfinished: a quick look that spares most files the rest.

    Whoever leaves a value to the check that names the unfinished asks this too, so that nothing is
    lost between the two.
    """
    for word in _UEBERALL:
        if word in raw:
            return True
    return not _ALLEIN.isdisjoint(raw.split())


def unfinished(text: str) -> str:
    """The part of a value that still waits to be written, or an empty text."""
    text = text.strip()
    if _ALLES.fullmatch(text):
        return text
    match = PLATZHALTER.search(text) or _WORT.search(text)
    return match[0] if match else ""


def unfinished_parts(body: str) -> list[tuple[int, str]]:
    """Where something unfinished stands in running text."""
    return [(match.start(), match[0]) for match in _IM_TEXT.finditer(body)]
