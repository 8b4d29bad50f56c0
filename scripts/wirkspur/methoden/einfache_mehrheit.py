"""Einfache Mehrheit: more yes than no; in an election the most votes (methods.md f10)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..records.protokoll import Methode, Option, Zahlen
from ..wording.words import plain
from . import (
    ABGELEHNT,
    ANGENOMMEN,
    Ergebnis,
    Mangel,
    Runde,
    beteiligt,
    gleiche_titel,
    gueltige,
    zu_viele,
)

METHODE = Methode.EINFACHE_MEHRHEIT
FELDER = ("gueltig", "ja", "nein", "enthaltung", "optionen", "stimmen_je_person")
NOETIG = "„ja“ und „nein“, bei einer Wahl „optionen“ mit je „titel“ und „stimmen“"

MEHRERE = "Hatte jede Person mehr Stimmen, dann bitte ergänzen, wie viele: stimmen_je_person: 3"

_JA_NEIN = {
    "ja": "ja", "dafuer": "ja", "zustimmung": "ja", "nein": "nein", "dagegen": "nein",
    "ablehnung": "nein", "enthaltung": "enthaltung", "enthaltungen": "enthaltung",
}  # fmt: skip


def auszaehlen(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    """Yes or no to one proposal, or votes for several; abstentions never count."""
    abstimmung = zahlen.ja is not None or zahlen.nein is not None
    if abstimmung and zahlen.optionen:
        rat = "Bitte zwei Beschlüsse daraus machen, oder eines von beiden löschen."
        text = "Hier stehen „ja“ und „nein“ und zugleich mehrere Vorschläge."
        return Ergebnis((Mangel(("optionen",), text, rat),))
    if not zahlen.optionen:
        return _abstimmung(zahlen, runde)
    als_ja_nein = _als_ja_nein(zahlen)
    return _abstimmung(als_ja_nein, runde) if als_ja_nein else _wahl(zahlen, runde)


def _als_ja_nein(zahlen: Zahlen) -> Zahlen | None:
    """Yes and no that were written as if they were proposals."""
    namen = [_JA_NEIN.get(plain(o.titel), "") for o in zahlen.optionen]
    if not {"ja", "nein"} <= set(namen) or "" in namen or len(set(namen)) < len(namen):
        return None
    werte = {name: o.stimmen for name, o in zip(namen, zahlen.optionen, strict=True)}
    return zahlen.model_copy(update={"enthaltung": zahlen.enthaltung, **werte, "optionen": ()})


# --- yes or no -----------------------------------------------------------------------------------


def _abstimmung(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    maengel = (*gueltige(zahlen, runde), *_fehlende(zahlen))
    ja, nein, enthaltung = zahlen.ja or 0, zahlen.nein or 0, zahlen.enthaltung or 0
    if not maengel:
        maengel = tuple(_summe(zahlen, runde, ja + nein, enthaltung))
    if maengel:
        return Ergebnis(maengel)
    if ja > nein:
        grund = f"{ja} Ja sind mehr als {nein} Nein: Der Vorschlag ist angenommen."
    elif ja == nein:
        grund = f"{ja} Ja sind nicht mehr als {nein} Nein: Der Vorschlag ist nicht angenommen."
    else:
        grund = f"{ja} Ja sind weniger als {nein} Nein: Der Vorschlag ist abgelehnt."
    return Ergebnis(
        moeglich=ANGENOMMEN if ja > nein else ABGELEHNT,
        stimmen=(
            ("ja", ja), ("nein", nein),
            *([("enthaltung", enthaltung)] if zahlen.enthaltung is not None else []),
        ),
        einhellig=min(ja, nein) == 0,
        grund=grund,
        eintrag="angenommen" if ja > nein else "abgelehnt" if ja < nein else "nicht angenommen",
        kopf=("Stimme", "Anzahl"),
        zeilen=(
            ("Ja", str(ja)), ("Nein", str(nein)),
            *([("Enthaltung", str(enthaltung))] if zahlen.enthaltung is not None else []),
        ),
        rechnung=(
            *beteiligt(zahlen),
            "Angenommen ist ein Vorschlag mit mehr Ja als Nein. Enthaltungen zählen nicht.",
        ),
    )  # fmt: skip


def _fehlende(zahlen: Zahlen) -> Iterator[Mangel]:
    if zahlen.ja is None and zahlen.nein is None:
        text = "Unter „zahlen“ fehlen „ja“ und „nein“."
        rat = "Bitte ergänzen. Bei einer Wahl: „optionen“ mit je „titel“ und „stimmen“."
        yield Mangel((), text, rat, fehlt=True)
    elif zahlen.nein is None:
        rat = "Bitte ergänzen, auch wenn niemand dagegen war: nein: 0"
        yield Mangel(("ja",), "Unter „zahlen“ fehlt „nein“.", rat, fehlt=True)
    elif zahlen.ja is None:
        rat = "Bitte ergänzen, auch wenn niemand dafür war: ja: 0"
        yield Mangel(("nein",), "Unter „zahlen“ fehlt „ja“.", rat, fehlt=True)


def _summe(zahlen: Zahlen, runde: Runde, abgegeben: int, enthaltung: int) -> Iterator[Mangel]:
    """Ballots may or may not hold the abstentions; both ways of counting are in use."""
    alle, n = abgegeben + enthaltung, zahlen.gueltig
    if alle == 0:
        yield Mangel(("ja",), "Niemand hat abgestimmt.", "Bitte eintragen, wie viele Ja sagten.")
    elif n is not None and n not in {alle, abgegeben}:
        text = f"Ja, Nein und Enthaltung ergeben zusammen {alle}, aber bei „gueltig“ steht {n}."
        fehlen = n - alle
        rat = "Bitte nachzählen."
        if fehlen > 0 and zahlen.enthaltung is None:
            rat = f"Haben sich {fehlen} enthalten? Dann bitte ergänzen: enthaltung: {fehlen}"
        yield Mangel(("gueltig",), text, rat)
    else:
        yield from zu_viele(alle, ("ja",), "Ja, Nein und Enthaltung ergeben zusammen", runde)


# --- elections -----------------------------------------------------------------------------------


def _wahl(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    vorschlaege = [o for o in zahlen.optionen if _JA_NEIN.get(plain(o.titel)) != "enthaltung"]
    maengel = (
        *gueltige(zahlen, runde),
        *gleiche_titel(zahlen.optionen),
        *_ohne_stimmen(zahlen),
    )
    if not maengel:
        maengel = tuple(_zu_viele_stimmen(zahlen, runde, sum(map(_stimmen, vorschlaege))))
    if maengel:
        return Ergebnis(maengel)
    geordnet = sorted(vorschlaege, key=_stimmen, reverse=True)
    rang = tuple(tuple(o.titel for o in gruppe) for _, gruppe in groupby(geordnet, key=_stimmen))
    reihe = ", ".join(f"„{o.titel}“ ({_stimmen(o)})" for o in geordnet[:5])
    gleich = f"Bei „{'“ und „'.join(rang[0])}“ ist Gleichstand. " if len(rang[0]) > 1 else ""
    return Ergebnis(
        rang=rang,
        plaetze_frei=True,
        einhellig=len([o for o in vorschlaege if _stimmen(o)]) == 1 if runde.genannt < 2 else None,
        grund=f"{gleich}Nach Stimmen geordnet: {reihe}.",
        eintrag=rang[0][0] if len(rang[0]) == 1 else "",
        kopf=("Vorschlag", "Stimmen"),
        zeilen=tuple((o.titel, str(_stimmen(o))) for o in geordnet),
        rechnung=(
            *beteiligt(zahlen),
            "Gewählt ist, was die meisten Stimmen hat. Enthaltungen zählen nicht.",
        ),
    )


def _stimmen(option: Option) -> int:
    return option.stimmen or 0


def _ohne_stimmen(zahlen: Zahlen) -> Iterator[Mangel]:
    for index, option in enumerate(zahlen.optionen):
        if option.stimmen is not None:
            continue
        text = f"Bei „{option.titel}“ fehlt „stimmen“."
        rat = "Bitte ergänzen, auch wenn es keine gab: stimmen: 0"
        if option.widerstand is not None:
            text = f"Bei „{option.titel}“ steht ein Widerstand, nötig sind Stimmen."
            rat = "Bitte die Methode ändern: methode: systemisches_konsensieren"
            yield Mangel(("optionen", index, "widerstand"), text, rat)
            return
        yield Mangel(("optionen", index, "titel"), text, rat, fehlt=True)


def _zu_viele_stimmen(zahlen: Zahlen, runde: Runde, summe: int) -> Iterator[Mangel]:
    """Nobody has more votes than there are people; how many each had is often left out."""
    grenzen = [n for n in (zahlen.gueltig, runde.stimmberechtigt, runde.anwesend) if n is not None]
    if summe == 0:
        yield Mangel(("optionen",), "Alle Vorschläge haben 0 Stimmen.", "Bitte die Zahlen prüfen.")
    if not grenzen:
        return
    n, je = min(grenzen), zahlen.stimmen_je_person
    rat = f"Bitte nachzählen. {MEHRERE}"
    for index, option in enumerate(zahlen.optionen):
        if _stimmen(option) > n * (je or 1):
            text = f"Bei „{option.titel}“ stehen {option.stimmen} Stimmen von {n} Personen."
            yield Mangel(("optionen", index, "stimmen"), text, rat)
            return
    je = je or runde.genannt
    if je and summe > n * je:
        text = f"Alle Stimmen ergeben zusammen {summe}, aber {n} Personen haben höchstens {n * je}."
        yield Mangel(("optionen",), text, rat)
