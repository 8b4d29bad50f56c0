"""Dates to come to: of activities, and of meetings that minutes announce.

Pure. Lists, the month view and the calendar files are made from the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from .records.aktivitaet import AktivitaetStatus
from .records.common import Barrierefrei, JaNein
from .site import Site, Zeile
from .sprachen import sprache
from .verlauf import Step
from .worte import datum as in_worten

ALLE = "kalender/alle.ics"
"""Every date in one file, to be subscribed to."""


class Lage(StrEnum):
    """How sure a date is, in the words of the calendar format."""

    SICHER = "CONFIRMED"
    GEPLANT = "TENTATIVE"
    ABGESAGT = "CANCELLED"


class Termin(NamedTuple):
    """A date. `uhr` and `ende` are empty where nobody has written them."""

    kennung: str
    """Tells it from all others, and stays while it is the same date."""
    name: str
    kurz: str
    zeile: Zeile
    """The page to read on."""
    tag: date
    uhr: str
    ende: str
    """`2026-12-05`, or with a time of day: `2026-12-05 20:00`."""
    wo: str
    sprachen: tuple[str, ...]
    lage: Lage
    kostenlos: JaNein | None
    barrierefrei: Barrierefrei | None
    stand: date
    """The day of the newest that is written about it."""

    @property
    def titel(self) -> str:
        """What it is called in a calendar, where a state is easily overlooked."""
        return f"Abgesagt: {self.name}" if self.lage is Lage.ABGESAGT else self.name

    @property
    def letzter_tag(self) -> date:
        """The day on which it ends."""
        return max(self.tag, date.fromisoformat(self.ende[:10])) if self.ende else self.tag


def termine(site: Site) -> list[Termin]:
    """Every date of every activity, the earliest first."""
    found = [termin for record in site.register.of("aktivitaet") for termin in zu(site, record.id)]
    return sorted(found, key=wann)


def treffen(site: Site) -> list[Termin]:
    """Every meeting that minutes announce, the earliest first; two of a body on a day are one."""
    found: dict[tuple[str, str], Termin] = {}
    for minutes in site.register.of("protokoll"):
        data = minutes.data
        if not data.naechstes_treffen:
            continue
        found[data.gremium, data.naechstes_treffen] = Termin(
            f"{data.gremium}-treffen-{data.naechstes_treffen}",
            f"Treffen: {data.gremium.label}",
            f"Angekündigt im Protokoll: {in_worten(data.datum)}.",
            site.zeilen[minutes.id], data.naechstes_treffen.erster,
            "", "", "", (), Lage.SICHER, None, None, data.datum.erster,
        )  # fmt: skip
    return sorted(found.values(), key=wann)


def zu(site: Site, kennung: str) -> Iterator[Termin]:
    """The dates of an activity, as its file has them."""
    data = site.register.records[kennung].data
    steps, zeile = site.courses[kennung], site.zeilen[kennung]
    marken: Counter[str] = Counter()
    for termin in data.termine:
        tag, _, uhr = termin.beginn.partition(" ")
        marke = f"{kennung}-termin-{termin.beginn}".replace(" ", "-").replace(":", "")
        marken[marke] += 1
        day = date.fromisoformat(tag)
        yield Termin(
            marke if marken[marke] == 1 else f"{marke}-{marken[marke]}",
            zeile.titel, zeile.kurz, zeile, day, uhr, termin.ende or "",
            termin.treffpunkt or _ort(site, data),
            tuple(map(sprache, termin.sprachen or data.sprachen)),
            _lage(steps, day),
            data.kostenlos, data.barrierefrei,
            steps[-1].datum.erster if steps else day,
        )  # fmt: skip


def kommende(termine: Iterable[Termin], today: date) -> list[Termin]:
    """Those that are not over yet."""
    return [t for t in termine if t.letzter_tag >= today]


def wann(termin: Termin) -> tuple[date, str, str]:
    """What dates are sorted by."""
    return termin.tag, termin.uhr, termin.kennung


def _lage(steps: list[Step], tag: date) -> Lage:
    """What the newest step says of a date; what was called off later had taken place."""
    if not steps:
        return Lage.GEPLANT
    newest = steps[-1]
    if newest.status is AktivitaetStatus.ABGESAGT:
        return Lage.ABGESAGT if newest.datum.erster <= tag else Lage.SICHER
    return Lage.SICHER if newest.status.stufe >= AktivitaetStatus.BESTAETIGT.stufe else Lage.GEPLANT


def _ort(site: Site, data: Any) -> str:
    """Where it is as far as the record says: its Welcome Point, else its smallest place."""
    for kennung in (data.welcome_point, *reversed(data.ort)):
        if kennung in site.zeilen:
            return site.zeilen[kennung].titel
    return ""
