"""The two lines of dashes that part a record's fields from its text, and how they go wrong."""

from __future__ import annotations

import re
from typing import NamedTuple

from frontmatter.default_handlers import YAMLHandler

from ..findings import Finding, Location, Rule
from .syntax_text import FIELD

KOPF = Rule(
    "kopf-fehlt",
    "Der Kopf zwischen den beiden Linien --- fehlt",
    "Die Felder eines Eintrags stehen zwischen zwei Zeilen mit je drei Strichen. Ohne sie würde "
    "die Datei still übergangen.",
    tun="Setzen Sie über das erste und unter das letzte Feld je eine Zeile aus drei einfachen "
    "Strichen: ---. In diesen Zeilen und vor der ersten steht sonst nichts.",
    falsch="--\ntitel: Mehr Licht im Park\nkurz: Der Weg durch den Park ist abends dunkel.",
    richtig="---\ntitel: Mehr Licht im Park\nkurz: Der Weg durch den Park ist abends dunkel.",
)
ZU_FRUEH = Rule(
    "kopf-zu-frueh",
    "Unter dem Kopf stehen noch Felder",
    "Was unter der zweiten Linie --- steht, ist Text. Felder dort würden als Text veröffentlicht "
    "und fehlten im Eintrag.",
    tun="Löschen Sie die Linie, unter der noch Felder stehen, und setzen Sie sie unter das "
    "letzte Feld. Sind es zwei Einträge, machen Sie zwei Dateien daraus.",
    falsch="titel: Mehr Licht im Park\n"
    "kurz: Der Weg durch den Park ist abends dunkel.\n"
    "---\n"
    "thema: verkehr",
    richtig="titel: Mehr Licht im Park\n"
    "kurz: Der Weg durch den Park ist abends dunkel.\n"
    "thema: verkehr",
)

RULES = (KOPF, ZU_FRUEH)

_FENCE = YAMLHandler.FM_BOUNDARY or re.compile(r"^-{3,}\s*$", re.MULTILINE)
_SPACE = re.compile(r"\s*")
_ALMOST = re.compile(r"-{2,}|[–—−][-–—−]*|[-–—− ]{3,}|[*_+=~]{3,}|`{3,}\w*")
"""What people type where three dashes belong."""

_FIELDS = re.compile(r"(?:(?:- | ).*\n)*[a-z_]+:(?=[ \r\n]|\Z)")
_AGAIN = re.compile(r"^-{3,}\s*\n([a-z_]+):(?= |\r?$)", re.MULTILINE)


class Head(NamedTuple):
    """Where the fields start and end, and where the text below starts, in characters."""

    start: int
    end: int
    body: int


def split(text: str) -> Head | None:
    """Find the two fences; None where one is missing."""
    first = _FENCE.match(text)
    position = first.end() if first else len(text)
    while (position := text.find("\n---", position)) >= 0:
        if second := _FENCE.match(text, position + 1):
            assert first
            body = _SPACE.match(text, second.end())
            return Head(first.end(), position + 1, body.end() if body else second.end())
        position += 4
    return None


def missing(path: str, text: str) -> Finding:
    """Which of the two fences is missing, on the line that should have been it."""
    lines = text.split("\n")
    if not _FENCE.match(text):
        return _first(path, lines)
    last = _end_of_fields(lines)
    below = next((i for i in range(last + 1, len(lines)) if lines[i].strip()), last)
    if below > last and (almost := _almost(path, below, lines[below])):
        return almost
    return KOPF.at(
        Location(path, last + 1), "Nach den Feldern fehlt die zweite Linie: ---",
        "Bitte unter das letzte Feld eine Zeile mit drei Strichen setzen: ---",
    )  # fmt: skip


def _first(path: str, lines: list[str]) -> Finding:
    number = next(i for i, line in enumerate(lines) if line.strip())
    if almost := _almost(path, number, lines[number]):
        return almost
    if number and lines[number].startswith("---"):
        return KOPF.at(
            Location(path), "Vor der ersten Linie --- steht eine leere Zeile.",
            "Bitte die leeren Zeilen am Anfang der Datei löschen.",
        )  # fmt: skip
    return KOPF.at(
        Location(path, number + 1), "Die erste Zeile muss aus drei Strichen bestehen: ---",
        "Darunter kommen die Felder, dann wieder eine Zeile --- und danach der Text.",
    )  # fmt: skip


def _almost_fence(line: str) -> bool:
    return bool(_ALMOST.fullmatch(line.strip()))


def _almost(path: str, number: int, line: str) -> Finding | None:
    sign = line.strip()
    if not _almost_fence(line) or line.startswith("---"):
        return None
    wrong = (
        "Vor den drei Strichen steht ein Leerzeichen." if sign.startswith("---")
        else f"Hier steht „{sign[:20]}“ statt der Linie aus drei einfachen Strichen: ---"
    )  # fmt: skip
    return KOPF.at(Location(path, number + 1), wrong, "Bitte die ganze Zeile ersetzen durch: ---")


def _end_of_fields(lines: list[str]) -> int:
    """The line after which the closing fence is missed: the last one that looks like fields."""
    last = 0
    for number, line in enumerate(lines[1:], 1):
        if _almost_fence(line):
            break
        if FIELD.match(line) or re.match(r" +\S|- ", line):
            last = number
        elif line.strip() and not line.startswith("#"):
            break
    return last


def swallowed_text(path: str, text: str, head: Head, line: int) -> Finding | None:
    """A missing second fence where a rule further down was taken for it.

    `line` is where reading the fields failed; if that is in prose, the fence is missed above.
    """
    lines = text[: head.end].split("\n")
    last = _end_of_fields(lines)
    below = next((i for i in range(last + 1, len(lines)) if lines[i].strip()), 0)
    if not below or line <= last + 1 or any(FIELD.match(row) for row in lines[below:]):
        return None
    apart = below > last + 1 or not all(row.strip() for row in lines[below:-1])
    if apart or _almost_fence(lines[below]):
        return missing(path, text)
    return None


def too_early(path: str, text: str, head: Head) -> Finding | None:
    """Fields below the second fence: it stands too early, or a second record follows."""
    if _FIELDS.match(text, head.body):
        return ZU_FRUEH.at(
            Location(path, text.count("\n", 0, head.end) + 1),
            "Die Linie --- steht hier zu früh; darunter stehen noch Felder.",
            "Bitte diese Linie löschen und unter das letzte Feld setzen.",
        )
    if text.find("\n---", head.body) < 0:
        return None
    names = set(re.findall(r"^([a-z_]+):", text[head.start : head.end], re.MULTILINE))
    for match in _AGAIN.finditer(text, head.body):
        if match[1] in names:
            return ZU_FRUEH.at(
                Location(path, text.count("\n", 0, match.start()) + 1),
                "Hier beginnt ein zweiter Eintrag in derselben Datei.",
                "Bitte zwei Dateien daraus machen.",
            )
    return None
