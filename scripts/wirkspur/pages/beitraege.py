"""Contributions: concerns, requests, activities. Each page answers: what became of it?"""

from collections.abc import Iterator
from typing import Any

from .. import blatt, saetze
from ..records import aktivitaet, anfrage, anliegen
from ..register import Record
from ..site import RUECKBEZUG, Site
from . import Page, list_frames, list_pages

TYPES = (anliegen.TYPE, anfrage.TYPE, aktivitaet.TYPE)
RAHMEN = tuple(rahmen for typ in TYPES for rahmen in list_frames(f"{typ.adresse}/"))
LISTEN = {
    "anliegen": "Was Menschen in der Stadt bewegt, und was daraus geworden ist.",
    "anfrage": "Was die Stadt von den Community Connectors wissen wollte, und was sie daraus "
    "gemacht hat.",
}
"""Lists made here; activities have their own (aktivitaeten.py), with dates."""


def pages(site: Site) -> Iterator[Page]:
    """A list per type and a page per record."""
    for typ in TYPES:
        if typ.art in LISTEN:
            yield from list_pages(
                site, f"{typ.adresse}/", typ.plural, LISTEN[typ.art], site.von(typ.art),
                art=typ.art, stationen=typ.stationen,
            )  # fmt: skip
        for record in site.register.of(typ.art):
            yield Page(
                f"{typ.adresse}/{record.id}/",
                record.data.titel,
                record.data.kurz,
                "beitrag.html",
                site.schluessel(record.id),
                lambda record=record: view(site, record),  # type: ignore[misc]
            )


def view(site: Site, record: Record) -> dict[str, Any]:
    """What the page of a contribution shows."""
    rueckwaerts: dict[str, list[Any]] = {}
    for bezug in site.bezuege.get(record.id, ()):
        rueckwaerts.setdefault(RUECKBEZUG.get(bezug.feld, "Hängt zusammen mit"), []).append(
            bezug.zeile
        )
    zeile, steps = site.zeilen[record.id], site.courses[record.id]
    assert zeile.spur  # every contribution has one
    return {
        "record": record,
        "daten": record.data,
        "zeile": zeile,
        "spur": site.spur(record.id),
        "stand": saetze.stand(record, steps, zeile.spur, site.today),
        "zusagen": saetze.zusagen(steps),
        "rueckwaerts": rueckwaerts,
        "nachricht": saetze.nachricht(
            record.data.titel,
            blatt.of_contribution(site, record, schritte=1),
            blatt.ganze_adresse(site, zeile.adresse),
        ),
    }
