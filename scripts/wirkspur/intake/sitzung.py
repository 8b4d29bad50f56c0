"""The next meeting: what is open, as an agenda, as minutes to fill in, as paper for the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..facts import Facts
from ..records.common import RecordType, Stimme, Von
from ..records.protokoll import TYPE, Gremium, Rolle
from ..register import Record
from ..saetze import satz, schritt
from ..verlauf import is_open
from ..watch import ZUEGE, Reminder, situations, wann
from ..worte import datum
from .eintrag import neu

MONAT = 31
"""Days from one meeting to the next."""
HOECHSTENS = 12
"""So many things of one kind an evening can hold, those that wait longest."""
FUELLEN = "‹bitte ausfüllen›"
WAEHLEN = "‹bitte wählen›"

ABSCHNITTE = {
    "aufgaben": "Aufgaben vom letzten Mal",
    "antworten": "Antworten, die gekommen sind",
    "anliegen": "Neue Anliegen",
    "anfrage": "Neue Anfragen der Stadt",
    "aktivitaet": "Neue Ideen für Aktivitäten",
    "zusagen": "Zusagen und Fristen",
    "wirkung": "Hat es geholfen?",
    "blick": "Wieder hinschauen",
    "beschluesse": "Beschlüsse, die wir noch einmal ansehen",
}
"""The agenda, in its order. What belongs to several parts stands in the first."""
NEU = ("anliegen", "anfrage", "aktivitaet")

WOHIN = {
    "antwort-ueberfaellig": "zusagen",
    "rueckmeldung-ueberfaellig": "zusagen",
    "zusage-verstrichen": "zusagen",
    "zusage-verschoben": "zusagen",
    "frist-verstrichen": "zusagen",
    "wirkung-nicht-gefragt": "wirkung",
    "blick-verstrichen": "blick",
    "ohne-nachricht": "blick",
    "schlaeft": "blick",
    "beschluss-pruefen": "beschluesse",
}
"""Rule of time → where the meeting talks about it; all others are no matter for a meeting."""


@dataclass(frozen=True, slots=True)
class Punkt:
    """One thing to talk about, and why now."""

    id: str
    titel: str
    saetze: tuple[str, ...]
    dazu: tuple[str, ...] = ()
    """What helps to decide: the sentence, the solutions."""


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A part of the agenda."""

    name: str
    titel: str
    punkte: tuple[Punkt, ...]
    mehr: int
    """How many more there are; the next meeting takes its turn with them."""


@dataclass(frozen=True, slots=True)
class Sitzung:
    """A meeting to come."""

    gremium: Gremium
    tag: date
    zuletzt: Record | None
    abschnitte: tuple[Abschnitt, ...]

    @property
    def id(self) -> str:
        """The id of its minutes."""
        return f"{self.tag}-{self.gremium.value}"

    @property
    def titel(self) -> str:
        """What its minutes are called."""
        name = self.gremium.label[:1].upper() + self.gremium.label[1:]
        return f"{name} am {datum(str(self.tag))}"


def sitzung(facts: Facts, reminders: Iterable[Reminder], gremium: Gremium, tag: date) -> Sitzung:
    """What is open on the day of a meeting; facts and reminders are as of that day."""
    earlier = sorted(
        (m for m in facts.register.of("protokoll")
         if m.data.gremium is gremium and m.data.datum.letzter < tag),
        key=lambda m: m.data.datum.letzter, reverse=True,
    )  # fmt: skip
    found: dict[str, list[tuple[str, str]]] = {}
    for part, kennung, sentence in (
        *_antworten(facts, earlier),
        *_neu(facts, earlier),
        *_zusagen(facts, tag),
        *_erinnert(facts, reminders),
        *_blicke(facts, tag),
    ):
        found.setdefault(kennung, []).append((part, sentence))
    parts: dict[str, list[Punkt]] = {name: [] for name in ABSCHNITTE}
    if earlier:
        parts["aufgaben"] = list(_aufgaben(earlier[0]))
    order = list(ABSCHNITTE)
    for kennung, said in found.items():
        part = min((name for name, _ in said), key=order.index)
        sentences = tuple(dict.fromkeys(sentence for _, sentence in said if sentence))
        once = (s for s in sentences if not any(s in other for other in sentences if other != s))
        parts[part].append(_punkt(facts, kennung, tuple(once)))
    abschnitte = (
        Abschnitt(name, ABSCHNITTE[name], tuple(p[:HOECHSTENS]), max(len(p) - HOECHSTENS, 0))
        for name, p in parts.items()
        if p
    )
    return Sitzung(gremium, tag, earlier[0] if earlier else None, tuple(abschnitte))


# --- what is open --------------------------------------------------------------------------------

Gefunden = Iterator[tuple[str, str, str]]
"""Part of the agenda, id, sentence."""


def _antworten(facts: Facts, earlier: list[Record]) -> Gefunden:
    """What others have said since the group last met; what its minutes do not name, earlier too.

    Some of it is entered late.
    """
    last = earlier[0].data.datum.letzter if earlier else facts.today
    late = last - timedelta(MONAT)
    named = _genannt(earlier[:1])
    for record in facts.contributions():
        since = last if record.id in named else late
        for step in facts.courses[record.id]:
            if (
                step.von is not Von.CONNECTORS and step.status.station != 0
                and step.record.type is not TYPE and step.datum.letzter > since
            ):  # fmt: skip
                yield "antworten", record.id, schritt(step, Von.CONNECTORS)
        for wirkung in record.data.wirkung:
            if wirkung.stimme is not Stimme.CONNECTORS and wirkung.datum.letzter > since:
                yield "antworten", record.id, (
                    f"{wirkung.stimme.label}: {wirkung.urteil.label} ({datum(wirkung.datum)}). "
                    f"{satz(wirkung.text)}"
                )  # fmt: skip


def _genannt(minutes: Iterable[Record]) -> set[str]:
    """The ids that some minutes name."""
    return {
        kennung
        for m in minutes
        for part in (m.data.tagesordnung, m.data.beschluesse, m.data.schritte)
        for item in part
        for kennung in item.zu
    }


def _neu(facts: Facts, earlier: list[Record]) -> Gefunden:
    """What the group has not talked about yet, and whatever was raised since it last met."""
    named = _genannt(facts.register.of("protokoll"))
    for record in facts.contributions():
        steps = facts.courses[record.id]
        if record.id in facts.unsure or not is_open(record, steps):
            continue
        status = steps[-1].status if steps else None
        begun = steps[0].datum if steps else getattr(record.data, "eingebracht", None)
        first = next(iter(record.type.status or ()), None)
        waits = status in {None, first} and record.id not in named
        if waits or (earlier and begun and begun.letzter > earlier[0].data.datum.letzter):
            when = satz(f"{first.label if first else 'Neu'} {wann(begun)}") if begun else ""
            yield record.type.art, record.id, when


def _zusagen(facts: Facts, tag: date) -> Gefunden:
    """What was promised for the days until the meeting after this one."""
    last = min(tag, date.max - timedelta(MONAT)) + timedelta(MONAT)
    for lage in situations(facts):
        kennung, data = lage.record.id, lage.record.data
        promised = lage.versprechen.bis if lage.versprechen else None
        for day, words in (
            (promised, "Zugesagt ist der nächste Schritt bis {}."),
            (getattr(data, "frist", None), "Die Stadt braucht das Ergebnis bis {}."),
            (getattr(data, "rueckmeldung_bis", None), "Die Stadt will bis {} zurückmelden."),
        ):
            if day and tag <= day.letzter <= last and not lage.fehlt_wirkung:
                yield "zusagen", kennung, words.format(datum(day))


def _erinnert(facts: Facts, reminders: Iterable[Reminder]) -> Gefunden:
    """What the rules of time say, where it is a matter for the meeting."""
    waits = {lage.record.id for lage in situations(facts) if lage.fehlt_wirkung}
    for reminder in reminders:
        part = WOHIN.get(reminder.rule.slug)
        if part:
            asked = part == "blick" and reminder.id in waits
            yield "wirkung" if asked else part, reminder.id, reminder.message


def _blicke(facts: Facts, tag: date) -> Gefunden:
    """What the group wanted to look at again on this very day."""
    for lage in situations(facts):
        blick = getattr(lage.record.data, "naechster_blick", None)
        if blick and blick.erster == tag:
            part = "wirkung" if lage.fehlt_wirkung else "blick"
            yield part, lage.record.id, "Der nächste Blick ist für diesen Tag geplant."


def _aufgaben(minutes: Record) -> Iterator[Punkt]:
    """The tasks of the last meeting: its minutes name all that were open."""
    for aufgabe in minutes.data.aufgaben:
        wer = aufgabe.wer.label[:1].upper() + aufgabe.wer.label[1:]
        bis = f", bis {datum(aufgabe.bis)}" if aufgabe.bis else ""
        yield Punkt(minutes.id, aufgabe.was, (f"{wer}{bis}.",))


def _punkt(facts: Facts, kennung: str, saetze: tuple[str, ...]) -> Punkt:
    record = facts.register.records.get(kennung)
    if record is None:
        beschluss = facts.register.eintrag("beschluss", kennung)
        return Punkt(kennung, beschluss.text if beschluss else kennung, saetze)
    loesungen = tuple(f"Vorschlag: {satz(text)}" for text in getattr(record.data, "loesungen", ()))
    return Punkt(kennung, record.data.titel, saetze, (satz(record.data.kurz), *loesungen))


# --- the minutes ---------------------------------------------------------------------------------

KOPF = """\
# Zeilen mit # sind Erklärungen; sie werden nicht gelesen.
# Bitte alles in ‹…› ersetzen. Was nicht gebraucht wird, löschen. Die Prüfung sagt, was noch fehlt.
# Keine Namen, nur Rollen und Zahlen.
"""
SCHRITTE = """\
# Nicht besprochen? Dann die Zeilen dazu löschen. Noch ein Eintrag? Dann ebenso darunter schreiben.
"""
BESCHLUESSE = """
# Beschlüsse: Was entschieden wurde, mit Methode und Zahlen. Auszählen und hier eintragen:
# wirkspur meeting count --into {id}
"""
AUFGABEN = """
# Aufgaben: Wer was bis wann tut. Zum Ausfüllen das # vor den Zeilen löschen.
# Was vom letzten Mal noch offen ist, steht schon da und braucht einen neuen Tag.
# aufgaben:
"""


def protokoll(s: Sitzung, facts: Facts) -> str:
    """The minutes of a meeting to come, to be filled in; explained by the model's own words."""
    felder: dict[str, Any] = {
        "titel": s.titel,
        "gremium": s.gremium.value,
        "datum": str(s.tag),
        **dict.fromkeys(
            ("kurz", "beginn", "ende", "anwesend", "stimmberechtigt", "naechstes_treffen"), FUELLEN
        ),
        "tagesordnung": list(_tagesordnung(s)),
        "schritte": [
            {"zu": punkt.id, "status": WAEHLEN, "text": FUELLEN}
            for abschnitt in s.abschnitte
            if abschnitt.name in NEU
            for punkt in abschnitt.punkte
        ],
    }
    text = neu(TYPE, felder, "‹Notizen zum Treffen: in einfachen Sätzen, ohne Namen von Personen›")
    _, head, body = text.split("---\n", 2)
    lines = []
    for line in head.splitlines(keepends=True):
        if name := re.match(r"(\w+):", line):
            info = TYPE.model.model_fields[name[1]]
            lines.append(f"\n# {info.title}: {info.description}\n")
            if name[1] == "schritte":
                lines += [*_status(s, facts), SCHRITTE]
        lines.append(line)
    tail = [BESCHLUESSE.format(id=s.id), AUFGABEN, *_alte_aufgaben(s)]
    return "".join(["---\n", KOPF, *lines, *tail, "---\n", body])


def _tagesordnung(s: Sitzung) -> Iterator[dict[str, Any]]:
    for number, abschnitt in enumerate(s.abschnitte, 1):
        zu = list(dict.fromkeys(punkt.id for punkt in abschnitt.punkte))
        yield {"top": str(number), "titel": abschnitt.titel, "zu": zu if len(zu) > 1 else zu[0]}
    if not s.abschnitte:
        yield {"top": "1", "titel": FUELLEN}


def _status(s: Sitzung, facts: Facts) -> Iterator[str]:
    """Which statuses the group can decide on, for the kinds that stand below."""
    types: dict[str, RecordType] = {}
    for abschnitt in s.abschnitte:
        for punkt in abschnitt.punkte if abschnitt.name in NEU else ():
            typ = facts.register.records[punkt.id].type
            types[typ.art] = typ
    for typ in types.values():
        way = ZUEGE[typ.art]
        ours = [
            s.value for s in list(typ.status or ())[1:]
            if s.station is None or way[s.station].wer is Rolle.SPRECHER
        ]  # fmt: skip
        yield f"# Status ({typ.titel}): {', '.join(ours)}\n"


def _alte_aufgaben(s: Sitzung) -> Iterator[str]:
    tasks = s.zuletzt.data.aufgaben if s.zuletzt else ()
    for was, wer in [(a.was, a.wer.value) for a in tasks] or [(FUELLEN, WAEHLEN)]:
        lines = neu(TYPE, {"aufgaben": [{"was": was, "wer": wer, "bis": FUELLEN}]}, "")
        yield from (f"# {line}\n" for line in lines.split("---\n")[1].splitlines()[1:])


# --- the paper -----------------------------------------------------------------------------------


def blatt(s: Sitzung, seitenname: str, stand: date) -> str:
    """The agenda to print: one file that asks nobody for anything."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    env.filters["datum"] = datum
    page = env.get_template("tagesordnung.html")
    return page.render(s=s, neu=NEU, seitenname=seitenname, stand=str(stand)) + "\n"
