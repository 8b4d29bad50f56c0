"""Resources: trainings, funding, networks, material."""

from collections.abc import Iterator

from ..records import ressource
from ..site import Site
from . import Page, list_frames, list_pages

RAHMEN = list_frames(f"{ressource.TYPE.adresse}/")


def pages(site: Site) -> Iterator[Page]:
    """The list and a page for each."""
    typ = ressource.TYPE
    rows = sorted(site.von(typ.art), key=lambda row: (row.zusatz, row.titel))
    yield from list_pages(
        site, f"{typ.adresse}/", typ.plural,
        "Fortbildungen, Fördermittel, Netzwerke und Material, die der Gruppe helfen.", rows,
    )  # fmt: skip
    for record in site.register.of(typ.art):
        yield Page(
            f"{typ.adresse}/{record.id}/",
            record.data.titel,
            record.data.kurz,
            "ressource.html",
            site.schluessel(record.id),
            lambda record=record: {  # type: ignore[misc]
                "record": record, "daten": record.data, "zeile": site.zeilen[record.id],
            },
        )  # fmt: skip
