"""The start page: in ten seconds, what this is and what came of what."""

from collections import Counter
from collections.abc import Iterator

from ..records import aktivitaet, anfrage, anliegen
from ..site import Site
from ..zahlen import Reihe, Zahlen
from . import Page

RAHMEN = ("",)

STATIONEN = {typ.art: typ.stationen for typ in (anliegen.TYPE, anfrage.TYPE, aktivitaet.TYPE)}


def pages(site: Site) -> Iterator[Page]:
    """The one start page."""
    zahlen = Zahlen(site)
    stadt = [row for row in zahlen.wartende if row.stadt]
    gruppe = [row for row in zahlen.wartende if not row.stadt]
    shown = {
        "beurteilte": zahlen.beurteilte[:3],
        "noch_nicht": zahlen.noch_nicht[:3],
        "noch_nicht_anzahl": len(zahlen.noch_nicht),
        "am_zug": [
            (wer, len(rows), rows[:3], Counter(row.zeile.art for row in rows))
            for wer, rows in (("stadt", stadt), ("gruppe", gruppe))
        ],
        "ereignisse": site.ereignisse[:4],
        "stationen": [Reihe(name, (anzahl,)) for name, anzahl in site.an_station("anliegen")],
    }
    yield Page(
        "",
        "Was ist daraus geworden?",
        site.stadt.untertitel,
        "start.html",
        shown,
        lambda: {"stadt": site.stadt, "namen": STATIONEN, **shown},
    )
