"""What is probably a name: a given name with a surname, or a name that does something."""

from __future__ import annotations

from collections.abc import Iterator

from . import woerter as w
from .lazy import Lazy, Match
from .nachnamen import AUCH_WORT as NACHNAME_AUCH_WORT
from .nachnamen import NACHNAMEN
from .name_forms import (
    GROSS,
    NAME,
    NUR_NACHNAME,
    NUR_VORNAME,
    WORT,
    behind,
    is_institution,
    is_known,
    is_noun,
)
from .spots import Spot
from .view import NAMEN, View
from .vornamen import AUCH_WORT as VORNAME_AUCH_WORT
from .vornamen import VORNAMEN

_PAAR = Lazy(
    rf"(?<![\w.-])(?P<vor>{WORT})"
    rf"(?:[^\S\n]{{1,3}}(?:\n[^\S\n]*)?(?:[{GROSS}]\.|{WORT}(?=\s{NAME})))?"
    rf"[^\S\n]{{1,3}}(?:\n[^\S\n]*)?(?P<nach>{NAME})"
)
_SANKT = r"\b(?:Sankt|St\.)\s"
_KOMMA = Lazy(rf"(?<![\w-])(?P<nach>{WORT}),[ ](?P<vor>{WORT})(?!\s?[,\w-])")
_INITIAL = Lazy(rf"(?<![\w.])(?:[{GROSS}]\.[ -]?){{1,2}}(?P<n>{WORT})(?![\w-])")
_KURZ = Lazy(rf"(?<![\w-])(?P<n>{WORT})[ ][{GROSS}]\.(?![ ]?[{GROSS}])|@(?P<wen>{WORT})")
_TUT = Lazy(rf"(?<![\w-])(?P<n>{WORT})[ ]{w.VERBEN}\b")
_SAGT = Lazy(rf"(?:^|(?<=\n))[ \t>*•-]{{0,8}}(?P<n>{WORT}):[ ]")


def guessed(view: View) -> Iterator[Spot]:
    """Names that nothing announces."""
    if view.has(NAMEN):
        for guess in (_pairs, _with_comma, _with_initial, _alone):
            yield from guess(view.text)


def _pairs(text: str) -> Iterator[Spot]:
    """Given name and surname."""
    position = 0
    while match := _PAAR.search(text, position):
        position = match.end("vor")
        given = any(part in VORNAMEN for part in (match["vor"], *match["vor"].split("-")))
        if given and not behind(text, match.start(), _SANKT) and _is_pair(text, match):
            yield Spot(*match.span())
            position = match.end()


def _is_pair(text: str, match: Match) -> bool:
    vor, nach = match["vor"], match["nach"]
    if "_".join(match[0].split()[:2]) in w.BERUEHMT or is_noun(nach):
        return False
    if is_institution(text, *match.span("nach")) or w.BENANNT.match(text, match.end("vor")):
        return False
    if is_known(nach):
        return vor not in VORNAME_AUCH_WORT or nach not in NACHNAME_AUCH_WORT
    return vor not in VORNAME_AUCH_WORT and not w.EINRICHTUNG.search(nach)


def _with_comma(text: str) -> Iterator[Spot]:
    """„Muster, Ayla“."""
    for match in _KOMMA.finditer(text):
        surname = match["nach"] in NACHNAMEN and match["nach"] not in VORNAMEN
        if surname and match["vor"] in NUR_VORNAME:
            yield Spot(*match.span())


def _with_initial(text: str) -> Iterator[Spot]:
    """„A. Muster“, „Ayla M.“, „@Ayla“."""
    for match in _INITIAL.finditer(text):
        if match["n"] in NACHNAMEN and not w.BENANNT.match(text, match.end()):
            yield Spot(*match.span())
    for match in _KURZ.finditer(text):
        if (match["n"] or match["wen"]) in NUR_VORNAME:
            yield Spot(match.start() if match["n"] else match.start("wen"), match.end())


def _alone(text: str) -> Iterator[Spot]:
    """„Ayla berichtet“, „Ayla: …“."""
    for pattern in (_TUT, _SAGT):
        for match in pattern.finditer(text):
            if match["n"] in NUR_VORNAME or match["n"] in NUR_NACHNAME:
                yield Spot(*match.span("n"))
