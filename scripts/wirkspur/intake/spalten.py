"""The columns of the group's own table: how they are called, and what a record says in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from ..records.anliegen import Anliegen
from ..register import Record
from ..verlauf import Step
from ..wording.words import similar
from .begriffe import STADTWEIT, Begriffe, gefaltet
from .blaetter import sauber

ERKLAERUNG = "So geht es"
"""The sheet that explains."""
KENNUNG, PRUEFSUMME = "Kennung", "Prüfsumme"
SPALTEN = {
    "thema": "Thema",
    "koerper": "Problembeschreibung",
    "prioritaet": "Priorität",
    "ort": "Lokalisierung des Problems",
    "loesungen": "mögliche Lösungen",
    "kontakt": "Kontakt innerhalb der Stadtverwaltung",
    "status": "Status",
}
"""Field → heading: the seven columns as the group wrote them (Köhler/Dreher 2025)."""
ZELLE = 32_000
"""So many characters a cell can hold, a few kept back."""
GEKUERZT = "\n[Der Text geht weiter; er ist zu lang für eine Zelle.]"


def hilfe() -> dict[str, str]:
    """What belongs in each column: the words of the model, but for ids, which a table has not."""
    fields = Anliegen.model_fields
    more = "Mehrere: je eine Zeile in der Zelle (Alt + Eingabe)."
    own = {
        "thema": "Worum es geht. Ein Thema aus der Liste.",
        "koerper": "Was ist das Problem? In einfachen Sätzen, ohne Namen von Personen.",
        "ort": f"Wo? Ein Ort aus der Liste oder: {STADTWEIT}. {more}",
        "loesungen": f"Was könnte helfen? {more}",
        "kontakt": "Eine Stelle aus der Liste, nie der Name einer Person.",
        "status": "Wie weit das Anliegen ist. Ein Wort aus der Liste.",
    }
    return {name: own.get(name) or fields[name].description or "" for name in SPALTEN}


# --- what a record says --------------------------------------------------------------------------


def zellen(record: Record, steps: Sequence[Step], begriffe: Begriffe) -> dict[str, str]:
    """The seven cells of a record."""
    data = record.data
    places = [STADTWEIT if o == STADTWEIT else begriffe.orte.titel.get(o, o) for o in data.ort]
    body = "\n\n".join(map(fliessend, absaetze(record.body)))
    return {
        "thema": begriffe.themen.titel.get(data.thema, data.thema),
        "koerper": body if len(body) <= ZELLE else body[:ZELLE] + GEKUERZT,
        "prioritaet": data.prioritaet.label,
        "ort": "\n".join(places),
        "loesungen": _liste(data.loesungen),
        "kontakt": begriffe.stellen.titel.get(data.kontakt or "", data.kontakt or ""),
        "status": steps[-1].status.label if steps else "",
    }


def absaetze(body: str) -> list[str]:
    """The paragraphs of a text."""
    return re.split(r"\n\s*\n", body.replace("\r\n", "\n").strip())


def fliessend(paragraph: str) -> str:
    """A paragraph on one line; lists, tables and lines that were meant stay as they are."""
    meant = re.search(r"(?m)^(?:\s*(?:[-*+>#|]|\d+[.)]\s)|\s{2,})|(?: {2}|\\)$|^```", paragraph)
    return paragraph if meant else " ".join(paragraph.split("\n"))


def _liste(texts: Sequence[str]) -> str:
    """One line per solution; bullets where that alone would not be clear."""
    if len(texts) == 1 and not re.search(r"[\n;•]", texts[0]):
        return texts[0]
    return "\n".join(f"• {text}" for text in texts)


def gleich(text: str) -> str:
    """A text without what programs change when they save a table."""
    lines = (" ".join(line.split()) for line in sauber(text).split("\n"))
    return "\n".join(line for line in lines if line)


def summe(kennung: str, cells: Mapping[str, str]) -> str:
    """One short sum per cell, so that a change can be seen and named later."""
    return " ".join(
        blake2b(f"{kennung}\0{name}\0{gleich(cells[name])}".encode(), digest_size=4).hexdigest()
        for name in SPALTEN
    )


def geaendert(kennung: str, cells: Mapping[str, str], before: str) -> set[str] | None:
    """The columns whose cells are not those of a sum; None where it is no sum of ours."""
    old = before.split()
    if len(old) != len(SPALTEN) or not all(re.fullmatch("[0-9a-f]{8}", s) for s in old):
        return None
    new = summe(kennung, cells).split()
    return {n for n, one, other in zip(SPALTEN, old, new, strict=True) if one != other}


# --- how people call them ------------------------------------------------------------------------

PERSON = "person"
"""A column that names whoever said something, or how to reach them: never taken over."""
_KOPF = (
    (
        PERSON,
        r"(?:.* )?(?:von|durch)|.*\b(?:von wem|wer .*(?:melde|sagt|bracht|nannt)).*"
        r"|(?:(?:vor|nach|familien)(?: und )?)*namen?|name (?:der|des) (?:person|melde|ideen).*"
        r"|.*(?:ideen|hinweis|tipp)geber.*|gemeldet|meld(?:er|ende)\b.*|person|anschrift"
        r"|(?:tel|telefon|handy|mobil|e ?mail|mail|telefax|fax) ?(?:nr|nummer|adresse)?"
        r"|(?:kontakt|ansprech)\w* (?:.* )?(?:gruppe|melde|ideen|familie\b|privat).*",
    ),
    ("kennung", r"kennung(?: nicht aendern)?"),
    ("pruefsumme", r"pruefsumme"),
    ("nummer", r"(?:lfd|laufende)? ?(?:nr|nummer|no|pos|position)|id"),
    (
        "eingebracht",
        r"(?:eingangs|melde)?datum(?: der meldung)?|eingebracht(?: am| im)?|monat|eingang"
        r"|(?:gemeldet|erfasst|aufgenommen|genannt) am"
        r"|(?:seit )?wann(?: .*(?:gemeldet|erfasst|aufgenommen|genannt|eingebracht|gesagt))?",
    ),
    ("thema", r"them(?:a|en|enfeld|enbereich|engebiet|enblock)|bereich|kategorie|rubrik"),
    ("loesungen", r".*(?:loesung|vorschla|vorschlae|verbesser|helfen|idee|massnahme).*"),
    ("status", r".*(?:\bstatus\b|stand\b|bearbeitungs|erledigt|fortschritt).*"),
    (
        "kontakt",
        r".*(?:kontakt|ansprech|zustaendig|verwaltung|\bamt\b|\baemter\b|behoerde|\bstelle\b).*",
    ),
    (
        "ort",
        r".*(?:lokalisi|\borte?\b|\bwo\b|stadtteil|sozialr|bezirk|standort|quartier|viertel).*",
    ),
    ("prioritaet", r".*(?:\bprio|dringlich|wichtig|dringend).*"),
    (
        "koerper",
        r".*(?:problem|beschreibung|anliegen|worum|bedarf|beduerfnis|schilderung|herausforder"
        r"|was ist los|sachverhalt).*",
    ),
    ("titel", r"titel|ueberschrift|betreff|stichwort|kurztitel|name des problems"),
)
_MUSTER = tuple((name, re.compile(pattern)) for name, pattern in _KOPF)
_NAMEN = {gefaltet(heading): name for name, heading in SPALTEN.items()}
LANG = 70
"""No heading is longer."""


def spalte(heading: str) -> str:
    """The field a heading means, or an empty text."""
    bare = gefaltet(re.sub(r"-\s*\n\s*", "", heading))
    if not bare or len(bare) > LANG:
        return ""
    if bare in _NAMEN:
        return _NAMEN[bare]
    for name, pattern in _MUSTER:
        if pattern.fullmatch(bare):
            return name
    near = similar(bare, _NAMEN, likeness=0.8)
    return _NAMEN[near[0]] if near else ""


def kopf(cells: Iterable[str]) -> int:
    """How many of the seven columns a row names: from two on, it is the row of headings."""
    found = {name for name in map(spalte, cells) if name}
    if not found & {"koerper", "thema", "loesungen", "titel"}:
        return 0
    return len(found & {*SPALTEN, "titel", "kennung"})
