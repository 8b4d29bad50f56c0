"""Konsensstufen: reached when nobody vetoes; grave concerns ask for one more round (f8)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ..records.protokoll import Methode, Zahlen
from ..wording.words import listing, plain, shown
from . import (
    ABGELEHNT,
    ANGENOMMEN,
    BEIDES,
    Ergebnis,
    Mangel,
    Runde,
    beteiligt,
    gueltige,
    vollzaehlig,
)

METHODE = Methode.KONSENSSTUFEN
FELDER = ("gueltig", "stufen")
NOETIG = "„stufen“, zum Beispiel volle_zustimmung: 7 und leichte_bedenken: 2"

STUFEN = {
    "volle_zustimmung": "volle Zustimmung",
    "leichte_bedenken": "leichte Bedenken",
    "enthaltung": "Enthaltung",
    "eingeschraenkte_ablehnung": "eingeschränkte Ablehnung",
    "beiseite_stehen": "Beiseitestehen",
    "schwere_bedenken": "schwere Bedenken",
    "veto": "Veto",
}
"""Names, never numbers: their order differs between sources (KoKon, frischebauern.de)."""
_DICHT = {name.replace("_", ""): name for name in STUFEN}


def auszaehlen(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    """A veto stops; grave concerns let it pass only after a further round."""
    maengel = (*gueltige(zahlen, runde), *_namen(zahlen))
    if not maengel:
        maengel = tuple(vollzaehlig(zahlen, runde, sum(zahlen.stufen.values()), "Die Stufen"))
    if maengel:
        return Ergebnis(maengel)
    wie_viele = dict.fromkeys(STUFEN, 0)
    for name, anzahl in zahlen.stufen.items():
        wie_viele[stufe(name)] += anzahl
    veto, schwer, abseits = (
        wie_viele[name] for name in ("veto", "schwere_bedenken", "beiseite_stehen")
    )
    runde_noetig = ""
    if veto:
        moeglich, grund = ABGELEHNT, "Es gibt ein Veto" if veto == 1 else f"Es gibt {veto} Vetos"
        grund += ": Der Vorschlag ist nicht angenommen."
    elif schwer:
        moeglich = BEIDES
        wer = "Eine Person hat" if schwer == 1 else f"{schwer} Personen haben"
        runde_noetig = f"{wer} schwere Bedenken: Vor der Annahme gehört eine weitere Runde dazu."
        grund = f"Niemand hat ein Veto eingelegt. {runde_noetig}"
    else:
        moeglich = BEIDES if abseits else ANGENOMMEN
        grund = "Niemand hat ein Veto eingelegt: Der Vorschlag ist angenommen."
    return Ergebnis(
        moeglich=moeglich,
        runde_noetig=runde_noetig,
        grund=grund,
        eintrag="nicht angenommen" if veto else "angenommen",
        kopf=("Stufe", "Anzahl"),
        zeilen=tuple(
            (titel, str(wie_viele[name]))
            for name, titel in STUFEN.items()
            if wie_viele[name] or name != "eingeschraenkte_ablehnung"
        ),
        rechnung=(
            *beteiligt(zahlen),
            "Angenommen ist ein Vorschlag, wenn niemand ein Veto einlegt.",
        ),
        hinweise=(
            ("Wenn jemand beiseitesteht, lohnt sich noch ein Versuch, den Vorschlag zu ändern.",)
            if abseits and not veto
            else ()
        ),
    )


def stufe(name: str) -> str:
    """The stage a name means, or an empty text."""
    return _DICHT.get(plain(name).replace("_", ""), "")


def _namen(zahlen: Zahlen) -> Iterator[Mangel]:
    if not zahlen.stufen:
        text = "Unter „zahlen“ fehlen die Stufen („stufen“)."
        yield Mangel((), text, f"Nötig sind {NOETIG}.", fehlt=True)
    for name in zahlen.stufen:
        if not stufe(name):
            near = get_close_matches(plain(name).replace("_", ""), list(_DICHT), 1, 0.7)
            meant = f"Meinten Sie „{_DICHT[near[0]]}“? " if near else ""
            rat = f"{meant}Möglich sind: {listing(STUFEN)}."
            yield Mangel(("stufen", name), f"{shown(name)} ist keine Konsensstufe.", rat)
