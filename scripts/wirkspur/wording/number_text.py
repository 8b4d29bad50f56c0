"""Numbers as people write them: what was meant, and what to say."""

from __future__ import annotations

import re

from ..findings import Rule
from .words import ascii_digits, shown

ZAHL = Rule(
    "zahl-form",
    "Hier wird eine Zahl erwartet",
    "Mit Zahlen wird gerechnet.",
    tun="Schreiben Sie nur die Zahl, mit Ziffern und ohne Wort, Einheit oder Punkt. Ist die "
    "Zahl nicht bekannt und das Feld nicht nötig, löschen Sie die Zeile.",
    falsch="anwesend: 9 Personen",
    richtig="anwesend: 9",
)

Says = tuple[Rule, str, str]

_WORTE = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwölf",
)  # fmt: skip
_TAUSEND = re.compile(r"-?[0-9]{1,3}([.'’ \u202f\u00a0])[0-9]{3}(?:\1[0-9]{3}){0,2}(,[0-9]+)?")
_EINE = re.compile(r"(?:[^\W\d]+[.:]? )?\+?([0-9]{1,12}(?:[.,][0-9]{1,2})?)(?: ?[%€.]| [^\d]+)?")


def unreadable_number(
    name: str, text: str, *, broken: bool, optional: bool, unit: bool
) -> tuple[Rule, str, str]:
    """A number in another notation.

    `broken` numbers may have a comma; `unit` says that the record has a field for the unit.
    """
    digits = ascii_digits(text.strip())
    if match := _TAUSEND.fullmatch(digits):
        whole = re.sub(r"[^0-9,-]", "", digits)
        if match[1] != "." or match[2] or digits.count(".") > 1:
            message = f"Bei „{name}“ wird eine Zahl gebraucht, hier steht {shown(text)}."
            return ZAHL, message, f"Bitte so schreiben: {whole}"
        comma = f" Sonst mit Komma: {digits.replace('.', ',')}" if broken else ""
        hint = f"Steht der Punkt für Tausend? Bitte {whole} schreiben.{comma}"
        return ZAHL, f"{shown(text)} ist bei „{name}“ nicht eindeutig.", hint
    message = f"Bei „{name}“ wird eine Zahl gebraucht, hier steht {shown(text)}."
    one = _EINE.fullmatch(digits)
    word = digits.lower()
    meant = str(_WORTE.index(word)) if word in _WORTE else one[1] if one else ""
    if meant and (broken or meant.isdigit()):
        rest = f"; das {digits[-1]} gehört in „einheit“." if unit and digits[-1] in "%€" else ""
        return ZAHL, message, f"Bitte so schreiben: {meant}{rest}"
    hint = "Bitte nur eine Zahl eintragen, zum Beispiel 12 oder 43,1." if broken else (
        "Bitte nur Ziffern eintragen, zum Beispiel 12."
    )  # fmt: skip
    return (
        ZAHL,
        message,
        hint + (" Ist die Zahl nicht bekannt, die Zeile weglassen." if optional else ""),
    )
