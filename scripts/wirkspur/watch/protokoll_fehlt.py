"""A meeting was announced and its day has passed, but there are no minutes."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.protokoll import TYPE, Rolle
from ..register import Record
from ..worte import tage
from . import Reminder, allowed, uhr_of, wann

RULE = Rule(
    "protokoll-fehlt",
    "Ein Protokoll fehlt",
    "Was im Treffen geschah, erscheint erst auf der Seite, wenn das Protokoll da ist.",
    Severity.HINWEIS,
    tun="Bitte das Protokoll ablegen. Fiel das Treffen aus oder kommt es später? Dann bitte den "
    "Tag in „naechstes_treffen“ ändern.",
)


def check(facts: Facts) -> Iterator[Reminder]:
    """The meeting that the newest minutes of each body announce has minutes of its own in time."""
    uhr = uhr_of(facts, "protokoll")
    if not uhr or broken_minutes(facts):
        return
    newest: dict[str, Record] = {}
    for minutes in sorted(facts.register.of("protokoll"), key=lambda m: m.data.datum.letzter):
        newest[minutes.data.gremium] = minutes
    for gremium, minutes in newest.items():
        planned = minutes.data.naechstes_treffen
        if not planned or planned.letzter <= minutes.data.datum.erster:
            continue
        if (days := (facts.today - planned.letzter).days) > uhr.tage:
            yield Reminder(
                RULE, Rolle.MODERATOR, minutes.id, minutes.at(("naechstes_treffen",)), days,
                f"Dieses Protokoll kündigt das nächste Treffen {wann(planned)} an. Das ist "
                f"{tage(days)} her, und ein Protokoll gibt es noch nicht. {allowed(uhr)}",
                f"{RULE.tun} Die neue Datei heißt zum Beispiel: "
                f"{TYPE.ordner}/{planned}-{gremium}{TYPE.endung}",
            )  # fmt: skip


def broken_minutes(facts: Facts) -> bool:
    """Whether some minutes cannot be read: then nobody can say which are missing."""
    files = sum(typ.art == "protokoll" for typ, _ in facts.register.documents)
    return files > sum(1 for _ in facts.register.of("protokoll"))
