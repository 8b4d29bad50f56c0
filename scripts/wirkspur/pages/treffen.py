"""Meetings: minutes with their decisions, each with its method and numbers."""

from collections.abc import Iterator
from typing import NamedTuple

from ..methoden import Ergebnis
from ..records import protokoll
from ..records.protokoll import Beschluss, Gremium, Methode, Zahlen
from ..records.regelwerk import Regel
from ..register import Record
from ..site import Site, Zeile
from ..termine import kommende, treffen
from ..zaehlung import aussage_von, auszaehlen
from . import Page, list_frames, list_pages

RAHMEN = list_frames(f"{protokoll.TYPE.adresse}/")

NEUESTE = 12
"""Decisions at the top of the list; all others stand with their meeting."""

ERKLAERT = {
    Methode.SYSTEMISCHES_KONSENSIEREN: "Alle geben jedem Vorschlag Punkte, von 0 für „nichts "
    "dagegen“ bis zur höchsten Zahl für „völlig dagegen“. Es gewinnt der Vorschlag, gegen den "
    "zusammen am wenigsten Punkte stehen.",
    Methode.KONSENT: "Gefragt wird nicht, wer dafür ist, sondern wer einen schweren und "
    "begründeten Einwand hat. Der Vorschlag gilt, wenn kein solcher Einwand mehr offen ist.",
    Methode.KONSENSSTUFEN: "Alle sagen, wie sehr sie zustimmen, von „volle Zustimmung“ bis "
    "„Veto“. Der Vorschlag gilt, wenn niemand ein Veto einlegt.",
    Methode.FIST_TO_FIVE: "Alle zeigen zugleich eine Hand: Fünf Finger heißen „Ich setze mich "
    "dafür ein“, die Faust heißt „Ich blockiere“. Der Vorschlag gilt, wenn alle mindestens drei "
    "Finger zeigen.",
    Methode.EINFACHE_MEHRHEIT: "Ein Vorschlag gilt, wenn mehr Menschen Ja als Nein sagen. Bei "
    "einer Wahl gewinnt, wer die meisten Stimmen hat.",
    Methode.NICHT_UEBERLIEFERT: "Aufgeschrieben ist nur das Ergebnis. Wie es dazu kam, weiß man "
    "heute nicht mehr.",
}
"""Each method in two sentences; the city's own longer words stand in regelwerk.yml."""


class Balken(NamedTuple):
    """A bar: its name, how much of what is possible, whether it won."""

    name: str
    wert: int
    von: int
    gewaehlt: bool


class Entscheidung(NamedTuple):
    """A decision with everything that explains it."""

    beschluss: Beschluss
    titel: str
    text: str
    """What the title has not said yet."""
    erklaert: str
    mehr: bool
    """Whether the rules say more about the method."""
    ergebnis: Ergebnis
    balken: tuple[Balken, ...]
    regeln: tuple[Regel, ...]
    """The rules that it set."""
    abgelehnt: bool


class Kurzbeschluss(NamedTuple):
    """A decision in a list."""

    zeile: Zeile
    datum: str
    methode: str
    ergebnis: str
    zu: tuple[Zeile, ...]
    abgelehnt: bool


def pages(site: Site) -> Iterator[Page]:
    """The list of minutes and a page for each."""
    typ = protokoll.TYPE
    gremien = {record.id: record.data.gremium for record in site.register.of(typ.art)}
    zeilen = sorted(site.von(typ.art), key=lambda z: list(Gremium).index(gremien[z.id]))
    beschluesse = _beschluesse(site)
    je: dict[str, list[Kurzbeschluss]] = {}
    for b in beschluesse:
        je.setdefault(site.register.entries["beschluss"][b.zeile.id][0].id, []).append(b)
    yield from list_pages(
        site, f"{typ.adresse}/", "Treffen und Beschlüsse",
        "Was die Gruppe und die Stadt entschieden haben, und wie es dazu kam.",
        zeilen, "treffen.html", beschluesse=beschluesse[:NEUESTE], je=je, gremien=gremien,
        weitere=max(len(beschluesse) - NEUESTE, 0),
        naechste=kommende(treffen(site), site.today),
    )  # fmt: skip
    for record in site.register.of(typ.art):
        davor, danach = _nachbarn(site, record)
        yield Page(
            f"{typ.adresse}/{record.id}/",
            record.data.titel,
            record.data.kurz,
            "protokoll.html",
            site.schluessel(record.id, [z for z in (davor, danach) if z]),
            lambda record=record, davor=davor, danach=danach: {  # type: ignore[misc]
                "record": record, "daten": record.data, "zeile": site.zeilen[record.id],
                "entscheidungen": [_entscheidung(site, record, b) for b in record.data.beschluesse],
                "davor": davor, "danach": danach,
            },
        )  # fmt: skip


def _beschluesse(site: Site) -> list[Kurzbeschluss]:
    """Every decision, the newest first; those of a meeting in their order."""
    found = [
        Kurzbeschluss(
            site.zeilen[kennung], minutes.data.datum, beschluss.methode.label, beschluss.ergebnis,
            tuple(site.zeilen[k] for k in beschluss.zu if k in site.zeilen),
            _abgelehnt(beschluss),
        )
        for kennung, (minutes, _, beschluss) in site.register.entries.get("beschluss", {}).items()
    ]  # fmt: skip
    return sorted(found, key=lambda b: b.datum, reverse=True)


def _nachbarn(site: Site, minutes: Record) -> tuple[Zeile | None, Zeile | None]:
    """The meetings of the same body that were surely before and after, the nearest of each."""
    here = minutes.data
    own = sorted(
        (m for m in site.register.of("protokoll") if m.data.gremium is here.gremium),
        key=lambda m: m.data.datum.erster,
    )
    before = [m.id for m in own if m.data.datum.letzter < here.datum.erster]
    after = [m.id for m in own if m.data.datum.erster > here.datum.letzter]
    return (
        site.zeilen[before[-1]] if before else None,
        site.zeilen[after[0]] if after else None,
    )


def _entscheidung(site: Site, minutes: Record, b: Beschluss) -> Entscheidung:
    regelwerk = site.register.verzeichnis("regelwerk")
    ergebnis = auszaehlen(minutes.data, b)
    titel = site.zeilen[b.id].titel
    return Entscheidung(
        b,
        titel,
        b.text.removeprefix(titel).lstrip(". ") if b.text.startswith(titel) else b.text,
        ERKLAERT[b.methode],
        any(m.id is b.methode for m in regelwerk.methoden),
        ergebnis,
        tuple(_balken(b, ergebnis)),
        tuple(r for r in regelwerk.geschaeftsordnung if r.beschluss == b.id),
        _abgelehnt(b),
    )


def _abgelehnt(b: Beschluss) -> bool:
    """Whether the minutes say so: it gets another sign."""
    return aussage_von(b).angenommen is False


def _balken(b: Beschluss, ergebnis: Ergebnis) -> Iterator[Balken]:
    """The first number of every row, where all can be compared and something follows from them."""
    werte = [zeile[1] for zeile in ergebnis.zeilen]
    if not ergebnis.grund or not all(wert.isdecimal() for wert in werte):
        return
    zahlen = b.zahlen or Zahlen()
    summe = sum(map(int, werte))
    voll = zahlen.skala * zahlen.gueltig if zahlen.skala and zahlen.gueltig else summe
    genannt = aussage_von(b).genannt
    for (name, *_), wert in zip(ergebnis.zeilen, werte, strict=True):
        won = any(name == titel or name.startswith(f"{titel} (Passiv") for titel in genannt)
        yield Balken(name, int(wert), max(voll, 1), won)
