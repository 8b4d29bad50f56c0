"""From which country one person comes. Of groups („Geflüchtete aus …“) it may be said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import woerter as w
from .laender import ADJEKTIV, FRAU, LAENDER, MANN
from .lazy import Lazy, Match
from .lists import any_of, tokens
from .name_forms import GROSS, behind, is_cited
from .spots import Spot, free
from .view import View
from .vornamen import VORNAMEN

VON_LAENDERN = tokens(*w.VON_LAENDERN)
VON_LEUTEN = tokens(*w.VON_LEUTEN)

_LAND = (
    r"(?:(?:de[mnr]|die|das)\s)?"
    rf"(?P<land>[{GROSS}][\w’'-]+(?:[ ](?:und[ ])?[{GROSS}][\w’'-]+)?)"
)
_DAZU = any_of(r"""
    ursprünglich|gebürtig|selbst|selber|eigentlich|auch|beide|nämlich|erst|gerade|vor \w+ \w+
    \d{4}|als \w+|ja|wohl
""")
_KOMMEN = "(?:kommt|stammt|komme|stamme|kam|stammte)"
_PERSON = "|".join(sorted(w.EINE_PERSON, key=len, reverse=True))
_EINE = "|".join(sorted(w.EINDEUTIG_EINE, key=len, reverse=True))
_EIN = (
    r"(?:[Ee]ine?[mnrs]?|[Uu]nsere?[mnrs]?|[Mm]eine?[mnrs]?|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?"
    r"|[Dd]iese[mnrs]?|[Jj]ene[mnrs]?|[Dd]em)"
)
_DER = r"(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]es|[Dd]as|[Aa]ls|[Ee]ine)"

# --- „kommt aus …“ -------------------------------------------------------------------------------

_KOMMT = Lazy(
    rf"(?<![\w.'’-])(?P<wer>[\w.'’-]{{1,40}}(?:\s[{GROSS}][\w'’-]{{1,40}})?)"
    rf"(?:,\s(?:die|der|das|welche[rs]?)(?:\s\w+)?)?,?\s+{_KOMMEN}(?P<umgekehrt>\s(?:er|sie|ich))?"
    rf"(?:\s+{_DAZU}){{0,2}}\s+aus\s+{_LAND}"
)
_AUS_KOMMT = Lazy(
    rf"\b(?:er|sie|ich|Er|Sie|Ich)\s(?:selbst\s)?(?:{_DAZU}\s)?aus\s{_LAND}\s{_KOMMEN}\b"
)
_AUS = Lazy(
    rf"(?:{_EIN}\s(?:\w+\s){{0,2}}?(?:{_PERSON})|(?:{_EINE})"
    rf"|(?<![\w-])(?P<name>[{GROSS}][\w-]{{1,40}}))(?:\s[{GROSS}][\w-]{{1,40}}){{0,2}}"
    rf",?\s+(?:\([^()\n]{{0,30}}\)\s)?(?:die\s)?aus\s+{_LAND}"
)
_FAMILIE = Lazy(rf"\b(?:{_EIN}|{_DER})\s(?:\w+\s)?(?:Familie|Ehepaar|Paar)\s+aus\s+{_LAND}")
_MEHRERE = r"\b(?:zwei|drei|vier|\d+|viele|mehrere|einige|alle)\s(?:\w+\s)?"
_TITEL = r"\b(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Familie)\s+(?:\w+\s)?"
_PERSON_DAVOR = Lazy(rf"\b(?:Herrn?|{_EINE})\b|\b(?:Hr|Fr)\.")
_STECKBRIEF = Lazy(r"[^\n]*\b(?:Frau|Mann|Person|Kind|Junge|Mädchen)\b[^.!?\n]*,\s*$")

# --- „gebürtig“, „Herkunftsland: …“ --------------------------------------------------------------

_GEBUERTIG = Lazy(rf"\b[Gg]ebürtig(?:e[rnms]?)?\s+(?:aus\s+{_LAND}|(?P<volk>[{GROSS}][\w-]+))")
_GEBOREN = Lazy(
    rf"\bgeboren(?:\s(?:und aufgewachsen))?\s+in\s+{_LAND}|\bin\s(?P<dort>[{GROSS}]\w+)\sgeboren\b"
)
_FELD = Lazy(
    r"\b(?:Herkunftsland|Herkunft|Nationalität|Staatsangehörigkeit|Staatsbürgerschaft|Geburtsland"
    r"|Geburtsort|Heimatland|herkunftsland|nationalität|staatsangehörigkeit)\**[ \t]*[:=][ \t*]*"
    rf"(?P<land>[\w’'-]+(?:[ ][{GROSS}]\w+)?)(?P<rest>[^\n]*)"
)
_ZAHLEN = Lazy(r"%|\d\d")
_LISTE = Lazy(r"[^\n]*(?:\d|/\s?[A-ZÄÖÜ]|\bund\b)|[,;]\s?[A-ZÄÖÜ]\w*(?:\s*[,;]|\s+und\b|\s*$)")
_ADJEKTIV = Lazy(rf"(?:{ADJEKTIV})(?:e[nrs]?)?", re.IGNORECASE)
_WER = Lazy(
    rf"\b(?:[Ee]r|[Ss]ie|[Ii]ch|{_EINE})\b"
    r"(?![^.!?]*\b(?:Menschen|Personen|Familien|Frauen|Männer|alle|viele)\b)[^.!?:]{0,60}$"
)

# --- „die Syrerin“, „ein Iraner“ -----------------------------------------------------------------

_FRAU = Lazy(rf"(?<![\w-])(?P<volk>[{GROSS}][\wäöüß-]+in)(?![\w:*/_-])")
_KEINE_BESTIMMTE = r"\b(?:[Jj]ede[r]?|[Kk]eine[r]?|Wort|Begriff)\s(?:\w+\s)?[„\"]?"
_MANN = Lazy(
    r"(?:\b(?:[Ee]in(?:e[mn]|es)?|[Uu]nser|[Mm]ein|[Dd]em|[Dd]ieser|[Jj]ener|ist|bin|als)\s"
    rf"(?:\w+[ern]\s)?(?P<ein>[{GROSS}]\w+)"
    r"|(?:(?:^|[.!?:;]\s|\n)Der|(?<=[\wäöüß],)\sder"
    r"|(?:^|[^\w])(?:weil|dass|wenn|und|aber|hat|ist|war|bat|fragt|sagt|mit|von) der)"
    rf"\s(?:\w+e\s)?(?P<der>[{GROSS}]\w+)(?=\s(?:hat|hatte|ist|war|\w+(?:te|t))\b))(?![\w:*/_-])",
    re.MULTILINE,
)
_ODER_SIE = Lazy(r"\s(?:oder|und)\s(?:eine\s)?\w+in\b")
_ADJ = Lazy(
    rf"\b(?P<wer>(?:{_EIN}|{_DER})\s(?:\w+e[nrms]?\s)?)"
    rf"(?P<volk>(?:{ADJEKTIV})(?:e[nrms]?|stämmige[nrms]?))\s(?P<person>[{GROSS}]\w+)"
)
_EIN_WORT = Lazy(_EIN)
_VIELER = Lazy(r"[Dd]er\s.*en$")
_PASS = Lazy(
    rf"\b(?P<volk>(?:{ADJEKTIV})e[nrms]?)\s"
    r"(?:Staatsangehörigkeit|Staatsbürgerschaft|Herkunft|Abstammung|Pass|Wurzeln)\b"
)


def origins(view: View) -> list[Spot]:
    """Every place that says where one person comes from; unsure ones have an `art`."""
    if not (view.has(VON_LAENDERN) or view.has(VON_LEUTEN)):
        return []
    return view.once("origins", lambda: _origins(view))


def _origins(view: View) -> list[Spot]:
    finders = (_from, _families, _born, _fields, _women, _men, _described)
    found = [s for find in finders for s in find(view.text) if not is_cited(view, s.start)]
    sure = [s for s in found if not s.art]
    return sorted(sure + free([s for s in found if s.art], sure))


def _spot(match: Match, art: str = "", group: str = "land") -> Iterator[Spot]:
    """The country of a match, if it is one."""
    first = match[group].partition(" ")[0]
    name = match[group] if match[group] in LAENDER else first
    if name in LAENDER:
        start = match.start(group)
        yield Spot(start, start + len(name), art)


def _from(text: str) -> Iterator[Spot]:
    """„Sie kommt aus …“, „eine Frau aus …“, „Ayla aus …“."""
    for match in _KOMMT.finditer(text):
        art = _who(text, match)
        if art is not None:
            yield from _spot(match, art)
    for match in _AUS_KOMMT.finditer(text):
        yield from _spot(match)
    for match in _AUS.finditer(text):
        name = match["name"]
        one = not name or name in VORNAMEN or behind(text, match.start("name"), _TITEL)
        if one and not behind(text, match.start(), _MEHRERE):
            yield from _spot(match)


def _who(text: str, match: Match) -> str | None:
    """Who comes from there: empty for a person, a word for perhaps, None for a thing."""
    row = match["wer"].split()
    last = row[-1].lower()
    if match["umgekehrt"] or last in {"er", "ich"}:
        return ""
    if any(word in VORNAMEN or word in w.EINE_PERSON for word in (row[0], row[-1])):
        return ""
    start = match.start("wer")
    if any(behind(text, at, _TITEL) for at in (start, start + len(row[0]) + 1)):
        return ""
    before = text[max(0, start - 200) : match.end("wer")]
    told = _PERSON_DAVOR.search(before) or not VORNAMEN.isdisjoint(re.findall(r"\w+", before))
    if last == "sie":
        return "" if told else "vielleicht"
    line = before[before.rfind("\n") + 1 : -len(row[-1])]
    if _STECKBRIEF.match(line) or (told and last in {"selbst", "selber", "und", "die", "der"}):
        return ""
    return None


def _families(text: str) -> Iterator[Spot]:
    """„Die Familie aus …“: one family is few people, but perhaps it stands for many."""
    for match in _FAMILIE.finditer(text):
        yield from _spot(match, "vielleicht")


def _born(text: str) -> Iterator[Spot]:
    """„gebürtig aus …“, „in … geboren“."""
    for match in _GEBUERTIG.finditer(text):
        if match["land"]:
            yield from _spot(match)
        elif match["volk"] in MANN or match["volk"] in FRAU:
            yield Spot(*match.span("volk"))
    for match in _GEBOREN.finditer(text):
        if _WER.search(text[max(0, match.start() - 80) : match.start()]):
            yield from _spot(match, group="land" if match["land"] else "dort")


def _fields(text: str) -> Iterator[Spot]:
    """„Herkunftsland: …“ of one person, not the countries of many."""
    for match in _FELD.finditer(text):
        if _ZAHLEN.search(match["rest"]) or _LISTE.match(match["rest"]):
            continue
        word = match["land"].partition(" ")[0]
        if _ADJEKTIV.fullmatch(word) or word in MANN or word in FRAU:
            yield Spot(match.start("land"), match.start("land") + len(word))
        else:
            yield from _spot(match)


def _women(text: str) -> Iterator[Spot]:
    """„die Syrerin“: many would be „Syrerinnen“."""
    for match in _FRAU.finditer(text):
        if match["volk"] in FRAU and not behind(text, match.start(), _KEINE_BESTIMMTE, 60):
            yield Spot(*match.span("volk"))


def _men(text: str) -> Iterator[Spot]:
    """„ein Iraner“, „Der Syrer fragt“; but not „die Zahl der Syrer“."""
    for match in _MANN.finditer(text):
        group = "ein" if match["ein"] else "der"
        if match[group] in MANN and not _ODER_SIE.match(text, match.end()):
            yield Spot(*match.span(group))


def _described(text: str) -> Iterator[Spot]:
    """„unser ukrainischer Kollege“, „sie hat die türkische Staatsangehörigkeit“."""
    for match in _ADJ.finditer(text):
        one = match["person"] in w.EINDEUTIG_EINE or (
            match["person"] in w.EINE_PERSON and _EIN_WORT.match(match["wer"])
        )
        if one and not _VIELER.match(f"{match['wer'].strip()} {match['volk']}"):
            yield Spot(*match.span("volk"))
    for match in _PASS.finditer(text):
        if _WER.search(text[max(0, match.start() - 100) : match.start()]):
            yield Spot(*match.span("volk"))
