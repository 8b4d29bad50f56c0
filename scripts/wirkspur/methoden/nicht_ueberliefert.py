"""No method is known: whatever sums there are can be shown, nothing follows from them."""

from __future__ import annotations

from ..records.protokoll import Methode, Zahlen
from . import Ergebnis, Runde

METHODE = Methode.NICHT_UEBERLIEFERT
FELDER = tuple(Zahlen.model_fields)
NOETIG = ""


def auszaehlen(zahlen: Zahlen, runde: Runde) -> Ergebnis:
    """Nothing is counted and nothing asked for; a source may be silent (R08)."""
    einzeln = {name: getattr(zahlen, name) for name in ("gueltig", "ja", "nein", "enthaltung")}
    zeilen = [
        (str(Zahlen.model_fields[name].title), str(wert))
        for name, wert in einzeln.items()
        if wert is not None
    ]
    zeilen += [(name, str(wert)) for name, wert in zahlen.stufen.items()]
    for o in zahlen.optionen:
        wert = o.stimmen if o.widerstand is None else o.widerstand
        zeilen.append((o.titel, "–" if wert is None else str(wert)))
    return Ergebnis(kopf=("Angabe", "Anzahl") if zeilen else (), zeilen=tuple(zeilen))
