"""Rules of time, one module each: what is true only because days have passed.

The gate says what is wrong with a file; here nothing is wrong, but somebody should act. So these
rules block nobody. A module has `RULE`, `check(facts)` and, where it is about contributions,
`VORRANG`: of several reminders about one contribution, each actor gets only the one that counts
most (the lowest number).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ..facts import Facts
from ..findings import Location, Rule
from ..records.common import Datum, Von
from ..records.protokoll import Rolle
from ..records.regelwerk import Uhr
from ..register import Record
from ..spur import Versprechen, promise, waiting, zustaende
from ..verlauf import Step, is_open
from ..worte import datum, seit, tage


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that somebody should do, because time has passed.

    `id` is the record or entry it is about, `titel` its name where it has no page of its own.
    `tage` is for how many days it has been so; negative: so many are left. `nebenbei` is what is
    said in passing when a stronger reminder about the same contribution speaks.
    """

    rule: Rule
    wer: Rolle
    id: str
    place: Location
    tage: int
    message: str
    hint: str
    titel: str = ""
    nebenbei: str = ""

    def with_passing(self, others: Iterable[Reminder]) -> Reminder:
        """The same, naming in passing what the next weaker one would say."""
        rest = [other.nebenbei for other in others if other.nebenbei][:1]
        return replace(self, message=" ".join((self.message, *rest)))


# --- where a contribution stands, and whose turn it is -------------------------------------------


class Zug(NamedTuple):
    """Who takes a contribution to a station, with which step, and how it could end instead."""

    wer: Rolle
    status: str
    ende: str = ""


_GRUPPE, _STADT = Rolle.SPRECHER, Rolle.KOORDINATION

ZUEGE = {
    "anliegen": (
        Zug(_GRUPPE, "eingebracht", "zurueckgezogen"),
        Zug(_GRUPPE, "uebergeben", "zurueckgezogen"),
        Zug(_STADT, "angenommen", "abgelehnt"),
        Zug(_STADT, "in_umsetzung", "gestoppt"),
        Zug(_GRUPPE, ""),
    ),
    "anfrage": (
        Zug(_STADT, "gestellt"),
        Zug(_GRUPPE, "zugesagt", "abgelehnt"),
        Zug(_GRUPPE, "uebergeben"),
        Zug(_STADT, "zurueckgemeldet"),
        Zug(_GRUPPE, ""),
    ),
    "aktivitaet": (
        Zug(_GRUPPE, "idee", "abgesagt"),
        Zug(_GRUPPE, "geplant", "abgesagt"),
        Zug(_GRUPPE, "durchgefuehrt", "abgesagt"),
        Zug(_GRUPPE, "ausgewertet"),
        Zug(_GRUPPE, ""),
    ),
}
"""Kind of contribution → for each station of its trace, who has to move."""


@dataclass(frozen=True, slots=True)
class Lage:
    """Where an open contribution stands: the station it waits for, since when, whose turn it is."""

    record: Record
    steps: list[Step]
    station: int
    seit: Datum | None
    versprechen: Versprechen | None

    @property
    def zug(self) -> Zug:
        """The move that is waited for."""
        return ZUEGE[self.record.type.art][self.station]

    @property
    def wer(self) -> Rolle:
        """Whose turn it is: the city's where it promised the next step, else as the way says.

        What the group writes down as promised may be the city's word: then the way decides.
        """
        promised = [step for step in self.steps if step.zugesagt_bis]
        if self.versprechen and promised[-1].von is not Von.CONNECTORS:
            return _STADT
        return self.zug.wer

    @property
    def von(self) -> Von:
        """Who would sign the next step."""
        return Von.VERWALTUNG if self.wer is _STADT else Von.CONNECTORS

    @property
    def fehlt_wirkung(self) -> bool:
        """Whether everything is done and only the effect has to be judged."""
        return self.station == len(self.record.type.stationen) - 1

    @property
    def versprochen(self) -> bool:
        """Whether a promise stands whose day has not passed."""
        return self.versprechen is not None and not self.versprechen.ueberfaellig_tage

    @property
    def status(self) -> str:
        """The value of the newest step, to be repeated with news that move nothing."""
        return str(self.steps[-1].status) if self.steps else self.zug.status

    @property
    def stand(self) -> str:
        """How far it is, in words."""
        return self.steps[-1].status.label if self.steps else "noch ohne Schritt"


def situations(facts: Facts) -> Iterator[Lage]:
    """Every open contribution whose course is surely complete."""
    for record in facts.contributions():
        steps = facts.courses[record.id]
        if record.id in facts.unsure or not is_open(record, steps):
            continue
        station, since = waiting(zustaende(record, steps), steps)
        if station is not None:
            yield Lage(record, steps, station, since, promise(record, steps, facts.today))


def remind(
    rule: Rule, lage: Lage, days: int, message: str, hint: str, *, nebenbei: str = "",
    wer: Rolle | None = None,
) -> Reminder:  # fmt: skip
    """Make the reminder of a rule about a contribution, at the step that should be followed."""
    record = lage.record
    own = len(record.data.verlauf)
    place = record.at(("verlauf", own - 1) if own else ("verlauf",))
    return Reminder(rule, wer or lage.wer, record.id, place, days, message, hint, nebenbei=nebenbei)


# --- news and silence ----------------------------------------------------------------------------


def silences(facts: Facts, name: str) -> Iterator[tuple[Lage, Datum, int, Uhr]]:
    """Open contributions nobody has said anything about for longer than a clock allows.

    Waiting for an effect is not silence: it can take years, and has a rule of its own.
    """
    uhr = uhr_of(facts, name)
    news = _last_news(facts)
    for lage in situations(facts):
        last = news.get(lage.record.id)
        if last and uhr and not lage.fehlt_wirkung:
            days = (facts.today - last.letzter).days
            if days > uhr.tage:
                yield lage, last, days, uhr


def _last_news(facts: Facts) -> dict[str, Datum]:
    """Id of a contribution → its newest step, effect, decision or date to come to."""
    news: dict[str, list[Datum]] = defaultdict(list)
    for kennung, steps in facts.courses.items():
        data = facts.register.records[kennung].data
        news[kennung] += [step.datum for step in steps]
        news[kennung] += [wirkung.datum for wirkung in data.wirkung]
        news[kennung] += [Datum(termin.beginn[:10]) for termin in getattr(data, "termine", ())]
        if begun := getattr(data, "eingebracht", None):
            news[kennung].append(begun)
    for minutes, _, beschluss in facts.register.entries.get("beschluss", {}).values():
        for kennung in beschluss.zu:
            news[kennung].append(minutes.data.datum)
    return {k: max(found, key=lambda day: day.letzter) for k, found in news.items() if found}


# --- words ---------------------------------------------------------------------------------------


def uhr_of(facts: Facts, name: str) -> Uhr | None:
    """A clock of the rules; None while their file cannot be read."""
    regelwerk = facts.register.verzeichnis("regelwerk")
    return getattr(regelwerk.uhren, name) if regelwerk else None


def allowed(uhr: Uhr) -> str:
    """How many days a clock gives, and whether anybody has agreed to that."""
    verb = "ist" if uhr.tage == 1 else "sind"
    return f"{'Vereinbart' if uhr.beschluss else 'Vorgeschlagen'} {verb} {tage(uhr.tage)}."


def since(day: Datum, today: date) -> str:
    """`Seit 83 Tagen`; where only month or year is known: `Seit 2025 (mindestens 326 Tage)`."""
    text = seit(day, today)
    least = (today - day.letzter).days
    if not day.genau and least > 0:
        text += f" (mindestens {tage(least)})"
    return text[0].upper() + text[1:]


def wann(day: Datum) -> str:
    """`am 3. März 2027`, `im März 2027`, `im Jahr 2027`."""
    return f"{'am' if day.genau else 'im' if len(day) == 7 else 'im Jahr'} {datum(day)}"


def ago(days: int) -> str:
    """`das war vor 83 Tagen`."""
    return f"das war vor {days} Tagen" if days > 1 else "das war gestern"


def example(facts: Facts, status: str, von: Von, rest: str) -> str:
    """A step to copy, on one line."""
    return f"Zum Beispiel: datum: {facts.today}, status: {status}, von: {von}, {rest}"


def in_two_months(facts: Facts) -> str:
    """A day to write into an example."""
    return str(date.fromordinal(min(facts.today.toordinal() + 60, date.max.toordinal())))
