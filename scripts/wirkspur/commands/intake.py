"""`wirkspur intake`: a mail with an entry, or a sheet typed off, becomes a record."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from . import Answer, Here

if TYPE_CHECKING:
    from ..files import Tree
    from ..intake.datei import Datei
    from ..intake.eintrag import Felder
    from ..intake.nachricht import Gelesen, Nachricht
    from ..records.common import RecordType
    from ..register import Register

HILFE = "einen Eintrag aus einer Mail übernehmen"
LANG = """\
Liest den Text, den das Formular der Seite macht, aus einer gespeicherten Mail oder einer Textdatei,
oder die Datei, die es zum Herunterladen gibt.
Zeigt, was verstanden wurde, prüft es wie jeden Eintrag, fragt nach und schreibt die Datei."""
HEUTE = True
STDIN = "-"


def arguments(parser: ArgumentParser) -> None:
    """Take the mail."""
    parser.add_argument(
        "datei", metavar="DATEI", help="die Mail oder Textdatei; - liest, was eingefügt wird"
    )
    parser.add_argument("--yes", action="store_true", help="eintragen, ohne zu fragen")


@dataclass(frozen=True, slots=True)
class Plan:
    """A file as it shall be, and what to tell about it."""

    path: str
    text: str
    was: str
    zeilen: tuple[str, ...]


class IntakeError(Exception):
    """An entry that cannot be taken in; says why."""


def run(options: Namespace, here: Here) -> Answer:
    """Take entries in: 0 written or already there, 1 not to be written so, 2 nothing to read."""
    from ..files import read
    from ..intake import datei, nachricht

    raw = _raw(options.datei)
    whole = datei.lesen(raw)
    found: list[Nachricht | Datei] = [whole] if whole else [*nachricht.lesen(raw)]
    if not found:
        return Answer(2, err=_NICHTS)
    code = 0
    for one in found:
        # Read anew each time: the second entry of a mail must know of the first.
        code = max(code, _take(options, here, read(options.root), one))
    return Answer(code)


_NICHTS = """\
Hier steht kein Eintrag aus dem Formular. Er beginnt mit einer Zeile wie
  == Wirkspur: Anliegen ==
und endet mit
  == Ende: … ==
Bitte die ganze Mail speichern oder den ganzen Text einfügen.
Auch die Datei, die das Formular zum Herunterladen gibt, kann hier stehen.
"""


def _raw(datei: str) -> bytes:
    from ..intake.nachricht import HOECHSTENS

    if datei == STDIN:
        return sys.stdin.buffer.read(HOECHSTENS)
    with Path(datei).open("rb") as file:
        return file.read(HOECHSTENS)


def _take(options: Namespace, here: Here, tree: Tree, one: Nachricht | Datei) -> int:
    from ..findings import Severity
    from ..gate import check
    from ..output.store import write_whole
    from ..register import load
    from ..reporters.text import report
    from .check import report_of

    today = options.today or here.today()
    try:
        plan = _plan(tree, load(tree)[0], one, today)
    except IntakeError as error:
        here.print(f"{one.was}: {error}")
        return 1
    here.print(f"{plan.was}")
    for line in plan.zeilen:
        here.print(f"  {line}")
    whole = getattr(one, "ende", True)
    if not one.heil:
        here.print(_VERAENDERT if whole else _OHNE_ENDE)
    if tree.files.get(plan.path) == plan.text.encode():
        here.print(f"Das steht schon da: {plan.path}")
        return 0
    here.say("Prüfe …")
    new = replace(tree, files=dict(sorted({**tree.files, plan.path: plan.text.encode()}.items())))
    findings = [f for f in check(new, today)[1] if f.path == plan.path]
    if findings:
        here.print(report(report_of(new, findings)).rstrip())
    if any(f.severity is Severity.FEHLER for f in findings):
        here.print("Nicht eingetragen. Bitte den Text berichtigen und noch einmal einlesen.")
        return 1
    if not whole and options.yes:
        here.print("Nicht eingetragen. Zum Eintragen bitte ohne --yes aufrufen und vergleichen.")
        return 1
    if not options.yes and not _agreed(options.datei, f"Eintragen in {plan.path}?"):
        here.print("Nicht eingetragen." + (_OHNE_FRAGE if options.datei == STDIN else ""))
        return 1
    write_whole(options.root / plan.path, plan.text.encode())
    here.print(f"Eingetragen: {plan.path}")
    return 0


_VERAENDERT = """\
Achtung: Der Text wurde nach dem Absenden verändert, oder es fehlt etwas. Bitte vergleichen."""
_OHNE_ENDE = """\
Achtung: Die Zeile „== Ende: … ==“ fehlt. Es kann etwas fehlen, oder es steht etwas darin, was nicht
dazugehört, zum Beispiel ein Gruß, ein Name oder eine Adresse. Bitte vergleichen."""
_OHNE_FRAGE = " Zum Eintragen bitte mit --yes aufrufen oder eine Datei angeben."


def _agreed(datei: str, question: str) -> bool:
    """Whether somebody at the keyboard agrees; nobody can where the text itself came from there."""
    from ..intake.fragen import zugestimmt

    return datei != STDIN and zugestimmt(question)


# --- what shall be written -----------------------------------------------------------------------


def _plan(tree: Tree, register: Register, one: Nachricht | Datei, today: date) -> Plan:
    from ..intake.nachricht import TEILE, Nachricht
    from ..wording.words import plain

    if not isinstance(one, Nachricht):
        path = _path(tree, register, one.typ, one.felder, one.text, today)
        return Plan(path, one.text, one.was, tuple(one.text.splitlines()))
    nachricht = one
    was = next((name for name in TEILE if plain(name) == plain(nachricht.was)), "")
    if was:
        return _part(register, replace(nachricht, was=was))
    return _record(tree, register, nachricht, today)


def _record(tree: Tree, register: Register, nachricht: Nachricht, today: date) -> Plan:
    """A new record."""
    from ..intake.eintrag import neu
    from ..intake.nachricht import als_eintrag
    from ..register import TYPES
    from ..wording.words import plain

    typ = next((t for t in TYPES if t.status and plain(t.titel) == plain(nachricht.was)), None)
    if typ is None:
        raise IntakeError("Diese Art von Eintrag gibt es hier nicht.")
    gelesen = als_eintrag(nachricht, typ)
    _understood(gelesen)
    text = neu(typ, gelesen.felder, gelesen.koerper)
    path = _path(tree, register, typ, gelesen.felder, text, today)
    return Plan(path, text, typ.titel, tuple(_shown(nachricht)))


def _path(
    tree: Tree, register: Register, typ: RecordType, felder: Felder, text: str, today: date
) -> str:
    """Where a new record goes: to the very same one if it is there, else to a name of its own."""
    from ..intake.eintrag import kennung

    same = (p for p, raw in tree.files.items() if raw == text.encode())
    steps = felder.get("verlauf") or [{}]
    since = felder.get("eingebracht") or steps[0].get("datum") or str(today)
    known = set().union(*register.known.values())
    name = kennung(felder.get("titel", ""), since[:7], known)
    return next(same, f"{typ.ordner}/{name}{typ.endung}")


def _part(register: Register, nachricht: Nachricht) -> Plan:
    """One more step or effect of an existing record."""
    from ..intake.eintrag import angehaengt
    from ..intake.nachricht import TEILE, als_teil
    from ..wording.words import did_you_mean

    record = register.records.get(nachricht.zu)
    if record is None or TEILE[nachricht.was] not in record.type.model.model_fields:
        mine = [r.id for r in register.records.values() if r.type.status]
        hint = did_you_mean(nachricht.zu, mine, "Bitte die Kennung prüfen.")
        raise IntakeError(f"Den Beitrag „{nachricht.zu}“ gibt es hier nicht. {hint}")
    gelesen = als_teil(nachricht, record.type)
    _understood(gelesen)
    field = TEILE[nachricht.was]
    raw = record.document.raw.decode()
    there = (record.document.fields() or {}).get(field) or []
    text = raw if gelesen.felder in there else angehaengt(raw, field, gelesen.felder)
    titel = f"{nachricht.was} zu: {record.data.titel}"
    return Plan(record.path, text, titel, tuple(_shown(nachricht)))


def _understood(gelesen: Gelesen) -> None:
    if gelesen.unklar:
        names = ", ".join(f"„{label}“" for label in gelesen.unklar)
        raise IntakeError(
            f"Nicht verstanden: {names}. Bitte im Text berichtigen oder die Zeile löschen."
        )


def _shown(nachricht: Nachricht) -> Iterator[str]:
    """What was read, line by line."""
    for label, text in nachricht.angaben:
        first, *rest = text.split("\n")
        yield f"{label}: {first}"
        yield from (f"    {line}" for line in rest)
