"""Konsent: adopted when no serious, reasoned objection is open (methods.md f7)."""

from __future__ import annotations

from collections.abc import Iterator

from ..records.protokoll import Einwand, Methode, Zahlen
from ..wording.unfinished import unfinished
from ..wording.words import plain, shown
from . import ABGELEHNT, ANGENOMMEN, Ergebnis, Mangel, Runde, beteiligt, gueltige

METHODE = Methode.KONSENT
FELDER = ("gueltig", "enthaltung", "einwaende")
NOETIG = "„einwaende“ mit je „grund“ und „eingearbeitet“; gab es keinen Einwand: einwaende: []"

_NOCH_OFFEN = {"nein", "noch_nicht", "nicht", "offen", "noch_offen", "bisher_nicht", "gar_nicht"}


def auszaehlen(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    """An objection is open until the minutes say how it changed the proposal."""
    if maengel := (*gueltige(zahlen, runde), *_ohne_worte(zahlen)):
        return Ergebnis(maengel)
    alle = zahlen.einwaende
    offen = [e for e in alle if not eingearbeitet(e)]
    if offen:
        grund = (
            f"Ein Einwand ist noch offen ({shown(offen[0].grund, 40)})."
            if len(offen) == 1
            else f"{len(offen)} Einwände sind noch offen."
        )
    elif alle:
        grund = "Kein Einwand ist mehr offen."
    else:
        grund = "Es gab keinen schwerwiegenden Einwand."
    return Ergebnis(
        moeglich=ABGELEHNT if offen else ANGENOMMEN,
        grund=f"{grund} {'Damit gibt es noch keinen Konsent.' if offen else 'Das ist Konsent.'}",
        eintrag="noch nicht angenommen" if offen else "angenommen",
        sonst=(
            "bei „eingearbeitet“ sagen, was aus dem Einwand wurde,"
            if offen
            else "den offenen Einwand unter „einwaende“ ergänzen"
        ),
        kopf=("Einwand", "Was daraus wurde") if alle else (),
        zeilen=tuple(
            (e.grund, e.eingearbeitet if e.eingearbeitet and eingearbeitet(e) else "noch offen")
            for e in alle
        ),
        rechnung=(
            *beteiligt(zahlen),
            "Angenommen ist ein Vorschlag, wenn kein schwerwiegender Einwand offen ist.",
        ),
    )


def eingearbeitet(einwand: Einwand) -> bool:
    """Whether the minutes say how the proposal met the objection."""
    text = einwand.eingearbeitet or ""
    return any(c.isalnum() for c in text) and plain(text).strip("._!") not in _NOCH_OFFEN


def _ohne_worte(zahlen: Zahlen) -> Iterator[Mangel]:
    for index, einwand in enumerate(zahlen.einwaende):
        if not _sagt_etwas(einwand.grund) and not unfinished(einwand.grund):
            yield Mangel(
                ("einwaende", index, "grund"),
                f"Der Einwand nennt keinen Grund, dort steht {shown(einwand.grund)}.",
                "Bitte den Grund eintragen. Fehlt er noch: grund: Begründung folgt",
            )
        text = einwand.eingearbeitet or ""
        if eingearbeitet(einwand) and not _sagt_etwas(text) and not unfinished(text):
            yield Mangel(
                ("einwaende", index, "eingearbeitet"),
                f"{shown(text)} sagt nicht, wie der Einwand eingearbeitet wurde.",
                "Bitte sagen, was sich am Vorschlag geändert hat, zum Beispiel: eingearbeitet: Wir "
                "treffen uns erst ab 18 Uhr.",
            )


def _sagt_etwas(text: str) -> bool:
    return len([c for c in text if c.isalpha()]) > 3
