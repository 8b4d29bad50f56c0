"""Make a whole valid repository with N concerns: `python bench/erzeugen.py N FOLDER`.

Everything but the concerns is copied from this repository. The concerns are German sentences with
a fixed seed: the same N over the same repository gives the same bytes, and a smaller N gives the
first part of a larger one. The words follow Zipf's law, as words of real texts do.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
SEED = 7
TODAY = date(2026, 11, 22)
"""The day for which the data is made: every step lies before it, every next look after it."""

WIDTH = 100

LEUTE = """
Menschen Familien Kinder Eltern Frauen Nachbarn Gruppen Vereine Mütter Väter Fachkräfte Schüler
Schülerinnen Lehrkräfte Fachleute Ämter Nachbarinnen Senioren Seniorinnen Träger Initiativen
Verbände Mieter Mieterinnen Azubis Gemeinden Schulen Büchereien Patinnen Paten Helferinnen Helfer
Anwohner Anwohnerinnen Gäste Teams Betriebe Kitas Sprachmittler Sprachmittlerinnen Mitglieder
Männer Großeltern Geschwister Beraterinnen Berater Lehrerinnen Lehrer Ärztinnen Ärzte
"""
DINGE = """
Informationen Termine Wege Räume Wohnungen Texte Kurse Anträge Treffen Plätze Zeiten Adressen
Formulare Regeln Antworten Straßen Orte Übersetzungen Beratungen Fristen Bescheide Schilder
Haltestellen Spielplätze Bänke Gespräche Seiten Lampen Aufzüge Rampen Toiletten Hefte Briefe
Karten Plakate Fahrräder Bäume Brunnen Radwege Ampeln Zebrastreifen Kreuzungen Busse Bahnen
Gärten Parks Feste Cafés Ausweise Zeugnisse Nachweise Sprachen Hilfen Mittel Anlaufstellen
Öffnungszeiten Ansprechpersonen Wartezeiten Wartelisten Unterkünfte Küchen Werkstätten Bibliotheken
Bücher Computer Drucker Telefone Nummern Listen Pläne Vorschläge Ideen Projekte Schulungen
Fortbildungen Workshops Vorträge Ausflüge Rundgänge Führungen Umfragen Ergebnisse Berichte
Zahlen Fragen Aufgaben Rechte Gesetze Verfahren Entscheidungen Beschlüsse Sitzungen Protokolle
Stimmen Wahlen Ämterwege Sprechstunden Dolmetschdienste Praktika Stellen Ausbildungen Praxen
Arzttermine Apotheken Krankenhäuser Impfungen Kindergärten Schulplätze Hausaufgaben Sportplätze
Hallen Turniere Mannschaften Konzerte Filme Theater Museen Märkte Läden Preise Kosten Gebühren
Zuschüsse Anmeldungen Ausstellungen Begegnungen Netzwerke Partnerschaften Verträge Mieten
Heizungen Fenster Türen Treppen Höfe Keller Container Müllplätze Ecken Wiesen Ufer Brücken Tunnel
"""
VERBEN = """
brauchen suchen finden nutzen wünschen kennen fordern bekommen verlieren verstehen sehen vermissen
planen prüfen teilen öffnen zeigen schreiben lesen beantragen besuchen bauen bezahlen erwarten
vergleichen sammeln erklären ordnen erneuern übersetzen verbessern beschreiben melden begleiten
unterstützen vermitteln besprechen beraten entwickeln verändern gestalten verteilen empfehlen
"""
EIGENSCHAFTEN = """
neu gut klein groß lang kurz einfach klar wichtig offen sicher ruhig hell verständlich gemeinsam
verlässlich barrierefrei kostenlos günstig schnell öffentlich mehrsprachig deutlich freundlich
passend nah leer voll alt eng weit sauber bunt warm frei eigen fest regelmäßig digital gedruckt
richtig falsch schwierig leicht seltsam selten häufig still laut grün schattig trocken
"""
ORTE = """
im Stadtteil|am Bahnhof|im Viertel|in der Schule|im Park|am Rathaus|in der Nähe|auf dem Markt
an der Haltestelle|im Amt|in der Unterkunft|im Welcome Point|auf der Straße|im Internet|am Rhein
in der Bücherei|im Zentrum|vor der Kita|im Bezirk|an der Kreuzung|im Haus|neben dem Spielplatz
auf dem Platz|im Treppenhaus|an der Ampel|im Café|in der Halle|am Stadtrand|im Hof|bei der Beratung
"""
ZEITEN = """
oft|heute|jeden Tag|am Abend|seit Monaten|im Winter|nach der Arbeit|am Wochenende|noch immer
immer wieder|seit einem Jahr|im Sommer|morgens|manchmal|seit Langem|schon lange|jede Woche
vor den Ferien|im Herbst|nachts|an Feiertagen|nach der Schule|zum ersten Mal|kaum|gerade jetzt
"""
FEHLEN = "fehlen helfen enden wechseln bleiben schließen stören dauern zählen wirken reichen"

WEGE = (
    ("eingebracht", "beraten", "uebergeben", "in_pruefung"),
    ("eingebracht", "uebergeben", "in_pruefung", "angenommen"),
    ("eingebracht", "uebergeben", "angenommen", "in_umsetzung"),
    ("eingebracht", "angenommen", "in_umsetzung", "umgesetzt"),
    ("eingebracht", "beraten", "uebergeben", "teilweise_angenommen"),
    ("eingebracht", "beraten", "uebergeben", "abgelehnt"),
    ("eingebracht", "uebergeben", "in_umsetzung", "gestoppt"),
    ("eingebracht", "uebergeben", "in_umsetzung", "umgesetzt"),
)
"""Legal orders of four steps; the last one says whether the concern is still open."""

GESCHLOSSEN = {"abgelehnt", "gestoppt"}


class Zipf:
    """Words by their rank: the second comes half as often as the first, the third a third."""

    def __init__(self, dice: random.Random, text: str) -> None:
        """Take the words of a text; phrases are parted by lines and by strokes."""
        self.dice = dice
        self.words = re.split(r"[|\n]", text.strip()) if "|" in text else text.split()
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def __call__(self) -> str:
        return self.dice.choices(self.words, cum_weights=self.weights)[0]


class Writer:
    """Writes concerns, one after the other, from one stream of dice."""

    def __init__(self, themen: list[str], stellen: list[str], orte: list[str]) -> None:
        self.dice = random.Random(SEED)
        self.themen, self.stellen, self.raeume = themen, stellen, orte
        self.leute, self.dinge, self.verb, self.eigen, self.ort, self.zeit, self.fehlen = (
            Zipf(self.dice, text)
            for text in (LEUTE, DINGE, VERBEN, EIGENSCHAFTEN, ORTE, ZEITEN, FEHLEN)
        )
        self.made: list[str] = []

    def concern(self) -> tuple[str, str]:
        """The next concern: its id and its file."""
        dice = self.dice
        day = date(2023, 1, 1) + timedelta(days=dice.randrange(3 * 365))
        titel = f"{self.eigen().capitalize()}e {self.dinge()} {self.ort()}"
        kennung = f"{day:%Y-%m}-{len(self.made) + 1:05}-{_slug(titel)}"
        steps = dice.choice(WEGE)
        days = [day]
        for _ in steps[1:]:
            days.append(days[-1] + timedelta(days=dice.randint(10, 75)))
        judgement = dice.choice(("noch_nicht_absehbar", "keine", "etwas", "etwas", "deutlich"))
        is_open = steps[-1] not in GESCHLOSSEN and not (
            steps[-1] == "umgesetzt" and judgement != "noch_nicht_absehbar"
        )
        lines = [
            "---",
            f"titel: {titel}",
            f"kurz: {self.sentence()}",
            f"thema: {dice.choice(self.themen)}",
            f"art: {dice.choice(('anliegen', 'beduerfnis', 'frage', 'thema'))}",
            f"form: {dice.choice(('vorschlag', 'forderung'))}",
            f"prioritaet: {dice.choice(('hoch', 'mittel', 'niedrig'))}",
            f"ort: {dice.choice(self.raeume)}",
            "loesungen:",
            *(f"  - {self.sentence()}" for _ in range(3)),
            f"kontakt: {dice.choice(self.stellen)}",
            f"eingebracht: {day}",
        ]
        if self.made and dice.random() < 0.2:  # some concerns come from others: links to keep true
            lines.append(f"herkunft: {dice.choice(self.made)}")
        if is_open:
            lines.append(f"naechster_blick: {TODAY + timedelta(days=dice.randint(10, 200))}")
        lines.append("verlauf:")
        for step, when in zip(steps, days, strict=True):
            lines += self.step(step, when, sentences=1 if when == day else 2)
        lines += [
            "wirkung:",
            f"  - datum: {days[-1] + timedelta(days=dice.randint(5, 80))}",
            f"    stimme: {dice.choice(('verwaltung', 'connectors'))}",
            f"    urteil: {judgement}",
            f"    zurechnung: {dice.choice(('ausgeloest', 'verstaerkt', 'unklar'))}",
            *self.folded(2),
            f"    kein_beleg: {self.sentence()}",
            "---",
            "",
            *self.body(),
        ]
        self.made.append(kennung)
        return kennung, "\n".join(lines) + "\n"

    def step(self, status: str, when: date, sentences: int) -> Iterator[str]:
        """A step of the course, as lines."""
        ours = status in {"eingebracht", "beraten"}
        yield f"  - datum: {when}"
        yield f"    status: {status}"
        yield f"    von: {'connectors' if ours else 'verwaltung'}"
        yield from self.folded(sentences)
        if status == "in_umsetzung":
            yield f"    zugesagt_bis: {when + timedelta(days=180):%Y-%m}"

    def folded(self, sentences: int) -> Iterator[str]:
        """A field `text` over several lines, as people write it."""
        yield "    text: >-"
        words = " ".join(self.sentence() for _ in range(sentences))
        yield from textwrap.wrap(words, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)

    def body(self) -> Iterator[str]:
        """Three paragraphs with a little Markdown."""
        first = f"**{self.sentence()}** {self.sentence()} {self.sentence()}"
        second = f"{self.sentence()} *{self.sentence()}* Siehe [die Karte](https://example.org/)."
        yield from textwrap.wrap(first, WIDTH)
        yield ""
        yield from textwrap.wrap(second, WIDTH)
        yield ""
        yield f"- {self.sentence()}"
        yield f"- {self.sentence()}"

    def sentence(self) -> str:
        """A German sentence of twelve words or so."""
        kind = self.dice.randrange(5)
        if kind == 0:
            return (
                f"Die {self.leute()} {self.verb()} {self.zeit()} {self.eigen()}e {self.dinge()} "
                f"{self.ort()}."
            )
        if kind == 1:
            zeit = self.zeit()
            return (
                f"{zeit[:1].upper()}{zeit[1:]} {self.verb()} viele {self.leute()} {self.ort()} "
                f"keine {self.eigen()}en {self.dinge()}."
            )
        if kind == 2:
            return (
                f"Für {self.leute()} und {self.leute()} sind {self.eigen()}e {self.dinge()} "
                f"{self.ort()} {self.eigen()}."
            )
        if kind == 3:
            return (
                f"Manche {self.leute()} {self.verb()} {self.eigen()}e {self.dinge()}, weil "
                f"die {self.dinge()} {self.ort()} {self.fehlen()}."
            )
        return (
            f"Wenn {self.leute()} {self.ort()} {self.dinge()} {self.verb()}, {self.fehlen()} "
            f"{self.zeit()} die {self.eigen()}en {self.dinge()}."
        )


def _slug(text: str) -> str:
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("é", "e")):
        text = text.lower().replace(umlaut, letters)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def make(count: int, folder: Path) -> None:
    """Make a repository with `count` concerns in `folder`, which must not exist yet.

    The real concerns are among them: minutes and requests refer to them.
    """
    folder.mkdir(parents=True)
    for name in ("content", "issues", "sozialraeume", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    real = sorted((folder / "issues").glob("*.md"))
    if count < len(real):
        raise SystemExit(f"At least {len(real)} concerns: the real ones are always copied.")
    writer = Writer(
        _ids(folder, "themen"),
        _ids(folder, "stellen"),
        sorted(path.stem for path in (folder / "sozialraeume").glob("*.yml")),
    )
    for _ in range(count - len(real)):
        kennung, text = writer.concern()
        (folder / "issues" / f"{kennung}.md").write_text(text, encoding="utf-8")


def _ids(folder: Path, name: str) -> list[str]:
    """The ids of a register file: the list in it has the file's own name."""
    text = (folder / "content" / "register" / f"{name}.yml").read_text(encoding="utf-8")
    return [entry["id"] for entry in yaml.safe_load(text)[name]]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", metavar="N", type=int, help="how many concerns")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a new folder")
    options = parser.parse_args()
    make(options.count, options.folder)


if __name__ == "__main__":
    main()
