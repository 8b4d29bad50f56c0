"""The start page: in ten seconds, what this is and what came of what."""

from collections.abc import Iterator

from ..site import Site
from . import Page

RAHMEN = ("",)


def pages(site: Site) -> Iterator[Page]:
    """The one start page."""
    wirkungen = site.wirkungen[:6]
    wartende = site.wartende[:5]
    ereignisse = site.ereignisse[:6]
    stationen = site.an_station("anliegen")
    offen = sum(1 for row in site.von("anliegen") if row.spur and row.spur.offen)
    gesamt = len(site.von("anliegen"))
    anfragen_offen = [
        row for row in site.von("anfrage")
        if row.spur and row.spur.zustaende[3] not in ("erreicht", "beendet")
    ]  # fmt: skip
    yield Page(
        "",
        "Was ist daraus geworden?",
        site.stadt.untertitel,
        "start.html",
        (
            [(w.zeile, w.wirkung.model_dump_json()) for w in wirkungen], site.abdruck(wartende),
            tuple(ereignisse), tuple(stationen), offen, gesamt, len(anfragen_offen),
        ),
        lambda: {
            "stadt": site.stadt, "wirkungen": wirkungen, "wartende": wartende,
            "ereignisse": ereignisse, "stationen": stationen, "offen": offen, "gesamt": gesamt,
            "anfragen_offen": anfragen_offen,
        },
    )  # fmt: skip
