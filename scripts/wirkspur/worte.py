"""Dates, durations and numbers as people read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from .records.common import Datum
from .wording.words import MONATE


@lru_cache(maxsize=8192)
def datum(wert: str) -> str:
    """A date as precisely as it is known: `27. August 2024`, `August 2024`, `2024`."""
    jahr, _, rest = wert.partition("-")
    monat, _, tag = rest.partition("-")
    if not monat:
        return jahr
    name = f"{MONATE[int(monat) - 1].capitalize()} {jahr}"
    return f"{int(tag)}. {name}" if tag else name


@lru_cache(maxsize=8192)
def seit(wert: str, today: date) -> str:
    """How long ago: in days where the day is known, else since when."""
    beginn = Datum(wert)
    if not beginn.genau:
        return f"seit {datum(wert)}"
    tage = (today - beginn.erster).days
    if tage <= 0:
        return "seit heute"
    return "seit gestern" if tage == 1 else f"seit {tage} Tagen"


def tage(anzahl: int) -> str:
    """`1 Tag`, `28 Tage`."""
    return "1 Tag" if anzahl == 1 else f"{anzahl} Tage"


def zahl(wert: Decimal | int) -> str:
    """A number with German decimal comma and thousands dots: 643.753 and 4,3."""
    text = f"{wert:,f}" if isinstance(wert, Decimal) else f"{wert:,}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def anzahl(n: int, eins: str, viele: str) -> str:
    """`1 Anliegen`, `3 Treffen`, `keine Orte`-style counts without the zero case."""
    return f"{n} {eins if n == 1 else viele}"
