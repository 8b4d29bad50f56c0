"""The writers' own German in a file: everything else is blanked, every position stays what it is.

Rules about words must not blame what somebody else said, how a source or an office is called, or
what is no German at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FOREIGN = frozenset({
    "quellen", "quelle", "uebersetzungen", "url", "web", "email", "telefon", "beleg",
    "anbieter", "partner", "traeger", "namen", "name", "zustaendig_wer", "treffpunkt", "adressen",
})  # fmt: skip
"""Fields that hold titles, names, addresses or other languages: nobody here chose their words."""

_KEY = re.compile(r"( *(?:- +)*)([a-z_]+):(?=\s|$)")
_CODE = re.compile(r"^[ \t]*(```|~~~).*?(?:^[ \t]*\1|\Z)|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"\n]*\")?\)|(?<=\])\{[^{}\n]*\}|\{[#:.][^{}\n]*\}")
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]{0,500}|!--[^<>]{0,500}--)>")
_CITED = re.compile(
    r"„[^„“”\"]{0,500}[“”\"]|“[^“”]{0,500}”|«[^«»]{0,500}»|»[^«»]{0,500}«|[‚‘][^‚‘’]{0,500}[‘’]"
)
_STRAIGHT = re.compile(
    r"(?<!\w)(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}')(?!\w)|^[ \t]*>.*$", re.MULTILINE
)
_INNER = re.compile(r"(?<![:-] )(?<!\w)(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}')(?!\w)")
"""Straight quotes around a whole value are only its writing; inside of one they cite."""


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """The text with whatever matches replaced by as many blanks; lines stay lines."""
    for pattern in patterns:
        text = pattern.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def body_text(text: str) -> str:
    """Markdown without code, tags and the targets of links."""
    return blanked(text, _CODE, _TAG, _LINK)


def own_words(text: str, body: int) -> str:
    """What the writer says: no quotation, no title, no name, no other language.

    `body` is where the Markdown begins. Web addresses must be gone already.
    """
    head = "\n".join(_own_lines(text[:body].split("\n")))
    return blanked(head, _CITED, _INNER) + blanked(body_text(text[body:]), _CITED, _STRAIGHT)


def _own_lines(lines: Iterable[str]) -> Iterable[str]:
    depth = -1
    for line in lines:
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        inside = indent > depth or (indent == depth and bare.startswith("- "))
        if depth >= 0 and (inside or not bare.strip()):
            yield " " * len(line)
            continue
        depth = -1
        if (key := _KEY.match(line)) and key[2] in _FOREIGN:
            depth = len(key[1])
        yield " " * len(line) if depth >= 0 else line
