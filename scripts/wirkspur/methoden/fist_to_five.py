"""Fist to five: passes when every hand shows at least three (methods.md f9): min, not mean."""

from __future__ import annotations

from collections.abc import Iterator

from ..records.protokoll import Methode, Zahlen
from ..wording.words import shown
from . import ABGELEHNT, ANGENOMMEN, Ergebnis, Mangel, Runde, beteiligt, gueltige, vollzaehlig

METHODE = Methode.FIST_TO_FIVE
FELDER = ("gueltig", "stufen")
NOETIG = "„stufen“ von 0 (Faust) bis 5, zum Beispiel 3: 2 und 5: 7"

STUFEN = (
    "0 (Faust): blockiert",
    "1: braucht Gespräche und Änderungen",
    "2: möchte noch darüber sprechen",
    "3: kann damit leben",
    "4: findet es gut",
    "5: setzt sich dafür ein",
)
"""The legend in use is printed, since versions differ (f9)."""
GENUG = 3
_WORTE = ("faust", "eins", "zwei", "drei", "vier", "fünf")


def auszaehlen(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    """Every hand counts, the lowest decides."""
    maengel = (*gueltige(zahlen, runde), *_namen(zahlen))
    if not maengel:
        maengel = tuple(vollzaehlig(zahlen, runde, sum(zahlen.stufen.values()), "Die Hände"))
    if maengel:
        return Ergebnis(maengel)
    wie_viele = {int(name): anzahl for name, anzahl in zahlen.stufen.items()}
    niedrig = sum(anzahl for zahl, anzahl in wie_viele.items() if zahl < GENUG)
    if niedrig:
        wer = "Eine Hand zeigt" if niedrig == 1 else f"{niedrig} Hände zeigen"
        grund = f"{wer} weniger als {GENUG}: Der Vorschlag ist nicht angenommen."
    else:
        grund = f"Alle Hände zeigen mindestens {GENUG}: Der Vorschlag ist angenommen."
    return Ergebnis(
        moeglich=ABGELEHNT if niedrig else ANGENOMMEN,
        grund=grund,
        eintrag="nicht angenommen" if niedrig else "angenommen",
        kopf=("Hand", "Anzahl"),
        zeilen=tuple((titel, str(wie_viele.get(zahl, 0))) for zahl, titel in enumerate(STUFEN)),
        rechnung=(
            *beteiligt(zahlen),
            f"Angenommen ist ein Vorschlag, wenn alle mindestens {GENUG} zeigen.",
        ),
    )


def _namen(zahlen: Zahlen) -> Iterator[Mangel]:
    if not zahlen.stufen:
        text = "Unter „zahlen“ fehlen die Stufen („stufen“)."
        yield Mangel((), text, f"Nötig sind {NOETIG}.", fehlt=True)
    for name in zahlen.stufen:
        if name not in {str(zahl) for zahl in range(len(STUFEN))}:
            word = name.strip().lower()
            meant = f"Meinten Sie {_WORTE.index(word)}? " if word in _WORTE else ""
            rat = f"{meant}Möglich sind die Zahlen 0 (Faust) bis 5."
            yield Mangel(("stufen", name), f"{shown(name)} ist bei Fist to five keine Stufe.", rat)
