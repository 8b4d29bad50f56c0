"""How to follow without an account: feeds and the calendar, and what both are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from ..meldungen import Kanal, kanaele
from ..records.sozialraum import Ebene
from ..site import Site
from ..termine import ALLE, kommende, termine, treffen
from . import Page

RAHMEN = ("folgen/",)


class Bezirk(NamedTuple):
    """A place with the places within it, the largest first."""

    kanal: Kanal
    teile: tuple[Kanal, ...]


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    alle, orte, themen = kanaele(site)
    bezirke = _bezirke(site, orte)
    base = site.stadt.adresse.rstrip("/") + "/"
    dates = len(kommende([*termine(site), *treffen(site)], site.today))
    yield Page(
        "folgen/",
        "Auf dem Laufenden bleiben",
        "Neues von selbst bekommen: ohne Konto, ohne E-Mail-Adresse.",
        "folgen.html",
        (
            base, dates, len(site.courses),
            [(k.path, k.titel, len(k.beitraege)) for k in (*orte, *themen)], repr(bezirke),
        ),
        lambda: {
            "basis": base, "alle": alle, "bezirke": bezirke, "themen": themen,
            "kalender": ALLE, "webcal": f"webcal:{base.removeprefix(urlsplit(base).scheme + ':')}",
            "anzahl_termine": dates,
        },
    )  # fmt: skip


def _bezirke(site: Site, orte: list[Kanal]) -> list[Bezirk]:
    """Every place that lies in no other, with all places within it."""
    by_id = dict(zip((zeile.id for zeile in site.von("sozialraum")), orte, strict=True))
    records = site.register.records
    levels = list(Ebene)
    return [
        Bezirk(
            kanal,
            tuple(
                by_id[k]
                for k in sorted(
                    site.umkreis(ort)[1:], key=lambda k: (levels.index(records[k].data.ebene), k)
                )
            ),
        )
        for ort, kanal in by_id.items()
        if not records[ort].data.teil_von
    ]
