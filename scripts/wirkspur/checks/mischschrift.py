"""Words whose letters come from two alphabets that look alike."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..reading.hypertext import HOECHSTENS
from ..wording.words import shown

RULE = Rule(
    "mischschrift",
    "Ein Wort mit Buchstaben aus zwei Alphabeten",
    "Das kyrillische „а“ sieht aus wie das lateinische „a“. Ein solches Wort findet keine Suche, "
    "und eine Adresse führt auf eine fremde Seite.",
    Severity.WARNUNG,
    tun="Tippen Sie das ganze Wort neu, mit einer einzigen Tastatur-Einstellung.",
    falsch="titel: B\u0435leuchtung im Park",
    richtig="titel: Beleuchtung im Park",
)

_ALIKE = frozenset("асеорхуіјѕһԁԛԝАВЕЅІЈКМНОРСТХУονιαρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
_LATIN_ALIKE = frozenset("aceopxyijsuvABCEHIJKMNOPSTXYZ")
"""Letters that pass for one of the other alphabet."""

_OTHER = re.compile(r"[\u0370-\u052f]")
_MIXED = re.compile(r"[A-Za-z\u00c0-\u024f][\u0370-\u052f]|[\u0370-\u052f][A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")


def check(facts: Facts) -> Iterator[Finding]:
    """No word mixes alphabets in a way that cannot be seen."""
    for written in facts.written:
        text = written.text
        if text.isascii() or not _OTHER.search(text) or not _MIXED.search(text):
            continue
        mixed = (match for match in _WORD.finditer(text) if _MIXED.search(match[0]))
        for match in islice(mixed, HOECHSTENS):
            word = match[0]
            if _id_alone(text, match) or not _passes(word):
                continue
            foreign = _foreign(word)
            yield RULE.at(
                written.at(match.start()),
                f"In {shown(word)} ist der {word.index(foreign) + 1}. Buchstabe „{foreign}“ "
                f"{_name(foreign)}, die anderen nicht.",
                "Bitte das ganze Wort neu tippen.",
            )


def _alphabet(letter: str) -> str:
    code = ord(letter)
    return "kyrillisch" if 0x400 <= code < 0x530 else "griechisch" if 0x370 <= code < 0x400 else ""


def _name(letter: str) -> str:
    return _alphabet(letter) or "lateinisch"


def _foreign(word: str) -> str:
    """The first letter of those that are fewer."""
    other = [c for c in word if _alphabet(c)]
    latin = [c for c in word if not _alphabet(c)]
    return (other if len(other) <= len(latin) else latin)[0]


def _passes(word: str) -> bool:
    """Whether all letters of one alphabet pass for letters of the other; `kΩ` and `μm` do not."""
    word = unicodedata.normalize("NFC", word)
    if len(word) < 4:
        return False
    other = [c for c in word if _alphabet(c)]
    latin = [c for c in word if not _alphabet(c)]
    if len(other) <= len(latin):
        return _ALIKE.issuperset(other)
    return _LATIN_ALIKE.issuperset(latin)


def _id_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the word is part of a value that should be an id; what is unknown is said already."""
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    behind = re.compile(r"[\w-]*\s*$", re.MULTILINE).match(text, match.end())
    alone = re.fullmatch(r"\s*(?:- +)*(?:[a-z_]+: +)?[\w-]*", before) and behind
    return bool(alone) and match[0].islower()
