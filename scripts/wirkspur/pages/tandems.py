"""Tandems: what each of them did and what waits where it is at work. A pseudonym, never names."""

from collections.abc import Iterator
from typing import Any

from .. import blatt
from ..frame import frame_of
from ..site import Site
from . import Page, rows_of

RAHMEN = (frame_of("ueber-uns/tandems/x/"),)


def pages(site: Site) -> Iterator[Page]:
    """One page per tandem of the group's register."""
    for record, _, tandem in site.register.entries.get("tandem", {}).values():
        rows = blatt.of_tandem(site, tandem)
        places = [site.zeilen[k] for k in (*tandem.sozialraeume, tandem.welcome_point) if k]
        yield Page(
            f"ueber-uns/tandems/{tandem.id}/",
            tandem.titel,
            f"{tandem.personen} Community Connectors, die zusammen handeln: was sie getan haben, "
            "und was an ihren Orten noch offen ist.",
            "tandem.html",
            (record.document.digest, site.abdruck([*rows, *places])),
            lambda record=record, tandem=tandem, rows=rows: _view(  # type: ignore[misc]
                record, tandem, rows
            ),
        )


def _view(record: Any, tandem: Any, rows: list[Any]) -> dict[str, Any]:
    return {
        "record": record,
        "tandem": tandem,
        "aktivitaeten": rows_of(rows, "aktivitaet"),
        "anliegen": rows_of(rows, "anliegen"),
    }
