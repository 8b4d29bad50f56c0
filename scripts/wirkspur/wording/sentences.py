"""German sentences, words and syllables, and how hard a text is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .prose import body_text

WORD = re.compile(r"[^\W\d_]+(?:[’'*:][^\W\d_]+)*")
"""A word; its parts beside a hyphen count by themselves, since hyphens are there to ease reading.
Numbers are none: nobody knows how they are read."""

_SHORT = re.compile(
    r"\w|\w*str|abs|abt|allg|apr|aug|bd|bes|betr|bspw|bzgl|bzw|ca|dez|dr|etc|ev|evtl|exkl|feb|ff|fr"
    r"|frdl|geb|gem|ggfs?|hl|hrsg|inkl|insb|jan|jh|kath|lt|max|mind?|mio|mrd|mtl|mär|nov|nr|okt|pl"
    r"|plz|prof|rd|sept?|sog|std?|tel|tgl|usw|vgl|vs|zt|zzgl"
)
"""Abbreviations whose full stop ends no sentence: z. B., Hauptstr. 5, ca. 20."""
_OPEN = frozenset({"usw", "etc", "ff"})
"""Abbreviations that may end one, if what follows begins like a sentence."""

_END = re.compile(r"(?<![.!?…])[.!?…]++[)\]“”\"’»«›*_]*+(?=[\s\0]|\Z)|\0")
_BEFORE = re.compile(r"([^\W_]+)\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)]|:|>)[ \t]+")
_SKIP = re.compile(r"[ \t]*(?:#|\||!!!|\?\?\?|:::|\[\^?[^\]]*\]:|[-*_=]{3,}\s*$)")
"""Headings, tables, titles of boxes, rules: nothing that is read as a sentence."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it begins in the text it came from, and its words."""

    start: int
    words: tuple[str, ...]


def sentences(text: str, start: int = 0) -> Iterator[Sentence]:
    """The sentences of a Markdown text from `start` on."""
    marked = _BREAK.sub(lambda m: "\0" + " " * (len(m[0]) - 1), text)
    plain = body_text(marked[start:])
    for first, last in _blocks(plain):
        block = plain[first:last]
        begin = 0
        for end in (*_ends(block), len(block)):
            found = [*WORD.finditer(block, begin, end)]
            if len(found) > 2:  # less is a label, an address or what is left of code
                yield Sentence(start + first + found[0].start(), tuple(w[0] for w in found))
            begin = end


def first_sentence(text: str) -> str:
    """The beginning of a plain text up to the end of a sentence, at least two words long."""
    ends = (n for n in _ends(text) if len(WORD.findall(text, 0, n)) > 1)
    return text[: next(ends, len(text))]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """From where to where paragraphs and items of lists reach."""
    begin = position = 0
    for line in text.split("\n"):
        apart = not line.strip() or _SKIP.match(line)
        if (apart or _ITEM.match(line)) and begin < position:
            yield begin, position
            begin = position
        position += len(line) + 1
        if apart:
            begin = position
    if begin < len(text):
        yield begin, len(text)


def _ends(block: str) -> Iterator[int]:
    for match in _END.finditer(block):
        if match[0][0] != "." or match[0].startswith("..") or _is_end(block, match):
            yield match.end()


def _is_end(block: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not in „z. B.“, „12. Klasse“ and „3. Mai“."""
    before = _BEFORE.search(block, max(0, stop.start() - 30), stop.start())
    word = before[1].lower() if before else ""
    after = block[stop.end() : stop.end() + 40].lstrip(' \t\r\n\0„"»›(*_')
    if word.isdecimal() and len(word) < 3:
        return not after
    if word in _OPEN:
        return after[:1].isupper()
    if after[:1].islower():
        return False
    return not _SHORT.fullmatch(word)


# --- syllables -----------------------------------------------------------------------------------

_VOWELS = re.compile(
    "aa|ee|oo|ie|ei|ai|au|eu|äu|oi|ay|ey|[aeiouyäöüáàâãåæéèêëíìîïóòôõøúùûýı]", re.IGNORECASE
)
_SPLIT = (
    (re.compile(r"qu"), "kw"),
    (re.compile(r"^y(?=[aeiou])"), "j"),
    # Familie, Ferien: i and e are heard apart; Industrie would be one too many, which is no matter.
    (re.compile(r"(?<=[aeiouäöü][lnrd])ie(?=n?$)"), "i-e"),
    (re.compile(r"^(be|ge)(?=e[hinr]|ur[lt]|inh|un)"), r"\1-"),
    (re.compile(r"(?<=[dsr])een$"), "e-en"),
    (re.compile(r"eum$"), "e-um"),
    (re.compile(r"zu(?=er|ein)"), "zu-"),
)
_LOAN = {
    "team": 1, "teams": 1, "welcome": 2, "online": 2, "offline": 2, "website": 2, "homepage": 2,
    "creme": 1, "image": 2, "google": 2, "facebook": 2, "community": 4, "june": 1, "europa": 3,
}  # fmt: skip
"""Words that are not spoken as German ones, as often as they occur here."""


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """How many syllables a German word has: its groups of vowels, good enough to tell 1, 2, 3."""
    bare = word.lower()
    if bare in _LOAN:
        return _LOAN[bare]
    for pattern, instead in _SPLIT:
        bare = pattern.sub(instead, bare)
    return max(1, len(_VOWELS.findall(bare)))


# --- how hard it is ------------------------------------------------------------------------------


def grade(text: Sequence[Sentence]) -> float:
    """The first Wiener Sachtextformel (Bamberger and Vanecek 1984): about the year of school.

    0.1935·MS + 0.1672·SL + 0.1297·IW − 0.0327·ES − 0.875, where MS, IW and ES are per cent of the
    words with three syllables or more, with more than six letters, with one syllable, and SL is the
    mean number of words in a sentence.
    """
    words = [word for sentence in text for word in sentence.words]
    if not words:
        return 0.0
    per_cent = 100 / len(words)
    spoken = [syllables(word) for word in words]
    many = sum(n >= 3 for n in spoken) * per_cent
    single = sum(n == 1 for n in spoken) * per_cent
    long = sum(len(word) > 6 for word in words) * per_cent
    length = len(words) / len(text)
    return 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * single - 0.875
