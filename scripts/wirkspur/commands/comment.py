"""`wirkspur comment`: the answer to a contribution, made from the data of `wirkspur review`.

The data come from a job that ran a stranger's code. They are read by a model with limits, and every
text in them is shown as text: it cannot become markup, a link, or a call to a person.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from pydantic import ValidationError

from .. import worte
from ..files import read
from ..findings import Rule, Severity
from ..gate import rules
from ..reporters.markdown import code, escape
from ..review import Eintrag, Fund, Halt, Review, Was, cut
from ..spur import Zustand
from . import Answer, Here
from .check import help_of

HILFE = "die Antwort auf einen Beitrag schreiben"
LANG = "Macht aus dem Ergebnis von „wirkspur review“ die Antwort, die unter dem Beitrag steht."

MARKE = "<!-- wirkspur:antwort -->"
"""Invisible; by this line the answer is found again, to be written anew in its place."""
GROESSE = 20_000_000
LAENGE = 60_000
"""Forges take comments of up to 65,536 characters."""
GEZEIGT, GANZ = 25, 8
"""So many findings of a kind, and so many records with their whole trace."""

ZEICHEN = {
    Zustand.ERREICHT: "✅", Zustand.LAEUFT: "🔄", Zustand.OFFEN: "⬜", Zustand.LEER: "❔",
    Zustand.BEENDET: "⏹️",
}  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """Take the data, and whether to greet."""
    parser.add_argument(
        "file", type=Path, metavar="DATEI", help="das Ergebnis von „wirkspur review“"
    )
    parser.add_argument("--greet", action="store_true", help="jemanden zum ersten Mal begrüßen")


def run(options: Namespace, _here: Here) -> Answer:
    """Print the answer; 2 if the data are not ours."""
    try:
        said = text(
            options.file.read_bytes(), greet=options.greet, more=help_of(read(options.root))
        )
    except ValueError:
        return Answer(2, err="Diese Datei ist kein Ergebnis von „wirkspur review“.\n")
    return Answer(0, said)


def text(raw: bytes, greet: bool = False, edit: str = "", more: str = "") -> str:
    """The answer as Markdown.

    `raw` is hostile. `edit` is the address below which files of the contribution can be edited,
    `more` the address below which rules are explained. Raises ValueError if `raw` is not ours.
    """
    if len(raw) > GROESSE:
        raise ValueError("too large")
    try:
        review = Review.model_validate_json(raw)
    except ValidationError:
        raise ValueError("not a review") from None
    return _Writer(review, edit, more).whole(greet)


class _Writer:
    """Writes one answer."""

    def __init__(self, review: Review, edit: str, more: str) -> None:
        self.review, self.edit, self.more = review, edit, more
        self.rules = {rule.slug: rule for rule in rules()}
        mine = [f for f in review.funde if not f.alt]
        self.errors = [f for f in mine if f.severity is Severity.FEHLER]
        self.advice = [f for f in mine if f.severity is not Severity.FEHLER]
        self.old = [f for f in review.funde if f.alt and f.severity is Severity.FEHLER]

    def whole(self, greet: bool) -> str:
        """All of it."""
        parts = [MARKE]
        if greet:
            parts += [WILLKOMMEN]
        parts += [*self._verdict(), *self._preview(), *self._effects(), *self._suggestions(), ENDE]
        return _fitting(parts)

    def _verdict(self) -> Iterator[str]:
        if not self.errors and not self.old:
            yield "## ✅ Alles in Ordnung"
            yield "Wir haben nichts gefunden, was noch geändert werden muss. Vielen Dank!"
            return
        if self.errors:
            n = len(self.errors)
            yield f"## ✏️ Bitte noch ändern: {'eine Stelle' if n == 1 else f'{n} Stellen'}"
            yield (
                "Nichts davon ist schlimm, und nichts geht verloren. Sobald Sie eine Stelle "
                "geändert haben, schauen wir von selbst noch einmal."
            )
            yield from self._found(self.errors, self.rules)
        if self.old:
            yield "## Schon vorher da"
            yield "Diese Fehler kommen nicht von Ihnen. Wir kümmern uns darum."
            yield from self._found(self.old, {})

    def _found(self, funde: list[Fund], examples: dict[str, Rule]) -> Iterator[str]:
        shown: set[str] = set()
        for path, of_file in groupby(funde[:GEZEIGT], key=lambda f: f.path):
            lines = [f"**{plain(path) or 'Programm'}**", ""]
            for fund in of_file:
                lines += self._one(fund)
                rule = examples.get(fund.code)
                if rule and rule.falsch and rule.richtig and fund.code not in shown:
                    shown.add(fund.code)
                    lines += _example(rule)
            yield "\n".join(lines)
        if len(funde) > GEZEIGT:
            rest = worte.anzahl(len(funde) - GEZEIGT, "weitere Stelle", "weitere Stellen")
            yield f"… und {rest}. Sie erscheinen hier nach und nach."

    def _one(self, fund: Fund) -> Iterator[str]:
        where = f"Zeile {fund.line}"
        if self.edit and fund.path:
            where = f"[{where}]({self.edit}{quote(fund.path)}#L{fund.line})"
        yield f"- **{where}**: {plain(fund.message)}"
        if fund.source:
            yield f"  {code(fund.source)}"
        if fund.hint:
            yield f"  → {plain(fund.hint)}"
        if self.more and fund.code in self.rules:
            yield f"  [Mehr dazu]({self.more}{fund.code}/)"

    def _preview(self) -> Iterator[str]:
        shown = [e for e in self.review.eintraege if e.was is not Was.ENTFERNT]
        if not shown:
            if self.errors:
                yield "Danach zeigen wir Ihnen hier, wie Ihr Eintrag aussehen wird."
            return
        one = sum(e.was is not Was.BEWEGT for e in shown) == 1
        yield "## So wird Ihr Eintrag aussehen" if one else "## So werden Ihre Einträge aussehen"
        if self.errors:
            yield "Was noch Fehler hat, fehlt hier noch."
        for eintrag in shown[:GANZ]:
            yield from _record(eintrag)
        if rest := shown[GANZ:]:
            yield "\n".join(f"- {plain(e.titel)} ({plain(e.typ)}, {e.was})" for e in rest)

    def _effects(self) -> Iterator[str]:
        lines = [line for e in self.review.eintraege for line in _effect(e)]
        lines += [f"- Damit ist erledigt: {plain(said)}" for said in self.review.erledigt]
        lines += [
            f"- Daran erinnern wir nicht mehr: {plain(said)} Ist noch etwas offen? Dann gehört es "
            "ins neue Protokoll."
            for said in self.review.entfallen
        ]
        if lines:
            yield "## Was sich dadurch ändert"
            yield "\n".join(lines)

    def _suggestions(self) -> Iterator[str]:
        if self.advice:
            yield "## 💡 Vorschläge"
            yield "Sie können das ändern, müssen aber nicht."
            yield from self._found(self.advice, {})


WILLKOMMEN = """\
Willkommen und danke für Ihren ersten Beitrag! Ein Programm hat ihn gelesen und antwortet hier \
sofort. Danach schaut ein Mensch darauf. Wenn Ihnen etwas unklar ist: Schreiben Sie es einfach \
hier darunter."""
ENDE = """\
---
Diese Nachricht wird an dieser Stelle neu geschrieben, sobald Sie etwas ändern."""


def _record(eintrag: Eintrag) -> Iterator[str]:
    was = "" if eintrag.was is Was.BEWEGT else f", {eintrag.was}"
    yield f"### {plain(eintrag.titel)}"
    yield f"*{plain(eintrag.typ)}{was}*"
    if eintrag.kurz:
        yield f"> {plain(eintrag.kurz)}"
    if eintrag.spur:
        yield "\n".join(line for halt in eintrag.spur for line in _station(halt))
    elif eintrag.angaben:
        yield "\n".join(
            f"- **{plain(a.name)}**: {plain(a.wert)}" for a in eintrag.angaben if a.wert
        )
    if eintrag.urteile:
        yield "\n".join(
            f"- **{plain(u.stimme)}**: {plain(u.urteil)}. {plain(u.text)}" for u in eintrag.urteile
        )
    if eintrag.text:
        yield "\n".join(f"> {plain(line)}" for line in eintrag.text.split("\n"))


def _station(halt: Halt) -> Iterator[str]:
    rest = f" · {plain(halt.luecke or halt.wort)}" if halt.luecke or not halt.punkte else ""
    yield f"- {ZEICHEN[halt.zustand]} **{plain(halt.name)}**{rest}"
    for punkt in halt.punkte:
        neu = " 🆕" if punkt.neu else ""
        day = f"{_datum(punkt.datum)}: " if punkt.datum else ""
        yield f"  - {day}{plain(punkt.status)} ({plain(punkt.von)}){neu}"
        if punkt.text:
            yield f"    {plain(cut(punkt.text, 300))}"


def _datum(wert: str) -> str:
    try:
        return worte.datum(wert)
    except (ValueError, IndexError):
        return plain(wert)


def _effect(eintrag: Eintrag) -> Iterable[str]:
    name = f"„{plain(eintrag.titel)}“"
    if eintrag.was is Was.NEU:
        yield f"- Neu dabei: {name} ({plain(eintrag.typ)})"
    elif eintrag.was is Was.ENTFERNT:
        yield f"- Nicht mehr dabei: {name} ({plain(eintrag.typ)})"
    elif eintrag.vorher != eintrag.nachher:
        before = plain(eintrag.vorher) or "noch ohne Schritt"
        yield f"- {name}: bisher **{before}**, jetzt **{plain(eintrag.nachher)}**"
    for angabe in eintrag.angaben if eintrag.was is Was.GEAENDERT else ():
        if angabe.vorher or angabe.jetzt:
            before = f"bisher „{plain(angabe.vorher)}“, " if angabe.vorher else ""
            now = f"jetzt „{plain(angabe.jetzt)}“" if angabe.jetzt else "jetzt ohne diese Angabe"
            yield f"- {name}, {plain(angabe.name)}: {before}{now}"


def _example(rule: Rule) -> Iterator[str]:
    yield "  Zum Beispiel so:"
    yield from ("  ```", *(f"  {line}" for line in rule.richtig.split("\n")), "  ```")


def plain(said: str) -> str:
    """Text that stays text: no markup, no address that turns into a link, no call to a person."""
    return escape(said).replace("://", ":\u200b//").replace("www.", "www\u200b.")


def _fitting(parts: Iterable[str]) -> str:
    """The parts as one text, ended where it would be too long for a forge."""
    whole: list[str] = []
    length = 0
    for part in parts:
        length += len(part) + 2
        if length > LAENGE:
            whole.append("… Hier ist Schluss, weil die Antwort sonst zu lang würde.")
            break
        whole.append(part)
    return "\n\n".join(whole) + "\n"
