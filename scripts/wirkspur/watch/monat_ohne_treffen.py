"""Calendar months without minutes of the Entscheidungsgremium (facts.md R07)."""

from collections.abc import Iterator
from itertools import groupby

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.common import Datum, JaNein
from ..records.protokoll import Gremium, Rolle
from ..register import Record
from ..worte import datum
from . import Reminder, uhr_of, wann
from .protokoll_fehlt import broken_minutes

RULE = Rule(
    "monat-ohne-treffen",
    "Ein Monat ohne Treffen",
    "Das Entscheidungsgremium trifft sich einmal im Monat. Fällt das aus, liegen die Anliegen.",
    Severity.HINWEIS,
    tun="Gab es ein Treffen? Dann bitte das Protokoll ablegen. Fiel es aus, ist nichts zu tun: "
    "Nach zwölf Monaten verschwindet die Zeile von selbst.",
)

RUECKSCHAU = 12
"""Months that are looked back on: what is longer ago, nobody can mend."""


def check(facts: Facts) -> Iterator[Reminder]:
    """Each month since the first regular minutes has a meeting, while a group is in office.

    Minutes that were reconstructed from a source begin nothing: they never were complete.
    """
    uhr = uhr_of(facts, "protokoll")
    minutes = [
        m for m in facts.register.of("protokoll")
        if m.data.gremium is Gremium.ENTSCHEIDUNGSGREMIUM and len(m.data.datum) >= 7
    ]  # fmt: skip
    regular = [m for m in minutes if m.data.rekonstruiert is JaNein.NEIN]
    if not uhr or not regular or broken_minutes(facts):
        return
    first = min(_month(m.data.datum) for m in regular)
    met = {_month(m.data.datum) for m in minutes}
    now = facts.today.year * 12 + facts.today.month - 1
    gaps = [
        month for month in range(max(first, now - RUECKSCHAU), now)
        if month not in met
        and (facts.today - _datum(month).letzter).days > uhr.tage
        and _in_office(facts, _datum(month))
    ]  # fmt: skip
    if gaps:
        newest = max(regular, key=lambda m: m.data.datum)
        yield Reminder(
            RULE, Rolle.MODERATOR, str(Gremium.ENTSCHEIDUNGSGREMIUM), newest.at(("datum",)),
            (facts.today - _datum(gaps[0]).letzter).days,
            f"Ohne Protokoll: {_spans(gaps)}."
            + _announced(newest, facts),
            RULE.tun, titel=Gremium.ENTSCHEIDUNGSGREMIUM.label,
        )  # fmt: skip


def _announced(newest: Record, facts: Facts) -> str:
    day = newest.data.naechstes_treffen
    if not day or day.erster < facts.today:
        return ""
    return f" Das nächste Treffen ist {wann(day)}."


def _month(day: Datum) -> int:
    """A month as a number that can be counted on."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _datum(month: int) -> Datum:
    return Datum(f"{month // 12}-{month % 12 + 1:02}")


def _in_office(facts: Facts, month: Datum) -> bool:
    gruppe = facts.register.verzeichnis("gruppe")
    return gruppe is not None and any(
        k.beginn.letzter <= month.letzter and (not k.ende or k.ende.letzter >= month.letzter)
        for k in gruppe.kohorten
    )


def _spans(months: list[int]) -> str:
    """`Dezember 2025 bis März 2026, Mai bis August 2026, Oktober 2026`."""
    spans = []
    for _, run in groupby(enumerate(months), key=lambda pair: pair[1] - pair[0]):
        inner = [datum(_datum(month)) for _, month in run]
        first, last = inner[0].split(), inner[-1].split()
        begin = first[:1] if first[1] == last[1] else first
        spans.append(inner[0] if len(inner) == 1 else f"{' '.join(begin)} bis {inner[-1]}")
    return ", ".join(spans)
