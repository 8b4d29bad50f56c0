"""Calendar files: one per activity with dates, and one with everything, to be subscribed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..oeffnung import ZONE
from ..records.common import Barrierefrei
from ..site import Site
from ..termine import ALLE, Lage, Termin, termine, treffen, wann
from . import Export

if TYPE_CHECKING:
    from icalendar import Event, Timezone


def files(site: Site, adressen: Sequence[str]) -> Iterator[Export]:
    """The calendar of everything, and one for each activity that has dates."""
    aktivitaeten = termine(site)
    je: dict[str, list[Termin]] = {}
    for termin in aktivitaeten:
        je.setdefault(termin.zeile.adresse, []).append(termin)
    alle = sorted([*aktivitaeten, *treffen(site)], key=wann)
    yield _export(site, ALLE, site.stadt.seitenname, alle)
    for adresse, own in je.items():
        yield _export(site, f"{adresse}termine.ics", own[0].zeile.titel, own)


def _export(site: Site, path: str, titel: str, own: list[Termin]) -> Export:
    return Export(path, (titel, own), partial(ical, site.stadt, titel, own))


def ical(stadt: Any, titel: str, termine: Sequence[Termin]) -> bytes:
    """The dates as a calendar; the same dates give the same bytes."""
    from icalendar import Calendar  # noqa: PLC0415, costly and only needed where dates changed

    calendar = Calendar()
    calendar.add("prodid", "-//Wirkspur//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", titel)
    calendar.add("x-wr-calname", titel)
    if years := [t.tag.year for t in termine if t.uhr]:
        calendar.add_component(_zone(min(years), max(years)))
    for termin in termine:
        calendar.add_component(_event(stadt, termin))
    raw: bytes = calendar.to_ical()
    return raw


@cache
def _zone(first: int, last: int) -> Timezone:
    from icalendar import Timezone  # noqa: PLC0415, as above

    return Timezone.from_tzid(
        ZONE, first_date=date(first - 1, 1, 1), last_date=date(last + 2, 1, 1)
    )


def _event(stadt: Any, termin: Termin) -> Event:
    from icalendar import Event  # noqa: PLC0415, as above

    base = stadt.adresse.rstrip("/") + "/"
    event = Event()
    event.add("uid", f"{termin.kennung}@{urlsplit(base).hostname}")
    event.add("dtstamp", datetime.combine(termin.stand, time(), UTC))
    event.add("summary", termin.titel)
    event.add("dtstart", _zeit(termin.tag, termin.uhr))
    if ende := _ende(termin):
        event.add("dtend", ende)
    event.add("status", termin.lage.value)
    event.add("transp", "TRANSPARENT" if termin.lage is Lage.ABGESAGT else "OPAQUE")
    if termin.wo:
        event.add("location", termin.wo)
    event.add("url", base + termin.zeile.adresse)
    event.add("description", "\n".join(_saetze(termin, base + termin.zeile.adresse)))
    return event


def _zeit(tag: date, uhr: str) -> date | datetime:
    if not uhr:
        return tag
    return datetime.combine(tag, time.fromisoformat(uhr), ZoneInfo(ZONE))


def _ende(termin: Termin) -> date | datetime | None:
    """When it ends; a whole day ends as the next begins. Without a time of day there is no hour."""
    tag, _, uhr = termin.ende.partition(" ")
    if not termin.uhr:
        last = date.fromisoformat(tag) if tag else termin.tag
        return max(last, termin.tag) + timedelta(days=1)
    ende = _zeit(date.fromisoformat(tag), uhr) if uhr else None
    return ende if isinstance(ende, datetime) and ende > _zeit(termin.tag, termin.uhr) else None


def _saetze(termin: Termin, adresse: str) -> Iterator[str]:
    if termin.kurz:
        yield termin.kurz
    if termin.lage is Lage.GEPLANT:
        yield "Der Termin ist geplant, aber noch nicht bestätigt."
    if termin.sprachen:
        yield f"Sprachen: {', '.join(termin.sprachen)}"
    if termin.kostenlos:
        yield f"Kostenlos: {termin.kostenlos.label}"
    if termin.barrierefrei and termin.barrierefrei is not Barrierefrei.UNBEKANNT:
        yield f"Barrierefrei: {termin.barrierefrei.label}"
    yield f"Mehr dazu: {adresse}"
