"""Questions at the keyboard: one after the other, asked again with what was wrong.

Knows neither keyboard nor screen: a command brings both. Nothing that is typed is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ..records.common import Datum
from ..wording.date_text import guess_date
from ..wording.words import did_you_mean, listing, plain, shown, similar
from ..worte import datum

T = TypeVar("T")
JA = {"j", "ja", "y", "yes", "ok"}
NEIN = {"n", "nein", "no"}
ABGEBROCHEN = "Abgebrochen. Es wurde nichts geschrieben."


class FalschError(Exception):
    """What was answered will not do; says why and what would."""


@dataclass(frozen=True, slots=True)
class Frage:
    """A question: `wahl` are the values to choose from, each with its words."""

    feld: str
    satz: str
    wahl: Mapping[str, str] | None = None
    noetig: bool = False
    vorgabe: str = ""
    """What an empty answer means."""
    tag: bool = False
    """Whether a date is asked for."""
    genau: bool = False
    """Whether it has to be a day."""
    liste: bool = False
    """Whether several answers may stand there, with commas between."""

    def lesen(self, text: str, today: date) -> str:
        """The value that an answer means; raises `FalschError`."""
        text = " ".join(text.split())
        if not text:
            if self.noetig:
                raise FalschError("Hier ist eine Antwort nötig.")
            return ""
        if self.wahl:
            return gewaehlt(text, self.wahl)
        return tag(text, today, genau=self.genau) if self.tag else text

    @property
    def sonst(self) -> str:
        """What an empty answer means, in words."""
        if not self.vorgabe:
            return ""
        if self.wahl:
            return self.wahl[self.vorgabe]
        return datum(self.vorgabe) if self.tag else self.vorgabe


@dataclass(frozen=True, slots=True)
class Gespraech:
    """Asks by `lies` and tells by `sag`."""

    lies: Callable[[str], str]
    sag: Callable[[str], None]
    today: date

    def frage(self, frage: Frage) -> str:
        """Ask until the answer will do."""
        self.sag("")
        self.sag(frage.satz)
        for number, words in enumerate((frage.wahl or {}).values(), 1):
            self.sag(f"  {number:>2}  {words}")
        end = f" [Eingabetaste: {frage.sonst}]" if frage.vorgabe else ""
        if not frage.vorgabe and not frage.noetig:
            end = " [Eingabetaste: ohne]"
        prompt = f"{'Nummer' if frage.wahl else 'Antwort'}{end}: "
        return self.bis(prompt, lambda text: self._antwort(frage, text))

    def _antwort(self, frage: Frage, text: str) -> str:
        return (
            frage.vorgabe if frage.vorgabe and not text.strip() else frage.lesen(text, self.today)
        )

    def bis(self, prompt: str, lesen: Callable[[str], T]) -> T:
        """Ask until `lesen` accepts the answer."""
        while True:
            try:
                return lesen(self.lies(prompt))
            except FalschError as error:
                self.sag(f"  {error}")

    def ja(self, satz: str) -> bool:
        """Ask for yes or no; nothing else will do."""
        return self.bis(f"{satz} (ja oder nein): ", ja_nein)


def ja_nein(text: str) -> bool:
    """Yes or no; raises `FalschError`."""
    word = plain(text).strip("._!")
    if word not in JA | NEIN:
        raise FalschError("Bitte „ja“ oder „nein“ eingeben.")
    return word in JA


def zugestimmt(satz: str) -> bool:
    """Ask at the terminal; whatever is not a yes is a no, and so is a terminal that is none."""
    try:
        return plain(input(f"{satz} (ja oder nein): ")).strip("._!") in JA
    except EOFError:
        return False


def gewaehlt(text: str, wahl: Mapping[str, str]) -> str:
    """The chosen value: by its number, its name in files, or its words."""
    values = list(wahl)
    if text.isdecimal():
        if 1 <= int(text) <= len(values):
            return values[int(text) - 1]
        raise FalschError(f"Bitte eine Nummer von 1 bis {len(values)} eingeben.")
    by_word = {plain(words): value for value, words in wahl.items()}
    by_word |= {plain(value): value for value in values}
    if value := by_word.get(plain(text)):
        return value
    meant = {value for word, value in by_word.items() if word.startswith(plain(text))}
    if len(meant) == 1:
        return meant.pop()
    near = similar(text, by_word)
    hint = did_you_mean(text, [by_word[near[0]]] if near else [])
    raise FalschError(
        f"{shown(text)} steht nicht zur Wahl. {hint or f'Möglich sind: {listing(values)}.'}"
    )


def tag(text: str, today: date, *, genau: bool = False) -> str:
    """A date in our notation, from any that people use; raises `FalschError`."""
    if plain(text) == "heute":
        return str(today)
    example = f"Zum Beispiel: {today.day}.{today.month}.{today.year}"
    guess = guess_date(text)
    if guess is None:
        raise FalschError(f"{shown(text)} ist kein Datum. {example}")
    if wrong := guess.wrong():
        raise FalschError(f"Das Datum {shown(text)} gibt es nicht. {wrong}")
    found = Datum(str(guess))
    if genau and not found.genau:
        raise FalschError(f"Hier ist ein Tag nötig. {example}")
    return str(found)
