"""What the stated result of a decision claims, as volunteers write it.

Only what is sure is read: whatever could mean something else claims nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aussage:
    """The claims of a result; what is not said is None or empty."""

    angenommen: bool | None = None
    genannt: tuple[str, ...] = ()
    """Titles of proposals that are named as chosen."""
    einstimmig: bool = False
    stimmen: tuple[tuple[str, int], ...] = ()
    """Votes that are repeated by name: ja, nein, enthaltung."""
    paar: tuple[int, ...] = ()
    """Votes that are repeated without names: „7 zu 2“."""
    erklaert: bool = False
    """Whether it speaks of a further round, a lot, or the rule for ties."""
    leer: bool = False
    """Whether nothing at all could be read from it."""


_ZAHLWORT = {
    "null": 0, "keine": 0, "kein": 0, "ohne": 0, "eine": 1, "einer": 1, "zwei": 2, "drei": 3,
    "vier": 4, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwoelf": 12,
}  # fmt: skip
_ALLEIN = r"(?=\s?(?:$|[,.;:=)/–-]|und\b|bei\b|\d))"
"""No other word follows: „zwei dafür“, but not „zwei dafür gewählte Personen“."""
_JA = rf"ja(?:[- ]?stimmen?)?|dafuer{_ALLEIN}"
_NEIN = rf"nein(?:[- ]?stimmen?)?|dagegen{_ALLEIN}|gegenstimmen?"
_LABEL = rf"(?:(?P<ja>{_JA})|(?P<nein>{_NEIN})|(?P<enthaltung>enthaltung(?:en)?))\b"
_ANZAHL = rf"(?P<n>\d{{1,4}}|{'|'.join(_ZAHLWORT)})"
_DAVOR = re.compile(rf"\b{_ANZAHL}\s?(?:x|mal|stimmen?|personen)?[- ]?\s?{_LABEL}")
_DANACH = re.compile(rf"\b{_LABEL}\s?[:=]?\s?(?P<n>\d{{1,4}})\b(?!\s?[%.])")
_PAAR = re.compile(
    r"(?:^|[(,;–-]|\bmit|\bstimmen|\bergebnis:?|\bangenommen:?|\babgelehnt:?|\beinstimmig:?"
    r"|\bbeschlossen:?)\s*(\d{1,3})\s?(?:zu|:|gegen)\s?(\d{1,3})(?:\s?(?:zu|:)\s?(\d{1,3}))?"
    r"(?=\s*(?:$|[).,;!–-]|stimmen|angenommen|abgelehnt|beschlossen|bei|und|enthaltung))"
)
_UHRZEIT = re.compile(r"\buhr\b|\b(?:um|ab|bis|von|beginn)\s\d")

_PLUS = (
    r"(?:angenommen|beschlossen|zugestimmt|verabschiedet|bestaetigt|genehmigt|bewilligt|gewaehlt)"
)
_DAFUER = re.compile(
    rf"\b{_PLUS}\b|\bannahme\b|\bzustimmung\b|\bkonsen[ts]\b|\bgeht durch\b|^(?:ja|dafuer)\W*$"
    r"|\b(?:kein|keine|keinen|ohne) (?:\w+ ){0,2}(?:einw(?:and|aende)|veto)\b"
    r"|\b(?:mehrheitlich|mehrheit|alle|einstimmig) (?:ist |sind |war |waren )?(?:da)?fuer\b"
)
_DAGEGEN = re.compile(
    rf"\bnicht {_PLUS}\b|\babgelehnt\b|\bablehnung\b|\bdurchgefallen\b|\bgescheitert\b"
    r"|\bverworfen\b|\bnicht (?:zustande gekommen|durchgekommen)\b"
    r"|\b(?:keine?|ohne) (?:mehrheit|konsen[ts]|zustimmung|annahme|beschluss)\b"
    r"|\bkonsen[ts] (?:\w+ )?(?:nicht|verfehlt|verweigert)\b"
    r"|^(?:nein|dagegen|(?:ein )?veto)\W*$"
    r"|\b(?:mehrheitlich|mehrheit|alle|einstimmig) (?:ist |sind |war |waren )?dagegen\b"
)
_UNKLAR = re.compile(
    rf"\bnicht (?:\w+ ){{1,4}}{_PLUS}\b|\bteilweise\b|\b{_PLUS} als\b"
    r"|\b(?:nicht|kein\w*|ohne) (?:\w+ )?ab(?:gelehnt|lehnung)\b"
)
_AUFGESCHOBEN = re.compile(
    r"\b(?:vertag|verschob|verschieb|zurueckgestellt|aufgeschoben|zurueckgezogen|ueberarbeit"
    r"|weiter\s?(?:be)?raten|unentschieden|patt\b|(?:kein|ohne) ergebnis|noch offen|naechst\w+ "
    r"(?:treffen|mal|sitzung))"
)
_RUNDE = re.compile(
    r"\b(?:los|losentscheid|gelost|ausgelost|stichwahl|\w*runde|durchgang|geschaeftsordnung"
    r"|satzung|gleichstand|wiederhol\w*|unentschieden|patt)\b"
)
_EINSTIMMIG = re.compile(r"(?<!nicht )(?<!fast )(?<!nahezu )(?<!beinahe )\beinstimmig")
_NICHT = re.compile(r"\b(?:nicht|kein\w*|weder|ersatz\w*|stellvertret\w*|verzicht\w*|nachrueck\w*"
                    r"|gefolgt|danach|dann|zweit\w*|platz)\b")  # fmt: skip
_VERLIERER = re.compile(r"\b(?:vor|statt|anstatt|anstelle|gegenueber)\b")
_SIEGT = re.compile(
    r"\W*(?:hat )?(?:gewinnt|gewonnen|siegt|setzt sich|liegt vorn|gewann)\b(?! nicht)"
)
_ART = re.compile(
    r"(?:vorschlag|variante|option|antrag|kandidatur|liste|idee|moeglichkeit|nummer|nr\.?)\s+"
    r"(?=\S{1,2}\Z)",
    re.IGNORECASE,
)


def lesen(text: str, titel: Sequence[str] = (), auch: Mapping[str, str] | None = None) -> Aussage:
    """Read a result; `titel` are the proposals, `auch` other words that mean one of them."""
    gefaltet = _gefaltet(text)
    gefunden, rest = _vorschlaege(text, gefaltet, titel, auch or {})
    dafuer, dagegen = bool(_DAFUER.search(rest)), bool(_DAGEGEN.search(rest))
    aufgeschoben = bool(_AUFGESCHOBEN.search(rest))
    angenommen: bool | None = None
    if not aufgeschoben and not _UNKLAR.search(rest):
        if dagegen and not _DAFUER.search(_DAGEGEN.sub(" ", rest)):
            angenommen = False
        elif dafuer and not dagegen:
            angenommen = True
    genannt = _gewaehlt(gefunden, rest)
    if gefunden and (dagegen or aufgeschoben):
        angenommen, genannt = None, ()  # it may speak of one of the proposals only
    einstimmig = bool(_EINSTIMMIG.search(rest))
    stimmen = dict(_stimmen(rest))
    paar = _paar(rest)
    erklaert = aufgeschoben or bool(_RUNDE.search(rest))
    etwas = dafuer or dagegen or gefunden or einstimmig or stimmen or paar or erklaert
    return Aussage(
        angenommen, genannt, einstimmig, tuple(stimmen.items()), paar, erklaert, not etwas
    )


def _gefaltet(text: str) -> str:
    """Lower case, umlauts spelt out, single blanks; digits and signs stay."""
    text = unicodedata.normalize("NFC", text).lower()
    for sign, word in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(sign, word)
    return " ".join(text.split())


# --- votes ---------------------------------------------------------------------------------------


def _stimmen(text: str) -> Iterator[tuple[str, int]]:
    """`7 Ja, 2 Nein` or `Ja: 7, Nein: 2`: whichever way the first of them is written."""
    before, after = _DAVOR.search(text), _DANACH.search(text)
    if before and (after is None or before.start() <= after.start()):
        found = _DAVOR.finditer(text)
    else:
        found = _DANACH.finditer(text)
    for match in found:
        name = next(name for name in ("ja", "nein", "enthaltung") if match[name])
        n = match["n"]
        yield name, int(n) if n.isdecimal() else _ZAHLWORT[n]


def _paar(text: str) -> tuple[int, ...]:
    match = None if _UHRZEIT.search(text) else _PAAR.search(text)
    return tuple(int(n) for n in match.groups() if n) if match else ()


# --- proposals -----------------------------------------------------------------------------------


def _vorschlaege(
    text: str, gefaltet: str, titel: Sequence[str], auch: Mapping[str, str]
) -> tuple[list[tuple[int, int, str]], str]:
    """Where which proposal is named, and the text with those names blanked out."""
    namen = [(_gefaltet(wort), t) for wort, t in (*((t, t) for t in titel), *auch.items())]
    found = list(_stellen(gefaltet, namen))
    if not found:
        kurz = [(short, t) for t in titel for short in _kurzformen(t)]
        einmal = [s for s, _ in kurz]
        eindeutig = [(_gefaltet(s), t) for s, t in kurz if einmal.count(s) == 1 and _steht(s, text)]
        found = list(_stellen(gefaltet, eindeutig))
    rest = gefaltet
    for start, end, _ in found:
        rest = rest[:start] + "§" * (end - start) + rest[end:]
    return found, rest


def _stellen(text: str, namen: list[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Every name in order; of names within names only the longest."""
    by_words = {tuple(re.findall(r"\w+", name)): t for name, t in namen}
    by_words.pop((), None)
    if by_words:
        longest = sorted(by_words, key=lambda words: len("".join(words)), reverse=True)
        ways = "|".join(r"\W{1,3}".join(words) for words in longest)
        for match in re.finditer(rf"(?<!\w)(?:{ways})(?!\w)", text):
            yield match.start(), match.end(), by_words[tuple(re.findall(r"\w+", match[0]))]


def _kurzformen(titel: str) -> Iterator[str]:
    """`Vorschlag B: Rathaus` is also called `Vorschlag B`, `B` or `Rathaus`."""
    kopf, *mehr = re.split(r"\s*[:(,]\s*|\s[–—-]\s", titel.strip(), maxsplit=1)
    yield from {kopf, _ART.sub("", kopf), *(teil.strip(") ") for teil in mehr)} - {""}


def _steht(kurz: str, text: str) -> bool:
    """A single letter counts only as it is written: `A` is no `a`."""
    return len(kurz) > 2 or bool(re.search(rf"(?<!\w){re.escape(kurz)}(?!\w)", text))


def _gewaehlt(gefunden: list[tuple[int, int, str]], rest: str) -> tuple[str, ...]:
    """Those of the named proposals that are named as chosen."""
    titel = tuple(dict.fromkeys(t for _, _, t in gefunden))
    siegt = [t for _, end, t in gefunden if _SIEGT.match(rest, end)]
    if len(siegt) == 1:
        return (siegt[0],)
    if _NICHT.search(rest):
        return ()
    grenze = _VERLIERER.search(rest)
    if grenze and len(titel) == len(gefunden):
        vorn = tuple(t for start, _, t in gefunden if start < grenze.start())
        return vorn or titel
    return titel
