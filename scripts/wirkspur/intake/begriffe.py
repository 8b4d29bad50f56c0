"""What free words in a table mean: a status, a priority, a topic, a place, an office, a date.

Nothing is guessed in silence: whoever asks learns whether all of the words were understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..records.anliegen import AnliegenStatus, Prioritaet
from ..records.common import Wahl
from ..register import Register
from ..wording.date_text import guess_date
from ..wording.words import MONATE, plain, similar

KURZ = 60
"""Longer texts are not compared letter by letter."""
STADTWEIT = "stadtweit"


@dataclass(frozen=True, slots=True)
class Fund:
    """What was found; `ganz` where the words say nothing else."""

    wert: str
    ganz: bool = True


def gefaltet(text: str) -> str:
    """Words in their plain form with one blank between them: `Kölner-Str.` → `koelner str`."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


# --- priority and status -------------------------------------------------------------------------

_NICHT = r"(?:nicht|kein\w*|kaum|wenig|nie)(?: \w+){0,3}?"
_PRIORITAET = {
    Prioritaet.NIEDRIG: (
        rf"{_NICHT} (?:wichtig|dringend|eilig|ho[ch]|dringlich)\w*"
        r"|(?:eilt|draengt|brennt) (?:\w+ )?nicht|niedrig\w*|gering\w*|klein\w*|unwichtig"
        r"|spaeter\w*|irgendwann|kann warten|hat zeit|low|gruen|weniger (?:wichtig|dringend)"
    ),
    Prioritaet.MITTEL: r"mittel\w*|normal\w*|medium|durchschnittlich|gelb",
    Prioritaet.HOCH: (
        r"(?:sehr |ganz |extrem |hoechst )?(?:hoch|hohe|hoher|hoechste|wichtig\w*|dringend\w*"
        r"|dringlich\w*)|eilig|eilt|sofort|akut|asap|schnell|urgent|high|top|rot|muss"
    ),
}  # fmt: skip
_ZEICHEN = {"!": Prioritaet.MITTEL, "!!": Prioritaet.HOCH, "!!!": Prioritaet.HOCH}
_FARBEN = str.maketrans({"🔴": " rot ", "🟡": " gelb ", "🟢": " grün "})
_RANG = dict(zip("1a2b3c", [p for p in Prioritaet for _ in "xx"], strict=True))
"""How numbers and letters are usually meant; some tables count the other way."""

_STATUS = (
    (r"(?:noch )?(?:(?:nicht|nichts|nie|kein\w*) (?:\w+ )?|un)"
         r"(?:erledigt|umgesetzt|fertig|geloest|bearbeitet|begonnen|angefangen|passiert|geschehen"
         r"|besprochen|weitergeleitet|weitergegeben|uebergeben)", AnliegenStatus.EINGEBRACHT),
    (r"nicht (?:\w+ )?(?:angenommen|genehmigt|moeglich|machbar|bewilligt|gewollt)"
         r"|geht nicht|abgelehnt\w*|abgewiesen|ablehnung|absage", AnliegenStatus.ABGELEHNT),
    (r"nicht (?:\w+ )?zustaendig|keine zustaendigkeit|unzustaendig|falsche stelle",
     AnliegenStatus.NICHT_ZUSTAENDIG),
    (r"(?:noch )?(?:keine|warte\w* auf|ohne) (?:antwort|rueckmeldung|reaktion)"
         r"|(?:antwort|rueckmeldung) (?:steht|fehlt)(?: noch)?(?: aus)?",
     AnliegenStatus.UEBERGEBEN),
    (r"(?:teilweise|teils|tlw|z ?t|zum teil|halb|fast) (?:erledigt|umgesetzt|fertig|geloest)",
     AnliegenStatus.IN_UMSETZUNG),
    (r"(?:teilweise|teils|tlw|z ?t|zum teil) (?:angenommen|genehmigt|zugesagt|zugestimmt)",
     AnliegenStatus.TEILWEISE_ANGENOMMEN),
    (r"zurueckgezogen|zieh\w* (?:\w+ )?zurueck", AnliegenStatus.ZURUECKGEZOGEN),
    (r"(?:gibt|existiert)(?: es)? (?:schon|bereits)|(?:bereits|schon) (?:vorhanden|da)"
         r"|vorhanden", AnliegenStatus.BEREITS_VORHANDEN),
    (r"gestoppt|abgebrochen|eingestellt", AnliegenStatus.GESTOPPT),
    (r"(?:wird|in) (?:gerade |derzeit |noch )?"
         r"(?:geprueft|pruefung|bearbeitet|bearbeitung|klaerung|geklaert)"
         r"|pruefung laeuft", AnliegenStatus.IN_PRUEFUNG),
    (r"in (?:arbeit|umsetzung|planung|gange|progress)"
         r"|wird (?:gerade |derzeit |noch )?(?:umgesetzt|gemacht|gebaut|erledigt)"
         r"|laeuft|laufend|begonnen|angefangen|gestartet|dran", AnliegenStatus.IN_UMSETZUNG),
    (r"angenommen|genehmigt|bewilligt|zugesagt|zusage|zugestimmt|akzeptiert",
     AnliegenStatus.ANGENOMMEN),
    (r"erledigt|erl|umgesetzt|fertig|abgeschlossen|geloest|geschafft|done|ok|haken",
     AnliegenStatus.UMGESETZT),
    (r"(?:weiter|ab)gegeben|weitergeleitet|uebergeben|uebermittelt|(?:ab|ver|zu)?geschickt"
         r"|(?:ab)?gesendet|(?:bei|an) (?:der|die) (?:stadt|verwaltung)|angefragt|gemeldet",
     AnliegenStatus.UEBERGEBEN),
    (r"besprochen|beraten|diskutiert|in (?:der )?(?:diskussion|beratung)",
     AnliegenStatus.BERATEN),
    (r"offen|neu|neues|eingebracht|eingereicht|erfasst|aufgenommen|ausstehend|steht (?:noch )?aus"
         r"|to ?do|zu (?:tun|erledigen)|wartet|geplant|idee|unerledigt|unbearbeitet|open",
     AnliegenStatus.EINGEBRACHT),
)  # fmt: skip
"""Patterns of folded words; what one has taken, the next ones do not see."""
_MUSTER = tuple((re.compile(rf"\b(?:{pattern})\b"), status) for pattern, status in _STATUS)
_NOCH_NICHT = _MUSTER[0][0]
"""What says only how far something is not."""
_HAKEN = re.compile(r"[✓✔☑✅🗸√]")


@lru_cache(maxsize=4096)
def prioritaet(text: str) -> Fund | None:
    """How urgent something is called."""
    bare = text.translate(_FARBEN).strip()
    if mark := re.fullmatch(r"[!⚠️‼❗]+", bare):
        count = len(mark[0]) + mark[0].count("‼")
        return Fund(_ZEICHEN["!" * min(count, 3)])
    folded = gefaltet(bare)
    rank = re.fullmatch(r"(p|prio(?:ritaet)?)? ?([1-3a-c])", folded)
    if rank:
        return Fund(_RANG[rank[2]], ganz=bool(rank[1]))
    folded = " ".join(re.sub(r"\bprio(?:rit(?:aet|at))?\b", " ", folded).split())
    if found := _label(folded, Prioritaet):
        return Fund(found)
    seen: dict[str, None] = {}
    rest = folded
    for value, pattern in _PRIORITAET.items():
        rest, count = re.subn(rf"\b(?:{pattern})\b", " ", rest)
        if count:
            seen[value] = None
    extra = set(rest.split()) - _FUELLWORTE
    if len(seen) == 1 and not _VERNEINT & extra:
        return Fund(next(iter(seen)), not extra)
    return _vertippt(folded, Prioritaet) if not seen else None


@lru_cache(maxsize=4096)
def status(text: str) -> Fund | None:
    """How far something is said to be; of several stations the farthest counts.

    Where other words stand beside it („bald erledigt“, „erledigt?“), they may mean its opposite:
    then it is only known to be there.
    """
    whole, reason = _mit_grund(text)
    folded = gefaltet(_HAKEN.sub(" haken ", whole))
    if folded == "x":
        folded = "haken"
    label = _label(folded, AnliegenStatus)
    seen, rest = {m for m in AnliegenStatus if m.value == label}, ""
    if not seen:
        seen, rest = _stationen(folded)
    if not seen:
        return _vertippt(folded, AnliegenStatus)
    far = max(s.stufe for s in seen)
    last = [s for s in seen if s.stufe == far]
    if len(last) > 1:
        return None
    extra = set(re.findall(r"[^\W\d]+", rest)) - _FUELLWORTE - _ANGABEN
    if last[0].laeuft or seen == {AnliegenStatus.EINGEBRACHT}:
        extra -= {"noch"}
    clear = (
        not extra and "?" not in text and (len(seen) == 1 or seen <= _WEG)
        and (label or not _NOCH_NICHT.search(folded))
    )  # fmt: skip
    return Fund(last[0], not reason) if clear else UNSICHER


UNSICHER = Fund(AnliegenStatus.EINGEBRACHT, ganz=False)
"""What a status means whose words can be read one way and the other."""
_WEG = {
    AnliegenStatus.BERATEN, AnliegenStatus.UEBERGEBEN, AnliegenStatus.IN_PRUEFUNG,
    AnliegenStatus.ANGENOMMEN, AnliegenStatus.IN_UMSETZUNG, AnliegenStatus.UMGESETZT,
}  # fmt: skip
"""Of these, the farther ones do not contradict the others."""
_FUELLWORTE = {
    "ist", "sehr", "ganz", "schon", "bereits", "so", "und", "es", "das", "die", "der",
}  # fmt: skip
_ANGABEN = {
    "seit", "am", "im", "vom", "von", "durch", "hat", "wurde", "worden", "stadt", "gruppe",
    "anfang", "mitte", "ende", *(gefaltet(month) for month in MONATE),
}  # fmt: skip
"""Words beside a status that say when, or by whom."""
_VERNEINT = {"nicht", "kein", "keine", "keinen", "kaum", "nie", "wenig", "weniger", "nein"}
_ZWEIFEL = {"aber", "noch", "nein", "doch", "trotzdem", "stimmt", "widerspruch", "vielleicht"}


def _stationen(folded: str) -> tuple[set[AnliegenStatus], str]:
    """The stations that words name, and the words that are left."""
    seen: set[AnliegenStatus] = set()
    for pattern, value in _MUSTER:
        folded, count = pattern.subn(" ", folded)
        if count:
            seen.add(value)
    return seen, folded


def _mit_grund(text: str) -> tuple[str, str]:
    """„abgelehnt, zu teuer“: a status that needs a reason, and the reason behind it."""
    if not (mark := _GRUND.search(text)):
        return text, ""
    head, reason = text[: mark.start()], text[mark.end() :]
    seen, _ = _stationen(gefaltet(head))
    words = gefaltet(reason)
    against = _stationen(words)[0] or _ZWEIFEL & set(words.split())
    if len(seen) == 1 and next(iter(seen)).grund and not against:
        return head, reason
    return text, ""


_GRUND = re.compile(r"\s*[(,;:–]\s*|\s+-\s+|\s+(?=(?:weil|wegen)\b)")


def _label(folded: str, wahl: type[Wahl]) -> str:
    """The value whose own words these are."""
    return next((m.value for m in wahl if folded in {gefaltet(m.value), gefaltet(m.label)}), "")


def _vertippt(folded: str, wahl: type[Wahl]) -> Fund | None:
    if len(folded) > KURZ:
        return None
    words = {m.value: m.value for m in wahl} | {m.label: m.value for m in wahl}
    if wahl is AnliegenStatus:
        words |= {"erledigt": "umgesetzt", "in Arbeit": "in_umsetzung", "offen": "eingebracht"}
    near = similar(folded, words, likeness=0.8)
    # A word too few or „un“ before it turns the meaning round.
    if not near or _VERNEINT & set(folded.split()) or folded[:2] == "un" != near[0][:2]:
        return None
    return Fund(words[near[0]])


# --- dates ---------------------------------------------------------------------------------------


_UHRZEIT = re.compile(r"(?:\s*,\s*|\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*Uhr)?$")
_ZWEISTELLIG = re.compile(r"([^\W\d]{3})\.?\s*['’]?(\d{2})$")
"""The year behind a month in words: `1. Jun. 26`."""


def datum(text: str) -> str:
    """A date in our notation, as precisely as it is said; empty where there is none."""
    day = _UHRZEIT.sub("", text.strip())
    day = _ZWEISTELLIG.sub(r"\1 20\2", day)
    if month := re.fullmatch(r"(\d{1,2})/(1[3-9]|[2-9]\d)", day):  # no month has that number
        day = f"{month[1]}/20{month[2]}"
    guess = guess_date(day)
    return str(guess) if guess and not guess.wrong() else ""


# --- topics, places, offices ---------------------------------------------------------------------

_OHNE_SINN = {
    "und", "oder", "der", "die", "das", "den", "dem", "des", "fuer", "mit", "im", "in", "am", "an",
    "von", "vom", "zu", "zum", "zur", "bei", "beim", "auf", "ein", "eine", "ganz", "alle", "amt",
    "stadt", "stadtteil", "bezirk", "nord", "sued", "ost", "west",
}  # fmt: skip
"""Words that name no entry by themselves."""


class Namen:
    """Entries by their names: titles, ids, names they had, abbreviations.

    `titel` maps each id to the words that are shown for it, no two alike.
    """

    def __init__(
        self,
        titel: Mapping[str, str],
        auch: Iterable[tuple[str, str]] = (),
        mehr: Mapping[str, str] = {},
    ) -> None:
        self.titel = dict(titel)
        self._mehr = mehr
        self._auch = list(auch)
        self._fund: dict[str, Fund | None] = {}

    @cached_property
    def _genau(self) -> dict[str, str]:
        """Folded name → id; a name of two entries is none, but a title always is one."""
        other = [(k, k) for k in self.titel]
        other += self._auch
        other += [(name, k) for k, full in self.titel.items() for name in _kurznamen(full)]
        pairs = {(_name(name), k) for name, k in other}
        count = Counter(name for name, _ in pairs)
        found = {name: k for name, k in pairs if count[name] == 1}
        found |= {_name(name): k for k, name in self.titel.items()}
        return {name: found[name] for name in sorted(found) if name}

    @cached_property
    def _muster(self) -> re.Pattern[str]:
        names = sorted((n for n in self._genau if len(n) > 2), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)")

    def finde(self, text: str) -> Fund | None:
        """The entry a text names, or None."""
        bare = _name(text)
        if bare not in self._fund:
            self._fund[bare] = self._gesucht(bare)
        return self._fund[bare]

    def _gesucht(self, bare: str) -> Fund | None:
        if not bare:
            return None
        if bare in self._genau:
            return Fund(self._genau[bare])
        near = similar(bare, self._genau, likeness=0.86) if len(bare) <= KURZ else []
        # A letter may be wrong, but another number is another place.
        if near and re.findall(r"\d+", bare) == re.findall(r"\d+", near[0]):
            return Fund(self._genau[near[0]])
        inside = {self._genau[name] for name in self._muster.findall(bare)}
        if len(inside) == 1:
            return Fund(inside.pop(), ganz=False)
        words = set(bare.split()) - _OHNE_SINN
        if words and not inside:
            part = {k for n, k in self._genau.items() if words <= set(n.split())}
            if len(part) == 1:
                return Fund(part.pop())
        return None

    def geahnt(self, text: str) -> str:
        """The entry with which a text shares most words, or an empty text."""
        stems = _staemme(text)
        score = {k: len(stems & self._stamm[k]) for k in self.titel}
        best = max(score.values(), default=0)
        first = [k for k, n in score.items() if n == best]
        return first[0] if best and len(first) == 1 else ""

    @cached_property
    def _stamm(self) -> dict[str, set[str]]:
        return {k: _staemme(f"{t} {self._mehr.get(k, '')}") for k, t in self.titel.items()}


def _name(text: str) -> str:
    """A folded name; `&` and „und“ are the same, namely nothing."""
    return " ".join(word for word in gefaltet(text).split() if word not in {"und", "u"})


def _staemme(text: str) -> set[str]:
    """The beginnings of the longer words: `Sprache` and `Sprachkurs` begin alike."""
    return {w[:6] for w in gefaltet(text).split() if len(w) > 4} - _OHNE_SINN


def _kurznamen(titel: str) -> list[str]:
    """`Kommunales Integrationszentrum (KI)` is also called by each of its two halves."""
    match = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", titel)
    return [match[1], match[2]] if match else []


def eindeutig(titel: Mapping[str, str], zusatz: Mapping[str, str]) -> dict[str, str]:
    """Titles that no two entries share: what is doubled gets its addition, or its id."""
    count = Counter(gefaltet(t) for t in titel.values())
    made = {
        k: f"{t} ({zusatz.get(k) or k})" if count[gefaltet(t)] > 1 else t for k, t in titel.items()
    }
    again = Counter(gefaltet(t) for t in made.values())
    return {k: f"{titel[k]} ({k})" if again[gefaltet(t)] > 1 else t for k, t in made.items()}


_GANZE_STADT = re.compile(
    r"(?:in der |im )?(?:stadt ?weit|ueberall|gesamtstadt|gesamt|alle|allgemein"
    r"|(?:(?:ganze|gesamte|komplette)[nrs]? )?stadtgebiet|(?:ganze|gesamte|komplette)[nr]? stadt"
    r"|alle (?:stadtteile|(?:stadt)?bezirke))"
)


@dataclass(frozen=True)
class Begriffe:
    """What the words of a city's table can mean."""

    themen: Namen
    orte: Namen
    stellen: Namen
    stadt: str
    ueblich: str
    """The topic most concerns have."""

    @classmethod
    def aus(cls, register: Register) -> Begriffe:
        """Take them from the register."""
        themen = {k: e[2] for k, e in sorted(register.entries.get("thema", {}).items())}
        stellen = {k: e[2] for k, e in sorted(register.entries.get("stelle", {}).items())}
        orte = {r.id: r.data for r in register.of("sozialraum")}
        stadt = register.verzeichnis("stadt")
        used = Counter(r.data.thema for r in register.of("anliegen"))
        return cls(
            Namen(
                eindeutig({k: t.titel for k, t in themen.items()}, {}),
                mehr={k: t.kurz or "" for k, t in themen.items()},
            ),
            Namen(
                eindeutig(
                    {k: o.titel for k, o in orte.items()},
                    {k: f"{o.ebene.label}, {o.ausgabe}" for k, o in orte.items()},
                ),
                [
                    (f"{word} {number}", k)
                    for k, o in orte.items()
                    if o.nummer
                    for word in _ebenen(o.ebene.label)
                    for number in {o.nummer, o.nummer.lstrip("0")}
                ]
                + [(f"{o.ebene.label} {o.titel}", k) for k, o in orte.items()],
            ),
            Namen(
                eindeutig({k: s.titel for k, s in stellen.items()}, {}),
                [(f.name, k) for k, s in stellen.items() for f in s.frueher],
            ),
            stadt.name if stadt else "",
            min(themen, key=lambda k: (-used[k], k), default=""),
        )

    def ort(self, text: str) -> tuple[list[str], bool]:
        """The places a text names, and whether it says nothing else."""
        if self._ganze_stadt(text):
            return [STADTWEIT], True
        if (whole := self.orte.finde(text)) and whole.ganz:
            return [whole.wert], True
        found: dict[str, None] = {}
        complete = True
        for part in re.split(r"[\n,;/|+]|\s+(?:und|sowie|&|u\.)\s+", text):
            if not part.strip():
                continue
            fund = Fund(STADTWEIT) if self._ganze_stadt(part) else self.orte.finde(part)
            complete = complete and fund is not None and fund.ganz
            if fund:
                found[fund.wert] = None
        return list(found), complete and bool(found)

    def _ganze_stadt(self, text: str) -> bool:
        bare = gefaltet(text)
        city = gefaltet(self.stadt)
        named = {city, f"ganz {city}", f"in ganz {city}", f"{city} gesamt"} - {"", "ganz "}
        return bare in named or bool(_GANZE_STADT.fullmatch(bare))


def _ebenen(label: str) -> tuple[str, ...]:
    return (label, "Bezirk", "SB") if label == "Stadtbezirk" else (label,)


# --- several solutions ---------------------------------------------------------------------------

_PUNKT = re.compile(r"\s*(?:[•·▪◦●○■□➢➤►✓*–—-]|\(?\d{1,2}[.)](?!\d)|[a-h]\))\s+(?=\S)")


def loesungen(text: str) -> list[str]:
    """The solutions in one cell: one per bullet, number or line, or between semicolons."""
    text = text.strip()
    if "\n" not in text:
        return _in_einer_zeile(text)
    lines = text.split("\n")
    bulleted = any(_PUNKT.match(line) for line in lines)
    parts: list[str] = []
    for line in lines:
        bare = _ohne_punkt(line)
        if not bare:
            continue
        starts = bool(_PUNKT.match(line)) if bulleted else not _geht_weiter(parts, bare)
        if starts or not parts:
            parts.append(bare)
        else:
            parts[-1] += f"\n{bare}" if bulleted else f" {bare}"
    return parts


def _geht_weiter(parts: list[str], line: str) -> bool:
    """Whether a line goes on with the sentence above it, broken by hand."""
    return bool(parts) and line[:1].islower() and parts[-1][-1] not in ".;!?:"


def _in_einer_zeile(text: str) -> list[str]:
    numbers = [int(n) for n in re.findall(r"(?:^|\s)\(?(\d{1,2})[.)]\s", text)]
    counted = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    if counted and re.match(r"\(?1[.)]\s", text):
        parts = re.split(r"(?:^|\s+)\(?\d{1,2}[.)]\s+", text)
    elif re.search(r"[•▪●]", text):
        parts = re.split(r"\s*[•▪●]\s*", text)
    else:
        parts = text.split(";")
    return [bare for part in parts if (bare := _ohne_punkt(part).strip(" ;"))]


def _ohne_punkt(text: str) -> str:
    match = _PUNKT.match(text)
    return text[match.end() if match else 0 :].strip()
