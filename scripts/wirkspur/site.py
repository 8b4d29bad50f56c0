"""Register + context → Site: derived status, traces, links from both sides, numbers, lists.

Pure. Pages and exports see only this, so a number on a page and in a download cannot differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

from .facts import Facts
from .records.common import Datum, Urteil, Wirkung
from .records.sozialraum import Ebene
from .register import Record, Register
from .spur import Kurzspur, Spur, Stelle, kurzspur, spur
from .verlauf import Step


@dataclass(frozen=True, slots=True)
class Context:
    """What is not in the files: the day for which everything is said."""

    today: date


class Zeile(NamedTuple):
    """What a list or a link shows of a record. Hashable: pages that show it depend on it."""

    id: str
    art: str
    art_titel: str
    titel: str
    kurz: str
    adresse: str
    datum: str
    spur: Kurzspur | None = None
    zusatz: str = ""


class Bezug(NamedTuple):
    """A link seen from the other side: which field of which record points here."""

    feld: str
    zeile: Zeile


class Ereignis(NamedTuple):
    """The newest thing that happened to a contribution."""

    datum: Datum
    zeile: Zeile
    status: str
    zeichen: str
    von: str
    text: str


class WirkungsZeile(NamedTuple):
    """An effect and the contribution it belongs to."""

    datum: Datum
    zeile: Zeile
    wirkung: Wirkung


RUECKBEZUG = {
    "herkunft": "Daraus ist entstanden",
    "ziel": "Hier geht weiter, was begann als",
    "beleg": "Dient als Beleg für",
    "zu": "Besprochen in",
}
"""How a link reads from the other side, by the field that makes it."""


@dataclass(frozen=True)
class Site:
    """Everything the pages and exports may know."""

    register: Register
    context: Context
    courses: dict[str, list[Step]] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Facts) -> Site:
        """Derive the site from facts without errors."""
        return cls(facts.register, Context(facts.today), facts.courses)

    @property
    def today(self) -> date:
        """The day for which everything is said."""
        return self.context.today

    @property
    def stadt(self) -> Any:
        """The city's own particulars."""
        return self.register.verzeichnis("stadt")

    @cached_property
    def zeilen(self) -> dict[str, Zeile]:
        """Every record with a page of its own, as lists and links show it."""
        rows = {}
        for record in self.register.records.values():
            typ = record.type
            if typ.datei:
                continue
            steps = self.courses.get(record.id)
            rows[record.id] = Zeile(
                record.id, typ.art, typ.titel, record.data.titel, record.data.kurz,
                f"{typ.adresse}/{record.id}/", _newest(record, steps),
                kurzspur(record, steps, self.today) if steps is not None else None,
                _zusatz(record),
            )  # fmt: skip
        for kennung, (minutes, _, beschluss) in self.register.entries.get("beschluss", {}).items():
            row = rows[minutes.id]
            rows[kennung] = row._replace(
                id=kennung, art="beschluss", art_titel="Beschluss",
                titel=_first_sentence(beschluss.text), kurz="", adresse=f"{row.adresse}#{kennung}",
            )  # fmt: skip
        return rows

    @cached_property
    def _fingerabdruecke(self) -> dict[str, str]:
        """Id → a short text that changes with the row."""
        return {
            kennung: blake2b(repr(row).encode(), digest_size=8).hexdigest()
            for kennung, row in self.zeilen.items()
        }

    def abdruck(self, zeilen: Iterable[Zeile]) -> str:
        """A text that changes whenever one of these rows does, or their order."""
        return "".join(self._fingerabdruecke[zeile.id] for zeile in zeilen)

    @cached_property
    def bezuege(self) -> dict[str, list[Bezug]]:
        """Id → everything that points to it: written once, shown from both sides."""
        seen: dict[str, dict[tuple[str, str], Bezug]] = defaultdict(dict)
        for record, loc, wert, _ in self.register.references:
            if wert in self.zeilen and record.id in self.zeilen and wert != record.id:
                feld = next(str(part) for part in reversed(loc) if isinstance(part, str))
                seen[wert][feld, record.id] = Bezug(feld, self.zeilen[record.id])
        return {wert: list(bezug.values()) for wert, bezug in seen.items()}

    def von(self, art: str) -> list[Zeile]:
        """All rows of a kind, the newest first; places by number."""
        rows = [self.zeilen[record.id] for record in self.register.of(art)]
        if art == "sozialraum":
            return sorted(rows, key=lambda row: (row.zusatz, row.id))
        rows.sort(key=lambda row: row.titel)
        return sorted(rows, key=lambda row: row.datum, reverse=True)

    def spur(self, kennung: str) -> Spur:
        """The whole trace of a contribution."""
        record = self.register.records[kennung]
        return spur(record, self.courses[kennung], self.beschluesse.get(kennung, ()), self.today)

    @cached_property
    def beschluesse(self) -> dict[str, list[Stelle]]:
        """Id of a record → the decisions about it."""
        found: dict[str, list[Stelle]] = defaultdict(list)
        for minutes, _, beschluss in self.register.entries.get("beschluss", {}).values():
            for kennung in beschluss.zu:
                found[kennung].append(Stelle(minutes.data.datum, minutes, beschluss))
        return dict(found)

    # --- places ---

    @cached_property
    def teile(self) -> dict[str, list[str]]:
        """Id of a place → the ids of the places within it, by number."""
        found: dict[str, list[str]] = defaultdict(list)
        for record in self.register.of("sozialraum"):
            if record.data.teil_von:
                found[record.data.teil_von].append(record.id)
        return {ort: sorted(teile) for ort, teile in found.items()}

    def umkreis(self, ort: str) -> list[str]:
        """The place and everything within it."""
        every, queue = [], [ort]
        while queue:
            here = queue.pop()
            if here not in every:
                every.append(here)
                queue.extend(self.teile.get(here, ()))
        return every

    def kette(self, ort: str) -> list[Zeile]:
        """The places around a place, the largest first."""
        chain: list[str] = []
        over = self.register.records[ort].data.teil_von
        while over and over in self.zeilen and over not in chain:
            chain.append(over)
            over = self.register.records[over].data.teil_von
        return [self.zeilen[kennung] for kennung in reversed(chain)]

    def geschehen(self, ort: str, art: str) -> list[Zeile]:
        """What of a kind happened at a place or within it."""
        found = {
            bezug.zeile.id: bezug.zeile
            for teil in self.umkreis(ort)
            for bezug in self.bezuege.get(teil, ())
            if bezug.zeile.art == art
        }
        return sorted(found.values(), key=lambda row: row.datum, reverse=True)

    # --- the newest, the longest waiting ---

    @cached_property
    def ereignisse(self) -> list[Ereignis]:
        """The newest step of every contribution, the newest first."""
        events = [
            Ereignis(
                step.datum, self.zeilen[kennung], step.status.label, step.status.value,
                step.von.label, step.text or "",
            )
            for kennung, steps in self.courses.items()
            for step in steps[-1:]
        ]  # fmt: skip
        return sorted(events, key=lambda e: (e.datum.letzter, e.zeile.id), reverse=True)

    @cached_property
    def wirkungen(self) -> list[WirkungsZeile]:
        """Every judgement of an effect: those that can tell already first, then the newest."""
        found = [
            WirkungsZeile(wirkung.datum, self.zeilen[kennung], wirkung)
            for kennung in self.courses
            for wirkung in self.register.records[kennung].data.wirkung
        ]
        found.sort(key=lambda w: (w.datum.letzter, w.zeile.id), reverse=True)
        return sorted(found, key=lambda w: w.wirkung.urteil is Urteil.NOCH_NICHT_ABSEHBAR)

    @cached_property
    def wartende(self) -> list[Zeile]:
        """Open contributions, those that have waited longest first."""
        rows = [self.zeilen[k] for k in self.courses]
        waiting = [row for row in rows if row.spur and row.spur.offen and row.spur.luecke]
        return sorted(waiting, key=lambda row: (-_tage(row), row.id))

    def an_station(self, art: str) -> list[tuple[str, int]]:
        """How many contributions of a kind stand at each station, in the order of the way."""
        records = list(self.register.of(art))
        stations = records[0].type.stationen if records else ()
        counts: Counter[int] = Counter()
        for record in records:
            row = self.zeilen[record.id]
            states = row.spur.zustaende if row.spur else ()
            # „Too early to tell“ is not an effect: the last station counts only when reached.
            reached = [
                i for i, z in enumerate(states)
                if z == "erreicht" or (z == "laeuft" and i < len(states) - 1)
            ]  # fmt: skip
            counts[max(reached, default=0)] += 1
        return [(name, counts[i]) for i, name in enumerate(stations)]

    def schluessel(self, kennung: str, zeilen: Iterable[Zeile] = ()) -> object:
        """All that a page about a record is made from, to know when it has to be made again.

        Contains the record itself, what points to it, what it points to, the minutes that wrote
        steps for it, and any further rows that are shown.
        """
        record = self.register.records[kennung]
        bezuege = self.bezuege.get(kennung, ())
        return (
            record.document.digest,
            [bezug.feld for bezug in bezuege],
            self.abdruck(bezug.zeile for bezug in bezuege),
            self.abdruck(self.ziele.get(kennung, ())),
            self.abdruck(zeilen),
            [
                step.record.document.digest
                for step in self.courses.get(kennung, ())
                if step.record is not record
            ],
            [stelle.record.document.digest for stelle in self.beschluesse.get(kennung, ())],
        )

    @cached_property
    def ziele(self) -> dict[str, list[Zeile]]:
        """Id → the rows of everything it points to."""
        found: dict[str, list[Zeile]] = defaultdict(list)
        for record, _, wert, _ in self.register.references:
            if wert in self.zeilen:
                found[record.id].append(self.zeilen[wert])
        return dict(found)


def _first_sentence(text: str) -> str:
    """Enough of a decision to recognise it in a link."""
    first = text.split(". ", maxsplit=1)[0].rstrip(".")
    return first if len(first) <= 90 else f"{first[:90].rsplit(' ', 1)[0]} …"


def _tage(row: Zeile) -> int:
    return row.spur.wartet_tage if row.spur else 0


def _newest(record: Record, steps: list[Step] | None) -> str:
    """The date a record is sorted by: its newest step, or its own date."""
    if steps:
        return str(steps[-1].datum)
    for name in ("eingebracht", "datum", "frist"):
        if value := getattr(record.data, name, None):
            return str(value)
    return ""


def _zusatz(record: Record) -> str:
    """One more word for lists: what kind of place, meeting or resource it is."""
    data = record.data
    if record.type.art == "sozialraum":
        return f"{list(Ebene).index(data.ebene)}{data.nummer or '9'}"
    for name in ("gremium", "status", "art"):
        value = getattr(data, name, None)
        if value is not None and hasattr(value, "label"):
            return str(value.label)
    return ""
