"""About us, as far as it is data: the group, the rules and clocks, the ladders."""

from collections.abc import Iterator
from typing import Any

from ..frame import frame_of
from ..site import Site
from . import Page

SEITEN = {
    "gruppe": ("Die Gruppe", "Wie viele sie sind, welche Funktionen es gibt und wer sie vergab."),
    "regeln": ("Regeln und Uhren", "Wie zusammengearbeitet wird, und nach wie vielen Tagen was "
                                   "fällig ist."),
    "leitern": ("Leitern der Beteiligung", "Woran man erkennt, wie viel Beteiligung etwas ist."),
}  # fmt: skip
QUELLE = {"gruppe": "gruppe", "regeln": "regelwerk", "leitern": "leitern"}


RAHMEN = (frame_of("ueber-uns/x/"),)


def pages(site: Site) -> Iterator[Page]:
    """One page per register that residents should see."""
    for name, (titel, kurz) in SEITEN.items():
        record = next(site.register.of(QUELLE[name]))
        yield Page(
            f"ueber-uns/{name}/", titel, kurz, f"{name}.html",
            site.schluessel(record.id, zeilen=site.von("anfrage") if name == "leitern" else ()),
            lambda record=record, name=name, titel=titel, kurz=kurz: _view(  # type: ignore[misc]
                site, record, name, titel, kurz
            ),
        )  # fmt: skip


def _view(site: Site, record: Any, name: str, titel: str, kurz: str) -> dict[str, Any]:
    view = {"record": record, "daten": record.data, "titel": titel, "kurz": kurz}
    if name == "leitern":
        view["zugesagt"] = [
            (site.zeilen[r.id], r.data.beteiligung_zugesagt)
            for r in site.register.of("anfrage")
            if r.data.beteiligung_zugesagt
        ]
    return view
