"""The command line: the only place for arguments, environment, clock, printing and exit codes."""

from __future__ import annotations

import argparse
import errno
import gc
import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from . import __version__, commands
from .commands import Here
from .files import FOLDERS

ABOUT = """\
Wirkspur beantwortet für jeden Beitrag eine Frage: Was ist daraus geworden?

Das Programm prüft die Dateien eines Projekts und macht daraus die öffentliche Seite."""

ENDE = """\
Rückgabe: 0 in Ordnung, 1 Fehler in den Dateien, 2 falscher Aufruf, 3 Fehler im Programm.
Ohne Angabe von PROJEKT gilt der Ordner, in dem Sie sich befinden."""


WARUM = {
    errno.ENOENT: "Das gibt es nicht.",
    errno.EACCES: "Das darf hier niemand lesen oder schreiben.",
    errno.EPERM: "Das darf hier niemand lesen oder schreiben.",
    errno.EISDIR: "Das ist ein Ordner und keine Datei.",
    errno.ENOTDIR: "Das ist kein Ordner.",
    errno.EROFS: "Hier darf niemand schreiben.",
    errno.ENOSPC: "Der Speicher ist voll.",
}
"""What the system says in English, in words."""


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


class _Verb(_Parser):
    """A command: its options stand wherever people put them, and words may be left out."""

    inside = False

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        if self.inside:  # argparse parses options and words by turns, through this very method
            return super().parse_known_args(args, namespace)
        self.usage = self.format_usage().removeprefix("Aufruf: ").rstrip()
        self.inside = True
        try:
            found, rest = self.parse_known_intermixed_args(args, namespace)
        finally:
            self.inside = False
        self._moved(found)
        return found, rest

    def _moved(self, found: argparse.Namespace) -> None:
        """A project where another word might stand is the project, and the word was left out."""
        words = [a for a in self._get_positional_actions() if a.nargs == argparse.OPTIONAL]
        given = getattr(found, words[0].dest) if words[1:] else None
        if given and found.root == Path() and _is_project(Path(given)):
            found.root = Path(given)
            setattr(found, words[0].dest, words[0].default)


def _is_project(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in FOLDERS)


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


def _verbs() -> list[str]:
    """The commands there are: one per module."""
    return [info.name for info in pkgutil.iter_modules(commands.__path__)]


def _command(verb: str) -> ModuleType:
    return importlib.import_module(f"{commands.__name__}.{verb}")


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="wirkspur", description=ABOUT, epilog=ENDE)
    parser.add_argument(
        "--version", action="version", version=f"wirkspur {__version__}", help="Version zeigen"
    )
    verbs = parser.add_subparsers(
        dest="verb", metavar="BEFEHL", required=True, title="Befehle", parser_class=_Verb
    )
    known = _verbs()
    named = [word for word in arguments if word in known][:1]
    for verb in named or known:  # a command's imports are paid by that command only
        command = _command(verb)
        made = verbs.add_parser(verb, help=command.HILFE, description=command.LANG, epilog=ENDE)
        command.arguments(made)
        if getattr(command, "PROJEKT", True):
            made.add_argument(
                "root",
                metavar="PROJEKT",
                nargs="?",
                default=".",
                type=Path,
                help="Ordner des Projekts (sonst: dieser Ordner)",
            )
        if getattr(command, "HEUTE", False):
            made.add_argument(
                "--today",
                type=_day,
                metavar="TAG",
                help="so tun, als wäre dieser Tag heute, z. B. 2026-11-22",
            )
    return parser


def _run(options: argparse.Namespace) -> int:
    root: Path | None = getattr(options, "root", None)
    if root and not _is_project(root):
        print(
            f"Hier liegt kein Projekt: {root.resolve()}\n"
            f"Ein Projekt hat die Ordner {', '.join(FOLDERS)}. Bitte dorthin wechseln oder den "
            "Ordner angeben.",
            file=sys.stderr,
        )
        return 2
    command = _command(options.verb)
    if not getattr(command, "BLEIBT", False):
        gc.disable()  # what is read lives to the end; looking for garbage in it only costs time
    say = _Progress()
    answer = command.run(options, Here(_today, os.environ, say, partial(print, flush=True)))
    say("")
    print(answer.out, end="")
    print(answer.err, end="", file=sys.stderr)
    return int(answer.code)


class _Progress:
    """One line on a terminal that says what is going on; silent elsewhere."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, text: str) -> None:
        if self.shown:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


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
        why = WARUM.get(error.errno or 0, error.strerror)
        print(f"Das ging nicht: {why} ({error.filename})", file=sys.stderr)
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
