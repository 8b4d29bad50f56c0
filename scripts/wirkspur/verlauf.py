"""The course of every contribution: its own steps and those that minutes wrote for it, as one.

Both the checks and the site need it, and they must not differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .reading.events import Loc
from .records.common import BEITRAG, Datum, Schluss, Status, Urteil, Von
from .register import Record, Register


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a contribution, whoever wrote it down. `record` and `loc` say where it stands."""

    datum: Datum
    status: Status
    von: Von
    text: str | None
    beleg: str | None
    zugesagt_bis: Datum | None
    ziel: tuple[str, ...]
    record: Record
    loc: Loc


def courses(register: Register) -> dict[str, list[Step]]:
    """Id of each contribution → its steps, the oldest first.

    Steps of a file keep their order; steps of minutes go where their date puts them. A step of
    minutes whose status does not exist for the contribution is left to the check that names it.
    """
    from_minutes: dict[str, list[Step]] = {}
    for minutes in register.of("protokoll"):
        for kennung, step in _minutes_steps(register, minutes):
            from_minutes.setdefault(kennung, []).append(step)
    return {
        record.id: _merge(_own_steps(record), from_minutes.get(record.id, []))
        for record in register.records.values()
        if record.type.art in BEITRAG
    }


def _own_steps(record: Record) -> list[Step]:
    return [
        Step(
            s.datum, s.status, s.von, s.text, s.beleg, s.zugesagt_bis, s.ziel,
            record, ("verlauf", index),
        )
        for index, s in enumerate(record.data.verlauf)
    ]  # fmt: skip


def _minutes_steps(register: Register, minutes: Record) -> Iterator[tuple[str, Step]]:
    for index, s in enumerate(minutes.data.schritte):
        for kennung in s.zu:
            target = register.records.get(kennung)
            if target is None or target.type.status is None:
                continue
            status = target.type.status.of(s.status)
            if status is None:
                continue
            yield kennung, Step(
                minutes.data.datum, status, s.von, s.text, minutes.id, None, s.ziel,
                minutes, ("schritte", index),
            )  # fmt: skip


def _merge(own: list[Step], others: list[Step]) -> list[Step]:
    """Put each step of minutes after what is surely earlier and before what is surely later.

    In between, where a partial date or the same day leaves it open, the statuses decide.
    """
    steps = list(own)
    for step in sorted(others, key=lambda s: s.datum.erster):
        place = len(steps)
        for index in range(len(steps) - 1, -1, -1):
            there = steps[index]
            if there.datum.letzter < step.datum.erster:
                break
            sure = there.datum.genau and step.datum.genau and there.datum != step.datum
            if there.datum.erster > step.datum.letzter or (
                not sure and there.status.stufe > step.status.stufe
            ):
                place = index
        steps.insert(place, step)
    return steps


def is_open(record: Record, steps: list[Step]) -> bool:
    """Whether a contribution still needs somebody to look at it.

    Closed is not solved: what was carried out stays open until its effect has been judged.
    """
    if not steps:
        return True
    status = steps[-1].status
    if status.schluss is not Schluss.OFFEN or any(
        step.status.schluss is Schluss.ENDGUELTIG for step in steps
    ):
        return False
    stations = record.type.stationen
    last = len(stations) - 2
    if status.station == last and not status.laeuft:
        return not is_judged(record)
    return True


def is_judged(record: Record) -> bool:
    """Whether anybody has said more of the effect than that it is too early to tell."""
    return any(w.urteil is not Urteil.NOCH_NICHT_ABSEHBAR for w in record.data.wirkung)


def is_reopening(before: Status, after: Status) -> bool:
    """Whether a step goes back, or goes on after the matter had been closed."""
    return after.stufe < before.stufe or (
        before.schluss is Schluss.GESCHLOSSEN and after is not before
    )
