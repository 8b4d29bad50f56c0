"""The daily report: what time has made true, sorted by who should act.

The same reminders as text for a terminal, as Markdown for the one issue that is kept up to date,
and as data for other programs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from . import watch
from .discover import discover
from .facts import Facts
from .findings import Rule
from .records.protokoll import Rolle
from .reporters import printable
from .reporters.markdown import code, escape
from .site import Site
from .watch import Reminder
from .worte import anzahl, datum

HANDELNDE = (Rolle.KOORDINATION, Rolle.SPRECHER, Rolle.MODERATOR)
MARKDOWN_AT_MOST = 60_000
"""Characters; an issue holds 65,536."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A reminder with the name and address of what it is about."""

    reminder: Reminder
    titel: str
    adresse: str


@dataclass(frozen=True, slots=True)
class Tagesbericht:
    """What waits on a day. `unread` files are broken, so nothing can be said about them."""

    today: date
    entries: tuple[Entry, ...]
    unread: int

    def of(self, wer: Rolle) -> list[Entry]:
        """What one actor should do, the longest first."""
        return [entry for entry in self.entries if entry.reminder.wer is wer]


def rules() -> tuple[Rule, ...]:
    """Every rule of time, by slug."""
    return tuple(sorted((m.RULE for m in discover(watch)), key=lambda rule: rule.slug))


def report(facts: Facts, unread: int = 0) -> Tagesbericht:
    """Ask every rule of time."""
    site = Site.of(facts)
    home = str(site.stadt.adresse).rstrip("/") if site.stadt else ""
    entries = []
    for reminder in sorted(_strongest(facts), key=_order):
        row = site.zeilen.get(reminder.id)
        address = f"{home}/{row.adresse}" if row and home else ""
        entries.append(Entry(reminder, reminder.titel or (row.titel if row else ""), address))
    return Tagesbericht(facts.today, tuple(entries), unread)


def _strongest(facts: Facts) -> Iterator[Reminder]:
    """Every reminder; of those about one contribution, each actor gets one, the rest in passing."""
    about: dict[tuple[str, Rolle], list[Reminder]] = {}
    for module in sorted(discover(watch), key=_vorrang):
        for reminder in module.check(facts):
            if _vorrang(module):
                about.setdefault((reminder.id, reminder.wer), []).append(reminder)
            else:
                yield reminder
    for first, *others in about.values():
        yield first.with_passing(others)


def _vorrang(module: ModuleType) -> int:
    return getattr(module, "VORRANG", 0)


def _order(reminder: Reminder) -> tuple[int, int, str, int, str]:
    place = reminder.place
    return (
        HANDELNDE.index(reminder.wer), -reminder.tage, place.path, place.line, reminder.rule.slug
    )  # fmt: skip


# --- forms ---------------------------------------------------------------------------------------


def as_text(bericht: Tagesbericht) -> str:
    """For a terminal."""
    lines = [*_unread(bericht)]
    for wer, entries in _actors(bericht):
        lines += [f"{wer}: {len(entries)}", ""]
        for title, blocks in _advice(entries):
            lines.append(f"  {title}")
            for hint, block in blocks.items():
                for entry in block:
                    place = entry.reminder.place
                    lines += [
                        f"    {printable(entry.titel)}",
                        f"      {printable(entry.reminder.message)}",
                        f"      {printable(place.path)}, Zeile {place.line}",
                    ]
                lines += [f"    → {printable(hint)}", ""]
    return "\n".join([*lines, *_closing(bericht)]) + "\n"


def as_markdown(bericht: Tagesbericht) -> str:
    """For one standing issue; contributed text cannot become markup.

    Where the list is too long for that, it names fewer under each advice, the longest waits first.
    """
    text = ""
    for at_most in (len(bericht.entries), 30, 10, 3, 1):
        text = _markdown(bericht, at_most)
        if len(text) <= MARKDOWN_AT_MOST:
            break
    return text


def _markdown(bericht: Tagesbericht, at_most: int) -> str:
    lines = [*_unread(bericht)]
    for wer, entries in _actors(bericht):
        lines += [f"## {wer} ({len(entries)})", ""]
        for title, blocks in _advice(entries):
            lines += [f"**{title}**", ""]
            for hint, block in blocks.items():
                lines += [_item(entry) for entry in block[:at_most]]
                if len(block) > at_most:
                    lines.append(f"- … und {len(block) - at_most} weitere")
                lines += ["", f"→ {escape(hint)}", ""]
    return "\n".join([*lines, *_closing(bericht)]) + "\n"


def _item(entry: Entry) -> str:
    name, place = escape(entry.titel), entry.reminder.place
    linked = f"[{name}](<{entry.adresse}>)" if entry.adresse else name
    message = escape(entry.reminder.message)
    return f"- {linked}: {message}  \n  {code(place.path)}, Zeile {place.line}"


def as_json(bericht: Tagesbericht) -> str:
    """For other programs."""
    return json.dumps(as_data(bericht), ensure_ascii=False, indent=1) + "\n"


def as_data(bericht: Tagesbericht) -> dict[str, Any]:
    """The shape is a promise: version 1 only ever gains fields."""
    return {
        "version": 1,
        "today": str(bericht.today),
        "unread": bericht.unread,
        "entries": [_data(entry) for entry in bericht.entries],
    }


def _data(entry: Entry) -> dict[str, Any]:
    reminder = entry.reminder
    return {
        "who": str(reminder.wer),
        "code": reminder.rule.slug,
        "path": reminder.place.path,
        "line": reminder.place.line,
        "id": reminder.id,
        "titel": entry.titel,
        "address": entry.adresse,
        "message": reminder.message,
        "hint": reminder.hint,
        "days": reminder.tage,
    }


def _actors(bericht: Tagesbericht) -> Iterator[tuple[str, list[Entry]]]:
    for wer in HANDELNDE:
        if entries := bericht.of(wer):
            yield wer.label[0].upper() + wer.label[1:], entries


def _advice(entries: list[Entry]) -> Iterator[tuple[str, dict[str, list[Entry]]]]:
    """Rule by rule, advice by advice, so that each is said once; the longest wait leads."""
    found: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        blocks = found.setdefault(entry.reminder.rule.titel, {})
        blocks.setdefault(entry.reminder.hint, []).append(entry)
    yield from found.items()


def _unread(bericht: Tagesbericht) -> list[str]:
    if not bericht.unread:
        return []
    files = anzahl(bericht.unread, "Datei hat Fehler und fehlt", "Dateien haben Fehler und fehlen")
    return [f"{files} in dieser Liste. Welche, sagt: wirkspur check", ""]


def _closing(bericht: Tagesbericht) -> list[str]:
    today = datum(str(bericht.today))
    if not bericht.entries:
        return [f"Nichts zu tun. Stand: {today}."]
    return [
        f"Stand: {today}. Diese Liste entsteht jeden Tag neu aus den Einträgen. Abhaken muss sie "
        "niemand: Ist etwas eingetragen, verschwindet die Zeile von selbst."
    ]
