"""Ways to decide: one module per method, each recomputes a decision from its committed sums.

A module has `METHODE`, `FELDER` (the sums the method works with), `NOETIG` (what to write where
they are missing) and `auszaehlen(zahlen, runde) -> Ergebnis`. All are pure; sources: methods.md
f6 to f10.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..reading.events import Loc
from ..records.protokoll import Option, Zahlen
from ..wording.words import plain


class Ausgang(StrEnum):
    """What can become of a proposal."""

    ANGENOMMEN = "angenommen"
    ABGELEHNT = "abgelehnt"


ANGENOMMEN = frozenset({Ausgang.ANGENOMMEN})
ABGELEHNT = frozenset({Ausgang.ABGELEHNT})
BEIDES = ANGENOMMEN | ABGELEHNT


@dataclass(frozen=True, slots=True)
class Runde:
    """Who could decide, as far as the minutes say; `genannt`: proposals the stated result names."""

    anwesend: int | None = None
    stimmberechtigt: int | None = None
    genannt: int = 0


@dataclass(frozen=True, slots=True)
class Mangel:
    """What is wrong with the sums; `loc` is where, below `zahlen`."""

    loc: Loc
    text: str
    rat: str
    fehlt: bool = False
    """Nothing is impossible, something is not there; a source may have been silent."""


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """What follows from the sums, and how anybody can see that it does."""

    maengel: tuple[Mangel, ...] = ()
    moeglich: frozenset[Ausgang] = BEIDES
    """What may be stated of the proposal as a whole."""
    rang: tuple[tuple[str, ...], ...] = ()
    """The proposals, the best first; between those that stand together the sums do not decide."""
    plaetze_frei: bool = False
    """As many proposals win as the result names (an election), not only the first."""
    runde_noetig: str = ""
    """Why `angenommen` stands only with a word about a further round."""
    stimmen: tuple[tuple[str, int], ...] = ()
    """Votes by name, where a result may repeat them („7 zu 2“)."""
    einhellig: bool | None = None
    """Whether all who voted agreed, where that can be told."""
    grund: str = ""
    """What follows, and why, in one or two sentences."""
    eintrag: str = ""
    """What could be written as the result."""
    sonst: str = "die Zahlen prüfen"
    """What to do where the result is right after all; follows on „Bitte“."""
    kopf: tuple[str, ...] = ()
    zeilen: tuple[tuple[str, ...], ...] = ()
    rechnung: tuple[str, ...] = ()
    """How it was computed, in sentences."""
    hinweise: tuple[str, ...] = ()
    """What deserves a look, though it changes nothing."""


def zu_viele(summe: int, loc: Loc, was: str, runde: Runde) -> Iterator[Mangel]:
    """More votes than people who may vote, or than were there; `was` begins the sentence."""
    for feld, grenze in (("stimmberechtigt", runde.stimmberechtigt), ("anwesend", runde.anwesend)):
        if grenze is not None and summe > grenze:
            text = f"{was} {summe}, aber bei „{feld}“ steht {grenze}."
            yield Mangel(loc, text, "Mehr Stimmen als Menschen gibt es nicht. Bitte nachzählen.")
            return


def gueltige(zahlen: Zahlen, runde: Runde) -> Iterator[Mangel]:
    """The number of valid ballots is possible."""
    if zahlen.gueltig == 0:
        yield Mangel(("gueltig",), "Bei „gueltig“ steht 0.", "Ohne Stimmen gibt es kein Ergebnis.")
    elif zahlen.gueltig is not None:
        yield from zu_viele(zahlen.gueltig, ("gueltig",), "Bei „gueltig“ steht", runde)


def vollzaehlig(zahlen: Zahlen, runde: Runde, summe: int, was: str) -> Iterator[Mangel]:
    """Where everybody stands somewhere, the counts sum to those who took part (f8)."""
    loc: Loc = ("stufen",)
    if summe == 0:
        yield Mangel(loc, f"{was} ergeben zusammen 0.", "Bitte eintragen, wie viele wo standen.")
    elif zahlen.gueltig is not None and summe != zahlen.gueltig:
        text = f"{was} ergeben zusammen {summe}, aber bei „gueltig“ steht {zahlen.gueltig}."
        yield Mangel(loc, text, "Beide Zahlen müssen gleich sein. Bitte nachzählen.")
    elif zahlen.gueltig is None:
        yield from (every := list(zu_viele(summe, loc, f"{was} ergeben zusammen", runde)))
        da = runde.anwesend
        if not every and da is not None and summe not in {da, runde.stimmberechtigt}:
            text = f"{was} ergeben zusammen {summe}, aber bei „anwesend“ steht {da}."
            rat = f"Haben nicht alle mitgemacht? Dann bitte ergänzen: gueltig: {summe}"
            yield Mangel(loc, text, rat)


def beteiligt(zahlen: Zahlen) -> tuple[str, ...]:
    """How many took part, as the first sentence of a calculation."""
    if zahlen.gueltig is None:
        return ()
    wer = "Eine Person hat" if zahlen.gueltig == 1 else f"{zahlen.gueltig} Personen haben"
    return (f"{wer} mitentschieden.",)


def gleiche_titel(optionen: tuple[Option, ...]) -> Iterator[Mangel]:
    """Two proposals of one name could not be told apart in the result."""
    seen: set[str] = set()
    for index, option in enumerate(optionen):
        if plain(option.titel) in seen:
            text = f"Der Vorschlag „{option.titel}“ steht zweimal da."
            yield Mangel(("optionen", index, "titel"), text, "Bitte unterscheiden oder löschen.")
        seen.add(plain(option.titel))
