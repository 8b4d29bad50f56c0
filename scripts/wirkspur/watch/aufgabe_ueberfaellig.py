"""A task of minutes whose day has passed."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.protokoll import Rolle
from . import Reminder, ago, wann

RULE = Rule(
    "aufgabe-ueberfaellig",
    "Eine Aufgabe ist fällig",
    "Was jemand übernommen hat, verlassen sich andere darauf.",
    Severity.HINWEIS,
    tun="Bitte im nächsten Treffen berichten. Was noch offen ist, kommt mit neuem Tag in das neue "
    "Protokoll. Dann verschwindet diese Zeile.",
)

WER = {
    Rolle.GRUPPE: Rolle.MODERATOR,
    Rolle.TANDEM: Rolle.SPRECHER,
    Rolle.VERWALTUNG: Rolle.KOORDINATION,
}
"""Who reminds those who have no list of their own."""


def check(facts: Facts) -> Iterator[Reminder]:
    """Tasks past their day, until the same body has met again.

    Nobody ticks off old minutes: the next meeting goes through the tasks and writes down what is
    still open, so newer minutes speak for the older ones.
    """
    newest: dict[str, date] = {}
    for minutes in facts.register.of("protokoll"):
        day = minutes.data.datum.erster
        newest[minutes.data.gremium] = max(day, newest.get(minutes.data.gremium, day))
    for minutes in facts.register.of("protokoll"):
        for index, aufgabe in enumerate(minutes.data.aufgaben):
            bis = aufgabe.bis
            if not bis or newest[minutes.data.gremium] > bis.letzter:
                continue
            if (days := (facts.today - bis.letzter).days) > 0:
                yield Reminder(
                    RULE, WER.get(aufgabe.wer, aufgabe.wer), minutes.id,
                    minutes.at(("aufgaben", index, "bis")), days,
                    f"Aufgabe ({aufgabe.wer.label}): „{_short(aufgabe.was)}“. Fällig war sie "
                    f"{wann(bis)}, {ago(days)}.",
                    RULE.tun,
                )  # fmt: skip


def _short(text: str) -> str:
    return shorten(text, 200, placeholder=" …").rstrip(".")
