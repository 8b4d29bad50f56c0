"""What writers or programs hide from a plain search, as people see it on the page.

`&#64;`, `\\u0040`, a soft hyphen, full-width digits, stars of emphasis: there they are gone or look
like the plain sign. Positions lead back to where they came from.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from .lazy import Lazy, Match

_ODD = Lazy(
    r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"
    r"|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\U[0-9a-fA-F]{8}|\\(?=[@._()+*-])|%40|%2[bB]|\r(?=\n)"
    r"|<!--.{0,200}?-->|</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,200})?/?>"
    r"|[\xad\u061c\u200b-\u200f\u2060-\u2064\ufeff]+"
    r"|[\xa0\u2000-\u200a\u202f\u205f\u3000]|[\u2010\u2011\u2212]|[\uff01-\uff5e\ufe6b]"
    r"|[\u0660-\u0669\u06f0-\u06f9]|[A-Za-z][\u0300-\u036f]+"
    r"|\*{1,3}(?=[^\W\d])|(?<=[\w.:])\*{1,3}|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)"
)
_PERHAPS = re.compile(
    r"[&\\%<*\r\xa0\xad\u061c\u0300-\u036f\u0660-\u06f9\u2000-\u200f\u2010\u2011\u202f"
    r"\u205f-\u2064\u2212\u3000\ufe6b\ufeff\uff01-\uff5e]|__"
)
"""Without one of these nothing is odd; most files have none."""
_INLINE = Lazy(r"</?(?:a|b|em|font|i|mark|s|small|span|strong|su[bp]|u|wbr)\b", re.IGNORECASE)
_FAR = 1 << 40


@dataclass(frozen=True, slots=True)
class Clear:
    """A text as people see it, and where each sign of it came from."""

    text: str
    pieces: tuple[tuple[int, int, int], ...] = ()
    """Where the text was changed: (position here, position there, how wide it is there)."""

    def origin(self, position: int) -> tuple[int, int]:
        """From where to where a sign stands in the text as written."""
        number = bisect_right(self.pieces, (position, _FAR, 0)) - 1
        if number < 0:
            return position, position + 1
        here, there, width = self.pieces[number]
        if here == position and width:
            return there, there + width
        ahead = there + width + position - here - (1 if width else 0)
        return ahead, ahead + 1


def clear(text: str) -> Clear:
    """The text as people see it."""
    if not _PERHAPS.search(text):
        return Clear(text)
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    done = length = 0
    for match in _ODD.finditer(text):
        instead = _plain(match)
        parts += (text[done : match.start()], instead)
        length += match.start() - done
        if len(instead) == 1:
            pieces.append((length, match.start(), match.end() - match.start()))
        else:  # nothing is left, or several signs: what follows goes on behind it
            pieces.append((length + len(instead), match.end(), 0))
        length += len(instead)
        done = match.end()
    parts.append(text[done:])
    return Clear("".join(parts), tuple(pieces))


def _plain(match: Match) -> str:
    """What people see instead of something odd."""
    found = match[0]
    first = found[0]
    if first == "&":
        return html.unescape(found)
    if first == "%":
        return "@" if found == "%40" else "+"
    if first == "\\":
        code = int(found[2:], 16) if len(found) > 1 else 0
        return chr(code) if 31 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""
    if first == "<":
        return "" if found[1] == "!" or _INLINE.match(found) else " "
    if first in "*_\r":
        return ""
    if first in "\u2010\u2011\u2212":
        return "-"
    if first.isdecimal():
        return str(unicodedata.decimal(first))
    if len(found) > 1 and first.isalpha():
        return unicodedata.normalize("NFC", found)
    folded = unicodedata.normalize("NFKC", found)
    return folded if folded.isprintable() else ""
