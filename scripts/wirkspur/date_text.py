"""Dates and times as people write them: what was meant, in our notation, and what to say.

A day that does not exist is never suggested.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from .findings import Rule
from .words import MONATE, QUOTES, ascii_digits, plain, shown

DATUM = Rule(
    "datum-form",
    "Ein Datum ist anders geschrieben als nötig",
    "Im Format JJJJ-MM-TT ist ein Datum in jedem Land eindeutig und lässt sich sortieren.",
)
UNMOEGLICH = Rule(
    "datum-unmoeglich",
    "Dieses Datum gibt es nicht",
    "Fristen und Wartezeiten werden aus den Daten berechnet.",
)
UHRZEIT = Rule(
    "uhrzeit-form",
    "Eine Uhrzeit ist anders geschrieben als nötig",
    "Aus der Uhrzeit wird ein Kalendereintrag.",
)

JAHRE = range(1900, 2101)

Says = tuple[Rule, str, str]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a date in any notation says; it need not exist. 0 where nothing is said."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Write it in our notation."""
        text = f"{self.year:04}"
        for part in (self.month, self.day):
            text += f"-{part:02}" if part else ""
        return text

    def wrong(self) -> str:
        """Why there is no such date, or an empty text."""
        if self.month > 12:
            swapped = Guess(self.year, self.day, self.month)
            meant = "" if not self.day or swapped.wrong() else f" Meinten Sie {swapped}?"
            return f"Einen Monat {self.month} gibt es nicht.{meant}"
        if self.year not in JAHRE:
            return f"Möglich sind die Jahre {JAHRE[0]} bis {JAHRE[-1]}."
        last = calendar.monthrange(self.year, self.month)[1] if self.month else 31
        if self.day > last:
            name = MONATE[self.month - 1].capitalize()
            return f"Der {name} {self.year} hat nur {last} Tage."
        return ""


_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<d>[0-9]{1,2})[./-](?P<m>[0-9]{1,2})[./-](?P<y>[0-9]{4})",
        r"(?P<d>[0-9]{1,2})[./](?P<m>[0-9]{1,2})[./](?P<short>[0-9]{2})",
        r"(?P<y>[0-9]{4})[./-](?P<m>[0-9]{1,2})(?:[./-](?P<d>[0-9]{1,2}))?",
        r"(?P<m>[0-9]{1,2})[./-](?P<y>[0-9]{4})",
        r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-9]{2})",
        r"(?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>(?:19|20)[0-9]{2})",
        r"(?:(?P<d>[0-9]{1,2})[. ]*)?(?P<word>[a-z]{3,9})[. ]*(?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})",
    )
)
_BESIDE = re.compile(
    r"(?:am |den |(?:mo|di|mi|do|fr|sa|so)(?:[a-z]*tag|[a-z]*woch|[a-z]*abend)?[., ]+)*"
)
_SHORT = {"mrz": 3, "jaenner": 1, "feber": 2, "march": 3, "may": 5, "oct": 10, "dec": 12}


def guess_date(text: str) -> Guess | None:
    """What a date in another notation was probably meant to be."""
    text = _tidy(text)
    text = text[_BESIDE.match(text).end() :]  # type: ignore[union-attr]
    for pattern in _DATES:
        if match := pattern.fullmatch(text):
            part = match.groupdict()
            month = _month(part["word"]) if part.get("word") else int(part.get("m") or 0)
            if month == 0 and (part.get("word") or part.get("m")):
                return None
            year = int(part.get("y") or f"20{part['short']}")
            day = part.get("d")
            return None if day and not int(day) else Guess(year, month, int(day or 0))
    return None


def _tidy(text: str) -> str:
    """Only what matters: 0–9, plain hyphens, small letters, no quotes or brackets around."""
    text = re.sub(r"\s*[-‐‑‒–—−]\s*", "-", ascii_digits(text))
    text = re.sub(r"(?<=[0-9])\s*([./])\s*(?=[0-9])", r"\1", text.strip())
    text = text.strip(QUOTES + " ()[].,;")
    return re.sub(r"[_\s]+", " ", plain(text).replace("_", "-")) if "-" in text else (
        plain(text).replace("_", " ")
    )  # fmt: skip


def _month(word: str) -> int:
    names = [plain(name) for name in MONATE]
    return _SHORT.get(word) or next(
        (number for number, name in enumerate(names, 1) if name.startswith(word)), 0
    )


_TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"([0-9]{1,2}) ?[:.h-] ?([0-9]{2})(?:[:.][0-9]{2})?(?: ?(?:uhr|h))?",
        r"([0-9]{1,2}) ?(?:uhr|h)(?: ?([0-9]{2}))?",
        r"([0-9]{1,2})([0-9]{2})(?: ?(?:uhr|h))?",
        r"([0-9]{1,2})()",
    )
)


def guess_time(text: str) -> tuple[int, int] | None:
    """Hours and minutes of a time in another notation; they need not exist."""
    text = ascii_digits(text).lower().strip().strip(QUOTES + " ()[].,;")
    text = re.sub(r"\s+", " ", re.sub(r"^(?:um|ab|ca\.|gegen) ", "", text))
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _TIMES)), None)
    return (int(match[1]), int(match[2] or 0)) if match else None


# --- what to say ---------------------------------------------------------------------------------

_HEUTE = "2026-12-01"
_FORM = f"Bitte im Format JJJJ-MM-TT eintragen, zum Beispiel {_HEUTE}."


def _digits(text: str) -> str:
    return "" if text == ascii_digits(text) else " Bitte die Ziffern 0–9 verwenden."


def unreadable_date(name: str, text: str, *, day: bool = False) -> Says:
    """A date in another notation; with `day` only a full day will do."""
    guess = guess_date(text)
    if guess and (wrong := guess.wrong()):
        return impossible_date(text, wrong)
    if guess and day and not guess.day:
        return (
            DATUM,
            f"Bei „{name}“ wird ein genauer Tag gebraucht, hier steht {shown(text)}.",
            _FORM,
        )
    what = "Tag" if day else "Datum"
    hint = f"Bitte so schreiben: {guess}." + _digits(text) if guess else (
        _FORM if day else f"{_FORM} Ist nur der Monat oder das Jahr bekannt: 2026-12 oder 2026."
    )  # fmt: skip
    return DATUM, f"{shown(text)} ist bei „{name}“ nicht als {what} zu lesen.", hint.rstrip(".")


def impossible_date(text: str, why: str = "") -> Says:
    """A date that is readable, but does not exist."""
    guess = guess_date(text)
    why = why or (guess.wrong() if guess else "")
    if guess and guess.month <= 12 and guess.year not in JAHRE:
        return UNMOEGLICH, f"Das Jahr {guess.year:04} kann nicht stimmen.", why
    return (
        UNMOEGLICH,
        f"Das Datum {shown(text)} gibt es nicht.",
        f"{why} Bitte im Format JJJJ-MM-TT eintragen.".strip(),
    )


def unreadable_time(name: str, text: str) -> Says:
    """A time of day in another notation, or one that does not exist."""
    guess = guess_time(text)
    if guess is None:
        hint = "Bitte mit Stunden und Minuten schreiben, zum Beispiel 18:30."
        return UHRZEIT, f"{shown(text)} ist bei „{name}“ nicht als Uhrzeit zu lesen.", hint
    if not _exists(guess):
        return UHRZEIT, f"Die Uhrzeit {shown(text)} gibt es nicht.", "Möglich ist 00:00 bis 23:59."
    return (
        UHRZEIT,
        f"{shown(text)} ist bei „{name}“ nicht als Uhrzeit zu lesen.",
        f"Bitte so schreiben: {_clock(guess)}",
    )


def unreadable_moment(name: str, text: str) -> Says:
    """A day with a time of day in another notation."""
    example = f"{_HEUTE} 18:30"
    if (alone := guess_time(text)) and not guess_date(text):
        clock = _clock(alone) if _exists(alone) else "18:30"
        return (
            DATUM,
            f"Bei „{name}“ fehlt der Tag, hier steht nur {shown(text)}.",
            f"Bitte Tag und Uhrzeit eintragen, zum Beispiel {_HEUTE} {clock}.",
        )
    if guess_date(text):
        return unreadable_date(name, text, day=True)
    for gap in re.finditer(r"[\s,;T]+", text):
        day, time = guess_date(text[: gap.start()]), guess_time(text[gap.end() :])
        if day is None or time is None:
            continue
        if day.wrong() or not day.day:
            return unreadable_date(name, text[: gap.start()], day=True)
        if not _exists(time):
            return unreadable_time(name, text[gap.end() :])
        return (
            UHRZEIT,
            f"{shown(text)} ist bei „{name}“ nicht als Tag mit Uhrzeit zu lesen.",
            f"Bitte so schreiben: {day} {_clock(time)}",
        )
    return (
        DATUM,
        f"{shown(text)} ist bei „{name}“ nicht als Tag mit Uhrzeit zu lesen.",
        f"Bitte Tag und Uhrzeit eintragen, zum Beispiel {example}.",
    )


def _exists(time: tuple[int, int]) -> bool:
    return time[0] < 24 and time[1] < 60


def _clock(time: tuple[int, int]) -> str:
    return f"{time[0]:02}:{time[1]:02}"
