"""Welcome Points: where they are and were, who runs them, whom they serve."""

from collections.abc import Iterator

from ..records import welcome_point
from ..records.welcome_point import OrtStatus
from ..register import Record
from ..site import Site
from . import Page, list_frames, list_pages

RAHMEN = list_frames(f"{welcome_point.TYPE.adresse}/")


def pages(site: Site) -> Iterator[Page]:
    """The list and a page for each."""
    typ = welcome_point.TYPE
    rows = sorted(site.von(typ.art), key=lambda row: row.titel)
    yield from list_pages(
        site, f"{typ.adresse}/", typ.plural,
        "Anlaufstellen in den Stadtbezirken, mit ihrer Geschichte.", rows,
    )  # fmt: skip
    for record in site.register.of(typ.art):
        yield Page(
            f"{typ.adresse}/{record.id}/",
            record.data.titel,
            record.data.kurz,
            "welcome_point.html",
            site.schluessel(record.id),
            lambda record=record: {  # type: ignore[misc]
                "record": record, "daten": record.data, "zeile": site.zeilen[record.id],
                "geprueft": max(
                    (a.geprueft_am for a in record.data.adressen if a.geprueft_am), default=None
                ),
                "veraltet": _is_stale(record, site),
                "aktivitaeten": [
                    b.zeile for b in site.bezuege.get(record.id, ()) if b.zeile.art == "aktivitaet"
                ],
            },
        )  # fmt: skip


def _is_stale(record: Record, site: Site) -> bool:
    """Whether people could go there, but nobody has looked for a year."""
    if record.data.status not in {OrtStatus.OFFEN, OrtStatus.VERLEGT}:
        return False
    checked = [a.geprueft_am.letzter for a in record.data.adressen if a.geprueft_am]
    return not checked or (site.today - max(checked)).days > 365
