"""A language and a place that together point to one of a few people."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..privat.lazy import Lazy
from ..privat.lists import any_of, tokens
from ..privat.spots import Spot, findings
from ..privat.view import View, suspects
from ..privat.woerter import EINDEUTIG_EINE

RULE = Rule(
    "sprache-und-ort",
    "Sprache und Ort zeigen zusammen auf eine Person",
    "Die Gruppe besteht aus wenigen Menschen. Wer weiß, welche Sprache jemand spricht und wo er "
    "tätig ist, weiß meist auch, wer es ist.",
    Severity.WARNUNG,
    tun="Lassen Sie eines von beiden weg. Termine dürfen ihre Sprachen nennen: „Der Rundgang ist "
    "auf Arabisch“ sagt nichts über eine Person.",
    falsch="Die Connectorin, die im Nordviertel Tigrinya spricht, fragt nach.",
    richtig="Eine Connectorin fragt nach.",
)
HINT = "Bitte die Sprache oder den Ort weglassen, zum Beispiel „eine Connectorin“."
_WORTE = tokens(
    "spricht Muttersprache Muttersprachlerin Muttersprachler muttersprachlich sprechende",
    "sprechenden",
)
_SPRACHE = any_of("""
    Albanisch|Amharisch|Arabisch|Armenisch|Aserbaidschanisch|Bengalisch|Bosnisch|Bulgarisch
    Chinesisch|Dari|Ewe|Farsi|Französisch|Fula|Ga|Georgisch|Griechisch|Hausa|Hebräisch|Hindi|Igbo
    Italienisch|Japanisch|Koreanisch|Kroatisch|Kurdisch|Kurmandschi|Lingala|Malinke|Mandarin
    Mazedonisch|Nepali|Niederländisch|Oromo|Pashto|Paschtu|Persisch|Polnisch|Portugiesisch|Punjabi
    Romanes|Rumänisch|Russisch|Serbisch|Singhalesisch|Somali|Sorani|Spanisch|Swahili|Suaheli|Tamil
    Tamilisch|Thai|Tigre|Tigrinya|Tschechisch|Türkisch|Twi|Ukrainisch|Ungarisch|Urdu|Usbekisch
    Vietnamesisch|Wolof|Yoruba|Zaza
""")
_SPRICHT = Lazy(
    rf"(?P<a>{_SPRACHE})(?:[ ,]{{1,2}}(?:und[ ])?{_SPRACHE}){{0,6}}[ ](?:\w+[ ])?spricht\b"
    rf"|\bspricht[ ](?:\w+[ ]){{0,3}}(?P<b>{_SPRACHE})\b"
    rf"|\b(?P<c>{_SPRACHE})[ ](?:als[ ])?Muttersprach\w+"
    rf"|\bMuttersprach\w+\W{{1,3}}(?:ist[ ])?(?P<d>{_SPRACHE})\b"
    rf"|\b(?P<e>{_SPRACHE})[ -]?(?:sprechende[rn]?|sprachige[rn]?)[ ]\w+"
)
_WER = Lazy(rf"\b(?:{'|'.join(sorted(EINDEUTIG_EINE))}|[Tt]andem|[Ee]r|[Ss]ie|[Dd]ie|[Dd]er)\b")
_VIELE = Lazy(
    r"\b(?:viele|alle|Menschen|Familien|Eltern|Frauen|jemand|niemand|[wW]er|wenn|\d+)\b|innen\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Language and place never stand together about one person (concept § 4)."""
    places: Lazy | None = None
    for view in suspects(facts):
        art = view.file.typ.art if view.file.typ else ""
        tandems = art == "gruppe" and "tandems:" in view.file.text
        if not (tandems or view.has(_WORTE)):
            continue
        if places is None:
            places = _places(facts)
        spots = [*_in_text(view, places), *(_in_tandems(view) if tandems else ())]
        one = "Sprache und Ort zeigen hier auf eine Person: {}."
        yield from findings(RULE, view, spots, one, one, HINT)


def _places(facts: Facts) -> Lazy:
    """The names of all places smaller than the city."""
    stadt = facts.register.verzeichnis("stadt")
    titles = {record.data.titel for record in facts.register.of("sozialraum")}
    titles |= {record.data.titel for record in facts.register.of("welcome-point")}
    parts = {part.strip() for title in titles for part in re.split(r"[(),/]", title)}
    names = {part for part in parts if len(part) > 3} - {stadt.name if stadt else ""}
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return Lazy(
        rf"(?<!\w)(?:{words or '(?!)'})(?!\w)|\bStadtbezirk \d+"
        r"|\b(?:[Aa]us|[Ii]n|[Ii]m) (?:dem |der )?\w+viertel\b"
    )


def _in_text(view: View, places: Lazy) -> Iterator[Spot]:
    text = view.text
    for match in _SPRICHT.finditer(text):
        start = max(
            text.rfind(sign, 0, match.start()) + 1 for sign in (". ", "! ", "? ", "\n\n", ":")
        )
        stop = re.search(r"[.!?](?:\s|$)|\n\n|\Z", text[match.end() :])
        end = match.end() + (stop.start() if stop else 0)
        sentence = text[start:end]
        if _WER.search(sentence) and not _VIELE.search(sentence) and places.search(sentence):
            group = next(name for name, value in match.groupdict().items() if value)
            yield Spot(*match.span(group))


def _in_tandems(view: View) -> Iterator[Spot]:
    """A tandem is bound to its places, so its name must not tell a language."""
    begin = view.text.index("tandems:")
    for match in re.finditer(rf"\b{_SPRACHE}\b", view.text[begin:]):
        if view.way(begin + match.start())[:1] == ("tandems",):
            yield Spot(begin + match.start(), begin + match.end())
