"""Names behind a title („Frau …“, „Dr. …“) or an office („Leiterin …“, „Pfarrer …“)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import woerter as w
from .lazy import Lazy, Match
from .lists import any_of, tokens
from .name_forms import (
    FOLLOWING,
    GROSS,
    LUECKE,
    NAME,
    NUR_NACHNAME,
    NUR_VORNAME,
    ONE_NAME,
    TITEL,
    WORT,
    behind,
    end_of_name,
    is_institution,
    is_known,
    is_noun,
)
from .spots import Spot
from .view import NAMEN, View
from .vornamen import AUCH_WORT, VORNAMEN

ANREDEN = tokens(*w.ANREDEN, *w.GRADE)
_GEISTLICH = tokens(*w.GEISTLICH)

_ANREDE = Lazy(
    r"(?<![\w-])(?P<anrede>Herrn?|Frau|Hrn?\.|Hr|Fr\.|Frl\.|Fräulein|Fam\.|Familie|Eheleute|Ehepaar"
    r"|Mrs?\.|Professor(?:in)?"
    r"|(?:Prof|Dr|Dipl|Mag)\.(?:[ ]?(?:med|phil|rer|nat|jur|pol|h|c|Ing)\.)*)(?!-)"
    rf"(?:{LUECKE}(?=\S))(?P<titel>{TITEL})(?={NAME})"
)
_DAHINTER = Lazy(rf"{LUECKE}{TITEL}(?={NAME})")
_AMT = Lazy(rf"(?<![\w-])(?P<amt>[{GROSS}][\w-]{{0,40}})[ ]{TITEL}(?={WORT})")
_KURZ = Lazy(
    rf"(?<![\w-])(?:Herrn?|Frau|Hr\.|Fr\.)\s+(?P<n>[{GROSS}]\.(?:-[{GROSS}]\.)?)"
    rf"(?![ ]?[{GROSS}]\w)(?:\s|,|\)|$)"
)
_ALS_WORT = (
    r"(?:\b"
    + any_of(r"""
    eine[rs]?|jede[r]?|keine[r]?|diese[r]?|welche[r]?|die|der|als|je|pro|meine[r]?|seine[r]?|ihre[r]?
    unsere[r]?|manche|junge[rn]?|ältere[rn]?|alte[rn]?|alleinerziehende[rn]?|schwangere[rn]?
    betroffene[rn]?|geflüchtete[rn]?|andere[rn]?|beide|ganze[rn]?|neue[rn]?|kranke[rn]?|große[rn]?
    arme[rn]?
    """)
    + r"|\bMann (?:und|oder|/)|Mann/)\s+"
)
"""Before „Frau“ or „Familie“: there they are words, not titles („wenn eine Frau Hilfe braucht“)."""
_WOCHENTAG = r"(?:Mo|Di|Mi|Do|Sa|So|Montag|Donnerstag)\.?(?:[ ]?[-–,/]|[ ]?(?:und|bis|u\.))[ ]?"
"""Before „Fr.“: there it is Friday."""


def titled(view: View) -> Iterator[Spot]:
    """Every name behind a title."""
    if not view.has(ANREDEN):
        return
    for match in _ANREDE.finditer(view.text):
        found = ONE_NAME.match(view.text, match.end())
        if found and w.AMT.fullmatch(found[0]):  # „Frau Oberbürgermeisterin …“
            more = _DAHINTER.match(view.text, found.end())
            found = ONE_NAME.match(view.text, more.end()) if more else None
            if found and not is_known(found[0]) and not _fits(found[0]):
                continue
        if found and _is_name(view.text, match, found):
            end = end_of_name(view.text, found)
            if not is_institution(view.text, found.start(), end):
                yield Spot(found.start(), end)


def _is_name(text: str, title: Match, found: Match) -> bool:
    """Whether a capital word behind a title is a name."""
    anrede, word = title["anrede"], found[0]
    if word in w.KEIN_NAME or is_institution(text, *found.span()):
        return False
    if is_known(word):
        return anrede != "Fr." or not behind(text, title.start(), _WOCHENTAG)
    if title["titel"]:
        return True
    if anrede == "Fr.":
        day = behind(text, title.start(), _WOCHENTAG) or re.match(r"\s+\d", text[found.end() :])
        return not day and not is_noun(word)
    if anrede == "Familie" and w.EINRICHTUNG.search(word):
        return False
    if anrede in {"Frau", "Familie"}:
        return not is_noun(word) and not behind(text, title.start(), _ALS_WORT)
    return True


def in_office(view: View) -> Iterator[Spot]:
    """Names behind an office: those that are known, and those of clergy and councillors."""
    if not (view.has(NAMEN) or view.has(_GEISTLICH)):
        return
    for match in _AMT.finditer(view.text):
        amt = match["amt"]
        if amt not in {"OB", "RM"} and not w.AMT.fullmatch(amt.rpartition("-")[2]):
            continue
        found = ONE_NAME.match(view.text, match.end())
        if found and (_is_bearer(view.text, found) or (amt in w.GEISTLICH and _fits(found[0]))):
            end = end_of_name(view.text, found)
            famous = "_".join(view.text[found.start() : end].split()[:2]) in w.BERUEHMT
            if not famous and not is_institution(view.text, found.start(), end):
                yield Spot(found.start(), end)


def _is_bearer(text: str, found: Match) -> bool:
    head = found[0].partition("-")[0]
    if head in NUR_NACHNAME or head in NUR_VORNAME:
        return True
    return head in VORNAMEN and head not in AUCH_WORT and bool(FOLLOWING.match(text, found.end()))


def _fits(word: str) -> bool:
    return not is_noun(word) and not w.EINRICHTUNG.search(word)


def initials(view: View) -> Iterator[Spot]:
    """„Herr K.“: no name, but often enough to know who is meant."""
    if view.has(ANREDEN):
        yield from (Spot(*match.span("n")) for match in _KURZ.finditer(view.text))
