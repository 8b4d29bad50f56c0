"""The trace: what became of a contribution, station by station, gaps shown as gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from .records.common import Datum, Schluss, Status, Stimme, Urteil, Wirkung
from .register import Record
from .verlauf import Step, is_open, is_reopening
from .worte import seit


class Zustand(StrEnum):
    """How far a station is."""

    ERREICHT = "erreicht"
    LAEUFT = "laeuft"
    OFFEN = "offen"
    LEER = "leer"
    """Later stations were reached, but nothing is written about this one."""
    BEENDET = "beendet"
    """The way ended here, or it ended before."""


ZUSTAND_WORT = {
    Zustand.ERREICHT: "erreicht",
    Zustand.LAEUFT: "läuft",
    Zustand.OFFEN: "offen",
    Zustand.LEER: "nicht dokumentiert",
    Zustand.BEENDET: "endet hier",
}


class Kurzspur(NamedTuple):
    """The trace in small, for lists and links: hashable, cheap, the same everywhere."""

    zustaende: tuple[str, ...]
    status: str
    zeichen: str
    seit: str
    luecke: str
    offen: bool
    wartet_tage: int


@dataclass(frozen=True, slots=True)
class Stelle:
    """A decision of minutes that belongs into a trace."""

    datum: Datum
    record: Record
    beschluss: object


@dataclass(frozen=True, slots=True)
class Station:
    """One station with everything that is known about it, the oldest first."""

    name: str
    zustand: Zustand
    datum: Datum | None
    schritte: tuple[Step | Stelle, ...] = ()
    luecke: str = ""
    wort: str = ""


@dataclass(frozen=True, slots=True)
class Stimmen:
    """The judgements of one side, the newest first; empty means it has not spoken."""

    stimme: Stimme
    urteile: tuple[Wirkung, ...]


@dataclass(frozen=True, slots=True)
class Versprechen:
    """The newest promise: until when, how often it was moved, whether it has passed."""

    bis: Datum
    verschoben: int
    ueberfaellig_tage: int


@dataclass(frozen=True, slots=True)
class Spur:
    """The whole trace of a contribution."""

    stationen: tuple[Station, ...]
    stimmen: tuple[Stimmen, ...]
    uneins: bool
    versprechen: Versprechen | None
    offen: bool


def zustaende(record: Record, steps: list[Step]) -> list[Zustand]:
    """The state of each station of a contribution."""
    stations = record.type.stationen
    last = len(stations) - 1
    states = [Zustand.OFFEN] * len(stations)
    end = -1
    before: Status | None = None
    for step in steps:
        station = step.status.station
        if station is None:
            continue
        if before and is_reopening(before, step.status):
            states[station + 1 :] = [Zustand.OFFEN] * (last - station)
            end = station
        before = step.status
        if step.status.schluss is Schluss.GESCHLOSSEN and station == last - 1:
            states[station] = Zustand.BEENDET
        elif not step.status.laeuft:
            states[station] = Zustand.ERREICHT
        elif states[station] is not Zustand.ERREICHT:
            states[station] = Zustand.LAEUFT
        end = max(end, station)
    for station in range(end):
        if states[station] is Zustand.OFFEN:
            states[station] = Zustand.LEER
    if steps and steps[-1].status.schluss is not Schluss.OFFEN:
        for station in range(len(stations)):
            if states[station] is Zustand.OFFEN:
                states[station] = Zustand.BEENDET
    if wirkung := record.data.wirkung:
        judged = any(w.urteil is not Urteil.NOCH_NICHT_ABSEHBAR for w in wirkung)
        states[last] = Zustand.ERREICHT if judged else Zustand.LAEUFT
    return states


def kurzspur(record: Record, steps: list[Step], today: date) -> Kurzspur:
    """The trace in small."""
    states = zustaende(record, steps)
    offen = is_open(record, steps)
    station, since = waiting(states, steps)
    luecke, tage = "", 0
    if offen and station is not None and since is not None:
        luecke = _gap(record, states, steps, station, since, today)
        tage = (today - since.erster).days
    newest = steps[-1] if steps else None
    status = newest.status if newest else None
    return Kurzspur(
        tuple(states),
        status.label if status else "noch ohne Schritt",
        zeichen(status),
        str(newest.datum) if newest else "",
        luecke,
        offen,
        tage,
    )


def zeichen(status: Status | None) -> str:
    """Which sign a status carries: a word for the icon, never a colour alone."""
    if status is None:
        return "offen"
    if status.schluss is not Schluss.OFFEN:
        return "beendet"
    return "laeuft" if status.laeuft else "erreicht"


def waiting(states: list[Zustand], steps: list[Step]) -> tuple[int | None, Datum | None]:
    """The station that is waited for, and since when."""
    station = next((i for i, s in enumerate(states) if s in (Zustand.OFFEN, Zustand.LAEUFT)), None)
    if station is None or not steps:
        return station, None
    if states[station] is Zustand.LAEUFT and (
        own := [s for s in steps if s.status.station == station]
    ):
        return station, own[0].datum
    before = [s for s in steps if s.status.station is not None and s.status.station < station]
    return station, (before or steps)[-1].datum


def _gap(
    record: Record,
    states: list[Zustand],
    steps: list[Step],
    station: int,
    since: Datum,
    today: date,
) -> str:
    how_long = seit(since, today)
    if states[station] is Zustand.LAEUFT and station < len(states) - 1:
        newest = next(s for s in reversed(steps) if s.status.station == station)
        return f"{how_long}: {newest.status.label}"
    if states[station] is Zustand.LAEUFT:
        return f"{how_long}: Wirkung noch nicht absehbar"
    return f"{how_long} {record.type.luecken[station]}"


def spur(record: Record, steps: list[Step], beschluesse: Iterable[Stelle], today: date) -> Spur:
    """The whole trace of a contribution as of `today`."""
    states = zustaende(record, steps)
    offen = is_open(record, steps)
    awaited, since = waiting(states, steps) if offen else (None, None)
    punkte: list[list[Step | Stelle]] = [[] for _ in states]
    current = 0
    for step in steps:
        if step.status.station is not None:
            current = step.status.station
        punkte[min(current, len(states) - 2)].append(step)
    for stelle in beschluesse:
        here = punkte[_station_at(steps, stelle.datum)]
        before = [i for i, p in enumerate(here, 1) if p.datum.erster <= stelle.datum.letzter]
        here.insert(max(before, default=0), stelle)
    stationen = []
    for index, name in enumerate(record.type.stationen):
        luecke = ""
        if index == awaited and since is not None:
            luecke = _gap(record, states, steps, index, since, today)
        reached = [s for s in steps if s.status.station == index and not s.status.laeuft]
        datum = reached[0].datum if reached else None
        if index == len(states) - 1 and record.data.wirkung:
            # Reached on the day of the first real judgement; „not yet“ came before it.
            urteile = [w for w in record.data.wirkung if w.urteil is not Urteil.NOCH_NICHT_ABSEHBAR]
            datum = (urteile or record.data.wirkung)[0].datum
        wort = ZUSTAND_WORT[states[index]]
        if index == len(states) - 1 and states[index] is Zustand.LAEUFT:
            wort = Urteil.NOCH_NICHT_ABSEHBAR.label
        stationen.append(Station(name, states[index], datum, tuple(punkte[index]), luecke, wort))
    stimmen = voices(record.data.wirkung)
    newest = [s.urteile[0].urteil for s in stimmen[:2] if s.urteile]
    return Spur(
        tuple(stationen), stimmen, len(set(newest)) > 1, promise(record, steps, today), offen
    )


def _station_at(steps: list[Step], datum: Datum) -> int:
    station = 0
    for step in steps:
        if step.datum.erster > datum.letzter:
            break
        if step.status.station is not None:
            station = step.status.station
    return station


def voices(wirkung: Iterable[Wirkung]) -> tuple[Stimmen, ...]:
    """City and Connectors always, side by side and equal in size; others where they spoke."""
    by_voice: dict[Stimme, list[Wirkung]] = {Stimme.VERWALTUNG: [], Stimme.CONNECTORS: []}
    for urteil in wirkung:
        by_voice.setdefault(urteil.stimme, []).append(urteil)
    return tuple(Stimmen(stimme, tuple(reversed(urteile))) for stimme, urteile in by_voice.items())


def promise(record: Record, steps: list[Step], today: date) -> Versprechen | None:
    """The newest promise that has not been kept yet, and how often it was moved."""
    promises = [step.zugesagt_bis for step in steps if step.zugesagt_bis]
    if not promises or not is_open(record, steps):
        return None
    if steps[-1].status.station == len(record.type.stationen) - 2 and not steps[-1].status.laeuft:
        return None
    moved = sum(two.letzter > one.letzter for one, two in pairwise(promises))
    late = (today - promises[-1].letzter).days
    return Versprechen(promises[-1], moved, max(late, 0))
