"""A refusal, a stop or a withdrawal without its reason."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule

RULE = Rule(
    "begruendung-fehlt",
    "Eine Begründung fehlt",
    "Wer einen Beitrag ablehnt, stoppt oder zurückzieht, schuldet denen, die ihn eingebracht "
    "haben, einen Grund. Ohne ihn war die Beteiligung nur zum Schein.",
    tun="Schreiben Sie unter den Status eine Zeile „text“ mit dem Grund, in ein oder zwei "
    "einfachen Sätzen. Ein Strich oder „k. A.“ ist kein Grund.",
    falsch="  - datum: 2026-11-02\n    status: abgelehnt\n    von: verwaltung",
    richtig="  - datum: 2026-11-02\n"
    "    status: abgelehnt\n"
    "    von: verwaltung\n"
    "    text: Dafür ist in diesem Jahr kein Geld im Haushalt.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """A status that demands a reason has a text."""
    for steps in facts.courses.values():
        for step in steps:
            if step.status.grund and not _says_something(step.text):
                yield RULE.at(
                    step.record.at((*step.loc, "status")),
                    f"Zu „{step.status}“ gehört ein Grund, aber „text“ fehlt.",
                    "Bitte darunter ergänzen, zum Beispiel: text: Dafür ist kein Geld im Haushalt.",
                    field="text",
                )


def _says_something(text: str | None) -> bool:
    """A dash or „k. A.“ is no reason."""
    return len([c for c in text or "" if c.isalpha()]) > 3
