"""Text of a template that nobody replaced, and what else still waits to be written."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic import BaseModel

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.events import Loc
from ..records.common import RecordType
from ..source import Document
from ..wording.fields import choices, field_at
from ..wording.unfinished import telltale, unfinished, unfinished_parts
from ..wording.words import listing, shown

RULE = Rule(
    "vorlage-text",
    "Hier steht noch Text aus der Vorlage",
    "Vorlagentext auf der öffentlichen Seite sieht nach Versehen aus und hilft niemandem.",
    tun="Ersetzen Sie den Platzhalter durch Ihre Angabe. Wissen Sie sie nicht und ist das "
    "Feld nicht nötig, löschen Sie die ganze Zeile.",
    falsch="kurz: k. A.",
    richtig="kurz: Der Weg durch den Park ist abends dunkel.",
)
HOECHSTENS = 20
"""So many are named in one file; a file with more is a template as a whole."""


def check(facts: Facts) -> Iterator[Finding]:
    """No value and no body holds a placeholder, in valid and in broken records alike."""
    for typ, document in facts.register.documents:
        if not typ.model.offen and telltale(document.raw):
            yield from islice(_unfinished(typ, document), HOECHSTENS)


def _unfinished(typ: RecordType, document: Document) -> Iterator[Finding]:
    for loc, text in _texts(document.fields() or {}):
        found = unfinished(text)
        # An unknown field is named as such, whatever stands in it.
        if found and field_at(typ.model, loc) is not None:
            place, field = document.locate(loc), ".".join(map(str, loc))
            yield RULE.at(place, _message(found), _hint(typ.model, loc), field=field)
    for position, found in unfinished_parts(document.body):
        yield RULE.at(document.body_line(position), _message(found), "Bitte ersetzen oder löschen.")


def _message(found: str) -> str:
    what = "Text aus der Vorlage" if found.startswith("‹") else "ein Platzhalter"
    return f"Hier steht noch {what}: {shown(found)}."


def _hint(model: type[BaseModel], loc: Loc) -> str:
    info = field_at(model, loc)
    if info is None or not info.is_required():
        return "Bitte ersetzen. Ist die Angabe nicht nötig, die ganze Zeile löschen."
    wahl = choices(info)
    return f"{info.description}" + (f" Möglich sind: {listing(wahl)}." if wahl else "")


def _texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield from _texts(inner, (*loc, key))
