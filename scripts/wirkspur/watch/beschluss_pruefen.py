"""A decision wants to be looked at again: test phases and other reviews (facts.md R18)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.common import Datum
from ..records.protokoll import Rolle
from . import Reminder, ago, wann

RULE = Rule(
    "beschluss-pruefen",
    "Ein Beschluss soll noch einmal angesehen werden",
    "Eine Testphase ist nur dann eine, wenn danach jemand fragt, wie es war.",
    Severity.HINWEIS,
    tun="Bitte auf die Tagesordnung setzen. Nennt das neue Protokoll den Beschluss, verschwindet "
    "diese Zeile. Zum Beispiel unter „tagesordnung“: zu: ‹Kennung des Beschlusses›.",
)

VORHER = 28
"""So many days before, it can still come onto the agenda of the monthly meeting."""


def check(facts: Facts) -> Iterator[Reminder]:
    """Decisions whose review is near or past, until minutes of that time name them again."""
    looked_at = _looked_at(facts)
    for kennung, (minutes, loc, beschluss) in facts.register.entries.get("beschluss", {}).items():
        day = beschluss.pruefen_am
        if not day or (ahead := (day.erster - facts.today).days) > VORHER:
            continue
        if any((day.erster - seen.letzter).days <= VORHER for seen in looked_at.get(kennung, ())):
            continue
        late = (facts.today - day.letzter).days
        if late > 0:
            message = f"Dieser Beschluss sollte {wann(day)} noch einmal angesehen werden"
            message += f", {ago(late)}." if day.genau else "."
        else:
            message = f"Dieser Beschluss soll {wann(day)} noch einmal angesehen werden."
        yield Reminder(
            RULE, Rolle.MODERATOR, kennung, minutes.at((*loc, "pruefen_am")),
            late if late > 0 else -max(ahead, 0), f"{message} Kennung: {kennung}.", RULE.tun,
        )  # fmt: skip


def _looked_at(facts: Facts) -> dict[str, list[Datum]]:
    """Id of a decision → the days of later minutes that name it."""
    decisions = facts.register.entries.get("beschluss", {})
    found: dict[str, list[Datum]] = {}
    for minutes in facts.register.of("protokoll"):
        for item in (*minutes.data.tagesordnung, *minutes.data.beschluesse):
            for kennung in item.zu:
                if kennung in decisions and decisions[kennung][0] is not minutes:
                    found.setdefault(kennung, []).append(minutes.data.datum)
    return found
