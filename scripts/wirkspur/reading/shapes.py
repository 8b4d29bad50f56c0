"""Lines that cannot be read, by their looks: what to say about each, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .syntax_text import ESCAPED, quote_hint, quoted, single_quotes


class Shape(NamedTuple):
    """A line that looks like this, with a problem like that, and what to say."""

    problem: str
    line: str
    message: str
    hint: str | Callable[[str], str]


_BODY = "Solcher Text gehört unter die zweite Linie ---, nicht zwischen die Felder."
_ALONE = "Bitte den Text dahinter schreiben oder die Zeile löschen."
_AFTER_QUOTE = (
    "Nach dem schließenden Anführungszeichen steht noch Text.",
    "Bitte den ganzen Wert in ein Paar Anführungszeichen setzen: ",
)

SHAPES = tuple(
    Shape(*shape)
    for shape in (
        ("sequence entries", r".*:\s+-\s*$", "„-“ allein ist kein Text.", _ALONE),
        ("sequence entries", r".*:\s+- ", "Ein Listenpunkt steht nicht so da, wie er gelesen "
         "werden kann.", "Jeder Listenpunkt braucht eine eigene Zeile, die mit Strich und "
         "Leerzeichen beginnt: - Text"),
        ("expected key", r"- \s*[a-z_]+:",
         "Vor diesem Feld steht ein Strich, aber hier ist keine Liste.",
         lambda line: f"Bitte den Strich löschen: {line.removeprefix('- ')}. Gehört die Zeile in "
         "die Liste darüber, bitte wie deren andere Punkte einrücken."),
        ("", r"\s*: ", "Vor dem Doppelpunkt fehlt der Name.",
         "Ein Feld sieht so aus: name: Wert. Geht der Text der Zeile davor weiter, bitte den "
         "ganzen Text in Anführungszeichen setzen."),
        ("", r"\s*\?\s", "Eine Zeile darf nicht mit „?“ beginnen.",
         "Ein Feld sieht so aus: name: Wert"),
        ("mapping keys", r".*[:-]\s+\?", "Ein Wert darf nicht mit „?“ beginnen.", quote_hint),
        ("", "%", "Eine Zeile darf nicht mit „%“ beginnen.",
         lambda line: f"Bitte das Zeichen löschen: {line.lstrip('% ')}"),
        ("", "```", "Die Zeichen ``` gehören nicht zwischen die Felder.",
         "Bitte diese Zeile löschen."),
        ("block scalar|line break", r"\|", "Eine Tabelle geht zwischen den Feldern nicht.", _BODY),
        ("block scalar|line break", ">", "Eine Zeile darf nicht mit „>“ beginnen.", _BODY),
        ("line break", r".*[:-]\s+[|>][+-]\d?\s", "Hinter diesem Zeichen gehört der Text auf die "
         "nächste Zeile.", lambda line: "Bitte den Text in die Zeile darunter setzen, um zwei "
         "Leerzeichen weiter eingerückt; oder so: "
         + quoted(re.sub(r"([:-]\s+)[|>][+-]\d?\s+", r"\1", line, count=1))),
        ("", r"\s*- +\[[ xX]?\]", "Ein Kästchen zum Abhaken geht hier nicht.",
         lambda line: "Bitte ohne Kästchen schreiben: "
         + re.sub(r"\[[ xX]?\]\s*", "", line, count=1)),
        ("escape character|hexdecimal", "", ESCAPED, single_quotes),
        ("", r".*[:-]\s+([\"']).*\1\s*\S", _AFTER_QUOTE[0],
         lambda line: _AFTER_QUOTE[1] + quoted(line)),
        ("cannot start any token", r".*[:-]\s+[@`%]", "Ein Wert darf nicht mit „{sign}“ beginnen.",
         quote_hint),
        ("cannot start any token", "", "Eine Zeile darf nicht mit „{sign}“ beginnen.",
         "Ein Feld sieht so aus: name: Wert"),
        ("", r".*[:-]\s+[|>\[{]", "Ein Wert darf nicht mit einer Klammer, | oder > beginnen.",
         quote_hint),
    )
)  # fmt: skip
