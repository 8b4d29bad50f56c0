"""Decisions, recomputed: the minutes' sums put through the method they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from . import methoden
from .discover import discover
from .methoden import Ergebnis, Mangel, Runde
from .reading.events import Loc
from .records.common import JaNein
from .records.protokoll import Beschluss, Methode, Protokoll, Zahlen
from .register import Record, Register
from .wording.ergebnis import Aussage, lesen


@dataclass(frozen=True, slots=True)
class Zaehlung:
    """A decision of some minutes: what was stated, and what follows from its sums."""

    minutes: Record
    loc: Loc
    beschluss: Beschluss
    aussage: Aussage
    ergebnis: Ergebnis


@cache
def _methoden() -> dict[Methode, ModuleType]:
    return {module.METHODE: module for module in discover(methoden)}


def zaehlungen(register: Register) -> Iterator[Zaehlung]:
    """Every decision of all valid minutes."""
    for minutes in register.of("protokoll"):
        for index, beschluss in enumerate(minutes.data.beschluesse):
            aussage = aussage_von(beschluss)
            ergebnis = auszaehlen(minutes.data, beschluss, aussage)
            yield Zaehlung(minutes, ("beschluesse", index), beschluss, aussage, ergebnis)


def aussage_von(beschluss: Beschluss) -> Aussage:
    """What a decision states as its result."""
    optionen = beschluss.zahlen.optionen if beschluss.zahlen else ()
    passiv = next((o.titel for o in optionen if o.passivloesung is JaNein.JA), "")
    auch = {"Passivlösung": passiv} if passiv else {}
    return lesen(beschluss.ergebnis, [o.titel for o in optionen], auch)


def auszaehlen(
    protokoll: Protokoll, beschluss: Beschluss, aussage: Aussage | None = None
) -> Ergebnis:
    """What follows from the sums of a decision.

    Minutes written afterwards may lack numbers, since a source may be silent; what they do have
    must be possible all the same.
    """
    methode = _methoden()[beschluss.methode]
    zahlen = beschluss.zahlen
    if zahlen is None:
        fehlt = protokoll.rekonstruiert is JaNein.NEIN and methode.NOETIG
        return Ergebnis((_ohne_zahlen(beschluss.methode, methode.NOETIG),)) if fehlt else Ergebnis()
    aussage = aussage or aussage_von(beschluss)
    runde = Runde(protokoll.anwesend, protokoll.stimmberechtigt, len(aussage.genannt))
    if fremd := _fremdes(zahlen, beschluss.methode, methode.FELDER):
        return Ergebnis((fremd,))
    ergebnis: Ergebnis = methode.auszaehlen(zahlen, runde)
    if protokoll.rekonstruiert is JaNein.JA and any(m.fehlt for m in ergebnis.maengel):
        vorhanden: Ergebnis = _methoden()[Methode.NICHT_UEBERLIEFERT].auszaehlen(zahlen, runde)
        wrong = tuple(m for m in ergebnis.maengel if not m.fehlt)
        return Ergebnis(wrong, kopf=vorhanden.kopf, zeilen=vorhanden.zeilen)
    return ergebnis


def _ohne_zahlen(methode: Methode, noetig: str) -> Mangel:
    return Mangel(
        (),
        f"Zur Methode „{methode.label}“ fehlen die Zahlen.",
        f"Bitte „zahlen“ ergänzen: {noetig}. Weiß sie niemand mehr: methode: nicht_ueberliefert",
    )


def _fremdes(zahlen: Zahlen, methode: Methode, felder: tuple[str, ...]) -> Mangel | None:
    """Sums of another method; objections may be noted with any."""
    gesetzt = [name for name in Zahlen.model_fields if getattr(zahlen, name) not in (None, (), {})]
    fremd = [name for name in gesetzt if name not in felder and name != "einwaende"]
    if not fremd:
        return None
    worte = ", ".join(f"„{name}“" for name in felder)
    return Mangel(
        (fremd[0],),
        f"„{fremd[0]}“ gehört nicht zur Methode „{methode.label}“.",
        f"Dort zählen: {worte}. Bitte die Methode oder die Zahlen ändern.",
    )
