"""`wirkspur issue`: make a checked pull request of an issue that was released.

Runs with main's own code and a key that may write. The issue is a stranger's: it is read from the
event's file, becomes fields of one new record and nothing else, and passes the whole gate before
anything is written. What the gate calls private is never repeated.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from . import Answer, Here

if TYPE_CHECKING:
    from ..files import Tree
    from ..findings import Finding
    from ..forge import Change, Report

HILFE = "aus einem freigegebenen Beitrag bei GitHub einen Vorschlag machen"
LANG = """\
Macht aus dem Formular „Ein Anliegen einbringen“ einen geprüften Vorschlag und sagt der Person, die
es geschickt hat, was geschehen ist. Läuft nur in einem Ablauf bei GitHub."""
HEUTE = True
GEZEIGT = 25

ANGENOMMEN = """\
## Danke! Aus Ihrem Text ist ein Eintrag geworden

Er ist geprüft und liegt als Vorschlag bereit: #{nummer}. Jetzt sieht noch ein Mensch darauf. \
Sobald er übernommen ist, steht er auf der Seite, und das Gespräch hier wird geschlossen. Sie \
müssen nichts mehr tun."""
AENDERN = """\
## ✏️ Bitte noch ändern

Danke für Ihren Text! Bevor daraus ein Eintrag werden kann, ist noch etwas zu ändern. Nichts davon \
ist schlimm.
"""
SO_GEHT_ES = """\
**So geht es:** Klicken Sie oben rechts an Ihrem Text auf die drei Punkte und auf „Edit“. Ändern \
Sie nur Ihre Antworten, nicht die Zeilen mit `###`. Danach sieht wieder ein Mensch darauf."""
PRIVAT = """\
**Etwas davon ist wahrscheinlich privat.** Bitte nehmen Sie es gleich heraus. Alte Fassungen sind \
weiter über „edited“ zu sehen. Wer die Seite betreut, kann sie dort löschen und wird hiermit darum \
gebeten."""
GEHT_NICHT = """\
## Hier ändert sich nichts

{grund}"""
GESTOLPERT = GEHT_NICHT.format(
    grund="Unser Prüfprogramm ist gestolpert. Das liegt nicht an Ihrem Text, und nichts geht "
    "verloren. Wer die Seite betreut, sieht nach."
)
VORSCHLAG = """\
Ein Anliegen aus dem Formular, geschrieben in #{nummer}. Wird dieser Vorschlag übernommen, \
schließt sich das Gespräch dort. Closes #{nummer}

> [!NOTE]
> Geprüft wurde schon, bevor dieser Vorschlag entstand, zusammen mit allen anderen Einträgen. Ein \
Vorschlag von einem Programm startet bei GitHub keine eigene Prüfung. Wird sie verlangt, schließen \
Sie den Vorschlag und öffnen Sie ihn wieder. Wird oben etwas geändert und der Beitrag neu \
freigegeben, erneuert sich der Vorschlag, solange hier niemand weitergeschrieben hat.
"""


def arguments(_parser: ArgumentParser) -> None:
    """Take nothing: the job says which issue."""


def run(options: Namespace, here: Here) -> Answer:
    """Propose and tell; 1 if something has to be changed first, 2 if the forge does not let us."""
    from ..files import read
    from ..forge import ForgeError
    from ..forge.choose import forge_of
    from ..forge.github import GitHub, TakenError
    from ..forge.keeping import keep_note
    from .comment import MARKE

    try:
        forge = forge_of(here.env)
        if not isinstance(forge, GitHub):
            return Answer(2, err="Dieser Befehl läuft nur in einem Ablauf bei GitHub.\n")
        report = forge.report()
        made = _Made(read(options.root), report, options.today or here.today())
        if refusal := made.refusal():
            forge.take_back(report)
            here.print(keep_note(forge, report.number, refusal))
            return Answer(made.code, "Kein Vorschlag: Erst ist etwas zu ändern.\n")
        try:
            number, renewed = forge.propose(made.change())
        except TakenError as taken:
            here.print(keep_note(forge, report.number, GEHT_NICHT.format(grund=taken)))
            return Answer(0, f"{taken}\n")
        said = made.answer()
        here.print(keep_note(forge, number, said))
        thanks = ANGENOMMEN.format(nummer=number)
        here.print(keep_note(forge, report.number, said.replace(MARKE, f"{MARKE}\n\n{thanks}", 1)))
    except ForgeError as error:
        return Answer(2, err=f"{error}\n")
    return Answer(0, f"Vorschlag {number} {'erneuert' if renewed else 'eröffnet'}.\n")


class _Made:
    """The record that an issue would become, checked beside all others."""

    def __init__(self, tree: Tree, report: Report, today: date) -> None:
        from .. import gate
        from ..findings import Severity
        from ..formate.issue_form import fragen
        from ..intake.eintrag import kennung, neu
        from ..intake.issue_form import UnklarError, antworten, felder
        from ..records.anliegen import TYPE

        self.report = report
        self.unclear = ""
        self.before = gate.check(tree, today)
        register = self.before[0].register
        try:
            answers = antworten(fragen(register), report.text)
        except UnklarError as unclear:
            self.unclear = str(unclear)
            return
        fields, body = felder(report.title, date.fromisoformat(report.day), answers)
        name = kennung(fields["titel"], report.day[:7], register.places)
        self.path = f"{TYPE.ordner}/{name}{TYPE.endung}"
        self.text = neu(TYPE, fields, body)
        files = {**tree.files, self.path: self.text.encode()}
        self.tree = replace(tree, files=dict(sorted(files.items())))
        self.after = gate.check(self.tree, today)
        known = {(f.path, f.code, f.message) for f in self.before[1]}
        self.errors = [
            f
            for f in self.after[1]
            if f.severity is Severity.FEHLER and (f.path, f.code, f.message) not in known
        ]

    @property
    def code(self) -> int:
        """As for a check: 1 for mistakes, 3 if the program itself has stumbled."""
        from .check import exit_code

        return 1 if self.unclear else exit_code(self.errors)

    def refusal(self) -> str:
        """What to change first; empty if nothing."""
        from .comment import plain

        if self.unclear:
            return "\n".join([AENDERN, plain(self.unclear), "", SO_GEHT_ES])
        if self.code == 3:
            return GESTOLPERT
        if not self.errors:
            return ""
        parts = [AENDERN, *(line for f in self.errors[:GEZEIGT] for line in self._one(f)), ""]
        if any(f.hidden for f in self.errors):
            parts += [PRIVAT, ""]
        return "\n".join([*parts, SO_GEHT_ES])

    def change(self) -> Change:
        """The file to propose."""
        from ..forge import Change

        number = self.report.number
        # No word of the issue stands in the title or text: GitHub obeys „closes #1“ there.
        title, text = f"Neues Anliegen aus #{number}", VORSCHLAG.format(nummer=number)
        return Change(f"anliegen/{number}", self.path, self.text, title, text)

    def answer(self) -> str:
        """How the record will look and what it changes, as under any contribution."""
        from ..review import review
        from .check import help_of, lines_of
        from .comment import ENDE, text

        line = lines_of(self.tree, self.after[1])
        found = review(self.before, self.after, len(self.tree.files), line)
        said = text(found.model_dump_json().encode(), more=help_of(self.tree))
        return said.replace(ENDE, "").rstrip() + "\n"

    def _one(self, finding: Finding) -> Iterator[str]:
        from .comment import plain

        yield f"- **{plain(self._question(finding))}**: {plain(finding.message)}"
        if finding.hint:
            yield f"  → {plain(finding.hint)}"

    def _question(self, finding: Finding) -> str:
        """What a line of the record answers."""
        from ..records.anliegen import TYPE

        if finding.path != self.path:
            return finding.path
        lines = self.text.split("\n")[: finding.line]
        if "---" in lines[1:]:
            return TYPE.koerper
        names = [m[1] for line in lines if (m := re.match(r"(\w+):", line))]
        info = TYPE.model.model_fields.get(names[-1]) if names else None
        return (info.title or "") if info else TYPE.titel
