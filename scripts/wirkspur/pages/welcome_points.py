"""Welcome Points: where they are and when one can come, whom they serve, what they were before."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from .. import oeffnung
from ..oeffnung import Zeiten
from ..records import welcome_point
from ..records.common import Datum
from ..records.welcome_point import Anschrift, OrtStatus
from ..register import Record
from ..site import Site, Zeile
from ..sprachen import sprache
from . import Page, list_frames, list_pages

RAHMEN = list_frames(f"{welcome_point.TYPE.adresse}/")
VERALTET = 365
"""After so many days nobody should rely on what is written here."""
VORAUS = 60
"""For so many days a page knows the holidays; then it says nothing of „open now“."""


def pages(site: Site) -> Iterator[Page]:
    """The list and a page for each."""
    typ = welcome_point.TYPE
    rows = sorted(site.von(typ.art), key=lambda row: row.titel)
    punkte = WelcomePoints(site)
    yield from list_pages(
        site, f"{typ.adresse}/", typ.plural,
        "Anlaufstellen in den Stadtbezirken, mit ihrer Geschichte.", rows, punkte=punkte,
    )  # fmt: skip
    for record in site.register.of(typ.art):
        nebenan = punkte.nebenan(record)
        yield Page(
            f"{typ.adresse}/{record.id}/",
            record.data.titel,
            record.data.kurz,
            "welcome_point.html",
            site.schluessel(record.id, zeilen=[point.zeile for point in nebenan]),
            lambda record=record, nebenan=nebenan: {  # type: ignore[misc]
                "record": record, "daten": record.data, "punkt": punkte[record.id],
                "nebenan": nebenan,
                "sprachen": [sprache(code) for code in record.data.sprachen],
                "frueher": [a for a in record.data.adressen if a.gueltig_bis],
                "aktivitaeten": [
                    b.zeile for b in site.bezuege.get(record.id, ()) if b.zeile.art == "aktivitaet"
                ],
            },
        )  # fmt: skip


class Jetzt(NamedTuple):
    """What a script needs to know whether it is open at this moment."""

    woche: str
    """Spans in minutes since Monday: `540-1020 1980-2460`."""
    zone: str
    nicht: str
    """Days on which nothing is said."""
    bis: str
    """The last day for which that is known."""
    stand: str
    """From when the hours are, where they are old; else empty."""


class Punkt(NamedTuple):
    """A Welcome Point as its own page, and cards of it elsewhere, show it."""

    zeile: Zeile
    anschrift: Anschrift | None
    zeiten: Zeiten | None
    jetzt: Jetzt | None
    status: OrtStatus
    geprueft: Datum | None
    veraltet: bool

    @property
    def besuchbar(self) -> bool:
        """Whether people could go there, as far as is known."""
        return self.status is OrtStatus.OFFEN

    @property
    def stand(self) -> str:
        """Whether it still is one, in words that nobody takes for „open now“."""
        if self.veraltet:
            return f"zuletzt bekannt: {self.status.label}"
        return "in Betrieb" if self.besuchbar else self.status.label


class WelcomePoints(dict[str, Punkt]):
    """Id → the Welcome Point as pages show it."""

    def __init__(self, site: Site) -> None:
        self.site = site
        super().__init__((r.id, self._punkt(r)) for r in site.register.of("welcome-point"))

    def fuer(self, ort: str) -> list[Punkt]:
        """Those that serve exactly this place; those that can be visited first."""
        found = [
            self[bezug.zeile.id]
            for bezug in self.site.bezuege.get(ort, ())
            if bezug.zeile.art == "welcome-point"
        ]
        return sorted(found, key=lambda point: (not point.besuchbar, point.zeile.titel))

    def nebenan(self, record: Record) -> list[Punkt]:
        """Others that serve the same places."""
        others = {
            point.zeile.id: point
            for ort in record.data.zustaendig_fuer
            for point in self.fuer(ort)
            if point.zeile.id != record.id
        }
        return list(others.values())

    def _punkt(self, record: Record) -> Punkt:
        data = record.data
        checked = [a.geprueft_am for a in data.adressen if a.geprueft_am]
        newest: Datum | None = max(checked, key=lambda d: d.letzter, default=None)
        old = newest is None or (self.site.today - newest.letzter).days > VERALTET
        visitable = data.status in {OrtStatus.OFFEN, OrtStatus.VERLEGT}
        zeiten = oeffnung.zeiten(data.oeffnungszeiten) if data.oeffnungszeiten else None
        now = [a for a in data.adressen if not a.gueltig_bis or a.gueltig_bis.letzter
               >= self.site.today]  # fmt: skip
        return Punkt(
            self.site.zeilen[record.id], now[-1] if now else None, zeiten,
            self._jetzt(zeiten, newest, old) if data.status is OrtStatus.OFFEN else None,
            data.status, newest, visitable and old,
        )  # fmt: skip

    def _jetzt(self, zeiten: Zeiten | None, geprueft: Datum | None, old: bool) -> Jetzt | None:
        if zeiten is None or not zeiten.woche or self._nicht is None:
            return None
        return Jetzt(
            " ".join(f"{start}-{end}" for start, end in zeiten.woche),
            oeffnung.ZONE, " ".join(self._nicht[:-1]), self._nicht[-1],
            str(geprueft or "unbekannt") if old else "",
        )  # fmt: skip

    @cached_property
    def _nicht(self) -> tuple[str, ...] | None:
        """Days on which hours may not hold, then the last day for which that is known."""
        today = self.site.today
        days = oeffnung.unsichere_tage(self.site.stadt.land, today, VORAUS)
        return None if days is None else (*days, str(today + timedelta(days=VORAUS - 1)))
