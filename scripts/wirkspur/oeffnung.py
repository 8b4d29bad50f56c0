"""Opening hours as OpenStreetMap writes them: what they mean in a week, how people read them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from opening_hours import (  # type: ignore[attr-defined]  # its stubs forget the errors
    OpeningHours,
    ParserError,
    UnknownCountryError,
)

ZONE = "Europe/Berlin"
"""In which the hours are meant: the one zone of the country."""
TAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
KURZ = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_OSM = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MINUTEN = 24 * 60
WOCHE = 7 * MINUTEN
_TAG = timedelta(days=1)
_MONTAG = datetime(2001, 1, 1)  # any Monday: what is purely weekly is the same every week

Spanne = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Zeiten:
    """What is known of the hours. `woche` is in minutes since Monday, 0:00.

    Only hours that are the same every week have a `woche` and a table; of all others only `worte`,
    the text in German words, can be shown.
    """

    worte: str
    woche: tuple[Spanne, ...] = ()
    tafel: tuple[tuple[str, str], ...] = ()
    feiertage: str = ""
    """What the text says about public holidays; empty where it says nothing."""


def lesbar(text: str) -> bool:
    """Whether this is written as OpenStreetMap writes hours."""
    return _canonical(text) is not None


@lru_cache(maxsize=256)
def zeiten(text: str) -> Zeiten | None:
    """What the hours mean; None where they cannot be read."""
    canonical = _canonical(text)
    if canonical is None:
        return None
    if not _WEEKLY.fullmatch(canonical):
        return Zeiten(_in_german(canonical))
    spans = _week(canonical)
    days: list[list[Spanne]] = [[] for _ in TAGE]
    for start, end in spans:
        days[start // MINUTEN].append((start % MINUTEN, end - start // MINUTEN * MINUTEN))
    hours = [_hours(day) for day in days]
    holiday = re.search(r"PH (closed|[0-9:,-]+)", canonical)
    said = "" if holiday is None else _holiday(holiday[1])
    worte = _grouped(hours) + (f", an Feiertagen {said}" if said else "")
    rows = tuple((tag, text or "geschlossen") for tag, text in zip(TAGE, hours, strict=True))
    return Zeiten(worte, spans, rows, said)


@lru_cache(maxsize=64)
def unsichere_tage(land: str, von: date, tage: int) -> tuple[str, ...] | None:
    """The days on which weekly hours may not hold; None where nothing is known of the country.

    More days than are holidays in any one place: better to say nothing than something wrong.
    """
    try:
        rules = [OpeningHours(rule, country=land) for rule in ("PH", *_ALSO.get(land, ()))]
    except UnknownCountryError:
        return None
    begin = datetime(von.year, von.month, von.day, 12)
    noons = [begin + timedelta(days=n) for n in range(tage)]
    return tuple(
        noon.date().isoformat() for noon in noons if any(rule.is_open(noon) for rule in rules)
    )


_ALSO = {
    "DE": (
        "Jan 06", "Mar 08", "easter -48 days", "easter", "easter +49 days", "easter +60 days",
        "Aug 08", "Aug 15", "Sep 20", "Oct 31", "Nov 01", "Nov 16-Nov 22 We", "Dec 24", "Dec 31",
    ),
}  # fmt: skip
"""Holidays of only a part of the country, and days on which many close although they need not."""


def _canonical(text: str) -> str | None:
    if len(text) > 500:
        return None
    try:
        return str(OpeningHours(text))
    except ParserError:
        return None


# --- a week --------------------------------------------------------------------------------------

_DAY = f"(?:{'|'.join(_OSM)})"
_DAYS = f"{_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*"
_SPAN = r"[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}"
_SPANS = f"{_SPAN}(?:,{_SPAN})*"
_RULE = f"(?:{_DAYS} (?:{_SPANS}|closed)|{_SPANS}|PH (?:closed|{_SPANS}))"
_WEEKLY = re.compile(f"24/7|{_RULE}(?:[;,] {_RULE})*")


def _week(canonical: str) -> tuple[Spanne, ...]:
    """The spans of a week in which it is open; a night belongs to the evening it begins in."""
    found = OpeningHours(canonical).intervals(_MONTAG - _TAG, _MONTAG + 9 * _TAG)
    every = [(_minute(start), _minute(stop)) for start, stop, state, _ in found
             if str(state) == "open" and stop]  # fmt: skip
    if every and every[0][0] < 0 and every[0][1] > WOCHE:
        return tuple((day * MINUTEN, (day + 1) * MINUTEN) for day in range(7))
    spans = (part for span in every if 0 <= span[0] < WOCHE for part in _by_day(*span))
    return tuple(sorted((start % WOCHE, start % WOCHE + end - start) for start, end in spans))


def _minute(moment: datetime) -> int:
    return int((moment - _MONTAG).total_seconds()) // 60


def _by_day(start: int, end: int) -> list[Spanne]:
    """A long span as one for each of its days."""
    if end - start <= MINUTEN and (start % MINUTEN or end - start < MINUTEN):
        return [(start, end)]
    midnight = (start // MINUTEN + 1) * MINUTEN
    return [(start, midnight), *(_by_day(midnight, end) if end > midnight else ())]


# --- words ---------------------------------------------------------------------------------------


def _clock(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    hour = hour if hour <= 24 else hour - 24
    return f"{hour}:{rest:02}" if rest else str(hour)


def _hours(spans: list[Spanne]) -> str:
    """`9–12 und 13–17 Uhr`, `den ganzen Tag`, or nothing."""
    if not spans:
        return ""
    if spans == [(0, MINUTEN)]:
        return "den ganzen Tag"
    return " und ".join(f"{_clock(start)}–{_clock(end)}" for start, end in spans) + " Uhr"


def _holiday(text: str) -> str:
    if text == "closed":
        return "geschlossen"
    spans = [tuple(map(_minutes, span.split("-"))) for span in text.split(",")]
    return _hours([(start, end) for start, end in spans])


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _grouped(hours: list[str]) -> str:
    """`Mo–Do 9–17 Uhr, Fr 9–13 Uhr`."""
    if len(set(hours)) == 1:
        return f"jeden Tag, {hours[0]}" if hours[0] else "geschlossen"
    groups: dict[str, list[int]] = {}
    for day, text in enumerate(hours):
        if text:
            groups.setdefault(text, []).append(day)
    return ", ".join(f"{_days(days)} {text}" for text, days in groups.items())


def _days(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = []
    for run in runs:
        if len(run) > 2:
            parts.append(f"{KURZ[run[0]]}–{KURZ[run[-1]]}")
        else:
            parts += [KURZ[day] for day in run]
    return ", ".join(parts)


_MONATE = {
    "Jan": "Jan.", "Feb": "Feb.", "Mar": "März", "Apr": "April", "May": "Mai", "Jun": "Juni",
    "Jul": "Juli", "Aug": "Aug.", "Sep": "Sept.", "Oct": "Okt.", "Nov": "Nov.", "Dec": "Dez.",
}  # fmt: skip
_MONAT = "|".join(map(re.escape, _MONATE.values()))
_GERMAN = {
    **dict(zip(_OSM, KURZ, strict=True)), **_MONATE, "PH": "an Feiertagen",
    "SH": "in den Schulferien", "closed": "geschlossen", "off": "geschlossen", "open": "geöffnet",
    "unknown": "nicht sicher", "easter": "Ostern", "week": "Kalenderwoche ", "days": "Tage",
    "day": "Tag", "sunrise": "Sonnenaufgang", "sunset": "Sonnenuntergang", "dawn": "Dämmerung",
    "dusk": "Abenddämmerung",
}  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_GERMAN, key=len, reverse=True))})(?![a-z])")


def _in_german(canonical: str) -> str:
    """The text of OpenStreetMap in German words, sign by sign; comments stay as they are."""
    parts = re.split(r'("[^"]*")', canonical.replace("24/7 ", ""))
    for index in range(0, len(parts), 2):
        part = parts[index]
        part = re.sub(r"\b(\w\w)\[-1\]", r"am letzten \1 im Monat", part)
        part = re.sub(r"\b(\w\w)\[([1-5])\]", r"am \2. \1 im Monat", part)
        part = _WORD.sub(lambda m: _GERMAN[m[0]], part)
        part = re.sub(r"\b0?([0-9]{1,2}):([0-9]{2})\b(\+?)", _said, part)
        part = re.sub(r" Uhr-(?=[0-9])", "–", part).replace("-", "–").replace(" || ", ", sonst ")
        part = re.sub(rf"({_MONAT}) ([0-9]{{1,2}})\b", r"\2. \1", part)
        parts[index] = re.sub(r"(?<=[^\W\d]),(?=\w)", ", ", part.replace(";", ","))
    return re.sub(r'"([^"]*)"', r"„\1“", "".join(parts))


def _said(match: re.Match[str]) -> str:
    hour, minute, opens = match.groups()
    return ("ab " if opens else "") + (hour if minute == "00" else f"{hour}:{minute}") + " Uhr"


# --- what people write ---------------------------------------------------------------------------

_WORDS = {
    **{name.lower(): day for name, day in zip(TAGE, _OSM, strict=True)},
    **{name.lower() + "s": day for name, day in zip(TAGE, _OSM, strict=True)},
    **{name.lower(): day for name, day in zip(KURZ, _OSM, strict=True)},
    **{day.lower(): day for day in _OSM},
    "sonnabend": "Sa", "sonnabends": "Sa", "werktags": "Mo-Fr", "wochentags": "Mo-Fr",
    "täglich": "Mo-Su", "feiertag": "PH", "feiertage": "PH", "feiertags": "PH",
    "feiertagen": "PH", "ph": "PH", "geschlossen": "off", "zu": "off", "off": "off",
    "closed": "off", "bis": "-", "und": ",",
}  # fmt: skip
_NOISE = {"uhr", "von", "h", "am", "an", "jeden", "ist", "geöffnet", "offen", "öffnungszeiten"}
_TOKEN = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?![0-9])|([a-zäöüß]+)\.?|([-,;/+&])|(\S)")


def gemeint(text: str) -> str:
    """The form of OpenStreetMap for hours that were written as one says them; or an empty text."""
    text = unicodedata.normalize("NFKC", text[:500]).lower()
    text = re.sub("[‐‑‒–—−]", "-", text).replace("\n", ";").replace("&", ",").replace("/", ",")
    out: list[str] = []
    for match in _TOKEN.finditer(text):
        hour, minute, word, sign, other = match.groups()
        if word in _NOISE or other == ":":
            continue
        if hour:
            token = f"{int(hour):02}:{minute or '00'}"
        elif word:
            token = _WORDS.get(word, "")
        else:
            token = sign or ""
        if not token:
            return ""
        _append(out, token)
    guess = _canonical("".join(out).strip(" ,;-"))
    return guess if guess and _WEEKLY.fullmatch(guess) else ""


def _append(out: list[str], token: str) -> None:
    """A token after the others: a day after a time begins a new rule."""
    before = out[-1] if out else ""
    if token in {",", ";", "-"}:
        if before and before not in {",", ";", "-"}:
            out.append(token)
        return
    kinds = [_kind(part) for part in out if part not in {",", ";", "-", " ", "; "}]
    last = kinds[-1] if kinds else ""
    if _kind(token) == "day" and last in {"time", "off"}:
        if before in {",", ";"}:
            out.pop()
        out.append("; ")
    elif last and _kind(token) in {"time", "off"} and last == "day":
        if before in {",", ";", "-"}:
            out.pop()
        out.append(" ")
    out.append(token)


def _kind(token: str) -> str:
    return "time" if token[0].isdigit() else "off" if token == "off" else "day"
