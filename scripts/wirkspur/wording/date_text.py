"""Dates and times as people write them: what was meant, in our notation, and what to say.

A day that does not exist is never suggested.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from ..findings import Rule
from .words import MONATE, QUOTES, ascii_digits, shown

DATUM = Rule(
    "datum-form",
    "Ein Datum ist anders geschrieben als nötig",
    "Im Format JJJJ-MM-TT ist ein Datum in jedem Land eindeutig und lässt sich sortieren.",
    tun="Schreiben Sie Jahr, Monat und Tag mit Ziffern und einfachen Strichen: JJJJ-MM-TT. "
    "Ist der Tag nicht bekannt, genügen bei den meisten Feldern Jahr und Monat oder das "
    "Jahr.",
    falsch="  - datum: 05.10.2026",
    richtig="  - datum: 2026-10-05",
)
UNMOEGLICH = Rule(
    "datum-unmoeglich",
    "Dieses Datum gibt es nicht",
    "Fristen und Wartezeiten werden aus den Daten berechnet.",
    tun="Sehen Sie in den Kalender und tragen Sie den richtigen Tag ein. Ist er nicht mehr "
    "bekannt, genügen bei den meisten Feldern Jahr und Monat.",
    falsch="eingebracht: 2026-02-30",
    richtig="eingebracht: 2026-02-28",
)
UHRZEIT = Rule(
    "uhrzeit-form",
    "Eine Uhrzeit ist anders geschrieben als nötig",
    "Aus der Uhrzeit wird ein Kalendereintrag.",
    tun="Schreiben Sie Stunden und Minuten mit je zwei Ziffern und einem Doppelpunkt "
    "dazwischen, ohne das Wort „Uhr“.",
    falsch="beginn: 18.30",
    richtig="beginn: 18:30",
)

JAHRE = range(1900, 2101)

Says = tuple[Rule, str, str]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a date in any notation says, as precisely as it says it; it need not exist."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Write it in our notation."""
        rest = "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return f"{self.year:04}{rest}"

    def wrong(self) -> str:
        """Why there is no such date, or an empty text."""
        if self.month is not None and self.month not in range(1, 13):
            swapped = Guess(self.year, self.day, self.month)
            meant = "Möglich ist 01 bis 12."
            if self.day in range(1, 13) and not swapped.wrong():
                meant = f"Meinten Sie {swapped}?"
            return f"Einen Monat {self.month} gibt es nicht. {meant}"
        if self.year not in JAHRE:
            return f"Möglich sind die Jahre {JAHRE[0]} bis {JAHRE[-1]}."
        if self.month and self.day is not None:
            last = calendar.monthrange(self.year, self.month)[1]
            if self.day not in range(1, last + 1):
                name = MONATE[self.month - 1].capitalize()
                return f"Der {name} {self.year} hat die Tage 1 bis {last}."
        return ""


_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<d>[0-9]{1,2})[./-](?P<m>[0-9]{1,2})[./-](?P<y>[0-9]{4})",
        r"(?P<d>[0-9]{1,2})[./](?P<m>[0-9]{1,2})[./](?P<yy>[0-9]{2})",
        r"(?P<y>[0-9]{4})[./-](?P<m>[0-9]{1,2})(?:[./-](?P<d>[0-9]{1,2}))?",
        r"(?P<m>[0-9]{1,2})[./-](?P<y>[0-9]{4})",
        r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-9]{2})",
        r"(?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>(?:19|20)[0-9]{2})",
        r"(?:(?P<d>[0-9]{1,2})[. -]*)?(?P<word>[a-z]{3,9})[. -]*(?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})",
    )
)
_BESIDE = re.compile(
    r"^(?:(?:am|den|(?:mo|di|mi|do|fr|sa|so)(?:[a-z]*(?:tag|woch|abend))?)[., ]+)+(?=[0-9]{1,2}\b)"
)
_MONTHS = {"mrz": 3, "jaenner": 1, "feber": 2, "march": 3, "may": 5, "oct": 10, "dec": 12}
_UMLAUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_AROUND = QUOTES + " ()[].,;"


def guess_date(text: str) -> Guess | None:
    """What a date in another notation was probably meant to be."""
    text = _DASH.sub("-", ascii_digits(text)).strip(_AROUND).lower().translate(_UMLAUT)
    text = re.sub(r"(?<=[0-9])\s*([./])\s*(?=[0-9])", r"\1", " ".join(text.split()))
    text = _BESIDE.sub("", text)
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _DATES)), None)
    if match is None:
        return None
    part = match.groupdict()
    year = part.get("y") or ("19" if part["yy"] > "69" else "20") + part["yy"]
    month = part.get("m") or ""
    if word := part.get("word"):
        names = [name.translate(_UMLAUT) for name in MONATE]
        known = (number for number, name in enumerate(names, 1) if name.startswith(word))
        month = str(_MONTHS.get(word) or next(known, ""))
        if not month:
            return None
    return Guess(int(year), *(int(p) for p in (month, part.get("d")) if p))


_TIMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"([0-9]{1,2}) ?[:.h] ?([0-9]{2})(?:[:.][0-9]{2})?(?: ?(?:uhr|h))?",
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

_FORM = "Bitte im Format JJJJ-MM-TT eintragen, zum Beispiel 2026-12-01."
_PARTS = " Ist nur der Monat oder das Jahr bekannt: 2026-12 oder 2026."


def unreadable_date(name: str, text: str, *, day: bool = False) -> Says:
    """A date in another notation, or one that does not exist; with `day` only a day will do."""
    guess = guess_date(text)
    if guess is None and (moment := split_moment(text)):
        return (
            DATUM,
            f"Bei „{name}“ wird nur der Tag gebraucht, hier steht auch eine Uhrzeit.",
            unreadable_date(name, moment[0], day=day)[2],
        )
    if guess is None:
        what, hint = ("Tag", _FORM) if day else ("Datum", _FORM + _PARTS)
        return DATUM, f"{shown(text)} ist bei „{name}“ nicht als {what} zu lesen.", hint
    if why := guess.wrong():
        if guess.year not in JAHRE:
            return UNMOEGLICH, f"Das Jahr „{guess.year:04}“ kann nicht stimmen.", why
        form = "" if str(guess) == text else " Bitte im Format JJJJ-MM-TT eintragen."
        return UNMOEGLICH, f"Das Datum {shown(text)} gibt es nicht.", why + form
    if day and guess.day is None:
        what = f"Bei „{name}“ wird ein genauer Tag gebraucht, hier steht {shown(text)}."
        return DATUM, what, _FORM
    digits = "" if text == ascii_digits(text) else " (mit den Ziffern 0–9)"
    return (
        DATUM,
        f"{shown(text)} ist bei „{name}“ nicht als Datum zu lesen.",
        f"Bitte so schreiben{digits}: {guess}",
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
    """A day with a time of day, in another notation."""
    if guess_date(text):
        return unreadable_date(name, text, day=True)
    if clock := guess_time(text):
        return (
            DATUM,
            f"Bei „{name}“ fehlt der Tag, hier steht nur {shown(text)}.",
            "Bitte Tag und Uhrzeit eintragen, zum Beispiel 2026-12-01 "
            f"{_clock(clock) if _exists(clock) else '18:30'}.",
        )
    message = f"{shown(text)} ist bei „{name}“ nicht als Tag mit Uhrzeit zu lesen."
    if moment := split_moment(text):
        day, time = guess_date(moment[0]), guess_time(moment[1])
        if day is None or day.day is None or day.wrong():
            return unreadable_date(name, moment[0], day=True)
        if time is None or not _exists(time):
            return unreadable_time(name, moment[1])
        rule = UHRZEIT if str(day) == moment[0] else DATUM
        return rule, message, f"Bitte so schreiben: {day} {_clock(time)}"
    return DATUM, message, "Bitte Tag und Uhrzeit eintragen, zum Beispiel 2026-12-01 18:30."


def split_moment(text: str) -> tuple[str, str] | None:
    """The part that is a date and the part that is a time of day."""
    halves = ((text[: gap.start()], text[gap.end() :]) for gap in re.finditer(r"[\s,;T]+", text))
    return next(((a, b) for a, b in halves if guess_date(a) and guess_time(b)), None)


def _exists(time: tuple[int, int]) -> bool:
    return time[0] < 24 and time[1] < 60


def _clock(time: tuple[int, int]) -> str:
    return f"{time[0]:02}:{time[1]:02}"
