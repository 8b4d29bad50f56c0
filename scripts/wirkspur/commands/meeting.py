"""`wirkspur meeting`: the monthly meeting, prepared before and counted at the table.

Ballots are read, summed and forgotten: no file, no cache and no message ever holds one.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..methoden import Ausgang
from ..records.protokoll import TYPE, Gremium, Methode
from ..wording.words import plain
from . import Answer, Here

if TYPE_CHECKING:
    from ..files import Tree
    from ..findings import Finding
    from ..intake.fragen import Gespraech
    from ..intake.stimmen import Stimme, Wahlgang
    from ..methoden import Ergebnis
    from ..register import Register

HILFE = "das monatliche Treffen vorbereiten und auszählen"
LANG = """\
prepare TAG     schreibt aus allem, was offen ist, die Tagesordnung: als Protokoll zum Ausfüllen
                und als Blatt zum Drucken.
count [METHODE] zählt eine Entscheidung am Tisch aus und gibt die Zeilen für das Protokoll.
                Stimmen werden nie gespeichert."""
HEUTE = True

METHODEN = [m for m in Methode if m is not Methode.NICHT_UEBERLIEFERT]
MONATE = 3
"""After so many months a decision is looked at again, unless somebody says otherwise."""
PROBE = {"titel": "Probe", "kurz": "Probe.", "gremium": Gremium.ENTSCHEIDUNGSGREMIUM.value}
"""What minutes have to have, for a decision that stands in none."""
NIE = {"nie", "nein"}
NICHTS = "Alles bleibt, wie es ist"


def _methoden(text: str) -> list[Methode]:
    """The methods that may be meant by a name, or by a part of it."""
    word = plain(text)
    word = {"sk": "systemisches_konsensieren", "wahl": "einfache_mehrheit"}.get(word, word)
    for methode in METHODEN:
        if word in {methode.value, plain(methode.label)}:
            return [methode]
    return [m for m in METHODEN if word in m.value]


def _zahl(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise ArgumentTypeError(f"„{text}“ ist keine Zahl von 1 bis 1000")
    return int(text)


def arguments(parser: ArgumentParser) -> None:
    """Take what to do; all else is asked at the table."""
    add = parser.add_argument
    add("tun", metavar="prepare|count", choices=["prepare", "count"], help="was zu tun ist")
    add("was", metavar="TAG|METHODE", nargs="?", default="", help="der Tag des Treffens, z. B. "
        f"2026-12-10; oder die Methode: {', '.join(METHODEN)}")  # fmt: skip
    add(
        "--gremium",
        metavar="WER",
        choices=list(Gremium),
        default=Gremium.ENTSCHEIDUNGSGREMIUM,
        help=f"prepare: wer sich trifft: {', '.join(Gremium)} (sonst: entscheidungsgremium)",
    )
    add("--out", metavar="DATEI", type=Path, help="prepare: wohin das Blatt zum Drucken kommt")
    add("--stimmen", metavar="DATEI", type=Path, help="count: Stimmen aus einer privaten Datei, "
        "eine je Zeile, z. B. privat/stimmen.txt")  # fmt: skip
    add("--text", metavar="TEXT", default="", help="count: worüber entschieden wird")
    add("--vorschlag", metavar="TEXT", action="append", default=[], help="count: ein Vorschlag, "
        "mehrmals möglich; beim Konsensieren ist der letzte die Passivlösung")  # fmt: skip
    add("--skala", metavar="ZAHL", type=_zahl, help="count: höchster Widerstand (sonst: 10)")
    add("--personen", metavar="ZAHL", type=_zahl, help="count: wie viele abstimmen")
    add("--je-person", metavar="ZAHL", type=_zahl, help="count: Stimmen je Person bei einer Wahl")
    add("--plaetze", metavar="ZAHL", type=_zahl, help="count: wie viele gewählt werden")
    add("--zu", metavar="KENNUNG", help="count: welchen Eintrag es betrifft")
    add("--pruefen-am", metavar="TAG", help="count: wann noch einmal ansehen, oder: nie")
    add("--into", metavar="KENNUNG", default="", help="count: in dieses Protokoll eintragen")


def run(options: Namespace, here: Here) -> Answer:
    """Prepare or count; 2 where it cannot be, 130 where somebody stops."""
    from ..intake.fragen import ABGEBROCHEN, FalschError

    today = options.today or here.today()
    try:
        return (prepare if options.tun == "prepare" else count)(options, here, today)
    except FalschError as error:
        return Answer(2, err=f"{error}\n")
    except (EOFError, KeyboardInterrupt):
        return Answer(130, err=f"\n{ABGEBROCHEN}\n")


# --- before --------------------------------------------------------------------------------------


def prepare(options: Namespace, here: Here, today: date) -> Answer:
    """Write minutes to fill in and a sheet to print; never over what is there."""
    from ..facts import Facts
    from ..files import read
    from ..intake.fragen import FalschError, tag
    from ..intake.sitzung import blatt, protokoll, sitzung
    from ..output.store import write_whole
    from ..register import load
    from ..tagesbericht import report
    from .check import named

    if not options.was:
        raise FalschError("Bitte den Tag nennen, zum Beispiel: wirkspur meeting prepare 2026-12-10")
    day = date.fromisoformat(tag(options.was, today, genau=True))
    gremium = next(g for g in Gremium if g.value == options.gremium)
    here.say("Lese …")
    tree = read(options.root)
    register, _ = load(tree)
    facts = Facts.of(register, day)
    reminders = [entry.reminder for entry in report(facts).entries]
    planned = sitzung(facts, reminders, gremium, day)
    minutes = options.root / TYPE.ordner / f"{planned.id}{TYPE.endung}"
    sheet = options.out or options.root / "build" / f"tagesordnung-{planned.id}.html"
    for path in (minutes, *([sheet] if options.out else [])):
        if path.exists():
            raise FalschError(f"{path} gibt es schon und bleibt, wie es ist.")
    if planned.id in register.known.get("beschluss", ()):
        raise FalschError(f"„{planned.id}“ heißt schon ein Beschluss.")
    write_whole(sheet, blatt(planned, named(tree)[0], today).encode())
    write_whole(minutes, protokoll(planned, facts).encode())
    agenda = []
    for number, part in enumerate(planned.abschnitte, 1):
        there = len(part.punkte)
        many = f"{there} von {there + part.mehr}" if part.mehr else str(there)
        agenda.append(f"  {number}. {part.titel} ({many})")
    unread = len(register.documents) - len(register.records)
    lines = [
        f"Tagesordnung: {planned.titel}",
        *(agenda or ["  Im Moment ist nichts offen."]),
        "",
        f"Zum Ausfüllen: {minutes}",
        f"Zum Drucken:   {sheet}",
        "",
        "Im Treffen zählt aus: wirkspur meeting count --into " + planned.id,
        "Was im Protokoll noch fehlt, sagt danach: wirkspur check",
    ]
    if unread > 0:
        lines.append(f"{unread} Dateien haben Fehler und fehlen hier. Welche, sagt: wirkspur check")
    return Answer(0, "\n".join(lines) + "\n")


# --- at the table --------------------------------------------------------------------------------


def count(options: Namespace, here: Here, today: date) -> Answer:
    """Explain, ask, read the ballots, and say what follows."""
    from ..files import read
    from ..intake import stimmen
    from ..intake.fragen import Gespraech
    from ..intake.nachtrag import finden
    from ..pages.treffen import ERKLAERT
    from ..register import load

    tree = read(options.root)
    register, _ = load(tree)
    into = _protokoll(tree, options.into)
    zu = finden(register, options.zu).id if options.zu else None
    lines = _private_lines(options)
    gespraech = Gespraech(input, here.print, today)
    asked = _Danach(options, gespraech)
    methode = _which(options.was, gespraech)
    here.print(f"\n{methode.label}\n{ERKLAERT[methode]}")
    text = options.text or gespraech.frage(_frage("Worüber wird entschieden? (ein Satz)"))
    gang = _gang(options, methode, lines, gespraech)
    here.print("\n" + "\n".join(stimmen.anleitung(gang)))
    if lines is None:
        people = options.personen or _number(gespraech, "Wie viele stimmen ab?")
        here.print("")
        ballots = stimmen.sammeln(gang, people, gespraech)
    else:
        ballots = stimmen.aus_datei(gang, lines)
    zahlen = stimmen.summen(gang, ballots)
    for einwand in zahlen.get("einwaende", ()):
        changed = asked.frage(
            f"Einwand: {einwand['grund']}\nWie wurde der Vorschlag deshalb geändert? "
            "(ohne: noch offen)"
        )
        if changed:
            einwand["eingearbeitet"] = changed
            text = asked.frage("Wie heißt der Vorschlag jetzt?", text)
    ergebnis = _ergebnis(methode, zahlen, len(ballots))
    if ergebnis.maengel:
        return Answer(1, err="".join(f"{m.text} {m.rat}\n" for m in ergebnis.maengel))
    here.print("\n".join(["", *_shown(ergebnis, gang, ballots)]))
    plaetze = (options.plaetze or asked.zahl("Wie viele werden gewählt?")) if gang.wahl else 1
    entry = _entry(gang, text, zahlen, ergebnis, plaetze)
    if entry["text"] != text:
        entry["text"] = asked.frage("Wie heißt der Beschluss in einem Satz?", entry["text"])
    if zu is None:
        zu = asked.eintrag(register)
    day = into[:10] if re.match(r"20\d\d-(?:0\d|1[0-2])-\d\d", into) else str(today)
    entry |= {"zu": zu, "pruefen_am": asked.pruefen_am(day, gilt=_gilt(ergebnis))}
    entry["id"] = _kennung(register, text, day[:7])
    return _said(options, tree, entry, into, today)


def _frage(satz: str, vorgabe: str = "", *, noetig: bool = True) -> Any:
    from ..intake.fragen import Frage

    return Frage("", satz, noetig=noetig and not vorgabe, vorgabe=vorgabe)


def _which(text: str, gespraech: Gespraech) -> Methode:
    from ..intake.fragen import FalschError, Frage

    found = _methoden(text)
    if not found:
        raise FalschError(f"„{text}“ ist keine Methode. Möglich sind: {', '.join(METHODEN)}.")
    if len(found) > 1:
        satz = f"„{text}“ kann mehreres heißen. " if text else ""
        wahl = {m.value: m.label for m in METHODEN}  # Konsens is not in Konsent, but may mean it
        frage = Frage("methode", f"{satz}Wie wird entschieden?", wahl, noetig=True)
        return _methoden(gespraech.frage(frage))[0]
    return found[0]


def _number(gespraech: Gespraech, satz: str, vorgabe: int = 0) -> int:
    from ..intake.fragen import FalschError

    def lesen(text: str) -> int:
        text = text.strip()
        if not text and vorgabe:
            return vorgabe
        if not text.isdecimal() or not 1 <= int(text) <= 1000:
            raise FalschError("Bitte eine Zahl ab 1 eingeben.")
        return int(text)

    end = f" [Eingabetaste: {vorgabe}]" if vorgabe else ""
    return gespraech.bis(f"{satz}{end} ", lesen)


def _gang(
    options: Namespace, methode: Methode, lines: str | None, gespraech: Gespraech
) -> Wahlgang:
    """What is weighed: from the options, or asked for."""
    from ..intake.fragen import FalschError, Frage
    from ..intake.stimmen import Wahlgang

    given: list[str] = [" ".join(text.split()) for text in options.vorschlag]
    weighs = methode is Methode.SYSTEMISCHES_KONSENSIEREN
    if not weighs and methode is not Methode.EINFACHE_MEHRHEIT:
        if given:
            raise FalschError(f"Bei {methode.label} geht es um einen Vorschlag, ohne --vorschlag.")
        return Wahlgang(methode)
    if not weighs and not given:
        wahl = {"ja_nein": "Ja oder Nein zu einem Vorschlag", "wahl": "Wahl zwischen mehreren"}
        asked = Frage("", "Was ist es?", wahl, vorgabe="ja_nein")
        if lines is not None or gespraech.frage(asked) == "ja_nein":
            return Wahlgang(methode)
    if not given:
        gespraech.sag("\nWelche Vorschläge gibt es? Einer je Zeile, am Ende eine leere Zeile.")
        if weighs:
            gespraech.sag("Die Passivlösung wird danach gefragt.")
        else:
            gespraech.sag("Bitte keine Namen, sondern zum Beispiel: Kandidatur A")
        given = _titles(gespraech)
        if weighs:
            passive = "Passivlösung: Was geschieht, wenn nichts entschieden wird?"
            given.append(gespraech.frage(_frage(passive, NICHTS)))
    if len({plain(title) for title in given}) < len(given) or len(given) < 2:
        raise FalschError("Nötig sind mindestens zwei verschiedene Vorschläge.")
    if weighs:
        skala = options.skala or (10 if lines is not None else _number(
            gespraech, "Höchste Zahl für „völlig dagegen“?", 10))  # fmt: skip
        return Wahlgang(methode, tuple(given), len(given) - 1, skala)
    je = options.je_person or (1 if lines is not None else _number(
        gespraech, "Wie viele Stimmen hat jede Person?", 1))  # fmt: skip
    return Wahlgang(methode, tuple(given), je_person=je)


def _titles(gespraech: Gespraech) -> list[str]:
    titles: list[str] = []
    while text := " ".join(gespraech.lies(f"  {len(titles) + 1}. ").split()):
        if plain(text) in {plain(title) for title in titles}:
            gespraech.sag("  Dieser Vorschlag steht schon da.")
        else:
            titles.append(text)
    return titles


class _Danach:
    """What is asked after the counting: whoever stops here keeps the result."""

    def __init__(self, options: Namespace, gespraech: Gespraech) -> None:
        from ..intake.fragen import tag

        self.options, self.gespraech = options, gespraech
        self.quiet = options.stimmen is not None
        self.genannt = ""
        if options.pruefen_am and plain(options.pruefen_am) not in NIE:
            self.genannt = tag(options.pruefen_am, gespraech.today)

    def frage(self, satz: str, vorgabe: str = "", *, tag: bool = False) -> str:
        from ..intake.fragen import Frage

        if self.quiet:
            return vorgabe
        try:
            return self.gespraech.frage(Frage("", satz, vorgabe=vorgabe, tag=tag))
        except EOFError:
            self.quiet = True
            return vorgabe

    def zahl(self, satz: str) -> int:
        with suppress(EOFError):
            return 1 if self.quiet else _number(self.gespraech, f"\n{satz}", 1)
        return 1

    def eintrag(self, register: Register) -> str:
        """The id of a contribution, or nothing."""
        from ..intake.fragen import FalschError
        from ..intake.nachtrag import finden

        while text := self.frage("Zu welchem Eintrag gehört das? (Kennung oder Wörter des Titels)"):
            try:
                return finden(register, text).id
            except FalschError as error:
                self.gespraech.sag(f"  {error}")
        return ""

    def pruefen_am(self, day: str, *, gilt: bool) -> str:
        """When to look again; what is not in force needs no such day unless somebody wants one."""
        if self.options.pruefen_am:
            return self.genannt
        month = int(day[5:7]) - 1 + MONATE
        default = f"{int(day[:4]) + month // 12}-{month % 12 + 1:02}"
        asked = "Wann sehen wir den Beschluss noch einmal an?"
        return self.frage(asked, default if gilt else "", tag=True)


# --- the result ----------------------------------------------------------------------------------


def _ergebnis(methode: Methode, zahlen: dict[str, Any], people: int) -> Ergebnis:
    """What follows, counted by the same module that checks the minutes later."""
    from ..records.protokoll import Beschluss, Protokoll
    from ..wording.ergebnis import Aussage
    from ..zaehlung import auszaehlen

    beschluss = Beschluss.model_validate(
        {"id": "x", "text": "x", "methode": methode.value, "zahlen": zahlen, "ergebnis": "offen"}
    )
    minutes = Protokoll.model_validate(
        {**PROBE, "datum": "2000", "anwesend": str(people), "stimmberechtigt": str(people)}
    )
    return auszaehlen(minutes, beschluss, Aussage())


def _zahlen(cell: str) -> bool:
    return not cell.strip("0123456789.,–- %")


def _shown(ergebnis: Ergebnis, gang: Wahlgang, ballots: list[Stimme]) -> Iterator[str]:
    """The result with its calculation, for a terminal."""
    from ..intake.stimmen import ENTHALTUNG, UNGUELTIG
    from ..worte import anzahl

    rows = [tuple(cell.replace("\N{SOFT HYPHEN}", "") for cell in row)
            for row in (ergebnis.kopf, *ergebnis.zeilen) if row]  # fmt: skip
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    sides = [">" if all(map(_zahlen, column[1:])) else "<" for column in zip(*rows, strict=True)]
    yield "Ergebnis"
    for row in rows:
        cells = (f"{c:{side}{w}}" for c, side, w in zip(row, sides, widths, strict=True))
        yield f"  {'   '.join(cells)}".rstrip()
    yield ""
    yield from (f"  {sentence}" for sentence in ergebnis.rechnung)
    if bad := ballots.count(UNGUELTIG):
        yield f"  {anzahl(bad, 'Stimme ist', 'Stimmen sind')} ungültig."
    if (out := ballots.count(ENTHALTUNG)) and gang.methode is not Methode.EINFACHE_MEHRHEIT:
        yield f"  {anzahl(out, 'Enthaltung', 'Enthaltungen')}."
    if light := ballots.count(("bedenken",)):
        yield f"  Leichte Bedenken: {light}. Sie halten den Beschluss nicht auf."
    yield f"  → {ergebnis.grund}"
    yield from (f"  ! {hint}" for hint in ergebnis.hinweise)


def _entry(
    gang: Wahlgang, text: str, zahlen: dict[str, Any], ergebnis: Ergebnis, plaetze: int
) -> dict[str, Any]:
    """The decision as it stands in minutes; what the sums leave open is marked."""
    from ..intake.sitzung import FUELLEN

    won, tie = ergebnis.eintrag, ""
    if gang.wahl:
        sure = plaetze in accumulate(len(group) for group in ergebnis.rang)
        best = [title for group in ergebnis.rang for title in group][:plaetze]
        won, tie = (" und ".join(best), "") if sure else (FUELLEN, FUELLEN)
    if won in gang.optionen or (gang.wahl and not tie):
        text = f"{text.rstrip(' ?:.')}: {won}"
    return {
        "id": "", "text": text, "methode": gang.methode.value, "zahlen": zahlen,
        "ergebnis": won, "weitere_runde": tie or (FUELLEN if ergebnis.runde_noetig else ""),
    }  # fmt: skip


def _gilt(ergebnis: Ergebnis) -> bool:
    return bool(ergebnis.rang) or Ausgang.ANGENOMMEN in ergebnis.moeglich


def _kennung(register: Register, text: str, month: str) -> str:
    from ..intake.eintrag import kennung

    taken = {kennung for ids in register.known.values() for kennung in ids}
    short = " ".join(text.split()[:5])
    return kennung(short, month, taken)


def _said(options: Namespace, tree: Tree, entry: dict[str, Any], into: str, today: date) -> Answer:
    """The lines for the minutes, what the gate says of them, and whether they stand there now."""
    from ..findings import Severity
    from ..intake.eintrag import angehaengt, neu
    from ..intake.nachtrag import geprueft, mit
    from ..output.store import write_whole

    lines = neu(TYPE, {"beschluesse": [entry]}, "").split("---\n")[1].rstrip()
    out = ["", "Für das Protokoll:", "", lines, ""]
    path = f"{TYPE.ordner}/{into}{TYPE.endung}" if into else ""
    if into:
        text = angehaengt(tree.files[path].decode("utf-8-sig"), "beschluesse", entry)
    else:
        path, text = _probe(tree, entry, today)
    found = _of_entry(geprueft(tree, mit(tree, path, text), today)[1], text, entry["id"])
    for fund in found:
        out += [f"{fund.severity}: {fund.message}", f"  → {fund.hint}", ""]
    bad = any(fund.severity is Severity.FEHLER for fund in found)
    if into and bad:
        out.append("Nicht eingetragen. Bitte ändern und die Zeilen selbst in das Protokoll setzen.")
    elif into:
        write_whole(options.root / path, text.encode())
        out.append(f"Eingetragen: {path}")
    return Answer(int(bad), "\n".join(out).rstrip() + "\n")


def _of_entry(found: list[Finding], text: str, kennung: str) -> list[Finding]:
    """The findings about the lines of one decision; placeholders are named by the check later."""
    rows = text.split("\n")
    begin = next(i for i, row in enumerate(rows, 1) if row.strip() == f"- id: {kennung}")
    level = len(rows[begin - 1]) - len(rows[begin - 1].lstrip())
    inside = (i for i, row in enumerate(rows[begin:], begin + 1)
              if row.strip() and len(row) - len(row.lstrip()) <= level)  # fmt: skip
    end = next(inside, len(rows) + 1)
    return [f for f in found if begin <= f.line < end and f.code != "vorlage-text"]


def _probe(tree: Tree, entry: dict[str, Any], today: date) -> tuple[str, str]:
    """Minutes that hold nothing but this decision, for the gate to look at; never written."""
    from ..intake.eintrag import neu

    name = "probe"
    while f"{TYPE.ordner}/{name}{TYPE.endung}" in tree.files:
        name += "-x"
    fields = {**PROBE, "datum": str(today), "beschluesse": [entry]}
    return f"{TYPE.ordner}/{name}{TYPE.endung}", neu(TYPE, fields, "")


# --- private things ------------------------------------------------------------------------------


def _private_lines(options: Namespace) -> str | None:
    """The ballots of a file that cannot be published by mistake; None where there is none."""
    from ..intake.fragen import FalschError
    from .group import HOECHSTENS, ListError, decoded, refuse_public

    if options.stimmen is None:
        return None
    try:
        refuse_public(options.stimmen.resolve(), options.root.resolve())
    except ListError as error:
        raise FalschError(str(error)) from None
    try:
        with options.stimmen.open("rb") as file:
            return decoded(file.read(HOECHSTENS))
    except OSError:
        raise FalschError("Diese Datei gibt es nicht, oder sie lässt sich nicht öffnen.") from None


def _protokoll(tree: Tree, kennung: str) -> str:
    """The id of the minutes that the decision goes into."""
    from ..intake.fragen import FalschError
    from ..source import parse

    name = kennung.rpartition("/")[2].removesuffix(TYPE.endung)
    path = f"{TYPE.ordner}/{name}{TYPE.endung}"
    if name and path not in tree.files:
        raise FalschError(f"Ein Protokoll „{name}“ gibt es nicht im Ordner {TYPE.ordner}.")
    if name and parse(path, tree.files[path]).data is None:
        raise FalschError(
            f"{path} lässt sich nicht lesen. Was daran falsch ist, sagt: wirkspur check"
        )
    return name
