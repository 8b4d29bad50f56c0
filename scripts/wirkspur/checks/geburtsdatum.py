"""When a person was born."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..privat.lazy import Lazy
from ..privat.lists import any_of, tokens
from ..privat.name_forms import behind, is_cited
from ..privat.spots import Spot, findings
from ..privat.view import View, suspects
from ..wording.words import MONATE

RULE = Rule(
    "geburtsdatum",
    "Ein Geburtsdatum oder Jahrgang",
    "Mit dem Geburtsdatum lässt sich fast jeder Mensch eindeutig finden. Für die Arbeit der Gruppe "
    "reicht zu wissen, dass jemand volljährig ist.",
    tun="Löschen Sie die Angabe. Ist das Alter wichtig, nennen Sie eine Gruppe, zum Beispiel "
    "„eine ältere Person“.",
    falsch="Ein Teilnehmer (geb. 12.03.1958) findet keinen Arzttermin.",
    richtig="Ein älterer Mensch findet keinen Arzttermin.",
)
HINT = "Bitte löschen. Ist das Alter wichtig, reicht zum Beispiel „eine ältere Person“."
_WORTE = tokens(
    "geb Geb geboren Geboren Geburtsdatum Geburtstag Geburtsjahr geburtsdatum geburtstag",
    "geburtsjahr GebDatum Jahrgang Jg",
)
_JAHR = r"(?:19[0-9]{2}|20[0-2][0-9])"
_MONAT = "|".join(rf"{name[:3].capitalize()}\w*\.?" for name in MONATE)
_TAG = any_of(rf"""
    [0-3]?[0-9]\.\s?(?:[01]?[0-9]\.|{_MONAT})\s?(?:{_JAHR}|'?[0-9]{{2}}\b)?|{_JAHR}-[0-9]{{2}}-[0-9]{{2}}
    (?:im\s)?(?:{_MONAT})\s{_JAHR}|[0-3]?[0-9]/[01]?[0-9]/(?:{_JAHR}|[0-9]{{2}})|{_JAHR}
    """)
_WER = "(?:er|sie|ich|sohn|tochter|kind|mutter|vater|frau|mann|zwillinge)"
_GEBOREN = Lazy(
    rf"\bgeb(?:oren)?\b\.?(?:[ \t]?(?:am|im|ca\.|in))?[ \t]*:?\s{{0,8}}(?P<a>{_TAG})"
    r"(?![ \t]?(?:Uhr|Euro|€|/|(?:bis|[–-])[ \t]?[0-9]))"
    r"|\b(?:Geburts(?:datum|tag|jahr)|Geb\.-?\s?(?:Datum|Dat\.|Tag)|GebDatum)\b[^\w\n]{1,5}"
    rf"(?:ist |war |am )?(?P<b>{_TAG})"
    rf"|\b{_WER}\s(?:ist|bin|wurde|sind)\s(?:am\s|im\s|etwa\s)?(?P<c>{_TAG})\s"
    r"(?:in\s[\w-]+\s)?geboren\b"
    rf"|\(\s?[*✱]\s?(?P<d>{_TAG})",
    re.IGNORECASE,
)
_JAHRGANG = Lazy(
    r"(?:[,(:–-]\s?|\b(?:ist|bin|war|sind|Frau|Mann|Person|Herr \w+|Frau \w+|Kind|Sohn|Tochter"
    r"|Mädchen|Junge),?\s)(?:Jahrgang|Jg\.)\s(?P<a>19[2-9][0-9]|20[01][0-9])"
    r"(?!\s?[/–-]|,? (?:Heft|Nr|H\.|S\.))"
)
_SACHE = (
    r"\b(?:Idee|Projekt|Verein|Konzept|Programm|Initiative|Netzwerk|Name|Begriff|Gruppe)\b"
    r"[^.!?,;:\n]{0,60}"
)
"""Before „geboren“: then a thing was „born“, not a person."""


def check(facts: Facts) -> Iterator[Finding]:
    """Birth dates are never kept, only whether somebody is of age (facts R03)."""
    for view in suspects(facts):
        if view.has(_WORTE) or "(*" in view.file.text:
            one, many = "Hier steht, wann jemand geboren ist: {}.", "Hier stehen Geburtsdaten: {}."
            yield from findings(RULE, view, _births(view), one, many, HINT)


def _births(view: View) -> Iterator[Spot]:
    for pattern in (_GEBOREN, _JAHRGANG):
        for match in pattern.finditer(view.text):
            group = next(name for name, value in match.groupdict().items() if value)
            thing = behind(view.text, match.start(), _SACHE, 90)
            if not thing and not is_cited(view, match.start()):
                yield Spot(*match.span(group))
