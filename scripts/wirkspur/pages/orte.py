"""Places: districts, quarters and social spaces, with what happened there."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from ..records import sozialraum
from ..records.sozialraum import Ebene
from ..register import Record
from ..site import Site
from . import Page, list_frames

RAHMEN = list_frames(f"{sozialraum.TYPE.adresse}/")


def pages(site: Site) -> Iterator[Page]:
    """The overview of all places and a page for each."""
    adresse = sozialraum.TYPE.adresse
    baum = _tree(site)
    welcome_points = site.von("welcome-point")
    yield Page(
        f"{adresse}/",
        "Orte",
        "Stadtbezirke, Stadtteile und Sozialräume, die Welcome Points und was dort geschehen ist.",
        "orte.html",
        (repr(baum), site.abdruck(welcome_points)),
        lambda: {"baum": baum, "welcome_points": welcome_points},
    )
    for record in site.register.of("sozialraum"):
        happened = {
            art: site.geschehen(record.id, art)
            for art in ("anliegen", "aktivitaet", "welcome-point")
        }
        teile = [site.zeilen[k] for k in site.teile.get(record.id, ())]
        yield Page(
            f"{adresse}/{record.id}/",
            record.data.titel,
            record.data.kurz,
            "ort.html",
            site.schluessel(
                record.id,
                zeilen=(*teile, *site.kette(record.id), *chain(*happened.values())),
            ),
            lambda record=record, happened=happened, teile=teile: {  # type: ignore[misc]
                "record": record, "daten": record.data, "zeile": site.zeilen[record.id],
                "kette": site.kette(record.id), "teile": _by_level(site, teile),
                "geschehen": happened,
            },
        )  # fmt: skip


def _tree(site: Site) -> list[dict[str, Any]]:
    """Districts with their quarters and social spaces, in order of their numbers."""
    return [
        {
            "zeile": site.zeilen[record.id],
            "teile": [site.zeilen[k] for k in site.teile.get(record.id, ())],
            "anzahl": {
                art: len(site.geschehen(record.id, art)) for art in ("anliegen", "aktivitaet")
            },
            "welcome_points": Counter(
                row.zusatz for row in site.geschehen(record.id, "welcome-point")
            ).most_common(),
        }
        for record in _by_number(site)
        if not record.data.teil_von
    ]


def _by_number(site: Site) -> list[Record]:
    return sorted(site.register.of("sozialraum"), key=lambda r: (r.data.nummer or "~", r.id))


def _by_level(site: Site, teile: list[Any]) -> dict[Ebene, list[Any]]:
    levels: dict[Ebene, list[Any]] = {}
    for zeile in teile:
        levels.setdefault(site.register.records[zeile.id].data.ebene, []).append(zeile)
    return levels
