"""What a pull request changes, as data for the answer to the person who sent it.

The data are made by the pull request's own code and read by main's (commands/comment.py), which
believes nothing: hence a model with a limit for every length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from . import markdown, worte
from .facts import Facts
from .findings import Finding, Severity
from .records.common import Datum, Wahl
from .register import Record
from .site import Site
from .spur import Station, Zustand
from .tagesbericht import report
from .verlauf import Step

LONG, SHORT, MANY = 600, 130, 200
FUNDE, EINTRAEGE, PUNKTE, SCHULDEN = 300, 60, 40, 40
"""So many of each travel; the totals say how many there are."""

Lang = Annotated[str, Field(max_length=LONG)]
Kurz = Annotated[str, Field(max_length=SHORT)]
Satz = Annotated[str, Field(max_length=MANY + 40)]
Zahl = Annotated[int, Field(ge=0, le=10_000_000)]


class _Teil(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Fund(_Teil):
    """A finding with the line it is about; `alt` if it was there before."""

    path: Satz
    line: Zahl
    code: Annotated[str, Field(pattern=r"^[a-z0-9-]{0,60}$")]
    severity: Severity
    message: Lang
    hint: Lang
    source: Satz
    alt: bool


class Was(StrEnum):
    """What happens to a record."""

    NEU = "neu"
    GEAENDERT = "geändert"
    BEWEGT = "bewegt"
    """Its file stays as it is, but minutes write a step for it."""
    ENTFERNT = "entfernt"


class Punkt(_Teil):
    """A step of the trace."""

    datum: Annotated[str, Field(pattern=r"^[0-9-]{0,10}$")]
    status: Kurz
    von: Kurz
    text: Lang
    neu: bool


class Halt(_Teil):
    """A station of the trace."""

    name: Kurz
    zustand: Zustand
    wort: Kurz
    luecke: Satz
    punkte: Annotated[list[Punkt], Field(max_length=PUNKTE)]


class Urteil(_Teil):
    """An effect, and who says so."""

    stimme: Kurz
    urteil: Kurz
    text: Lang


class Angabe(_Teil):
    """A field as people read it: the whole, what is gone from it and what is new in it."""

    name: Kurz
    wert: Lang
    vorher: Lang
    jetzt: Lang


class Eintrag(_Teil):
    """A record that looks different afterwards."""

    was: Was
    typ: Kurz
    path: Satz
    titel: Kurz
    kurz: Satz
    angaben: Annotated[list[Angabe], Field(max_length=PUNKTE)]
    """All fields of a record without a trace; of the others those that changed."""
    vorher: Kurz
    nachher: Kurz
    """Status before and after; empty for records without a trace."""
    spur: Annotated[list[Halt], Field(max_length=10)]
    urteile: Annotated[list[Urteil], Field(max_length=PUNKTE)]
    text: Lang


class Review(_Teil):
    """The whole answer as data."""

    version: Annotated[int, Field(ge=1, le=1)] = 1
    files: Zahl
    funde: Annotated[list[Fund], Field(max_length=FUNDE)]
    funde_gesamt: Zahl
    eintraege: Annotated[list[Eintrag], Field(max_length=EINTRAEGE)]
    eintraege_gesamt: Zahl
    erledigt: Annotated[list[Satz], Field(max_length=SCHULDEN)]
    """What was overdue before and is not any more, because its own record moved on."""
    entfallen: Annotated[list[Satz], Field(max_length=SCHULDEN)]
    """What nobody is reminded of any more, though its own record says nothing new."""


def review(
    before: tuple[Facts, list[Finding]],
    after: tuple[Facts, list[Finding]],
    files: int,
    line: Callable[[str, int], str],
) -> Review:
    """Compare two states of a repository: facts and findings each.

    `files` and `line` (path, number → text) are of the later one.
    """
    known = {(f.path, f.code, f.message) for f in before[1]}
    funde = [
        Fund(
            path=cut(f.path, MANY), line=f.line, code=f.code, severity=f.severity,
            message=cut(f.message, LONG), hint=cut(f.hint, LONG),
            source=cut(line(f.path, f.line).strip(), MANY),
            alt=(f.path, f.code, f.message) in known,
        )
        for f in after[1]
    ]  # fmt: skip
    eintraege = list(_changes(before[0], after[0]))
    erledigt, entfallen = _settled(before[0], after[0])
    return Review(
        files=files,
        funde=funde[:FUNDE],
        funde_gesamt=len(funde),
        eintraege=eintraege[:EINTRAEGE],
        eintraege_gesamt=len(eintraege),
        erledigt=[cut(said, MANY) for said in erledigt][:SCHULDEN],
        entfallen=[cut(said, MANY) for said in entfallen][:SCHULDEN],
    )


def cut(text: str, length: int) -> str:
    """The beginning of a text, with a sign that there is more."""
    return text if len(text) <= length else f"{text[: length - 2].rstrip()} …"


def _changes(before: Facts, after: Facts) -> Iterator[Eintrag]:
    """Every record that looks different: what people wrote first, then what follows from it."""
    old, new = before.register.records, after.register.records
    moved = []
    for kennung, record in new.items():
        earlier = old.get(kennung)
        if earlier is None:
            # A record that was broken before is known by its file, and was merely mended.
            known = any(d.path == record.path for _, d in before.register.documents)
            yield _entry(Was.GEAENDERT if known else Was.NEU, before, after, record)
        elif earlier.document.digest != record.document.digest:
            yield _entry(Was.GEAENDERT, before, after, record)
        elif _said(before.courses.get(kennung)) != _said(after.courses.get(kennung)):
            moved.append(_entry(Was.BEWEGT, before, after, record))
    yield from moved
    yield from _pages(before, after)
    left = {document.path for _, document in after.register.documents}
    for kennung, record in old.items():
        if kennung not in new and record.path not in left:
            yield _entry(Was.ENTFERNT, after, before, record)


def _said(steps: list[Step] | None) -> list[tuple[Any, ...]]:
    return [(s.datum, s.status, s.von, s.text, s.ziel) for s in steps or ()]


def _entry(was: Was, before: Facts, after: Facts, record: Record) -> Eintrag:
    earlier = before.register.records.get(record.id)
    trace = record.id in after.courses
    site = Site.of(after)
    known = set(_said(before.courses.get(record.id)))
    return Eintrag(
        was=was,
        typ=record.type.titel,
        path=cut(record.path, MANY),
        titel=cut(getattr(record.data, "titel", record.type.titel), SHORT),
        kurz=cut(getattr(record.data, "kurz", "") or "", MANY),
        angaben=[a for a in _fields(earlier, record, site) if not trace or a.vorher or a.jetzt][
            :PUNKTE
        ],
        vorher=_status(before, record.id),
        nachher=_status(after, record.id),
        spur=[_halt(s, known) for s in site.spur(record.id).stationen] if trace else [],
        urteile=[
            Urteil(stimme=w.stimme.label, urteil=w.urteil.label, text=cut(w.text, LONG))
            for w in (record.data.wirkung if trace else ())
        ][:PUNKTE],
        text=cut(_text(record.body), LONG),
    )


def _text(body: str) -> str:
    """Markdown as plain text."""
    return str(markdown.render(body).striptags())


def _status(facts: Facts, kennung: str) -> str:
    steps = facts.courses.get(kennung)
    return steps[-1].status.label if steps else ""


SELBST = {"titel", "kurz", "verlauf", "schritte", "wirkung", "quellen", "uebersetzungen"}
"""Fields that are shown in their own way, or are not for readers."""


def _fields(earlier: Record | None, record: Record, site: Site) -> Iterator[Angabe]:
    for name, info in record.type.model.model_fields.items():
        now = getattr(record.data, name)
        then = getattr(earlier.data, name, None) if earlier else now
        if name in SELBST or (then == now and now == info.default):
            continue
        gone, new = then, now
        if isinstance(then, tuple) and isinstance(now, tuple):
            gone = tuple(v for v in then if v not in now)
            new = tuple(v for v in now if v not in then)
        yield Angabe(
            name=cut(info.title or name, SHORT),
            wert=cut(_shown(now, site), LONG),
            vorher=cut(_shown(gone, site), LONG) if then != now else "",
            jetzt=cut(_shown(new, site), LONG) if then != now else "",
        )


def _shown(value: Any, site: Site) -> str:
    """A value as people read it: labels for choices, titles for ids, dates in words."""
    if value is None:
        return ""
    if isinstance(value, Wahl):
        return value.label
    if isinstance(value, Datum):
        return worte.datum(value)
    if isinstance(value, BaseModel):
        return _inner(value, site)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(v, site)}" for name, v in value.items())
    if isinstance(value, tuple):
        parts = [_shown(v, site) for v in value]
        return ("; " if any(", " in part for part in parts) else ", ").join(parts)
    row = site.zeilen.get(str(value))
    return row.titel if row else str(value)


def _inner(value: BaseModel, site: Site) -> str:
    """The fields of a part of a record: what it is, then the others with their names."""
    parts: list[str] = []
    for name, info in type(value).model_fields.items():
        inner = getattr(value, name)
        said = _shown(inner, site).rstrip(".")
        if said and name != "id":
            speaks = not parts and isinstance(inner, str)
            parts.append(said if speaks else f"{info.title}: {said}")
    return ", ".join(parts)


def _halt(station: Station, known: set[tuple[Any, ...]]) -> Halt:
    steps = [step for step in station.schritte if isinstance(step, Step)]
    return Halt(
        name=station.name,
        zustand=station.zustand,
        wort=station.wort,
        luecke=cut(station.luecke, MANY),
        punkte=[
            Punkt(
                datum=str(step.datum), status=step.status.label, von=step.von.label,
                text=cut(step.text or "", LONG), neu=_said([step])[0] not in known,
            )
            for step in steps
        ][:PUNKTE],
    )  # fmt: skip


def _pages(before: Facts, after: Facts) -> Iterator[Eintrag]:
    """Hand-written pages; a page that is gone is seen in the list of files."""
    for page in after.written:
        raw = after.register.prose.get(page.path)
        if page.typ is None and before.register.prose.get(page.path) != raw:
            body = page.text[page.body :]
            title = re.search(r"^# +(.+)$", body, re.MULTILINE)
            yield Eintrag(
                was=Was.GEAENDERT if page.path in before.register.prose else Was.NEU,
                typ="Seite", path=cut(page.path, MANY),
                titel=cut(title[1].strip() if title else page.path, SHORT),
                kurz="", angaben=[], vorher="", nachher="", spur=[], urteile=[],
                text=cut(_text(body[title.end() :] if title else body), LONG),
            )  # fmt: skip


def _settled(before: Facts, after: Facts) -> tuple[list[str], list[str]]:
    """What somebody was reminded of before and is not any more: settled, or merely let go.

    Newer minutes end the reminder of an older task; whether it was done, they may not say.
    """
    left = {(e.reminder.id, e.reminder.wer) for e in report(after).entries}
    erledigt: list[str] = []
    entfallen: list[str] = []
    for entry in report(before).entries:
        kennung = entry.reminder.id
        then, now = before.register.records.get(kennung), after.register.records.get(kennung)
        if (kennung, entry.reminder.wer) in left or (then and not now):
            continue
        moved = (then and now and then.document.digest != now.document.digest) or (
            _said(before.courses.get(kennung)) != _said(after.courses.get(kennung))
        )
        (erledigt if moved else entfallen).append(f"„{entry.titel}“. {entry.reminder.message}")
    return erledigt, entfallen
