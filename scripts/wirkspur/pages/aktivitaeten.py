"""The list of activities: dates to come, month by month, what is planned, what has been."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..records import aktivitaet
from ..records.aktivitaet import AktivitaetStatus
from ..site import Site
from ..termine import Termin, kommende, termine
from ..wording.words import MONATE
from . import Page, list_frames, list_pages

ADRESSE = f"{aktivitaet.TYPE.adresse}/"
RAHMEN = list_frames(ADRESSE)

MIT_TERMIN, OHNE_TERMIN, GEWESEN = "Mit Termin", "Noch ohne Termin", "Schon gewesen"
FRUEHERE_MONATE = 12
"""Months that are shown although they are over."""
VERGANGENE = 50
"""Dates of the past that are listed; all stand on the pages of their activities."""

WOCHENTAGE = (
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
)  # fmt: skip


class Tag(NamedTuple):
    """A day of a month view; one of the months beside it has nothing."""

    tag: date
    im_monat: bool
    termine: tuple[Termin, ...]

    @property
    def wochentag(self) -> str:
        """Its name."""
        return WOCHENTAGE[self.tag.weekday()]


class Monat(NamedTuple):
    """A month, week by week."""

    titel: str
    vorbei: bool
    wochen: tuple[tuple[Tag, ...], ...]


def pages(site: Site) -> Iterator[Page]:
    """The list, with all dates on its first sheet."""
    alle = termine(site)
    naechste = kommende(alle, site.today)
    gruppen = _gruppen(site, naechste)
    order = (MIT_TERMIN, OHNE_TERMIN, GEWESEN)
    zeilen = sorted(site.von("aktivitaet"), key=lambda z: order.index(gruppen[z.id]))
    yield from list_pages(
        site, ADRESSE, "Aktivitäten", "Was die Community Connectors aus eigener Idee tun.",
        zeilen, "aktivitaeten.html", gruppen=gruppen, stationen=aktivitaet.TYPE.stationen,
        naechste=naechste, monate=monate(alle, site.today), wochentage=WOCHENTAGE,
        vergangene=[t for t in reversed(alle) if t not in naechste][:VERGANGENE],
    )  # fmt: skip


def _gruppen(site: Site, naechste: Iterable[Termin]) -> dict[str, str]:
    """Id of each activity → where in the list it belongs."""
    with_date = {t.zeile.id for t in naechste}
    groups = {}
    for record in site.register.of("aktivitaet"):
        steps = site.courses[record.id]
        over = bool(steps) and steps[-1].status.stufe >= AktivitaetStatus.DURCHGEFUEHRT.stufe
        groups[record.id] = (
            MIT_TERMIN if record.id in with_date else GEWESEN if over else OHNE_TERMIN
        )
    return groups


def monate(termine: Iterable[Termin], today: date) -> list[Monat]:
    """The months that have dates: those to come in order, then the latest of the past."""
    days: dict[date, list[Termin]] = {}
    for termin in termine:
        span = min((termin.letzter_tag - termin.tag).days, 31)
        for day in (termin.tag + timedelta(days=n) for n in range(span + 1)):
            days.setdefault(day, []).append(termin)
    found = sorted({(day.year, day.month) for day in days})
    now = (today.year, today.month)
    past = [month for month in reversed(found) if month < now]
    return [
        _monat(year, month, days, (year, month) < now)
        for year, month in (*(m for m in found if m >= now), *past[:FRUEHERE_MONATE])
    ]


def _monat(year: int, month: int, days: dict[date, list[Termin]], vorbei: bool) -> Monat:
    return Monat(
        f"{MONATE[month - 1].capitalize()} {year}",
        vorbei,
        tuple(
            tuple(Tag(d, d.month == month, tuple(days.get(d, ()))) for d in week)
            for week in Calendar().monthdatescalendar(year, month)
        ),
    )
