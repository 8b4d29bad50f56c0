"""The rows of a table that say something, whatever stands around and between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..wording.words import shown
from .begriffe import gefaltet, loesungen
from .blaetter import Blatt, TabelleError, buchstabe
from .spalten import ERKLAERUNG, PERSON, SPALTEN, kopf, spalte

KOPF_BIS = 40
"""Among so many rows the headings are looked for."""
VERBUNDEN = 100_000
"""So many merged cells no table of people has."""
LANG = 240
"""A longer text is no heading."""
SATZ = 60
"""A longer title of a table is a sentence."""
ZEIGEN = 2_000
"""So much of what is not taken is shown."""


@dataclass
class Zeile:
    """A row: what stands in the columns we know, and what stands elsewhere."""

    blatt: str
    nummer: int
    felder: dict[str, str] = field(default_factory=dict)
    spalten: frozenset[str] = frozenset()
    """The columns its sheet has."""
    uebrig: list[tuple[str, str]] = field(default_factory=list)
    """What has no column of ours: heading and text."""
    bemerkt: list[str] = field(default_factory=list)
    abschnitt: str = ""
    """The heading among the rows above it."""
    abschnitt_in: str = ""
    """The column in which that heading stands."""
    titel_der_tabelle: bool = False
    """Whether that heading is the title of the whole table, which is told once for all rows."""

    @property
    def leer(self) -> bool:
        """Whether nothing stands in it."""
        return not self.felder and not self.uebrig


def gelesen(blaetter: Sequence[Blatt]) -> tuple[list[Zeile], list[str]]:
    """The rows of all sheets that have headings of ours, and what to say of the others."""
    rows: list[Zeile] = []
    said: list[str] = []
    top = {id(blatt): _kopfzeile(blatt) for blatt in blaetter}
    several = sum(bool(top[id(blatt)]) for blatt in blaetter if blatt.sichtbar) > 1
    if not any(top[id(blatt)] for blatt in blaetter if blatt.sichtbar):
        raise TabelleError(
            "In der Tabelle ist keine Kopfzeile zu finden. In einer Zeile müssen Überschriften "
            f"stehen, zum Beispiel: {', '.join(SPALTEN.values())}."
        )
    for blatt in blaetter:
        named = f"Das Blatt „{blatt.name}“" if blatt.name else "Die Tabelle"
        head = top[id(blatt)]
        if not blatt.sichtbar:
            said += [f"{named} ist ausgeblendet und wurde nicht gelesen."] * bool(head)
        elif head:
            above = [str(n) for n in sorted(blatt.zeilen) if n < head]
            if above:
                lines = f"{'Zeile' if len(above) == 1 else 'Zeilen'} {', '.join(above)}"
                words = (t for n in above for _, t in sorted(blatt.zeilen[int(n)].items()))
                said.append(
                    f"{named}: Über den Überschriften steht noch Text, {lines}. "
                    f"Dort steht: {', '.join(shown(text, LANG) for text in words)}."
                )
            below = _Zeilen(blatt, head, blatt.name if several else "")
            if not several and _benannt(blatt.name):
                said.append(f"{named}: Der Name des Blatts ist nicht übernommen.")
            rows.extend(below)
            said += [f"{named}: {what}" for what in below.gesagt]
        elif blatt.zeilen and blatt.name != ERKLAERUNG:
            said.append(f"{named} hat keine Überschriften, die wir kennen; nicht gelesen.")
    return rows, said


def _kopfzeile(blatt: Blatt) -> int:
    """The row of headings; 0 where there is none."""
    first = sorted(blatt.zeilen)[:KOPF_BIS]
    score = {n: kopf(blatt.zeilen[n].values()) for n in first}
    best = max(first, key=lambda n: (score[n], -n), default=0)
    return best if score.get(best, 0) > 1 else 0


_NICHTS = re.compile(r"[-–—?./…_]+|k\. ?a\.?|n\.? ?a\.?|n/a", re.IGNORECASE)
"""What people write where they have nothing to write."""
_DITO = re.compile(r"[\"″〃„“”']{1,2}|ditto|dito|s\. ?o\.?|(?:siehe|wie) oben", re.IGNORECASE)


_NOTIZ = re.compile(
    r"(?:hinweise?|stand|summe|legende|anmerkung(?:en)?|erläuterung(?:en)?)\b|\*", re.I
)
"""How lines begin that people write below a table about the table."""
_WORT = (
    r"(?:tabelle\d*|blatt\d*|sheet\d*|liste|übersicht|sammlung|anliegen|probleme?|them(?:a|en)"
    r"|ideen?|unsere?|alle|der|die|das|den|dem|aus|im|in|für|zum|zur|vom|von|und|stand|export|kopie"
    r"|(?:19|20)\d\d|\(\d+\))"
)
_ALLGEMEIN = re.compile(
    rf"\A(?:{_WORT}(?![^\W_])|[\W_])+|(?:(?<![^\W_]){_WORT}|[\W_])+\Z", re.IGNORECASE
)
"""Words around the name of a sheet that say nothing of its rows."""


def _benannt(text: str) -> str:
    """What the name or title of a sheet says of all of its rows; empty where it is a sentence."""
    flat = " ".join(text.split())
    if len(flat) > SATZ or flat.count(" ") > 4 or re.search("[:=.!?;]", flat):
        return ""
    bare = _ALLGEMEIN.sub("", flat)
    return bare if re.search(r"[^\W\d_]{2}", bare) else ""


TITEL_DER_TABELLE = "Titel der Tabelle"


class _Zeilen:
    """The rows below the headings of a sheet."""

    def __init__(self, blatt: Blatt, top: int, name: str) -> None:
        """`name` is what the sheet is called where that tells it from others."""
        self.blatt, self.top, self.name = blatt, top, name
        self.heads = {c: " ".join(t.split()) for c, t in blatt.zeilen[top].items()}
        self.known = {c: spalte(t) for c, t in blatt.zeilen[top].items()}
        self.text = next((c for c, name in self.known.items() if name == "koerper"), 0)
        self.numbers = sorted(n for n in blatt.zeilen if n > top)
        self.above = self._von_oben()
        self.gesagt: list[str] = []
        """What is to be said of the sheet, known when its rows are read."""
        self.wide = {first for first, left, _, right in blatt.verbunden if right - left > 1}
        self.said: dict[int, list[str]] = {}
        for (number, column), what in sorted(blatt.bemerkt.items()):
            self.said.setdefault(number, []).append(f"{buchstabe(column)}{number}: {what}")
        self.notes: dict[int, list[tuple[str, str]]] = {}
        for (number, column), note in sorted(blatt.notizen.items()):
            if self.known.get(column) == PERSON:
                continue
            head = self.heads.get(column) or buchstabe(column)
            self.notes.setdefault(number, []).append((f"Notiz an der Zelle „{head}“", note))

    def _von_oben(self) -> dict[tuple[int, int], str]:
        """What a merged cell says in the rows that it covers below its first."""
        covered: dict[tuple[int, int], str] = {}
        last = self.numbers[-1] if self.numbers else 0
        for first, left, bottom, _ in self.blatt.verbunden:
            text = self.blatt.zeilen.get(first, {}).get(left)
            if text and first > self.top:
                for row in range(first + 1, min(bottom, last) + 1):
                    covered[row, left] = text
            if len(covered) > VERBUNDEN:
                break
        return covered

    def __iter__(self) -> Iterator[Zeile]:
        before: Zeile | None = None
        last: dict[int, str] = {}
        titles = self._titel()
        section, section_in = titles[0][1] if titles else "", ""
        title = bool(titles) and titles[0][0] == TITEL_DER_TABELLE
        columns = frozenset(filter(None, self.known.values()))
        notes = self._notizen()
        for index, number in enumerate(self.numbers):
            own = self.blatt.zeilen[number]
            if self._wiederholt(own) or number in notes:
                continue
            for column, text in own.items():
                if column in self.known and _DITO.fullmatch(text) and column in last:
                    own[column] = last[column]
            last |= own
            inherited = {c: t for c in self.known if (t := self.above.get((number, c)))}
            row = replace(self._zeile(number, {**inherited, **own}), spalten=columns)
            if row.leer:
                continue
            if alone := self._ueberschrift(index):
                section, section_in, before = own[alone], self.known.get(alone, ""), None
                row = replace(row, felder={}, uebrig=[])
                yield replace(row, abschnitt=section, abschnitt_in=section_in)
                continue
            shared = self.text not in own and (number, self.text) in self.above
            if before and (shared or self._setzt_fort(number)):
                self._ergaenze(before, row, {self.known.get(c, "") for c in own})
                continue
            # What its sheet says, and no column, must not get lost below another heading.
            new = "kennung" not in row.felder
            rest = [t for t in titles if t[1] != section and t[0] != TITEL_DER_TABELLE and new]
            before = replace(
                row, abschnitt=section, abschnitt_in=section_in, uebrig=[*row.uebrig, *rest],
                titel_der_tabelle=title and section == titles[0][1],
            )  # fmt: skip
            yield before

    def _titel(self) -> list[tuple[str, str]]:
        """What stands over all rows: lone texts above the headings, the name of the sheet."""
        above = (self.blatt.zeilen[n] for n in sorted(self.blatt.zeilen) if n < self.top)
        texts = [(TITEL_DER_TABELLE, t) for row in above if len(row) == 1 for t in row.values()]
        named = {_benannt(t): what for what, t in [("Name des Blatts", self.name), *texts]}
        return [(what, text) for text, what in named.items() if text]

    def _notizen(self) -> set[int]:
        """Lone lines below the table that are about the table; they are said, not taken."""
        tail: list[int] = []
        for number in reversed(self.numbers):
            if len(self.blatt.zeilen[number]) > 1:
                break
            tail.insert(0, number)
        notes: set[int] = set()
        for number in tail:
            [text] = self.blatt.zeilen[number].values()
            apart = number - 1 not in self.blatt.zeilen or number - 1 in notes
            if apart and _NOTIZ.match(text):
                notes.add(number)
                what = "Notiz unter der Tabelle, nicht übernommen"
                self.gesagt.append(f"Zeile {number}: {what}: {shown(text, ZEIGEN)}.")
        return notes

    def _setzt_fort(self, number: int) -> bool:
        """Whether a row right below another has only more solutions or contacts for it."""
        names = {self.known.get(column, "") for column in self.blatt.zeilen[number]}
        more = {"loesungen", "kontakt"}
        problem = {"koerper", "titel"} & set(self.known.values())
        return bool(problem and names & more and names <= {*more, ""}) and (
            number - 1 in self.blatt.zeilen
        )

    def _wiederholt(self, cells: Mapping[int, str]) -> bool:
        """Whether a row repeats the headings, as long tables do."""
        return len(cells) > 2 and all(
            gefaltet(text) == gefaltet(self.heads.get(c, "")) for c, text in cells.items()
        )

    def _zeile(self, number: int, cells: Mapping[int, str]) -> Zeile:
        row = Zeile(self.blatt.name, number, bemerkt=list(self.said.get(number, ())))
        for column, cell in sorted(cells.items()):
            name, head = self.known.get(column, ""), self.heads.get(column, "")
            if name == PERSON:
                said = (
                    f"Die Spalte {_genannt(head, column)} kann Personen nennen. Ihr Inhalt ist "
                    "nicht übernommen."
                )
                self.gesagt += [said] * (said not in self.gesagt)
                continue
            text = _haken(head, cell) if name == "status" else cell
            if _NICHTS.fullmatch(text) or (name == "nummer" and re.fullmatch(r"[\d.]+", text)):
                continue
            if name and name != "nummer":
                row.felder[name] = "\n".join(filter(None, (row.felder.get(name), text)))
            elif column in self.blatt.verborgen:
                row.bemerkt.append(
                    f"Die ausgeblendete Spalte {_genannt(head, column)} ist nicht übernommen."
                )
            else:
                row.uebrig.append((f"Spalte {_genannt(head, column)}", text))
        row.uebrig += self.notes.get(number, ())
        return row

    def _ueberschrift(self, index: int) -> int:
        """The column of the one text of a row that is a heading among the others; 0 if none is."""
        number = self.numbers[index]
        own = self.blatt.zeilen[number]
        if len(own) != 1:
            return 0
        column = next(iter(own))
        name = self.known.get(column, "")
        if number in self.wide:
            return column
        if name not in {"thema", "ort", "nummer", ""} or len(own[column]) > LANG:
            return 0
        follows = self.blatt.zeilen.get(self.numbers[min(index + 1, len(self.numbers) - 1)], {})
        alone = name in {"thema", "ort"} and (column in follows or follows is own)
        return 0 if alone else column

    def _ergaenze(self, above: Zeile, row: Zeile, own: set[str]) -> None:
        """A row that shares the problem of the one above it brings more for other columns."""
        for name, text in row.felder.items():
            old = above.felder.get(name, "")
            if name in own and name == "loesungen":
                # One bullet each, or the next solution would go on with the one before.
                parts = dict.fromkeys([*loesungen(old), *loesungen(text)])
                above.felder[name] = "\n".join(f"• {part}" for part in parts)
            elif name in own and f"\n{text}\n" not in f"\n{old}\n":
                above.felder[name] = "\n".join(filter(None, (old, text)))
        above.uebrig += [part for part in row.uebrig if part not in above.uebrig]
        above.bemerkt += [*row.bemerkt, f"Zeile {row.nummer} gehört zum selben Problem."]


def _haken(head: str, text: str) -> str:
    """The status that a yes means in a column „Erledigt?“."""
    words = {"ja": "erledigt", "nein": "offen"}
    return words.get(text.lower(), text) if "erledigt" in gefaltet(head) else text


def _genannt(head: str, column: int) -> str:
    return f"„{head}“" if head else f"{buchstabe(column)} (ohne Überschrift)"
