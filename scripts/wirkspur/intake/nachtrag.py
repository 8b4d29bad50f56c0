"""A step or an effect, entered for a contribution that is there: what to ask, and what it changes.

What may stand in a field, the models say; whether it is right, the gate.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .. import gate
from ..facts import Facts
from ..files import Tree
from ..findings import Finding
from ..records.common import BEITRAG, Datum, Modell, Schluss, Schritt, Stimme, Von, Wirkung
from ..records.protokoll import Rolle
from ..register import Record, Register
from ..saetze import stand
from ..site import Site
from ..source import parse
from ..verlauf import Step, is_open, is_reopening
from ..watch import ZUEGE
from ..wording.fields import choices
from ..wording.words import plain, shown, similar
from ..worte import datum
from .eintrag import angehaengt, geaendert
from .fragen import FalschError, Frage

BLICK = "naechster_blick"
Antworten = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Beitrag:
    """The contribution that something is entered for, with its steps so far."""

    record: Record
    steps: list[Step]
    today: date


# --- what to ask ---------------------------------------------------------------------------------


class Bogen:
    """What is asked for one more part of a list of a contribution."""

    feld: str
    modell: type[Modell]
    felder: tuple[str, ...]

    def frage(self, feld: str, beitrag: Beitrag, schon: Antworten) -> Frage | None:
        """The question of a field, after what was answered already; None where it has none."""
        raise NotImplementedError

    def form(self, feld: str, beitrag: Beitrag) -> Frage:
        """What may stand in a field, whatever else was answered."""
        if feld == "status":
            return Frage(feld, "", {s.value: s.label for s in beitrag.record.type.status or ()})
        dated = feld in {"datum", "zugesagt_bis", BLICK}
        return Frage(
            feld, "", None if dated else self.wahl(feld) or None, tag=dated, genau=feld == BLICK
        )

    def satz(self, feld: str) -> str:
        """The question in the model's own words."""
        info = self.modell.model_fields[feld]
        return f"{info.title}: {info.description}"

    def wahl(self, feld: str) -> dict[str, str]:
        """The values of a field, with their words."""
        allowed = choices(self.modell.model_fields[feld])
        return {value.value: value.label for value in allowed or ()}


class Schrittbogen(Bogen):
    """What is asked for a step: `wirkspur answer`."""

    feld = "verlauf"
    modell = Schritt
    felder = ("status", "text", "ziel", "von", "datum", "zugesagt_bis", "beleg", BLICK)

    def frage(self, feld: str, beitrag: Beitrag, schon: Antworten) -> Frage | None:
        """The reason only where one is needed, a target only where something goes on elsewhere."""
        statuses = beitrag.record.type.status
        assert statuses
        if feld == "status":
            words = {s.value: s.label + (" (mit Grund)" if s.grund else "") for s in statuses}
            return Frage(feld, self.satz(feld), words, noetig=True)
        status = statuses.of(schon["status"])
        assert status
        before = beitrag.steps[-1].status if beitrag.steps else None
        if feld == "text":
            back = before is not None and is_reopening(before, status)
            needed = status.grund or back or status.value == "zurueckgemeldet"
            why = "Bitte den Grund nennen." if status.grund or back else "Was ist geschehen?"
            return Frage(feld, f"Text: {why} In einfachen Sätzen, ohne Namen.", noetig=needed)
        if feld == "ziel":
            return Frage(feld, self.satz(feld), noetig=True, liste=True) if status.ziel else None
        if feld == "von":
            way, station = ZUEGE[beitrag.record.type.art], status.station
            city = station is not None and way[station].wer is Rolle.KOORDINATION
            default = Von.VERWALTUNG if city else Von.CONNECTORS
            return Frage(feld, self.satz(feld), self.wahl(feld), vorgabe=default.value)
        if feld == "datum":
            return _heute(self.satz(feld), beitrag)
        if feld == "zugesagt_bis":
            last = status.station == len(beitrag.record.type.stationen) - 2 and not status.laeuft
            ended = status.schluss is not Schluss.OFFEN or last
            return None if ended else Frage(feld, self.satz(feld), tag=True)
        if feld == BLICK:
            return _blick(beitrag, schon, closed=status.schluss is not Schluss.OFFEN)
        return Frage(feld, self.satz(feld))


class Wirkungsbogen(Bogen):
    """What is asked for an effect: `wirkspur effect`."""

    feld = "wirkung"
    modell = Wirkung
    felder = (
        "stimme", "urteil", "zurechnung", "text", "beleg", "kein_beleg", "datum", BLICK,
    )  # fmt: skip

    def frage(self, feld: str, beitrag: Beitrag, schon: Antworten) -> Frage | None:
        """Why there is no evidence only where there is none."""
        if feld == "stimme":
            default = Stimme.CONNECTORS.value
            return Frage(feld, self.satz(feld), self.wahl(feld), vorgabe=default)
        if words := self.wahl(feld) if feld != BLICK else {}:
            return Frage(feld, self.satz(feld), words, noetig=True)
        if feld == "kein_beleg":
            asked = not schon.get("beleg")
            return Frage(feld, self.satz(feld), noetig=True) if asked else None
        if feld == "datum":
            return _heute(self.satz(feld), beitrag)
        if feld == BLICK:
            early = schon["urteil"] == "noch_nicht_absehbar"
            open_now = is_open(beitrag.record, beitrag.steps)
            return _blick(beitrag, schon, closed=not (early and open_now))
        return Frage(feld, self.satz(feld), noetig=feld == "text")


def _heute(satz: str, beitrag: Beitrag) -> Frage:
    return Frage("datum", satz, tag=True, vorgabe=str(beitrag.today))


def _blick(beitrag: Beitrag, schon: Antworten, *, closed: bool) -> Frage | None:
    """When to look again: as planned, when the promise is due, or in two months."""
    info = beitrag.record.type.model.model_fields.get(BLICK)
    if info is None or closed:
        return None
    planned = getattr(beitrag.record.data, BLICK)
    promised = Datum(schon.get("zugesagt_bis") or "1900")
    day = min(beitrag.today, date.max - timedelta(60)) + timedelta(60)
    if promised.letzter > beitrag.today:
        day = promised.letzter
    elif planned and planned.letzter > beitrag.today:
        day = planned.letzter
    return Frage(BLICK, f"{info.title}: An welchem Tag sehen wir wieder nach?", tag=True,
                 genau=True, vorgabe=str(day))  # fmt: skip


# --- what it changes -----------------------------------------------------------------------------


def finden(register: Register, wort: str, arten: Sequence[str] = BEITRAG) -> Record:
    """The record that is meant by an id, a file or words of its title; raises `FalschError`."""
    kennung = wort.strip().rpartition("/")[2].removesuffix(".md")
    record = register.records.get(kennung)
    if record and record.type.art in arten:
        return record
    if any(kennung in register.known.get(art, ()) for art in arten):
        raise FalschError(f"Der Eintrag „{kennung}“ hat Fehler. Welche, sagt: wirkspur check")
    there = {r.id: r for art in arten for r in register.of(art)}
    bare = plain(wort)
    found = [
        r for r in there.values() if bare and (bare in plain(r.id) or bare in plain(r.data.titel))
    ]
    if len(found) == 1:
        return found[0]
    near = found or _gemeint(there, kennung)
    said = f"Einen Eintrag {shown(wort)} gibt es hier nicht."
    if found:
        said = f"{shown(wort)} passt zu mehreren Einträgen."
    lines = [f"  {r.id}  ({r.data.titel})" for r in near[:8]]
    raise FalschError("\n".join([f"{said} Meinten Sie:" if lines else said, *lines]))


def _gemeint(there: Mapping[str, Record], wort: str) -> list[Record]:
    """The records whose id, or one word of whose title, is written nearly like this."""
    words: dict[str, list[Record]] = {}
    for record in there.values():
        for word in re.findall(r"\w{4,}", record.data.titel):
            words.setdefault(word, []).append(record)
    near = [there[k] for k in similar(wort, there, 5, 0.5)]
    near += [record for word in similar(wort, words, 3, 0.75) for record in words[word]]
    return list({record.id: record for record in near}.values())


def nachgetragen(bogen: Bogen, record: Record, antworten: Antworten) -> str:
    """The file of a record with one more part, and the day of the next look."""
    part = {}
    for name in bogen.modell.model_fields:
        value = antworten.get(name, "")
        listed = name == "ziel" and "," in value
        part[name] = [v.strip() for v in value.split(",") if v.strip()] if listed else value
    raw = angehaengt(record.document.raw.decode("utf-8-sig"), bogen.feld, part)
    blick = antworten.get(BLICK)
    return geaendert(raw, {BLICK: blick}) if blick else raw


def mit(tree: Tree, path: str, text: str) -> Tree:
    """The repository as it would be with this file."""
    files = {**tree.files, path: text.encode()}
    return replace(tree, files=dict(sorted(files.items())))


def geprueft(before: Tree, after: Tree, today: date) -> tuple[Facts, list[Finding]]:
    """What the gate says of a change: the facts after it, and what it finds that was not there."""
    facts, found = gate.check(after, today)
    if not found:
        return facts, []
    known = Counter(_same(finding) for finding in gate.check(before, today)[1])
    new = []
    for finding in found:
        if known[_same(finding)]:
            known[_same(finding)] -= 1
        else:
            new.append(finding)
    return facts, new


def _same(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.code, finding.message


def betroffen(bogen: Bogen, path: str, text: str, funde: Sequence[Finding]) -> set[str]:
    """The fields whose answers the findings are about."""
    document = parse(path, text.encode())
    parts = (document.data or {}).get(bogen.feld) or [{}]
    last = (bogen.feld, len(parts) - 1) if isinstance(parts, list) else (bogen.feld,)
    places = {
        name: document.locate((BLICK,) if name == BLICK else (*last, name), value=False).line
        for name in bogen.felder
        if name == BLICK or name in (parts[-1] if isinstance(parts, list) else parts)
    }
    first = min((line for name, line in places.items() if name != BLICK), default=0)
    found = set()
    for fund in funde:
        name = fund.field.rpartition(".")[2]
        if name in bogen.felder:
            found.add(name)
        elif fund.path == path and fund.line >= first:
            above = [(line, name) for name, line in places.items() if line <= fund.line]
            found.update(name for _, name in sorted(above)[-1:])
    return found


# --- the trace, in short -------------------------------------------------------------------------


def spur_text(site: Site, kennung: str) -> Iterator[str]:
    """Where a contribution stands, station by station, for a terminal."""
    record = site.register.records[kennung]
    steps, row = site.courses[kennung], site.zeilen[kennung]
    stationen = site.spur(kennung).stationen
    width = max(len(station.name) for station in stationen)
    for station in stationen:
        day = f", {datum(station.datum)}" if station.datum else ""
        gap = f" ({station.luecke})" if station.luecke else ""
        yield f"  {station.name:<{width}}  {station.wort}{day}{gap}"
    if row.spur:
        said = stand(record, steps, row.spur, site.today)
        yield "  " + " ".join((said.satz, *said.dazu))
