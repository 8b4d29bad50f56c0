"""`wirkspur excel`: the group's own table, given out and taken back."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import Answer, Here

if TYPE_CHECKING:
    from ..intake.tabelle import Vorschlag

HILFE = "Anliegen als Tabelle ausgeben und einlesen"
LANG = """\
export schreibt eine Tabelle (.xlsx) mit allen Anliegen: eine Zeile je Anliegen.
import liest diese Tabelle wieder ein, oder eine eigene (.xlsx, .ods, .csv). Es zeigt Zeile für
Zeile, was verstanden wurde und was nicht, und fragt, bevor etwas geschrieben wird."""
PROJEKT = False
HEUTE = True
ZIEL = "build/anliegen.xlsx"


class _Angaben(Action):
    """After `import` a file and perhaps the project; after `export` perhaps the project."""

    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, values: Any, _option: str | None = None
    ) -> None:
        paths = list(values or ())
        if namespace.tun == "import":
            if not paths:
                parser.error("es fehlt: DATEI, zum Beispiel: wirkspur excel import tabelle.xlsx")
            namespace.datei = paths.pop(0)
        if len(paths) > 1:
            parser.error(f"unbekannte Angabe: {paths[1]}")
        namespace.root = paths[0] if paths else Path()


def arguments(parser: ArgumentParser) -> None:
    """Take what to do, and with which file."""
    parser.set_defaults(datei=None, root=Path())
    parser.add_argument(
        "tun", metavar="export|import", choices=["export", "import"], help="ausgeben oder einlesen"
    )
    parser.add_argument(
        "angaben", metavar="DATEI", nargs="*", type=Path, action=_Angaben,
        help="die Tabelle, die eingelesen wird; danach der Ordner des Projekts (sonst: dieser)",
    )  # fmt: skip
    parser.add_argument(
        "--out", metavar="DATEI", type=Path, help=f"wohin die Tabelle kommt (sonst: {ZIEL})"
    )
    parser.add_argument("--yes", action="store_true", help="schreiben, ohne zu fragen")


def run(options: Namespace, here: Here) -> Answer:
    """Give out or take back: 0 done, 1 some rows were not taken, 2 not to be used."""
    from ..intake.blaetter import TabelleError

    today = options.today or here.today()
    if options.tun == "export":
        return _export(options, here, today)
    try:
        return _import(options, here, today)
    except TabelleError as error:
        return Answer(2, err=f"{error}\nEs wurde nichts geändert.\n")


def _export(options: Namespace, here: Here, today: date) -> Answer:
    from ..facts import Facts
    from ..files import read
    from ..intake.mappe import schreiben
    from ..intake.tabelle import Leser
    from ..output.store import write_whole
    from ..register import load
    from .check import named

    here.say("Lese …")
    tree = read(options.root)
    register, findings = load(tree)
    leser = Leser(Facts.of(register, today))
    rows = [(kennung, leser.zellen(record)) for kennung, record in sorted(leser.da.items())]
    out = options.out or options.root / ZIEL
    write_whole(out, schreiben(rows, leser.begriffe, named(tree)[0]))
    broken = {f.path for f in findings} - {r.path for r in register.records.values()}
    missing = sorted(path for path in broken if path.startswith("issues/"))
    lines = [f"Geschrieben: {out} ({len(rows)} Anliegen)."]
    lines += [f"Fehlt darin, weil die Datei Fehler hat: {path}" for path in missing]
    return Answer(int(bool(missing)), "\n".join(lines) + "\n")


def _import(options: Namespace, here: Here, today: date) -> Answer:
    from ..facts import Facts
    from ..files import read
    from ..intake import blaetter, spalten, tabelle, zeilen
    from ..intake.tabelle import Was
    from ..output.store import write_whole
    from ..register import load

    if options.datei.suffix.lower() in {".xlsm", ".xltm", ".xlsb"}:
        raise blaetter.TabelleError(blaetter.MAKROS)
    here.say("Lese die Tabelle …")
    rows, said = zeilen.gelesen(blaetter.lesen(_bytes(options.datei, blaetter), spalten.kopf))
    here.say("Prüfe …")
    tree = read(options.root)
    register, _ = load(tree)
    leser = tabelle.Leser(Facts.of(register, today))
    if not leser.begriffe.themen.titel:
        raise blaetter.TabelleError("Das Verzeichnis der Themen fehlt oder hat Fehler.")
    plan = tabelle.geprueft(leser.planen(rows), tree, today)
    here.say("")
    several = len({v.zeile.blatt for v in plan}) > 1
    here.print("\n".join([*said, *_shown(plan, several)]))
    writing = {v.pfad: v.text for v in plan if v.was in {Was.NEU, Was.GEAENDERT}}
    left = [v for v in plan if v.was in {Was.NICHT, Was.BEIDE, Was.ANDERS}]
    code = int(bool(left))
    if not writing:
        return Answer(code, "Es gibt nichts zu schreiben.\n")
    if not options.yes:
        if not sys.stdin.isatty():
            return Answer(
                2, err="Es wurde nichts geschrieben. Zum Schreiben, ohne zu fragen: --yes\n"
            )
        if not _agreed(len(writing)):
            return Answer(code, "Es wurde nichts geschrieben.\n")
    for path, text in writing.items():
        write_whole(options.root / path, text.encode())
    lines = [f"Geschrieben: {len(writing)} {'Datei' if len(writing) == 1 else 'Dateien'}."]
    if any(v.was is Was.NEU for v in plan):
        lines.append(
            "Neue Zeilen haben jetzt eine Kennung. Die neue Tabelle: wirkspur excel export"
        )
    return Answer(code, "\n".join(lines) + "\n")


def _bytes(path: Path, blaetter: Any) -> bytes:
    try:
        with path.open("rb") as file:
            return bytes(file.read(blaetter.HOECHSTENS + 1))
    except OSError:
        raise blaetter.TabelleError(
            f"Die Datei „{path}“ gibt es nicht, oder sie lässt sich nicht öffnen."
        ) from None


def _agreed(count: int) -> bool:
    from ..intake.fragen import zugestimmt

    what = "diese Datei" if count == 1 else f"diese {count} Dateien"
    return zugestimmt(f"Soll ich {what} schreiben?")


# --- what is shown -------------------------------------------------------------------------------


def _shown(plan: Sequence[Vorschlag], several: bool) -> Iterator[str]:
    """Row by row what was understood and what was not, then how many of each."""
    from ..intake.tabelle import Was, gezaehlt
    from ..reporters import printable

    for v in plan:
        if v.was is Was.GLEICH and not v.grund and not v.zeile.bemerkt:
            continue
        where = f"{v.zeile.blatt}, Zeile {v.zeile.nummer}" if several else f"Zeile {v.zeile.nummer}"
        name = "" if v.privat else v.kennung
        yield printable(f"{where}: {v.was.value}{f': {name}' if name else ''}")
        yield from (f"    {printable(line)}" for line in _about(v))
        yield ""
    counts = gezaehlt(plan)
    named = [f"{counts[was]} {was.value}" for was in Was if counts[was]]
    yield f"{', '.join(named) or 'Keine Zeile mit Inhalt'}."


def _about(v: Vorschlag) -> Iterator[str]:
    from ..intake.tabelle import Was
    from ..wording.words import shown

    if v.was is Was.UEBERSCHRIFT:
        yield f"„{v.zeile.abschnitt}“ (eine Zwischenüberschrift, kein Anliegen)"
    if v.was is Was.SCHON_DA and v.kennung:
        yield "Dieses Anliegen gibt es schon. Ändern Sie es bitte in der Zeile mit dieser Kennung."
    if v.was in {Was.NEU, Was.GEAENDERT}:
        yield from v.verstanden
        if v.angenommen:
            said = (f"{name}: {what}" for name, what in v.angenommen.items())
            yield f"Angenommen, nicht in der Tabelle: {'; '.join(said)}"
        yield from (
            f"Nicht zugeordnet, steht im Text: {name}: {shown(text)}" for name, text in v.uebrig
        )
    yield from v.grund
    if v.privat:
        yield "In dieser Zeile stehen Angaben zu einer Person. Bitte in der Tabelle löschen."
    else:
        yield from v.zeile.bemerkt
