"""A small number of people in running text, of whom a country or their coming is told."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..privat.herkunft import VON_LAENDERN, VON_LEUTEN
from ..privat.laender import ADJEKTIV, LAENDER
from ..privat.lazy import Lazy
from ..privat.lists import any_of, tokens
from ..privat.name_forms import behind
from ..privat.view import View, suspects
from ..privat.zahlen import kleinste

RULE = Rule(
    "kleine-zahl-im-text",
    "Eine sehr kleine Zahl von Menschen im Text",
    "Wer liest, dass zwei Frauen aus einem Land da waren, weiß oft, wer sie sind.",
    Severity.WARNUNG,
    tun="Schreiben Sie „wenige“ oder „einige“ statt der Zahl. Rollen dürfen gezählt werden: „zwei "
    "Sprecher:innen“.",
    falsch="Zum Termin kamen nur zwei Frauen.",
    richtig="Zum Termin kamen nur wenige.",
)
HINT = "Bitte „wenige“ oder „einige“ schreiben statt der Zahl."
_WORTE = tokens(
    "kamen kam erschienen nahmen teilgenommen gekommen angemeldet dabei",
    "Teilnehmende TN Gäste",
)
_WER = any_of("""
    Personen|Person|Menschen|Frauen|Männer|Familien|Familie|Kinder|Jugendliche|Mütter|Väter|Gäste
    Geflüchtete[rn]?|Teilnehmende[rn]?|Teilnehmer(?::innen|\\*innen|innen|in)?|Mädchen|Jungen|Leute
    Besucher(?::innen|\\*innen|innen)?|Bewohner(?::innen|innen)?|Schüler(?::innen|innen)?
    Senior(?::innen|innen|en)
""")
_KOMMEN = any_of("""
    kamen|kam|erschienen|erschien|nahmen|nahm|teilgenommen|gekommen|dabei|anwesend|angemeldet
    da waren
""")
_NUR = "(?:nur |lediglich )"
_TEXT = Lazy(
    rf"\b(?P<a>{_NUR}?(?:[Zz]wei|2)|{_NUR}(?:eine?|1))\s{_WER}\s"
    rf"(?:aus (?:de[rmn] )?(?P<land>[A-ZÄÖÜ][\w-]+)|(?:\w+\s){{0,3}}{_KOMMEN}\b)"
    rf"|\b(?P<d>{_NUR}?(?:[Zz]wei|2)|{_NUR}(?:eine?|1))\s(?:{ADJEKTIV})e[nr]?\s{_WER}\b"
    rf"|\b{_KOMMEN}\s(?:\w+\s){{0,3}}?(?P<b>{_NUR}(?:zwei|2|eine?|1))\s{_WER}"
    r"|^[ \t>*-]{0,8}(?:Teilnehmende|Teilnehmendenzahl|Teilnehmerzahl|Besucherzahl|Besucher:innen"
    r"|Gäste|TN)\**[ \t]*:\**[ \t]*(?P<c>[12]|ein|eine|zwei)\b(?![.,:]\d)",
    re.MULTILINE,
)
_ROLLE = (
    r"\b(?:[Mm]indestens|[Hh]öchstens|[Bb]is zu|je|pro|jeweils|immer|stets|maximal|ab|zu)"
    r"\s(?:\w+\s)?"
)
"""Before the number: then it is a rule, not a count."""


def check(facts: Facts) -> Iterator[Finding]:
    """What is told of one or two people in a text is a warning (concept § 4)."""
    if kleinste(facts.register) < 3:
        return
    for view in suspects(facts):
        if view.has(_WORTE) or view.has(VON_LAENDERN) or view.has(VON_LEUTEN):
            yield from _few(view)


def _few(view: View) -> Iterator[Finding]:
    for match in _TEXT.finditer(view.text):
        here = match["land"] and match["land"] not in LAENDER
        if not here and not behind(view.text, match.start(), _ROLLE):
            group = next(name for name, value in match.groupdict().items() if value)
            place, _ = view.spot(*match.span(group))
            said = f"„{match[group]}“: Bei so wenigen Menschen erkennt man, wer gemeint ist."
            yield RULE.at(place, said, HINT)
