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


def similar(word: str, words: Iterable[str], count: int = 1, likeness: float = 0.7) -> list[str]:
    """The nearest of `words`, nearest first."""
    folded = {plain(w): w for w in words}
    bare = plain(word)
    if count == 1 and bare in folded:
        return [folded[bare]]
    return [folded[w] for w in difflib.get_close_matches(bare, list(folded), count, likeness)]


def did_you_mean(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """A hint: the nearest allowed word, or `otherwise`."""
    near = similar(word, words)
    return f"Meinten Sie „{near[0]}“?" if near else otherwise


def several(text: str) -> list[str]:
    """The parts of what may be a list on one line: `a, b`, `a und b`; empty if it is none."""
    parts = [part.strip() for part in re.split(r"[,;|]|\s/\s|\s+(?:und|oder|sowie)\s+|\s&\s", text)]
    return [part for part in parts if part] if len(parts) > 1 else []


def suggest_id(text: str) -> str:
    """The id a person probably wanted; never empty."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-") or "eintrag"


_SPRACHEN = {
    "albanisch": "sq", "amharisch": "am", "arabisch": "ar", "armenisch": "hy", "bosnisch": "bs",
    "bulgarisch": "bg", "chinesisch": "zh", "dari": "prs", "deutsch": "de", "englisch": "en",
    "farsi": "fa", "franzoesisch": "fr", "griechisch": "el", "hindi": "hi", "italienisch": "it",
    "japanisch": "ja", "koreanisch": "ko", "kroatisch": "hr", "kurdisch": "ku",
    "kurmandschi": "kmr", "mazedonisch": "mk", "niederlaendisch": "nl", "paschtu": "ps",
    "persisch": "fa", "polnisch": "pl", "portugiesisch": "pt", "romanes": "rom",
    "rumaenisch": "ro", "russisch": "ru", "serbisch": "sr", "somali": "so", "spanisch": "es",
    "tamil": "ta", "tigrinya": "ti", "tuerkisch": "tr", "ukrainisch": "uk", "ungarisch": "hu",
    "urdu": "ur", "vietnamesisch": "vi",
}  # fmt: skip


def language_code(word: str) -> str:
    """The code of a language that was named by a word, or in capitals; or an empty text."""
    bare = plain(word)
    short = bare if re.fullmatch(r"[a-z]{2,3}", bare) else ""
    return short or next((_SPRACHEN[w] for w in similar(bare, _SPRACHEN)), "")


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


_WEB = re.compile(
    r"(?P<http>h?t{1,2}ps?\s?[:;]\s?[/\\]{0,3}|https?//)?"
    r"(?P<rest>(?:[\w-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#][^\s<>\"„“”«»‹›]*?)?)[)\]>.,;\"“”’»›]*\Z",
    re.IGNORECASE,
)


def guess_web(text: str) -> str:
    """The one web address that stands at the end of a text, made whole; or an empty text."""
    match = _WEB.search(text)
    before = text[: match.start()] if match else ""
    if match is None or "@" in text or re.search(r"://|www\.|[\w.]:", before):
        return ""
    scheme = match["http"] or ("https://" if not before.strip(QUOTES + "(<[]") else "")
    secure = "" if scheme.lower().startswith(("http:", "http;")) else "s"
    return f"http{secure}://{match['rest']}" if scheme or "www." in match["rest"] else ""
