"""A table as concerns: which records its rows make or change, and what is left over.

Nothing is lost and nothing is chosen in silence: what has no place goes into the text of its
record, marked; what the table does not say is named as assumed; a row that was changed here and
there stays untouched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import islice
from typing import Any

from .. import gate
from ..facts import Facts
from ..files import Tree
from ..findings import Finding, Severity
from ..records.anliegen import TYPE, AnliegenStatus, Art, Form, Prioritaet
from ..records.common import KENNUNG as FORM_DER_KENNUNG
from ..records.common import Schluss
from ..register import Record
from ..wording.sentences import first_sentence
from ..wording.words import MONATE, shown
from ..worte import datum as am
from . import begriffe as worte
from . import eintrag
from .begriffe import STADTWEIT, UNSICHER, Begriffe, Fund, gefaltet
from .spalten import GEKUERZT, KENNUNG, SPALTEN, absaetze, fliessend, geaendert, gleich, zellen
from .zeilen import Zeile

OHNE_TEXT = "Eine Problembeschreibung steht nicht in der Tabelle."
"""What stands in a record whose row does not describe a problem; it makes no two rows alike."""
MARKE = "Aus der Tabelle, nicht zugeordnet:"
"""What stands before everything that found no place."""
VERGLEICHE = 100
"""With so many of the same text a row is compared: thousands are no table of people."""
TITEL, SATZ = 100, 240


class Was(Enum):
    """What becomes of a row."""

    NEU = "neu"
    GEAENDERT = "geändert"
    GLEICH = "unverändert"
    BEIDE = "auf beiden Seiten geändert"
    SCHON_DA = "schon da"
    ANDERS = "schon da, aber anders"
    UEBERSCHRIFT = "Überschrift"
    NICHT = "nicht übernommen"


# --- what rows mean ------------------------------------------------------------------------------


@dataclass
class Vorschlag:
    """What is proposed for a row."""

    zeile: Zeile
    was: Was
    kennung: str = ""
    text: str = ""
    """The file as it would be."""
    verstanden: list[str] = field(default_factory=list)
    angenommen: dict[str, str] = field(default_factory=dict)
    """What the table does not say: name of the field → what is put there."""
    uebrig: list[tuple[str, str]] = field(default_factory=list)
    grund: list[str] = field(default_factory=list)
    privat: bool = False
    """Whether its words must not be repeated."""

    @property
    def pfad(self) -> str:
        """The file it would make or change."""
        return f"{TYPE.ordner}/{self.kennung}{TYPE.endung}"


@dataclass(frozen=True)
class Stand:
    """What a record says, or will say: what a row is compared with."""

    werte: Mapping[str, Any]
    """Name of a column → value, as in the file."""
    koerper: str
    gesagt: str = ""
    """The words of its steps."""
    aus: Zeile | None = None
    """The row of this table it comes from; None where it was there before."""

    @property
    def text(self) -> str:
        """What was told, without what found no place."""
        told = _flach(self.koerper.partition(MARKE)[0])
        return "" if told == OHNE_TEXT else told

    @cached_property
    def _zeilen(self) -> frozenset[str]:
        return frozenset(map(_flach, self.koerper.splitlines()))

    def steht(self, name: str, text: str) -> bool:
        """Whether words stand among those that found no place."""
        return _punkt(name, text) in self._zeilen


class Leser:
    """Reads rows against a repository."""

    def __init__(self, facts: Facts) -> None:
        register = facts.register
        self.facts = facts
        self.begriffe = Begriffe.aus(register)
        self.da = {r.id: r for r in register.of(TYPE.art)}
        self._belegt = {*register.places, *(k for ids in register.known.values() for k in ids)}
        self._stand: dict[str, Stand] = {}
        self._aehnlich: dict[str, list[str]] = {}
        self._vergeben: set[str] = set()
        """Records that another row of the table stands for."""
        for kennung, record in self.da.items():
            self._merke(kennung, self._von(record))

    def _von(self, record: Record) -> Stand:
        data, steps = record.data, self.facts.courses.get(record.id, [])
        names = ("titel", "thema", "prioritaet", "loesungen", "kontakt", "eingebracht", "ort")
        values = {n: getattr(data, n) for n in names}
        values["status"] = steps[-1].status if steps else None
        return Stand(values, record.body, _flach(" ".join(step.text or "" for step in steps)))

    def _merke(self, kennung: str, stand: Stand) -> None:
        self._stand[kennung] = stand
        for key in _schluessel(stand.text, stand.werte["titel"]):
            self._aehnlich.setdefault(key, []).append(kennung)

    def zellen(self, record: Record) -> dict[str, str]:
        """What the table says of a record."""
        return zellen(record, self.facts.courses.get(record.id, []), self.begriffe)

    def planen(self, rows: Sequence[Zeile]) -> list[Vorschlag]:
        """What is proposed for each row."""
        twice = _doppelte(rows)
        self._vergeben = {row.felder.get("kennung", "") for row in rows}
        return [self._vorschlag(row, twice) for row in rows]

    def _vorschlag(self, row: Zeile, twice: Mapping[str, list[int]]) -> Vorschlag:
        kennung = row.felder.get("kennung", "")
        if row.leer:
            return Vorschlag(row, Was.UEBERSCHRIFT)
        if not any(row.felder.get(n) for n in (*SPALTEN, "titel")) and kennung not in self.da:
            return Vorschlag(row, Was.NICHT, grund=["In keiner der sieben Spalten steht etwas."])
        if kennung in twice:
            why = (
                f"Die Kennung „{kennung}“ steht in den Zeilen {_zahlen(twice[kennung])}, mit "
                "verschiedenem Inhalt. Ist eine davon ein neues Anliegen, leeren Sie dort bitte "
                "die Spalten „Kennung“ und „Prüfsumme“."
            )
            return Vorschlag(row, Was.NICHT, kennung, grund=[why])
        if kennung in self.da:
            return self._bekannt(row, self.da[kennung])
        if kennung and row.felder.get("pruefsumme"):
            why = f"Den Eintrag „{kennung}“ gibt es nicht mehr, oder er hat Fehler."
            return Vorschlag(row, Was.NICHT, kennung, grund=[why])
        return self._neu(row)

    # --- a record that is there ---

    def _bekannt(self, row: Zeile, record: Record) -> Vorschlag:
        there = self.zellen(record)
        here = {n: row.felder.get(n, "") if n in row.spalten else there[n] for n in SPALTEN}
        before = row.felder.get("pruefsumme", "")
        mine = geaendert(record.id, here, before)
        theirs = geaendert(record.id, there, before)
        # What an import put below a text is no change of it, but taking it away again is one.
        meant = {*SPALTEN} - ({"koerper"} - (theirs or set()))
        changed = {
            n
            for n in SPALTEN
            if not _dasselbe(here[n], there[n])
            and not (n in meant and self._sagt(self._stand[record.id], n, here[n]))
        }
        extra = [part for part in _daneben(row) if _flach(part[1]) not in _flach(record.body)]
        if changed and (mine is None or theirs is None):
            why = (
                f"Anders als im Verzeichnis: {_spalten(changed)}. Ohne die Spalte „Prüfsumme“ ist "
                "nicht zu sehen, welche Seite neuer ist. Bitte die Tabelle neu holen: wirkspur "
                "excel export"
            )
            return Vorschlag(row, Was.BEIDE, record.id, grund=[why])
        mine, theirs = (names and names & changed for names in (mine, theirs))
        if not mine:  # the record is newer, the row as it was given out
            here, changed = there, set()
        if mine and theirs and changed:
            why = (
                f"In der Tabelle geändert: {_spalten(mine)}. Seit dem Export auch im Verzeichnis: "
                f"{_spalten(theirs)}. Bitte neu exportieren und dort eintragen, was noch gilt."
            )
            return Vorschlag(row, Was.BEIDE, record.id, grund=[why])
        if not changed and not extra:
            return Vorschlag(row, Was.GLEICH, record.id)
        return self._aenderung(row, record, (there, here, changed), extra)

    def _aenderung(
        self,
        row: Zeile,
        record: Record,
        cells: tuple[dict[str, str], dict[str, str], set[str]],
        extra: list[tuple[str, str]],
    ) -> Vorschlag:
        there, here, changed = cells
        made = Vorschlag(row, Was.GEAENDERT, record.id, uebrig=extra)
        raw = record.document.raw.decode("utf-8")
        fields: dict[str, Any] = {}
        for name in (n for n in SPALTEN if n in changed and n not in {"koerper", "status"}):
            value, rest = self._wert(name, here[name])
            if rest:
                made.uebrig.append((SPALTEN[name], rest))
            if rest and value and name == "prioritaet":
                made.angenommen[SPALTEN[name]] = _unsicher(self._gemeint(name, value))
            if value or (not here[name] and name in {"loesungen", "kontakt"}):
                fields[name] = value
                meant = self._gemeint(name, value)
                as_read = "" if not meant or _dasselbe(meant, here[name]) else f" ({meant})"
                made.verstanden.append(
                    f"{SPALTEN[name]}: {_gesagt(there[name])} → {_gesagt(here[name])}{as_read}"
                )
            elif not here[name]:
                made.grund.append(f"„{SPALTEN[name]}“ ist leer; es bleibt, wie es war.")
        body = self._text(made, there["koerper"], here["koerper"], record.body)
        step, ends = None, False
        if "status" in changed and here["status"]:
            step, ends = self._schritt(made, here["status"], da=True)
            if step and not (record.data.naechster_blick or ends):
                fields["naechster_blick"] = self._blick()
                made.angenommen["Nächster Blick"] = am(fields["naechster_blick"])
        elif "status" in changed:
            made.grund.append("„Status“ ist leer; es bleibt, wie es war.")
        text = eintrag.geaendert(raw, fields, _mit_rest(body, made.uebrig))
        made.text = eintrag.angehaengt(text, "verlauf", step) if step else text
        if made.text == raw:
            made.was = Was.GLEICH
        return made

    def _text(self, made: Vorschlag, there: str, here: str, body: str) -> str:
        heading = SPALTEN["koerper"]
        if gleich(there) == gleich(here):
            return body
        if not here:
            made.grund.append(f"„{heading}“ ist leer; es bleibt, wie es war.")
            return body
        if there.endswith(GEKUERZT):
            made.grund.append(f"„{heading}“ ist zu lang für eine Zelle; es bleibt, wie es war.")
            made.uebrig.append((heading, here))
            return body
        made.verstanden.append(f"{heading}: neuer Text")
        old = {gleich(fliessend(p)): p for p in absaetze(body)}
        return "\n\n".join(old.get(gleich(p), p) for p in absaetze(here))

    # --- a new record ---

    def _neu(self, row: Zeile) -> Vorschlag:
        made = Vorschlag(row, Was.NEU)
        cells = {name: row.felder.get(name, "") for name in SPALTEN}
        self._von_der_ueberschrift(made, cells)
        solutions, _ = self._wert("loesungen", cells["loesungen"])
        named = ": ".join(
            filter(None, (cells["thema"], solutions[0] if solutions else cells["ort"]))
        )
        told = next(
            filter(None, (row.felder.get("titel"), cells["koerper"], named, *cells.values()))
        )
        title, short = kurzform(told)
        made.angenommen["Titel"] = title
        if cells["koerper"]:
            short = kurzform(cells["koerper"])[1]
        made.angenommen["Kurz gesagt"] = "der Anfang des Textes"
        if solutions:
            made.verstanden.append(f"{SPALTEN['loesungen']}: {len(solutions)}")
        fields: dict[str, Any] = {
            "titel": title,
            "kurz": short,
            "thema": self._thema(made, cells),
            "prioritaet": self._prioritaet(made, cells["prioritaet"]),
            "ort": self._ort(made, cells["ort"]),
            "loesungen": solutions,
            "kontakt": self._kontakt(made, cells["kontakt"]),
            "eingebracht": self._eingebracht(made, row.felder.get("eingebracht", "")),
            "art": Art.ANLIEGEN.value,
            "form": Form.VORSCHLAG.value,
        }
        made.angenommen |= {"Art": Art.ANLIEGEN.label, "Form": Form.VORSCHLAG.label}
        step, ends = self._schritt(made, cells["status"])
        if not ends:
            fields["naechster_blick"] = self._blick()
            made.angenommen["Nächster Blick"] = am(fields["naechster_blick"])
        fields["verlauf"] = [step or self._anfang(cells["status"])]
        fields["quellen"] = self._quellen(made)
        made.uebrig += row.uebrig
        if kennung := row.felder.get("kennung"):
            made.uebrig.append((KENNUNG, kennung))
        body = _mit_rest(_markdown(cells["koerper"]) or OHNE_TEXT, made.uebrig)
        values = {**fields, "status": fields["verlauf"][0]["status"]}
        stand = Stand(values, body, fields["verlauf"][0]["text"], row)
        if found := self._schon_da(made, cells, stand):
            return found
        made.kennung = eintrag.kennung(title, fields["eingebracht"][:7], self._belegt)
        self._belegt.add(made.kennung)
        self._merke(made.kennung, stand)
        self._vergeben.add(made.kennung)
        made.text = eintrag.neu(TYPE, fields, body)
        return made

    def _schon_da(
        self, made: Vorschlag, cells: Mapping[str, str], stand: Stand
    ) -> Vorschlag | None:
        """What becomes of a new row whose text or title another one has; None if it is new.

        A record for which another row of the table stands is another concern: people who write
        both mean both.
        """
        row = made.zeile
        keys = _schluessel(stand.text, stand.werte["titel"])
        near = dict.fromkeys(k for key in keys for k in self._aehnlich.get(key, ()))
        free: dict[str, list[str]] = {}
        for kennung in islice(near, VERGLEICHE):
            other = self._stand[kennung]
            differs = self._anders(made, cells, other)
            if not differs:
                self._vergeben.add(kennung)
                if other.aus:
                    return Vorschlag(row, Was.SCHON_DA, grund=[f"Wie {_wo(other.aus, row)}."])
                return Vorschlag(row, Was.SCHON_DA, kennung)
            if kennung not in self._vergeben:
                free[kennung] = differs
            elif other.aus and not made.grund:
                where = _wo(other.aus, row)
                made.grund.append(f"Ähnlich wie {where}. Anders ist: {', '.join(differs)}.")
        if not free:
            return None
        kennung, differs = min(free.items(), key=lambda item: len(item[1]))
        why = (
            f"Anders als im Verzeichnis: {', '.join(differs)}. Nichts davon ist übernommen. "
            "Ändern Sie es bitte in der Zeile mit dieser Kennung: wirkspur excel export. "
            "Ist es ein neues Anliegen? Dann beschreiben Sie es bitte mit anderen Worten."
        )
        return Vorschlag(row, Was.ANDERS, kennung, grund=[why])

    def _anders(self, made: Vorschlag, cells: Mapping[str, str], stand: Stand) -> list[str]:
        """The columns in which a new row says something that a record does not say."""
        found = [SPALTEN[n] for n in SPALTEN if cells[n] and not self._sagt(stand, n, cells[n])]
        title = made.zeile.felder.get("titel")
        if title and gefaltet(kurzform(title)[0]) != gefaltet(stand.werte["titel"]):
            found.append("Titel")
        day = worte.datum(made.zeile.felder.get("eingebracht", ""))
        if day and "Eingebracht" not in made.angenommen and day != str(stand.werte["eingebracht"]):
            found.append("Eingebracht")
        known = set(SPALTEN.values())
        found += [n for n, text in made.uebrig if n not in known and not stand.steht(n, text)]
        return found

    def _sagt(self, stand: Stand, name: str, text: str) -> bool:
        """Whether a record says what a cell means, in whatever words."""
        if not text:
            return False
        value = stand.werte.get(name)
        if name == "koerper":
            return _dasselbe(_flach(_markdown(text)), stand.text)
        if name == "loesungen":
            here, there = worte.loesungen(text), _liste(value)
            return len(here) == len(there) and all(map(_dasselbe, here, there))
        if name == "status":
            found = worte.status(text)
            status = AnliegenStatus.of(found.wert) if found and found != UNSICHER else None
            if status and status == value:
                return True
            # A sure one is a new step; of the others the words are enough.
            sure = status and not status.ziel
            return not sure and (stand.steht(SPALTEN[name], text) or _zitat(text) in stand.gesagt)
        meant, rest = self._wert(name, text)
        same = not meant or sorted(_liste(meant)) == sorted(_liste(value))
        return same and (not rest or stand.steht(SPALTEN[name], rest))

    def _wert(self, name: str, text: str) -> tuple[Any, str]:
        """The value of a cell for a field, and the words of it that found no place."""
        if not text:
            return None, ""
        if name == "loesungen":
            return worte.loesungen(text), ""
        if name == "ort":
            places, whole = self.begriffe.ort(text)
            return places[0] if len(places) == 1 else places, "" if whole else text
        find: dict[str, Callable[[str], Fund | None]] = {
            "thema": self.begriffe.themen.finde,
            "kontakt": self.begriffe.stellen.finde,
            "prioritaet": worte.prioritaet,
        }
        found = find[name](text)
        return (found.wert, "" if found.ganz else text) if found else (None, text)

    def _gemeint(self, name: str, value: Any) -> str:
        """The words of the register for the value of a cell; empty where it has none."""
        labels: dict[str, Mapping[str, str]] = {
            "thema": self.begriffe.themen.titel,
            "ort": self.begriffe.orte.titel,
            "kontakt": self.begriffe.stellen.titel,
            "prioritaet": {p.value: p.label for p in Prioritaet},
        }
        if not value or name not in labels:
            return ""
        values = [value] if isinstance(value, str) else value
        return ", ".join(labels[name].get(v, v) for v in values)

    def _feld(self, made: Vorschlag, name: str, text: str) -> Any:
        """The value of a cell of a new record; says what was understood and keeps the rest."""
        value, rest = self._wert(name, text)
        if value:
            meant = self._gemeint(name, value)
            if rest and name == "prioritaet":
                meant = made.angenommen[SPALTEN[name]] = _unsicher(meant)
            made.verstanden.append(f"{SPALTEN[name]}: {_gesagt(text)} → {meant}")
        if rest:
            made.uebrig.append((SPALTEN[name], rest))
        return value

    def _von_der_ueberschrift(self, made: Vorschlag, cells: dict[str, str]) -> None:
        """What the heading above a row says of it, where the row itself says nothing."""
        text, name = made.zeile.abschnitt, made.zeile.abschnitt_in
        if not text:
            return
        if name not in {"thema", "ort"}:
            themen, orte = self.begriffe.themen, self.begriffe.orte
            finds = {
                "thema": themen.finde(text),
                "ort": orte.finde(text),
                "status": worte.status(text),
            }
            name = next((n for n, found in finds.items() if found and found.ganz), "")
        if name and not cells[name]:
            cells[name] = text
        elif made.zeile.titel_der_tabelle and not name:
            return  # it says nothing of a single row, and was told with the sheet
        elif not name or gleich(cells[name]) != gleich(text):
            made.uebrig.append(("Überschrift in der Tabelle", text))

    def _thema(self, made: Vorschlag, cells: Mapping[str, str]) -> str:
        themen = self.begriffe.themen
        value = self._feld(made, "thema", cells["thema"])
        if not value:
            value = themen.geahnt(cells["thema"]) or themen.geahnt(cells["koerper"])
            value = value or self.begriffe.ueblich
            made.angenommen["Thema"] = f"{themen.titel.get(value, value)} (bitte prüfen)"
        return str(value)

    def _ort(self, made: Vorschlag, text: str) -> Any:
        value = self._feld(made, "ort", text)
        if not value:
            made.angenommen["Ort"] = STADTWEIT
        return value or STADTWEIT

    def _prioritaet(self, made: Vorschlag, text: str) -> str:
        value = self._feld(made, "prioritaet", text)
        if not value:
            made.angenommen["Priorität"] = Prioritaet.MITTEL.label
        return value or Prioritaet.MITTEL.value

    def _kontakt(self, made: Vorschlag, text: str) -> str | None:
        found: str | None = self._feld(made, "kontakt", text)
        return found

    def _eingebracht(self, made: Vorschlag, text: str) -> str:
        """When it was first said, as far as the table knows; else the year of today."""
        found = worte.datum(text)
        if found and "2000" <= found <= self.facts.today.isoformat():
            made.verstanden.append(f"Eingebracht: {_gesagt(text)} → {am(found)}")
            return found
        if text:
            made.uebrig.append(("Datum", text))
        year = str(self.facts.today.year)
        made.angenommen["Eingebracht"] = f"{year}, das Jahr der Übernahme"
        return year

    # --- steps ---

    def _schritt(
        self, made: Vorschlag, text: str, *, da: bool = False
    ) -> tuple[dict[str, Any] | None, bool]:
        """The step that a status makes, and whether nothing is open after it.

        A record that is there does not go back to its first station because of unclear words.
        """
        found = worte.status(text) if text else None
        status = AnliegenStatus.of(found.wert) if found else None
        targets = [
            k for k in FORM_DER_KENNUNG.findall(text) if k in self.da and k != made.kennung
        ]  # fmt: skip
        unsure = found == UNSICHER
        if not found or not status or (status.ziel and not targets) or (unsure and da):
            if text:
                made.uebrig.append((SPALTEN["status"], text))
            if da:
                made.grund.append("„Status“ ist nicht sicher zu verstehen; er bleibt, wie er war.")
            return None, False
        meant = _unsicher(status.label) if unsure else status.label
        made.verstanden.append(f"{SPALTEN['status']}: {_gesagt(text)} → {meant}")
        if _TAG.search(text):
            made.angenommen["Datum des Schritts"] = _unsicher(am(self.facts.today.isoformat()))
        said = _zitat(text)
        if unsure:
            said += " Wie weit es ist, ist unsicher."
        if status.grund and found.ganz:
            said += " Ein Grund steht dort nicht."
        step = self._anfang(text) | {"status": status.value, "text": said}
        if status.ziel:
            step["ziel"] = targets[0] if len(targets) == 1 else targets
        return step, status.schluss is not Schluss.OFFEN

    def _anfang(self, text: str) -> dict[str, Any]:
        """The first step of a row whose status says nothing we know."""
        said = "Den Status der Tabelle konnten wir nicht zuordnen." if text else "Ohne Status."
        return {
            "datum": self.facts.today.isoformat(),
            "status": AnliegenStatus.EINGEBRACHT.value,
            "von": "connectors",
            "text": f"Aus der Tabelle der Gruppe übernommen. {said}",
        }

    def _blick(self) -> str:
        """The first day of the month after next."""
        month = self.facts.today.month + 2
        return f"{self.facts.today.year + (month > 12)}-{(month - 1) % 12 + 1:02}-01"

    def _quellen(self, made: Vorschlag) -> list[dict[str, str]]:
        """Where it is from, and what of it is not from there."""
        today = self.facts.today.isoformat()
        added = ", ".join(made.angenommen)
        return [
            {"titel": f"Tabelle der Gruppe, übernommen am {am(today)}", "stand": today},
            {"titel": f"Bei der Übernahme ergänzt, nicht in der Tabelle: {added}", "stand": today},
        ]


def _doppelte(rows: Sequence[Zeile]) -> dict[str, list[int]]:
    """Ids that stand at several rows which do not say the same."""
    seen: dict[str, dict[str, int]] = {}
    for row in rows:
        if kennung := row.felder.get("kennung"):
            words = gleich("\0".join(row.felder.get(n, "") for n in SPALTEN))
            seen.setdefault(kennung, {}).setdefault(words, row.nummer)
    return {k: sorted(v.values()) for k, v in seen.items() if len(v) > 1}


def _dasselbe(here: str, there: str) -> bool:
    """Whether two cells say the same; a table in Windows-1252 has `?` for what it cannot write."""
    poor = there.encode("cp1252", "replace").decode("cp1252")
    return gleich(here) in {gleich(there), gleich(poor)}


def _daneben(row: Zeile) -> list[tuple[str, str]]:
    """What a row of ours has beside its columns."""
    named = (("titel", "Titel"), ("eingebracht", "Datum"))
    return [*((head, row.felder[n]) for n, head in named if row.felder.get(n)), *row.uebrig]


# --- words ---------------------------------------------------------------------------------------


_NUMMER = re.compile(r"(?m)^\s*\d+[.)]\s+")


def kurzform(text: str) -> tuple[str, str]:
    """Title and short sentence: the first sentence, as it stands, cut only where it is too long."""
    bare = re.sub(r"(?m)^\s*[-*•>#]+\s+", "", text)
    if len(_NUMMER.findall(bare)) > 1:  # a single one is a „3. Stock“ or a „1. Mai“
        bare = _NUMMER.sub("", bare)
    flat = " ".join(bare.split())
    first = first_sentence(flat)
    title = _gekuerzt(first, TITEL).rstrip(" .:;,")
    return title, _gekuerzt(first, SATZ)


def _gekuerzt(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[: most - 1].rpartition(" ")[0] or text[: most - 2]
    return f"{cut.rstrip(' ,;:–-')} …"


def _markdown(text: str) -> str:
    """The lines of a cell as Markdown: what begins with a bullet is a list, else a paragraph."""
    lines: list[str] = []
    for line in text.split("\n"):
        item = re.match(r"\s*[•·▪●○◦–]\s+", line)
        bare = f"- {line[item.end() :]}" if item else line.rstrip()
        listed = re.match(r"\s*(?:[-*+]|\d+[.)])\s", bare)
        after = lines and re.match(r"\s*(?:[-*+]|\d+[.)])\s", lines[-1])
        if lines and lines[-1] and bare and not (listed and after):
            lines.append("")
        lines.append(bare)
    return "\n".join(lines).strip()


def _mit_rest(body: str, rest: Sequence[tuple[str, str]]) -> str:
    """The text with what found no place below it, marked."""
    if not rest:
        return body
    items = [_punkt(name, text) for name, text in rest]
    if MARKE in body:  # from an earlier table; the list is the end of the text
        return "\n".join([body.rstrip(), *items])
    return "\n".join([*([body.rstrip(), ""] if body else []), MARKE, "", *items])


def _punkt(name: str, text: str) -> str:
    """One line of what found no place."""
    return f"- {_flach(name)}: {_flach(text)}".rstrip()


def _zitat(text: str) -> str:
    """What a step says of the cell it comes from."""
    return f"So stand es in der Tabelle der Gruppe: „{_flach(text)}“."


def _unsicher(text: str) -> str:
    return f"{text} (unsicher, bitte prüfen)"


def _liste(value: Any) -> list[str]:
    """The texts of a field that may have one, several or none."""
    return [value] if isinstance(value, str) else [*(value or ())]


def _schluessel(text: str, title: str) -> list[str]:
    """By what rows that might be the same are found: their text, their title."""
    return [*([f"text {gleich(text)}"] if text else []), f"titel {gefaltet(title)}"]


def _wo(row: Zeile, seen_from: Zeile) -> str:
    sheet = "" if row.blatt == seen_from.blatt else f"„{row.blatt}“, "
    return f"{sheet}Zeile {row.nummer}"


_TAG = re.compile(
    rf"\d{{1,2}}\.\s?\d|\b\d{{4}}\b|\b\d{{1,2}}/\d{{2}}|\b(?:{'|'.join(MONATE)})\b", re.IGNORECASE
)
"""A day, a month or a year among other words."""


def _flach(text: str) -> str:
    return " ".join(text.split())


def _spalten(names: set[str]) -> str:
    return ", ".join(SPALTEN[n] for n in SPALTEN if n in names)


def _zahlen(numbers: Sequence[int]) -> str:
    return " und ".join(map(str, numbers))


def _gesagt(text: str) -> str:
    return shown(text, 50) if text else "leer"


# --- the gate ------------------------------------------------------------------------------------


def geprueft(plan: list[Vorschlag], tree: Tree, today: date) -> list[Vorschlag]:
    """The proposals after the gate: what it would refuse is not taken; what it says, they say."""
    new = {v.pfad: v.text.encode() for v in plan if v.was in {Was.NEU, Was.GEAENDERT}}
    if not new:
        return plan
    files = dict(sorted({**tree.files, **new}.items()))
    _, findings = gate.check(replace(tree, files=files), today)
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.path in new and finding.severity is not Severity.HINWEIS:
            by_path.setdefault(finding.path, []).append(finding)
    return [
        _beurteilt(v, by_path[v.pfad]) if v.pfad in by_path and v.pfad in new and v.text else v
        for v in plan
    ]


def _beurteilt(v: Vorschlag, findings: list[Finding]) -> Vorschlag:
    bad = [f for f in findings if f.severity is Severity.FEHLER]
    told = dict.fromkeys(f"{f.severity}: {f.message} {f.hint}".strip() for f in bad or findings)
    said = [*v.grund, *told]
    if not bad:
        return replace(v, grund=said)
    private = any(f.hidden for f in findings)
    return replace(v, was=Was.NICHT, grund=said, privat=private)


def gezaehlt(plan: Sequence[Vorschlag]) -> Counter[Was]:
    """How many rows of each kind."""
    return Counter(v.was for v in plan)
