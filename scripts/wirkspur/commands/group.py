"""`wirkspur group`: the group's rules, checked on a private list that never leaves this machine.

What only such a list can tell (facts.md R02, R03; concept § 6) is answered with *erfüllt* or *nicht
erfüllt* per rule and nothing else: no line, name, country or count of the list is ever repeated,
remembered or written.
"""

from __future__ import annotations

import csv
import re
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..wording.words import plain
from . import Answer, Here

if TYPE_CHECKING:
    from ..register import Register

HILFE = "die private Liste der Gruppe prüfen"
LANG = (
    "Prüft eine private Liste der Mitglieder: volljährig, Wohnsitz, Herkunftsländer, Zahl der\n"
    "Mitglieder, Dauer. Gesagt wird nur, ob eine Regel erfüllt ist. Nichts wird gespeichert.\n"
    "Die Liste darf nicht im Projekt liegen, außer im Ordner privat."
)
HEUTE = True

PRIVAT = "privat"
"""The one folder within a project that Git ignores."""
IGNORIERT = {f"{before}{PRIVAT}{after}" for before in ("", "/") for after in ("", "/", "/*", "/**")}
"""Lines of .gitignore that keep it out."""
HOECHSTENS = 1_000_000
"""So many bytes a list of a few people never has."""

SPALTEN = {
    "volljaehrig": re.compile(r"volljaehrig|erwachsen|mindestalter|(?:^|\D)18(?:\D|$)"),
    "wohnsitz": re.compile(r"wohn"),
    "herkunftsland": re.compile(r"herkunft|geburtsland|^land\b|laender|nationalitaet|staatsang"),
    "beginn": re.compile(r"beginn|start|\bseit\b|\beintritt"),
    "ende": re.compile(r"ende\b|\bbis\b|austritt"),
    "aktiv": re.compile(r"(?<!in)aktiv"),
}
"""Column → how its heading may be written, folded."""
NOETIG = ("volljaehrig", "wohnsitz")
GEBURT = re.compile(r"geburts?(?:datum|tag|jahr|$)|\bgeb(?:oren)?\b|jahrgang")
JA = {"ja", "j", "yes", "y", "x", "1", "wahr", "true", "ok", "✓", "✔", "☑", "stimmt", "bestaetigt"}
NEIN = {"nein", "n", "no", "0", "falsch", "false", "ehemalig"}


def arguments(parser: ArgumentParser) -> None:
    """Take the list, or the wish for an empty one."""
    parser.add_argument(
        "datei", metavar="DATEI", nargs="?", type=Path, help="die Liste, z. B. privat/gruppe.csv"
    )
    parser.add_argument(
        "--vorlage", action="store_true", help="die Kopfzeile einer leeren Liste ausgeben"
    )


def run(options: Namespace, here: Here) -> Answer:
    """Say of each rule whether it is fulfilled: 0 all are, 1 one is not, 2 not to be checked."""
    if options.vorlage:
        return Answer(0, ";".join(("kuerzel", *SPALTEN)) + "\n")
    if options.datei is None:
        return Answer(
            2, err="Bitte die Liste nennen, zum Beispiel: wirkspur group privat/gruppe.csv\n"
        )
    try:
        answers = list(_check(options.datei, options.root, options.today or here.today()))
    except ListError as error:
        return Answer(2, err=f"{error}\n")
    except Exception as error:  # what an exception says could hold a line of the list
        name = type(error).__name__
        return Answer(3, err=f"Das ist ein Fehler im Programm ({name}). Bitte melden.\n")
    lines = [f"{text:<56} {'erfüllt' if met else 'nicht erfüllt'}" for text, met in answers]
    good = all(met for _, met in answers)
    if not good:
        lines += ["", "Auch eine leere oder unklare Angabe zählt als nicht erfüllt."]
    return Answer(int(not good), "\n".join(lines) + "\n")


class ListError(Exception):
    """The list cannot be checked; says why without repeating anything of it."""


# --- the rules -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Grenzen:
    """What the city's registers say."""

    stadt: str
    alter: int
    je_land: int | None
    mitglieder: int | None
    monate: int


def _check(datei: Path, root: Path, today: date) -> Iterator[tuple[str, bool]]:
    refuse_public(datei.resolve(), root.resolve())
    grenzen = _limits(root, today)
    people = read_list(datei)
    land = grenzen.je_land
    if land is not None and not all("herkunftsland" in person for person in people):
        raise ListError(_missing("herkunftsland"))
    people = [person for person in people if _is_yes(person.get("aktiv", "ja")) is not False]
    yield (
        f"Alle sind mindestens {grenzen.alter} Jahre alt",
        all(_is_yes(person["volljaehrig"]) for person in people),
    )
    yield (
        f"Alle wohnen in {grenzen.stadt}",
        all(_is_yes(p["wohnsitz"]) or plain(p["wohnsitz"]) == plain(grenzen.stadt) for p in people),
    )
    if land is not None:
        countries = [_countries(person["herkunftsland"]) for person in people]
        count = Counter(country for each in countries for country in each)
        most = max(count.values(), default=0)
        yield f"Höchstens {land} Personen je Herkunftsland", all(countries) and most <= land
    if grenzen.mitglieder is not None:
        yield f"Höchstens {grenzen.mitglieder} Mitglieder", len(people) <= grenzen.mitglieder
    if any(person.get("beginn") for person in people):
        yield (
            f"Höchstens {grenzen.monate} Monate Ehrenamt",
            all(_in_time(person, grenzen.monate, today) for person in people),
        )


def _is_yes(text: str) -> bool | None:
    """Yes, no, or not clear."""
    word = plain(text).strip("._!")
    return True if word in JA else False if word in NEIN else None


def _countries(text: str) -> set[str]:
    """The countries a cell names, folded, so that `Türkei` and `Tuerkei` are one."""
    parts = (re.sub(r"[^a-z]", "", plain(part)) for part in re.split(r"[/,;|+]", text))
    return {part for part in parts if part}


def _in_time(person: dict[str, str], months: int, today: date) -> bool:
    """Whether a person's time is within the limit, by what both dates surely say."""
    from ..checks.amtszeit_zu_lang import later
    from ..records.common import Datum
    from ..wording.date_text import guess_date

    if not person.get("beginn"):
        return True
    begin, end = guess_date(person["beginn"]), guess_date(person.get("ende", ""))
    if begin is None or begin.wrong() or (person.get("ende") and (end is None or end.wrong())):
        return False
    last = Datum(str(end)).erster if end else today
    return last <= later(Datum(str(begin)).letzter, months)


# --- what the registers say ----------------------------------------------------------------------


def _limits(root: Path, today: date) -> Grenzen:
    from ..checks.amtszeit_zu_lang import MONATE
    from ..files import read
    from ..register import load

    register, _ = load(read(root))
    regelwerk, stadt = register.verzeichnis("regelwerk"), register.verzeichnis("stadt")
    if regelwerk is None or stadt is None:
        raise ListError(
            "Das Regelwerk oder die Angaben zur Stadt sind nicht lesbar. Was daran fehlt, sagt: "
            "wirkspur check"
        )
    months = regelwerk.grenze("engagement-monate")
    return Grenzen(
        stadt.name,
        regelwerk.grenze("mindestalter") or 18,
        regelwerk.grenze("herkunftsland"),
        _most(register, regelwerk.grenze("gruppengroesse"), today),
        MONATE if months is None else months,
    )


def _most(register: Register, sonst: int | None, today: date) -> int | None:
    """The limit of the cohort that is serving today, or else of the last one there was."""
    gruppe = register.verzeichnis("gruppe")
    begun = [k for k in gruppe.kohorten if k.beginn.erster <= today] if gruppe else []
    newest = max(begun, key=lambda k: k.beginn.erster, default=None)
    return newest.hoechstzahl if newest else sonst


# --- the list ------------------------------------------------------------------------------------


def refuse_public(datei: Path, root: Path) -> None:
    """The list may not lie where it could be published by mistake."""
    projects = [root, *(folder for folder in datei.parents if (folder / ".git").exists())]
    for project in projects:
        if not datei.is_relative_to(project):
            continue
        if not datei.is_relative_to(project / PRIVAT):
            raise ListError(
                "Diese Liste liegt im Projekt und könnte aus Versehen veröffentlicht werden.\n"
                f"Bitte in den Ordner {PRIVAT} verschieben, oder ganz außerhalb ablegen."
            )
        ignored = _lines(project / ".gitignore")
        if not IGNORIERT & ignored or any(f"!{line}" in ignored for line in IGNORIERT):
            raise ListError(
                f"Der Ordner {PRIVAT} ist nicht geschützt: Die Liste könnte aus Versehen "
                f"veröffentlicht werden.\nBitte in der Datei .gitignore diese Zeile ergänzen: "
                f"/{PRIVAT}/"
            )


def _lines(path: Path) -> set[str]:
    try:
        return {line.strip() for line in path.read_text("utf-8", "replace").splitlines()}
    except OSError:
        return set()


def read_list(datei: Path) -> list[dict[str, str]]:
    """The people of a list: column → cell, for the columns that are known."""
    try:
        with datei.open("rb") as file:
            raw = file.read(HOECHSTENS + 1)
    except OSError:
        raise ListError("Diese Liste gibt es nicht, oder sie lässt sich nicht öffnen.") from None
    if len(raw) > HOECHSTENS or raw[:2] == b"PK" or raw[:4] == b"\xd0\xcf\x11\xe0":
        raise ListError(
            "Das ist keine Liste im Format CSV. Bitte in der Tabelle „Speichern unter“ wählen und "
            "dort: CSV."
        )
    lines = decoded(raw).splitlines()
    head = next((line for line in lines if line.strip()), "")
    delimiter = max(";,\t", key=head.count)
    try:
        rows = [
            row for row in csv.reader(lines, delimiter=delimiter) if any(c.strip() for c in row)
        ]
    except csv.Error:
        raise ListError(
            "Die Liste lässt sich nicht lesen. Bitte noch einmal als CSV speichern."
        ) from None
    if len(rows) < 2:
        raise ListError("Die Liste ist leer. Eine Kopfzeile gibt: wirkspur group --vorlage")
    columns = _columns(rows[0])
    return [
        {name: row[i].strip() if i < len(row) else "" for name, i in columns.items()}
        for row in rows[1:]
    ]


def decoded(raw: bytes) -> str:
    """As text; Excel writes any of these."""
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace").replace("\0", "")
    try:
        return raw.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").replace("\0", "")


def _columns(head: list[str]) -> dict[str, int]:
    """Column → where it stands."""
    names = [plain(cell).replace("_", " ") for cell in head]
    if any(GEBURT.search(name) for name in names):
        raise ListError(
            "In der Liste stehen Geburtsdaten. Bitte diese Spalte löschen: Es genügt „ja“ oder "
            "„nein“ in der Spalte „volljaehrig“."
        )
    columns = {}
    for column, pattern in SPALTEN.items():
        found = [i for i, name in enumerate(names) if pattern.search(name)]
        exact = [i for i in found if names[i] == column]
        if found:
            columns[column] = (exact or found)[0]
    if missing := [column for column in NOETIG if column not in columns]:
        raise ListError(_missing(missing[0]))
    return columns


def _missing(column: str) -> str:
    return (
        f"In der Liste fehlt die Spalte „{column}“. Eine passende Kopfzeile gibt: "
        "wirkspur group --vorlage"
    )
