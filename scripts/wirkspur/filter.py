"""Site → what a long list can be filtered by, and which rows each choice finds.

The choices stand in the address of the list, so that a link can make them. All may be combined:

    thema=wohnen         a topic
    ort=stadtbezirk-1    a place; what lies within it is found, too. Or: stadtweit
    status=in_pruefung   the newest status. Or: offen, abgeschlossen
    prioritaet=hoch
    stelle=amt-54        the office that is to be spoken to, or that asks
    jahr=2025            when it was brought in
    wartet=stadt         whose move it is: stadt, gruppe. Or: wirkung, when only the effect is open
    seit=56              waiting for more than so many days: 28, 56, 180, 365
    folge=wartezeit      the longest waiting first; otherwise the newest

Pages carry the choices with their numbers, the file `filter.json` beside the list the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from .facts import Facts
from .records.anliegen import Prioritaet
from .records.protokoll import Rolle
from .records.sozialraum import Ebene
from .register import Record
from .site import Site, Zeile
from .watch import Lage, situations
from .worte import tage

ARTEN = ("anliegen", "anfrage")
"""Kinds of record whose lists can be filtered."""

FRISTEN = (28, 56, 180, 365)
"""Days of waiting that can be chosen."""


class Wert(NamedTuple):
    """A choice: what stands in the address, what people read, how many rows it finds."""

    kennung: str
    titel: str
    anzahl: int
    gruppe: str = ""


@dataclass(frozen=True, slots=True)
class Facette:
    """Something to filter by: its name in the address, its label, the word for no choice.

    `zeilen` has a number for each row of the list: the place in `mengen` of the set of choices,
    given by their places in `werte`, that find it. Rows share few sets, so this stays small.
    """

    name: str
    titel: str
    alle: str
    werte: tuple[Wert, ...]
    mengen: tuple[tuple[int, ...], ...]
    zeilen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Everything a list can be filtered by; `tage` are the days that each row has waited."""

    facetten: tuple[Facette, ...]
    tage: tuple[int, ...]


def key(site: Site, art: str) -> str:
    """Changes with everything the filter is made from, but the day and the registers."""
    summe = blake2b(digest_size=16)
    for kind in (art, "sozialraum", "protokoll"):
        for record in site.register.of(kind):
            summe.update(record.document.digest.encode())
    return summe.hexdigest()


def filter_of(site: Site, art: str, zeilen: Sequence[Zeile]) -> Filter:
    """The filter of a list of one kind, for its rows in their order."""
    maker = _Maker(site, art)
    found = [maker.values(site.register.records[zeile.id]) for zeile in zeilen]
    facetten = []
    for name, titel, alle in FACETTEN:
        column = [values[name] for values in found if name in values]
        if not column:
            continue  # not a matter of this kind of record
        count = Counter(value for values in column for value in values)
        werte = tuple(w._replace(anzahl=count[w.kennung]) for w in maker.order(name, count))
        sets = {values: number for number, values in enumerate(dict.fromkeys(column))}
        place = {w.kennung: number for number, w in enumerate(werte)}
        mengen = tuple(tuple(place[v] for v in values if v in place) for values in sets)
        facetten.append(
            Facette(name, titel, alle, werte, mengen, tuple(sets[values] for values in column))
        )
    return Filter(tuple(facetten), tuple(maker.days(zeile.id) for zeile in zeilen))


FACETTEN = (
    ("thema", "Thema", "Alle Themen"),
    ("ort", "Ort", "Alle Orte"),
    ("status", "Stand", "Alle"),
    ("wartet", "Wer ist am Zug?", "Egal"),
    ("seit", "Wartet schon", "Egal wie lange"),
    ("prioritaet", "Priorität", "Alle"),
    ("stelle", "Stelle", "Alle Stellen"),
    ("jahr", "Eingebracht", "Alle Jahre"),
)
"""Name, label and the word for no choice, in the order in which people meet them."""

WARTET = {
    "stadt": "Die Stadt",
    "gruppe": "Die Community Connectors",
    "wirkung": "Niemand, nur die Wirkung ist noch offen",
}


class _Maker:
    """Says for a record which choices find it, and in which order choices are offered."""

    def __init__(self, site: Site, art: str) -> None:
        self.site, self.art = site, art
        facts = Facts(site.register, site.today, site.courses)
        self.lagen = {lage.record.id: lage for lage in situations(facts)}
        self.around = {
            record.id: (record.id, *(z.id for z in site.kette(record.id)))
            for record in site.register.of("sozialraum")
        }

    def days(self, kennung: str) -> int:
        """For how many days it has surely waited; 0 where nothing is waited for."""
        lage = self.lagen.get(kennung)
        return max((self.site.today - lage.seit.letzter).days, 0) if lage and lage.seit else 0

    def values(self, record: Record) -> dict[str, tuple[str, ...]]:
        """Facet → the choices that find a record."""
        data, steps = record.data, self.site.courses[record.id]
        row, lage = self.site.zeilen[record.id], self.lagen.get(record.id)
        begun = getattr(data, "eingebracht", None) or (steps[0].datum if steps else "")
        found: dict[str, tuple[str, ...]] = {
            "status": (
                "offen" if row.spur and row.spur.offen else "abgeschlossen",
                steps[-1].status.value if steps else "ohne",
            ),
            "jahr": (begun[:4],) if begun else (),
            "wartet": (_awaited(lage),) if lage else (),
            "seit": tuple(str(frist) for frist in FRISTEN if self.days(record.id) > frist),
        }
        if self.art == "anfrage":
            return {**found, "stelle": (data.von,)}
        # Each place once: two may lie within the same larger one.
        orte = dict.fromkeys(o for ort in data.ort for o in self.around.get(ort, (ort,)))
        return {
            **found,
            "thema": (data.thema,),
            "ort": tuple(orte),
            "prioritaet": (data.prioritaet.value,),
            "stelle": (data.kontakt,) if data.kontakt else (),
        }

    def order(self, name: str, found: Counter[str]) -> list[Wert]:
        """The choices of a facet that find something, in the order in which they are offered."""
        if name == "ort":
            return list(self._places(found)) if found else []
        entries = self.site.register.entries
        labels: dict[str, str]
        if name in ("thema", "stelle"):
            labels = {k: e[2].titel for k, e in entries.get(name, {}).items()}
        elif name == "status":
            kind = next(r.type.status for r in self.site.register.of(self.art))
            labels = {"offen": "alle offenen", "abgeschlossen": "alle abgeschlossenen"}
            labels |= {status.value: status.label for status in kind or ()}
            labels["ohne"] = "noch ohne Schritt"
        elif name == "prioritaet":
            labels = {p.value: p.label for p in Prioritaet}
        elif name == "wartet":
            labels = WARTET
        elif name == "seit":
            labels = {str(frist): f"länger als {tage(frist)}" for frist in FRISTEN}
        else:
            labels = {jahr: jahr for jahr in sorted(found, reverse=True)}
        return [Wert(k, label, 0) for k, label in labels.items() if found[k]]

    def _places(self, found: Counter[str]) -> Iterator[Wert]:
        """The whole city first, then districts by number, each with what lies within."""
        if found["stadtweit"]:
            yield Wert("stadtweit", "in der ganzen Stadt", 0)
        for row in self.site.von("sozialraum"):
            data = self.site.register.records[row.id].data
            if data.teil_von in self.around:
                continue
            # All of them: a page of a place links here before anything is known of it.
            inside = [self.site.zeilen[ort] for ort in self.site.umkreis(row.id)]
            for ort in sorted(inside, key=lambda z: (z.zusatz, z.id)):
                whole = ort.id == row.id and data.ebene is Ebene.STADTBEZIRK
                yield Wert(ort.id, f"{ort.titel} (ganz)" if whole else ort.titel, 0, row.titel)


def _awaited(lage: Lage) -> str:
    if lage.fehlt_wirkung:
        return "wirkung"
    return "stadt" if lage.wer is Rolle.KOORDINATION else "gruppe"
