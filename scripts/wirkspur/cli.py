"""The command line: the only place for arguments, environment, clock, printing and exit codes."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

from . import __version__
from .commands.check import FORMATS
from .files import FOLDERS

ABOUT = """\
Wirkspur beantwortet für jeden Beitrag eine Frage: Was ist daraus geworden?

Das Programm prüft die Dateien eines Projekts und macht daraus die öffentliche Seite."""

ENDE = """\
Rückgabe: 0 in Ordnung, 1 Fehler in den Dateien, 2 falscher Aufruf, 3 Fehler im Programm.
Ohne Angabe von PROJEKT gilt der Ordner, in dem Sie sich befinden."""


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse in German."""

    ENGLISH = (
        ("the following arguments are required: ", "es fehlt: "),
        ("unrecognized arguments: ", "unbekannte Angabe: "),
        ("expected one argument", "hier fehlt ein Wert"),
        ("invalid choice: ", "nicht möglich: "),
        ("choose from", "möglich sind"),
        ("argument ", "bei "),
    )

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **options)  # type: ignore[arg-type]
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"
        self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> NoReturn:
        for english, german in self.ENGLISH:
            message = message.replace(english, german)
        self.exit(2, f"Falscher Aufruf: {message}\nHilfe: {self.prog} --help\n")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"„{text}“ ist kein Tag im Format JJJJ-MM-TT, zum Beispiel 2026-11-22"
        ) from None


def _today() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH names, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()


def _jobs(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError("eine Zahl von 1 bis 256")
    return int(text)


def _type_names() -> list[str]:
    from .commands.new import type_names

    return type_names()


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="wirkspur", description=ABOUT, epilog=ENDE)
    parser.add_argument(
        "--version", action="version", version=f"wirkspur {__version__}", help="Version zeigen"
    )
    verbs = parser.add_subparsers(
        dest="verb", metavar="BEFEHL", required=True, title="Befehle", parser_class=_Parser
    )

    def verb(name: str, short: str, long: str, *, project: bool = True) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=short, description=long, epilog=ENDE)
        if project:
            made.add_argument(
                "root",
                metavar="PROJEKT",
                nargs="?",
                default=".",
                type=Path,
                help="Ordner des Projekts (sonst: dieser Ordner)",
            )
        return made

    check = verb("check", "alle Dateien prüfen", "Prüft alle Einträge und nennt alles auf einmal.")
    check.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="FORM",
        help=f"Form der Ausgabe: {', '.join(FORMATS)} (sonst: text)",
    )
    build = verb(
        "build",
        "die Seite bauen",
        "Prüft alles und baut die Seite. Bei Fehlern bleibt die alte Seite stehen.",
    )
    build.add_argument(
        "--out", type=Path, metavar="ORDNER", help="wohin (sonst: build/site im Projekt)"
    )
    build.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="wie viele Prozesse (sonst: so viele, wie es sich lohnt)",
    )
    serve = verb(
        "serve",
        "die Seite ansehen",
        "Zeigt die Seite auf diesem Rechner und baut neu, wenn eine Datei gespeichert wird.",
    )
    serve.add_argument("--port", type=int, default=8000, metavar="N", help="Port (sonst: 8000)")
    for command in (check, build, serve):
        command.add_argument(
            "--today",
            type=_day,
            metavar="TAG",
            help="so tun, als wäre dieser Tag heute, z. B. 2026-11-22",
        )

    new = verb(
        "new",
        "einen Eintrag anlegen",
        "Legt eine Datei mit Erklärungen an. Was noch auszufüllen ist, nennt danach die Prüfung.",
        project=False,
    )
    names = _type_names() if "new" in arguments else []
    new.add_argument("type", metavar="TYP", choices=names, help=f"was: {', '.join(names)}")
    new.add_argument("slug", metavar="KENNUNG", help="Dateiname, z. B. 2026-12-mehr-licht-im-park")
    new.add_argument(
        "root",
        metavar="PROJEKT",
        nargs="?",
        default=".",
        type=Path,
        help="Ordner des Projekts (sonst: dieser Ordner)",
    )
    return parser


def _run(options: argparse.Namespace) -> int:
    root: Path = options.root
    if not any((root / folder).is_dir() for folder in FOLDERS):
        print(
            f"Hier liegt kein Projekt: {root.resolve()}\n"
            f"Ein Projekt hat die Ordner {', '.join(FOLDERS)}. Bitte dorthin wechseln oder den "
            "Ordner angeben.",
            file=sys.stderr,
        )
        return 2
    if options.verb != "serve":
        gc.disable()  # what is read lives to the end; looking for garbage in it only costs time
    if options.verb == "check":
        from .commands import check

        say = _progress()
        say("Lese und prüfe …")
        code, text = check.run(root, options.format, options.today or _today())
        say("")
        print(text, end="")
        return code
    if options.verb == "new":
        from .commands import new

        code, text = new.run(root, options.type, options.slug)
        print(text, file=sys.stderr if code else sys.stdout)
        return code
    if options.verb == "build":
        from .commands import build

        code, text = build.run(
            root, options.out, options.today or _today(), options.jobs, _progress()
        )
        print(text, end="", file=sys.stderr if code else sys.stdout)
        return code
    from .commands import serve

    return serve.run(
        root, options.port, lambda: options.today or _today(), partial(print, flush=True)
    )


class _Progress:
    """One line on a terminal that says what is going on; silent elsewhere."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, text: str) -> None:
        if self.shown:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def _progress() -> _Progress:
    return _Progress()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser(arguments).parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"Das ging nicht: {error.strerror} ({error.filename})", file=sys.stderr)
        return 2
    except Exception:  # whatever it is, it is ours
        traceback.print_exc()
        print(
            "Das ist ein Fehler im Programm, nicht in Ihren Dateien. Bitte melden.", file=sys.stderr
        )
        return 3


def run() -> NoReturn:
    """The console command: main, then leave at once.

    Tidying up thousands of records one by one would take a sixth of a build.
    """
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
