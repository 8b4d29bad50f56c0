"""Meetings: minutes with their decisions, each with its method and numbers."""

from collections.abc import Iterator

from ..records import protokoll
from ..site import Site
from ..zaehlung import auszaehlen
from . import Page, list_frames, list_pages

RAHMEN = list_frames(f"{protokoll.TYPE.adresse}/")


def pages(site: Site) -> Iterator[Page]:
    """The list of minutes and a page for each."""
    typ = protokoll.TYPE
    beschluesse = [
        (site.zeilen[kennung], minutes.data.datum, beschluss.methode.label)
        for kennung, (minutes, _, beschluss) in site.register.entries.get("beschluss", {}).items()
    ]
    beschluesse.sort(key=lambda b: (b[1], b[0].id), reverse=True)
    yield from list_pages(
        site, f"{typ.adresse}/", "Treffen und Beschlüsse",
        "Protokolle der Treffen, mit allen Beschlüssen und wie sie zustande kamen.",
        site.von(typ.art), "treffen.html", beschluesse=beschluesse,
    )  # fmt: skip
    regelwerk = site.register.verzeichnis("regelwerk")
    methoden = {m.id: m for m in regelwerk.methoden}
    for record in site.register.of(typ.art):
        yield Page(
            f"{typ.adresse}/{record.id}/",
            record.data.titel,
            record.data.kurz,
            "protokoll.html",
            site.schluessel(record.id),
            lambda record=record: {  # type: ignore[misc]
                "record": record, "daten": record.data, "zeile": site.zeilen[record.id],
                "methoden": methoden,
                "rechnungen": {b.id: auszaehlen(record.data, b) for b in record.data.beschluesse},
            },
        )  # fmt: skip
