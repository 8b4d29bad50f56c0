"""`wirkspur answer`: enter what became of a contribution, with only the questions it needs."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING

from ..records.common import BEITRAG
from . import Answer, Here

if TYPE_CHECKING:
    from ..findings import Finding
    from ..intake.fragen import Gespraech
    from ..intake.nachtrag import Beitrag, Bogen

HILFE = "eine Antwort oder einen Schritt eintragen"
LANG = """\
Trägt ein, was mit einem Anliegen, einer Anfrage oder einer Aktivität geschehen ist. Fragt nach
allem, was nötig ist; jede Antwort kann auch als Option dastehen. Geprüft wird vor dem Schreiben."""
HEUTE = True

OPTIONEN = {
    "status": "was damit erreicht ist, z. B. angenommen",
    "text": "was geschehen ist, oder der Grund",
    "ziel": "wohin zusammengeführt oder aufgeteilt wurde (Kennungen, mit Komma)",
    "von": "wer das sagt, z. B. verwaltung",
    "datum": "wann das war (sonst: heute)",
    "zugesagt_bis": "bis wann der nächste Schritt versprochen ist",
    "beleg": "eine Adresse oder die Kennung eines Eintrags",
    "naechster_blick": "an welchem Tag wieder jemand hinschaut",
}
MEHR = "Kennung des Eintrags, oder Wörter aus seinem Titel"


def arguments(parser: ArgumentParser) -> None:
    """Take the contribution, and any answer."""
    take(parser, OPTIONEN)


def take(parser: ArgumentParser, optionen: dict[str, str]) -> None:
    """Take the contribution, and one option for each question."""
    parser.add_argument("id", metavar="KENNUNG", help=MEHR)
    for name, words in optionen.items():
        parser.add_argument(f"--{name.replace('_', '-')}", dest=name, metavar="WERT", help=words)
    parser.add_argument("--yes", action="store_true", help="nichts fragen, gleich eintragen")


def run(options: Namespace, here: Here) -> Answer:
    """Enter a step."""
    from ..intake.nachtrag import Schrittbogen

    return enter(options, here, Schrittbogen())


def enter(options: Namespace, here: Here, bogen: Bogen) -> Answer:
    """Ask, check, show and write: 0 done or declined, 1 the gate objects, 2 not to be done."""
    from ..intake.fragen import ABGEBROCHEN, FalschError

    try:
        return _enter(options, here, bogen, options.today or here.today())
    except FalschError as error:
        return Answer(2, err=f"{error}\n")
    except (EOFError, KeyboardInterrupt):
        return Answer(130, err=f"\n{ABGEBROCHEN}\n")


def _enter(options: Namespace, here: Here, bogen: Bogen, today: date) -> Answer:
    from ..facts import Facts
    from ..files import read
    from ..findings import Severity
    from ..intake.fragen import Gespraech
    from ..intake.nachtrag import (
        Beitrag,
        betroffen,
        finden,
        geprueft,
        mit,
        nachgetragen,
        spur_text,
    )
    from ..output.store import write_whole
    from ..register import load
    from ..site import Site

    here.say("Lese …")
    tree = read(options.root)
    facts = Facts.of(load(tree)[0], today)
    record = finden(facts.register, options.id, BEITRAG)
    here.say("")
    here.print(f"{record.data.titel}\n{record.path}\n")
    before = list(spur_text(Site.of(facts), record.id))
    here.print("\n".join(["Bisher", *before]))
    talks = sys.stdin.isatty() and not options.yes
    gespraech = Gespraech(input, here.print, today) if talks else None
    beitrag = Beitrag(record, facts.courses[record.id], today)
    antworten = _given(options, bogen, beitrag)
    while True:
        _ask(bogen, beitrag, antworten, gespraech)
        text = nachgetragen(bogen, record, antworten)
        here.say("Prüfe …")
        after, found = geprueft(tree, mit(tree, record.path, text), today)
        here.say("")
        wrong = [fund for fund in found if fund.severity is Severity.FEHLER]
        if found:
            here.print("\n" + "\n".join(map(_words, found)))
        if not wrong:
            break
        again = betroffen(bogen, record.path, text, wrong)
        if gespraech is None or not again:
            return Answer(1, err="Es wurde nichts geschrieben.\n")
        for name in again:
            antworten.pop(name, None)
    here.print("\n".join(["", "Danach", *spur_text(Site.of(after), record.id), ""]))
    if gespraech and not gespraech.ja("So eintragen?"):
        return Answer(0, "Es wurde nichts geschrieben.\n")
    if not gespraech and not options.yes:
        return Answer(2, err="Es wurde nichts geschrieben. Ohne Rückfrage trägt ein: --yes\n")
    write_whole(options.root / record.path, text.encode())
    return Answer(0, f"Eingetragen: {record.path}\n")


def _words(finding: Finding) -> str:
    hint = f"\n  → {finding.hint}" if finding.hint else ""
    return f"{finding.severity}: {finding.message}{hint}"


def _given(options: Namespace, bogen: Bogen, beitrag: Beitrag) -> dict[str, str]:
    """The answers that were given as options."""
    from ..intake.fragen import FalschError

    given: dict[str, str] = {}
    for name in bogen.felder:
        if (value := getattr(options, name)) is None:
            continue
        # What a field may hold can depend on answers that are still to come; its kind does not.
        frage = bogen.form(name, beitrag)
        try:
            given[name] = frage.lesen(value, beitrag.today)
        except FalschError as error:
            raise FalschError(f"--{name.replace('_', '-')}: {error}") from None
    return given


def _ask(
    bogen: Bogen, beitrag: Beitrag, antworten: dict[str, str], gespraech: Gespraech | None
) -> None:
    """Fill in what is not answered yet: at the keyboard, or with what an empty answer means."""
    from ..intake.fragen import FalschError

    for name in bogen.felder:
        if name in antworten:
            continue
        frage = bogen.frage(name, beitrag, antworten)
        if frage is None:
            continue
        if gespraech:
            antworten[name] = gespraech.frage(frage)
        elif frage.noetig and not frage.vorgabe:
            wahl = f" Möglich sind: {', '.join(frage.wahl)}." if frage.wahl else ""
            raise FalschError(f"Es fehlt: --{name.replace('_', '-')}. {frage.satz}{wahl}")
        else:
            antworten[name] = frage.vorgabe
