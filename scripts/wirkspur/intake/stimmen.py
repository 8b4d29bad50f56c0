"""Ballots at the table: one line each, read by the method's own rules, summed, and forgotten.

What leaves this module are sums. A ballot is never written, and no message about a file of them
repeats what stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..methoden import fist_to_five, konsensstufen
from ..methoden.konsensstufen import stufe
from ..records.protokoll import Methode
from ..wording.words import ascii_digits, plain, shown
from .fragen import FalschError, Gespraech, ja_nein

Stimme = tuple[Any, ...]
"""A ballot as its method reads it."""
UNGUELTIG: Stimme = ("ungültig",)
ENTHALTUNG: Stimme = ("enthaltung",)
_UNGUELTIG = {"x", "ungueltig", "leer"}
_ENTHALTUNG = {"e", "enthaltung", "enth"}
MEHR = 1000
"""So many voters no meeting has."""


@dataclass(frozen=True, slots=True)
class Wahlgang:
    """What is decided, and how: everything that a ballot depends on."""

    methode: Methode
    optionen: tuple[str, ...] = ()
    """What is weighed or elected; empty where one proposal is asked about."""
    passiv: int = -1
    """Which of them is the Passivlösung."""
    skala: int = 10
    je_person: int = 1

    @property
    def wahl(self) -> bool:
        """Whether people are given votes for several proposals."""
        return self.methode is Methode.EINFACHE_MEHRHEIT and bool(self.optionen)


# --- one line ------------------------------------------------------------------------------------


def lesen(gang: Wahlgang, zeile: str) -> Stimme:
    """One ballot; raises `FalschError` with what is wrong."""
    text = ascii_digits(zeile).strip()
    if not text:
        raise FalschError("Das ist leer. Eine ungültige Stimme heißt: x")
    word = plain(text).strip("._!")
    if word in _UNGUELTIG:
        return UNGUELTIG
    if word in _ENTHALTUNG and gang.methode not in {Methode.FIST_TO_FIVE, Methode.KONSENSSTUFEN}:
        return ENTHALTUNG
    return (_wahl if gang.wahl else _LESEN[gang.methode])(gang, text)


def _widerstand(gang: Wahlgang, text: str) -> Stimme:
    values = _zahlen(text)
    if len(values) != len(gang.optionen):
        raise FalschError(
            f"Das sind {len(values)} Zahlen, nötig sind {len(gang.optionen)}: für jeden Vorschlag "
            "eine, in der Reihenfolge oben."
        )
    if high := [v for v in values if v > gang.skala]:
        raise FalschError(f"{high[0]} ist zu hoch. Möglich ist 0 bis {gang.skala}.")
    return tuple(values)


def _zahlen(text: str) -> list[int]:
    parts = [part for part in re.split(r"[\s;,|/]+", text) if part]
    if wrong := [part for part in parts if not re.fullmatch(r"[0-9]{1,4}", part)]:
        raise FalschError(f"{shown(wrong[0])} ist keine ganze Zahl ab 0.")
    return [int(part) for part in parts]


def _hand(_gang: Wahlgang, text: str) -> Stimme:
    words = ("faust", "eins", "zwei", "drei", "vier", "fuenf")
    word = plain(text)
    number = str(words.index(word)) if word in words else text
    if number not in {str(n) for n in range(len(words))}:
        raise FalschError(f"{shown(text)} geht nicht. Möglich ist 0 (Faust) bis 5.")
    return (number,)


def _stufe(_gang: Wahlgang, text: str) -> Stimme:
    names = list(konsensstufen.STUFEN)
    if text.isdecimal() and 1 <= int(text) <= len(names):
        return (names[int(text) - 1],)
    name = stufe(text)
    if not name and len(plain(text)) > 2:
        starts = [n for n in names if n.startswith(plain(text))]
        name = starts[0] if len(starts) == 1 else ""
    if not name:
        raise FalschError(
            f"{shown(text)} geht nicht. Bitte eine Nummer von 1 bis {len(names)} eingeben."
        )
    return (name,)


def _ja_nein(_gang: Wahlgang, text: str) -> Stimme:
    try:
        return ("ja" if ja_nein(text) else "nein",)
    except FalschError:
        raise FalschError(
            f"{shown(text)} geht nicht. Möglich ist: j (ja), n (nein), e (Enthaltung)."
        ) from None


def _wahl(gang: Wahlgang, text: str) -> Stimme:
    chosen = _zahlen(text)
    if wrong := [n for n in chosen if not 1 <= n <= len(gang.optionen)]:
        raise FalschError(f"Die Nummer {wrong[0]} gibt es nicht, nur 1 bis {len(gang.optionen)}.")
    if len(chosen) > gang.je_person:
        had = "eine Stimme" if gang.je_person == 1 else f"{gang.je_person} Stimmen"
        raise FalschError(f"Das sind {len(chosen)} Stimmen. Jede Person hat {had}.")
    if len(set(chosen)) < len(chosen):
        raise FalschError("Eine Nummer steht zweimal da.")
    return tuple(chosen)


_EINWAND = re.compile(r"(?:einwand|ew)\b[\s:.,–-]*(?P<grund>.*)", re.IGNORECASE | re.DOTALL)


def _konsent(_gang: Wahlgang, text: str) -> Stimme:
    if match := _EINWAND.fullmatch(text):
        return ("einwand", match["grund"].strip() or "Begründung folgt")
    word = plain(text).strip("._!")
    if word in {"k", "ja", "j", "konsent", "ok", "kein_einwand", "0"}:
        return ("konsent",)
    if word in {"b", "bedenken", "leichte_bedenken"}:
        return ("bedenken",)
    raise FalschError(
        f"{shown(text)} geht nicht. Möglich ist: k (kein Einwand), b (leichte Bedenken), "
        "e (Enthaltung) oder: einwand und der Grund."
    )


_LESEN: dict[Methode, Callable[[Wahlgang, str], Stimme]] = {
    Methode.SYSTEMISCHES_KONSENSIEREN: _widerstand,
    Methode.KONSENT: _konsent,
    Methode.KONSENSSTUFEN: _stufe,
    Methode.FIST_TO_FIVE: _hand,
    Methode.EINFACHE_MEHRHEIT: _ja_nein,
}
VERTIPPT = "Ungültig: x. Vertippt: zurück, oder zum Beispiel: 3: und neu. Kommt keine mehr: fertig."
METHODEN = tuple(_LESEN)
"""The methods that can be counted."""


def anleitung(gang: Wahlgang) -> list[str]:
    """What to type for one ballot."""
    if gang.wahl:
        votes = "eine Nummer" if gang.je_person == 1 else f"bis zu {gang.je_person} Nummern"
        lines = [f"Je Stimmzettel {votes}, oder e für Enthaltung."]
    elif gang.methode is Methode.SYSTEMISCHES_KONSENSIEREN:
        lines = [
            f"Je Person für jeden Vorschlag eine Zahl von 0 (nichts dagegen) bis {gang.skala} "
            f"(völlig dagegen), in dieser Reihenfolge, zum Beispiel: "
            f"{' '.join(str(min(2 * n, gang.skala)) for n in range(len(gang.optionen)))}",
        ]
    elif gang.methode is Methode.KONSENSSTUFEN:
        lines = ["Je Person eine Nummer:"]
        lines += [f"  {n}  {words}" for n, words in enumerate(konsensstufen.STUFEN.values(), 1)]
    elif gang.methode is Methode.FIST_TO_FIVE:
        lines = ["Je Hand eine Zahl:", *(f"  {words}" for words in fist_to_five.STUFEN)]
    elif gang.methode is Methode.KONSENT:
        lines = [
            "Je Person: k (kein Einwand), b (leichte Bedenken), e (Enthaltung)",
            "oder: einwand und der Grund. Ohne Grund heißt es „Begründung folgt“.",
        ]
    else:
        lines = ["Je Person: j (ja), n (nein) oder e (Enthaltung)."]
    marked = (
        f"  {n}  {title}{' (Passivlösung)' if n - 1 == gang.passiv else ''}"
        for n, title in enumerate(gang.optionen, 1)
    )
    return [*lines, *marked, VERTIPPT]


# --- all of them ---------------------------------------------------------------------------------

_NEU = re.compile(r"(?P<nr>[0-9]{1,4})\s*:\s*(?P<zeile>.+)", re.DOTALL)


def sammeln(gang: Wahlgang, wie_viele: int, gespraech: Gespraech) -> list[Stimme]:
    """Read the ballots of a meeting; each can be taken back until all are counted.

    How many people vote is a guess until then: fewer may have come, or one more.
    """
    stimmen: list[Stimme] = []
    erwartet = wie_viele

    def eine(text: str) -> bool:
        nonlocal erwartet
        word, full = plain(text).strip("._!"), len(stimmen) == erwartet
        if word in {"z", "zurueck", "fertig"} and not stimmen:
            raise FalschError("Es gibt noch keine Stimme.")
        if word in {"z", "zurueck"}:
            stimmen.pop()
        elif word == "fertig":
            return full or gespraech.ja(f"{len(stimmen)} von {erwartet} Stimmen. Sind das alle?")
        elif match := _NEU.fullmatch(text.strip()):
            if not 1 <= int(match["nr"]) <= len(stimmen):
                raise FalschError(f"Eine Stimme {match['nr']} gibt es noch nicht.")
            stimmen[int(match["nr"]) - 1] = lesen(gang, match["zeile"])
        elif full and word == "mehr":
            erwartet += 1
        elif full:
            try:
                return ja_nein(text)
            except FalschError:
                raise FalschError(
                    "Bitte „ja“ eingeben, „zurück“, „mehr“, oder zum Beispiel: 3: und neu."
                ) from None
        else:
            stimmen.append(lesen(gang, text))
        return False

    while True:
        prompt = f"{len(stimmen) + 1}. von {erwartet}: "
        if len(stimmen) == erwartet:
            prompt = f"Alle {erwartet} Stimmen sind da. Auszählen? (ja, zurück, mehr): "
        if gespraech.bis(prompt, eine):
            return stimmen


def aus_datei(gang: Wahlgang, text: str) -> list[Stimme]:
    """Read the ballots of a file, one line each; raises `FalschError` that tells only the line."""
    stimmen = []
    for number, zeile in enumerate(text.splitlines(), 1):
        if not zeile.strip() or zeile.lstrip().startswith("#"):
            continue
        try:
            stimmen.append(lesen(gang, zeile.strip().strip(";,")))
        except FalschError:
            said = "\n".join(anleitung(gang)[:-1])
            raise FalschError(
                f"Zeile {number} der Datei geht nicht.\n{said}\nUngültig: x"
            ) from None
    if not stimmen:
        raise FalschError("In der Datei steht keine Stimme.")
    return stimmen


# --- the sums ------------------------------------------------------------------------------------


def summen(gang: Wahlgang, stimmen: Sequence[Stimme]) -> dict[str, Any]:
    """The sums of the ballots, as minutes write them: `zahlen` of a decision."""
    valid = [s for s in stimmen if s not in (UNGUELTIG, ENTHALTUNG)]
    abstained = sum(s == ENTHALTUNG for s in stimmen)
    if gang.methode is Methode.SYSTEMISCHES_KONSENSIEREN:
        columns = list(zip(*valid, strict=True)) or [()] * len(gang.optionen)
        return _texte(
            gueltig=len(valid), enthaltung=abstained or None, skala=gang.skala,
            optionen=[
                _texte(titel=title, widerstand=sum(column), hoechster=max(column, default=0),
                       passivloesung="ja" if index == gang.passiv else None)
                for index, (title, column) in enumerate(zip(gang.optionen, columns, strict=True))
            ],
        )  # fmt: skip
    if gang.wahl:
        votes = Counter(number for s in valid for number in s)
        return _texte(
            gueltig=len(valid) + abstained, enthaltung=abstained or None,
            stimmen_je_person=gang.je_person,
            optionen=[
                _texte(titel=title, stimmen=votes[number])
                for number, title in enumerate(gang.optionen, 1)
            ],
        )  # fmt: skip
    counts = Counter(s[0] for s in valid)
    if gang.methode is Methode.EINFACHE_MEHRHEIT:
        total = len(valid) + abstained
        return _texte(gueltig=total, ja=counts["ja"], nein=counts["nein"], enthaltung=abstained)
    if gang.methode is Methode.KONSENT:
        return _texte(
            gueltig=len(valid) + abstained, enthaltung=abstained or None,
            einwaende=[{"grund": s[1]} for s in valid if s[0] == "einwand"],
        )  # fmt: skip
    order = konsensstufen.STUFEN if gang.methode is Methode.KONSENSSTUFEN else "012345"
    stufen = _texte(**{name: counts[name] for name in order if counts[name]})
    return _texte(gueltig=len(valid), stufen=stufen)


def _texte(**felder: Any) -> dict[str, Any]:
    """Numbers as they stand in a file; what is not known is left out."""
    return {
        name: str(value) if isinstance(value, int) else value
        for name, value in felder.items()
        if value is not None and value != []
    }
