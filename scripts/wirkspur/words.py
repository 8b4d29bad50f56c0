"""Words as people write them: what they probably meant, and how values are shown to them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

MONATE = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
    "oktober", "november", "dezember",
)  # fmt: skip

QUOTES = "\"'„“”‚‘’«»‹›`´"

PLATZHALTER = re.compile(
    r"‹[^›]*\b(?:bitte|in\s+einfachen\s+Sätzen)\b[^›]*›"  # what `wirkspur new` writes
    r"|^‹[^›]*›$"
)
"""Text of our own templates; other words between ‹ and › are a quotation."""

BAUSTELLE = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\b[Ll]orem [Ii]psum\b")
"""Words by which people mark what they still mean to write."""

_NUR_PLATZ = re.compile(
    r"[.…?]+|n\.? ?/? ?a\.?|k\. ?a\.?|tb[ad]|todo|fixme|x{3,}|<[a-zäöü][^<>/:@]*>"
    r"|(?:[\w-]+ ){0,2}(?:(?:hier |bitte )+(?:einfügen|eintragen|einsetzen|ergänzen|ersetzen)"
    r"|bitte (?:ausfüllen|wählen))[.!…]*",
    re.IGNORECASE,
)
_MUSTER = re.compile(r"\bJJJJ\b|\bTT\.MM\.")


def leftover(text: str) -> str:
    """The part of a value that still waits to be written, or an empty text.

    One truth for two sides: what this names is reported as such, and not also as a wrong value.
    """
    text = text.strip()
    if _NUR_PLATZ.fullmatch(text):
        return "" if text == "." else text
    match = PLATZHALTER.search(text) or BAUSTELLE.search(text) or _MUSTER.search(text)
    return match[0] if match else ""


# --- likeness ------------------------------------------------------------------------------------

_FOLD = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "ł": "l", "ø": "oe", "đ": "d",
    " ": "_", "-": "_", "\N{NON-BREAKING HYPHEN}": "_", "–": "_",
})  # fmt: skip


def plain(word: str) -> str:
    """Fold what writers vary: case, umlauts, accents, quotes, blanks, hyphens, the invisible."""
    word = unicodedata.normalize("NFC", word).strip().strip(QUOTES).lower().translate(_FOLD)
    return "".join(
        c
        for c in unicodedata.normalize("NFKD", word)
        if unicodedata.category(c) not in {"Mn", "Cf"}
    )


def similar(word: str, words: Iterable[str], count: int = 1) -> list[str]:
    """The nearest of `words`, nearest first."""
    folded = {plain(w): w for w in words}
    bare = plain(word)
    if count == 1 and bare in folded:
        return [folded[bare]]
    return [folded[w] for w in difflib.get_close_matches(bare, list(folded), count, 0.7)]


def did_you_mean(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """A hint: the nearest allowed word, or `otherwise`."""
    near = similar(word, words)
    return f"Meinten Sie „{near[0]}“?" if near else otherwise


def several(text: str) -> list[str]:
    """The parts of what may be a list on one line: `a, b`, `a und b`; empty if it is none."""
    parts = [part.strip() for part in re.split(r"[,;/|]|\s+(?:und|oder|sowie)\s+|\s&\s", text)]
    return [part for part in parts if part] if len(parts) > 1 else []


def suggest_id(text: str) -> str:
    """The id a person probably wanted; never empty."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-") or "eintrag"


# --- showing -------------------------------------------------------------------------------------


def listing(words: Iterable[str]) -> str:
    """`a, b oder c`."""
    *first, last = list(words)
    return f"{', '.join(first)} oder {last}" if first else last


def shown(value: object, limit: int = 60) -> str:
    """A value as people see it in their file, shortened."""
    if isinstance(value, Mapping):
        return "eigene Felder"
    if isinstance(value, (list, tuple)):
        return "eine Liste"
    text = " ".join(str(value).split())
    return f"„{text if len(text) <= limit else text[: limit - 1] + '…'}“"


def quoted(text: str) -> str:
    """A value in quotation marks that keep it one text."""
    return f"'{text}'" if '"' in text and "'" not in text else f'"{text.replace(chr(34), chr(39))}"'


def ascii_digits(text: str) -> str:
    """The same text with all digits of the world as 0–9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
