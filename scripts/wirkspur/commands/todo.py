"""`wirkspur todo`: what waits for whom, with the command that settles it ready to copy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..records.common import BEITRAG
from ..records.protokoll import Gremium, Rolle
from . import Answer, Here

if TYPE_CHECKING:
    from ..register import Register
    from ..tagesbericht import Entry, Tagesbericht

HILFE = "zeigen, was auf wen wartet"
LANG = """\
Nennt, was auf die Koordination, die Sprecher:innen und die Moderator:innen wartet, das Neueste
zuerst, und dazu den Befehl, mit dem es sich eintragen lässt."""
HEUTE = True

WER = (Rolle.KOORDINATION, Rolle.SPRECHER, Rolle.MODERATOR)
WIRKUNG = "wirkung-nicht-gefragt"
TREFFEN = {"beschluss-pruefen", "aufgabe-ueberfaellig", "monat-ohne-treffen"}
"""Rules of time that a meeting settles."""


def arguments(parser: ArgumentParser) -> None:
    """Take whose list it is."""
    parser.add_argument(
        "wer", metavar="WER", nargs="?",
        help=f"nur für: {', '.join(WER)} (sonst: für alle)",
    )  # fmt: skip


def run(options: Namespace, here: Here) -> Answer:
    """List what waits: 0 whatever it is, since time makes nothing wrong; 2 for an unknown list."""
    from ..facts import Facts
    from ..files import read
    from ..register import load
    from ..tagesbericht import report
    from ..worte import anzahl

    wanted = [wer for wer in WER if options.wer in {None, wer.value}]
    if not wanted:
        known = ", ".join(WER)
        return Answer(2, err=f"Falscher Aufruf: „{options.wer}“ gibt es nicht, nur: {known}.\n")
    here.say("Lese …")
    register, _ = load(read(options.root))
    unread = len(register.documents) - len(register.records)
    bericht = report(Facts.of(register, options.today or here.today()), unread)
    treffen = _treffen(register, bericht.today)
    lines = [line for wer in wanted for line in _of(wer, bericht, treffen)]
    if bericht.unread:
        files = anzahl(bericht.unread, "Datei hat", "Dateien haben")
        lines += [f"{files} noch Fehler. Was darin steht, fehlt hier: wirkspur check", ""]
    return Answer(0, "\n".join([*lines, *_closing(bericht, any(map(bericht.of, wanted)))]) + "\n")


def _of(wer: Rolle, bericht: Tagesbericht, treffen: str) -> Iterator[str]:
    from ..reporters import printable

    entries = sorted(bericht.of(wer), key=lambda e: (e.reminder.tage, e.reminder.id))
    if not entries:
        return
    yield f"{wer.label[:1].upper()}{wer.label[1:]}: {len(entries)}"
    yield ""
    for entry in entries:
        yield f"  {printable(entry.titel)}"
        yield f"    {printable(entry.reminder.message)}"
        yield f"    {_befehl(entry, treffen)}"
        yield ""


def _befehl(entry: Entry, treffen: str) -> str:
    """What settles it: a command, or the line of a file where no command does."""
    reminder = entry.reminder
    if reminder.rule.slug == WIRKUNG:
        return f"wirkspur effect {reminder.id}"
    if reminder.rule.slug in TREFFEN and reminder.wer is Rolle.MODERATOR:
        return f"wirkspur meeting prepare {treffen}"
    folder = reminder.place.path.rpartition("/")[0]
    if folder in _ordner():
        return f"wirkspur answer {reminder.id}"
    return f"{reminder.place.path}, Zeile {reminder.place.line}"


def _treffen(register: Register, today: date) -> str:
    """The day of the next meeting: the one that minutes announce, or a day in a week."""
    announced = [
        m.data.naechstes_treffen
        for m in register.of("protokoll")
        if m.data.gremium is Gremium.ENTSCHEIDUNGSGREMIUM
        and m.data.naechstes_treffen
        and m.data.naechstes_treffen.erster >= today
    ]
    return min(announced, default=str(today + timedelta(7)))


def _ordner() -> set[str]:
    """Where contributions lie."""
    from ..register import TYPES

    return {typ.ordner for typ in TYPES if typ.art in BEITRAG}


def _closing(bericht: Tagesbericht, something: bool) -> list[str]:
    from ..worte import datum

    today = datum(str(bericht.today))
    if not something:
        return [f"Nichts zu tun. Stand: {today}."]
    return [f"Stand: {today}. Ist etwas eingetragen, verschwindet es von selbst."]
