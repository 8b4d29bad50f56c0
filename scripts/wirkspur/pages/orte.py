"""Places: districts, quarters and social spaces on a map, with what happened there."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from .. import karte
from ..karte import Teil, Zeichnung
from ..records import anliegen, sozialraum
from ..records.sozialraum import Ebene
from ..register import Record
from ..site import Site, Zeile
from . import Page, list_frames
from .welcome_points import WelcomePoints

RAHMEN = list_frames(f"{sozialraum.TYPE.adresse}/")
GEZEIGT = 12
"""Contributions that a place's own page shows; the rest is in the list, which can be filtered."""


def pages(site: Site) -> Iterator[Page]:
    """The overview of all places and a page for each."""
    adresse = sozialraum.TYPE.adresse
    orte = _Orte(site)
    baum = [orte.zweig(record) for record in orte.groesste]
    zeichnung = orte.karte([record.id for record in orte.groesste])
    yield Page(
        f"{adresse}/",
        "Orte",
        "Stadtbezirke, Stadtteile und Sozialräume, die Welcome Points und was dort geschehen ist.",
        "orte.html",
        (repr(baum), repr(zeichnung and zeichnung["felder"]), len(orte.punkte)),
        lambda: {"baum": baum, "karte": zeichnung, "welcome_points": len(orte.punkte)},
    )
    for record in site.register.of("sozialraum"):
        yield Page(
            f"{adresse}/{record.id}/",
            record.data.titel,
            record.data.kurz,
            "ort.html",
            orte.key(record),
            _view(orte, record),
        )


def _view(orte: "_Orte", record: Record) -> Callable[[], dict[str, Any]]:
    return lambda: orte.view(record)


class Bilanz(NamedTuple):
    """How much happened at a place or within it."""

    anliegen: int
    aktivitaeten: int
    welcome_points: tuple[tuple[str, int], ...]
    """How many are open, planned, closed …"""


class _Orte:
    """What the pages of places share, found once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.punkte = WelcomePoints(site)
        self.plan = site.register.verzeichnis("karte")

    @cached_property
    def groesste(self) -> list[Record]:
        """The places that lie in no other, by number."""
        found = [r for r in self.site.register.of("sozialraum") if not r.data.teil_von]
        return sorted(found, key=lambda r: (r.data.nummer or "~", r.id))

    @cached_property
    def nachbarn(self) -> dict[str, set[str]]:
        """Place → the places beside it on the map."""
        return karte.nachbarn(self.plan)

    @cached_property
    def stadtweit(self) -> int:
        """How many concerns are about the whole city."""
        return sum("stadtweit" in r.data.ort for r in self.site.register.of("anliegen"))

    @cached_property
    def geschehen(self) -> dict[str, dict[str, list[Zeile]]]:
        """Place → kind → what happened there."""
        arten = ("anliegen", "aktivitaet", "welcome-point")
        return {
            r.id: {art: self.site.geschehen(r.id, art) for art in arten}
            for r in self.site.register.of("sozialraum")
        }

    def bilanz(self, ort: str) -> Bilanz:
        """How much happened at a place."""
        found = self.geschehen[ort]
        punkte = Counter(self.punkte[row.id].stand for row in found["welcome-point"])
        return Bilanz(len(found["anliegen"]), len(found["aktivitaet"]), tuple(punkte.most_common()))

    def zweig(self, record: Record) -> dict[str, Any]:
        """A large place with its parts."""
        return {
            "zeile": self.site.zeilen[record.id],
            "teile": [self.site.zeilen[k] for k in self.site.teile.get(record.id, ())],
            "bilanz": self.bilanz(record.id),
        }

    # --- the map ---

    def karte(self, orte: list[str]) -> dict[str, Any] | None:
        """The map of these places, each with what there is to say of it."""
        zeichnung = karte.zeichnung(self.plan, orte)
        if zeichnung is None:
            return None
        felder = [self._feld(zeichnung, teil) for teil in zeichnung.teile]
        return {"zeichnung": zeichnung, "felder": felder}

    def _feld(self, zeichnung: Zeichnung, teil: Teil) -> tuple[Teil, Zeile, str, Any]:
        record = self.site.register.records[teil.ort]
        number = (record.data.nummer or "").lstrip("0")
        large = record.data.ebene is Ebene.STADTBEZIRK
        return teil, self.site.zeilen[teil.ort], number if large else "", self.bilanz(teil.ort)

    def lage(self, record: Record) -> dict[str, Any] | None:
        """Where a place lies: among its parts, or among its neighbours, or in the city."""
        chain = [zeile.id for zeile in self.site.kette(record.id)]
        parts = self._zeichenbar(self.site.teile.get(record.id, []), grenzen=True)
        if parts:
            return {"karte": self.karte(parts), "hier": record.id, "verweise": True}
        for here, around in zip((record.id, *reversed(chain)), (*reversed(chain), ""), strict=True):
            beside = self.site.teile.get(around, []) if around else [r.id for r in self.groesste]
            shown = self._zeichenbar(beside, grenzen=bool(around))
            if here in shown:
                return {"karte": self.karte(shown), "hier": here, "verweise": False}
        return None

    def _zeichenbar(self, orte: list[str], *, grenzen: bool) -> list[str]:
        """Those of the places that the map of them can show."""
        zeichnung = karte.zeichnung(self.plan, orte)
        if zeichnung is None or len(zeichnung.teile) < 2 or (grenzen and zeichnung.kacheln):
            return []
        return [teil.ort for teil in zeichnung.teile]

    # --- a place ---

    def zustaendig(self, record: Record) -> list[tuple[Zeile, list[Any]]]:
        """The Welcome Points for a place: its own, then those of the larger places around it.

        Where none of them can be visited, those of the places beside it.
        """
        own = [self.punkte[row.id] for row in self.geschehen[record.id]["welcome-point"]]
        found = [(self.site.zeilen[record.id], own)]
        seen = {point.zeile.id for point in own}
        chain = list(reversed(self.site.kette(record.id)))
        for around in chain:
            rows = self.punkte.fuer(around.id)
            found.append((around, [p for p in rows if p.zeile.id not in seen]))
            seen.update(point.zeile.id for point in rows)
        if not any(p.besuchbar for _, points in found for p in points):
            largest = chain[-1].id if chain else record.id
            for ort in sorted(self.nachbarn.get(largest, ())):
                if ort in self.geschehen:
                    rows = [self.punkte[r.id] for r in self.geschehen[ort]["welcome-point"]]
                    near = [p for p in rows if p.besuchbar and p.zeile.id not in seen]
                    seen.update(point.zeile.id for point in near)
                    found.append((self.site.zeilen[ort], near))
        return [(zeile, points) for zeile, points in found if points]

    def key(self, record: Record) -> object:
        """All that the page of a place is made from."""
        site = self.site
        happened = self.geschehen[record.id]
        points = [p for _, points in self.zustaendig(record) for p in points]
        teile = site.teile.get(record.id, [])
        return (
            site.schluessel(record.id, zeilen=(
                *(site.zeilen[k] for k in teile), *site.kette(record.id),
                *happened["anliegen"], *happened["aktivitaet"],
            )),
            [site.register.records[p.zeile.id].document.digest for p in points],
            [self.bilanz(k) for k in teile], self.stadtweit,
        )  # fmt: skip

    def view(self, record: Record) -> dict[str, Any]:
        """What the page of a place shows."""
        site, happened = self.site, self.geschehen[record.id]
        return {
            "record": record, "daten": record.data, "zeile": site.zeilen[record.id],
            "kette": site.kette(record.id),
            "teile": _by_level(site, site.teile.get(record.id, ())),
            "punkte": self.zustaendig(record),
            "lage": self.lage(record),
            "anliegen": happened["anliegen"][:GEZEIGT], "alle": len(happened["anliegen"]),
            "aktivitaeten": happened["aktivitaet"][:GEZEIGT], "stadtweit": self.stadtweit,
            "alle_aktivitaeten": len(happened["aktivitaet"]),
            "stationen": anliegen.TYPE.stationen,
        }  # fmt: skip


def _by_level(site: Site, teile: Iterable[str]) -> dict[tuple[Ebene, str], list[Zeile]]:
    """The parts of a place by their level and edition, which are never mixed."""
    levels: dict[tuple[Ebene, str], list[Zeile]] = defaultdict(list)
    for kennung in teile:
        data = site.register.records[kennung].data
        levels[data.ebene, data.ausgabe].append(site.zeilen[kennung])
    return dict(levels)
