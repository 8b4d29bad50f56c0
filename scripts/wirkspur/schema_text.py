"""What pydantic refused, as findings on the contributor's own lines; each mistake once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from .findings import Finding, Rule
from .reading.events import Loc
from .source import Document
from .wording import value_text
from .wording.fields import KEY, field_at, fields_at, model_at, name_of
from .wording.shape_text import Fault, Says
from .wording.unfinished import telltale, unfinished
from .wording.value_text import say
from .wording.words import similar

UNBEKANNT = Rule(
    "feld-unbekannt",
    "Ein Feld gibt es hier nicht",
    "Ein unbekanntes Feld würde still verschwinden. Meist ist es nur ein Tippfehler.",
    tun="Vergleichen Sie den Namen mit einem ähnlichen Eintrag. Meist fehlt ein Buchstabe, "
    "oder das Feld gehört an eine andere Stelle. Wofür es kein Feld gibt, das schreiben "
    "Sie als Text unter die zweite Linie ---.",
    falsch="prioritet: mittel",
    richtig="prioritaet: mittel",
)
RULES = (UNBEKANNT, *value_text.RULES)

KOERPER = {"beschreibung", "problembeschreibung", "problem", "text", "inhalt", "notizen"}
"""Names people give to what stands below the fields."""


def explain(document: Document, model: type[BaseModel], error: ValidationError) -> list[Finding]:
    """Every error of a record as findings on the contributor's own lines.

    A field that is misspelt or stands elsewhere is reported once, not also as missing; values that
    still wait to be written are left to the check that names those.
    """
    errors = error.errors(include_url=False)
    waiting = not getattr(model, "offen", False) and telltale(document.raw)
    astray = {e["loc"][-1] for e in errors if e["type"] == "extra_forbidden"}
    astray |= {
        meant for e in errors if e["type"] == "extra_forbidden" for meant in _meant(model, e["loc"])
    }
    body = document.path.endswith(".md")
    findings = []
    for e in errors:
        loc: Loc = e["loc"]
        unknown, key = e["type"] == "extra_forbidden", loc[-1:] == (KEY,)
        if e["type"] == "missing" and loc[-1] in astray:
            continue
        if e["type"] == "too_short" and e["input"]:
            continue  # nothing but entries that are reported themselves
        value = isinstance(e["input"], str) and not unknown and not key
        if waiting and value and unfinished(e["input"]):
            continue
        if unknown:
            rule, message, hint = _unknown(document, model, loc)
        else:
            fault = Fault(model, loc, e["input"], field_at(model, loc), body, e.get("ctx", {}))
            rule, message, hint = say(e["type"], fault)
        place = document.locate(loc, value=not (unknown or key))
        findings.append(rule.at(place, message, hint, field=".".join(map(str, loc))))
    return findings


def _meant(model: type[BaseModel], loc: Loc) -> list[str]:
    """The field whose name, or the words shown for it, a misspelt name is like."""
    fields = fields_at(model, loc[:-1])
    words = {info.title or name: name for name, info in fields.items()} | {n: n for n in fields}
    return [words[word] for word in similar(str(loc[-1]), words)]


def _unknown(document: Document, model: type[BaseModel], loc: Loc) -> Says:
    name = str(loc[-1])
    message = f"Das Feld „{name}“ gibt es hier nicht."
    if place := _elsewhere(document, model, loc):
        return UNBEKANNT, message, place
    for meant in _meant(model, loc):
        if meant in _present(document.data, loc[:-1]):
            return UNBEKANNT, message, f"„{meant}“ steht hier schon. Bitte eine Zeile löschen."
        return UNBEKANNT, message, f"Meinten Sie „{meant}“?"
    return UNBEKANNT, message, f"Hier gibt es: {', '.join(fields_at(model, loc[:-1]))}."


def _present(data: Any, loc: Loc) -> dict[str, Any]:
    """The names that stand beside a field, as far as they can be found."""
    for part in loc:
        inside = isinstance(data, list if isinstance(part, int) else dict)
        data = data[part] if inside else data
    return data if isinstance(data, dict) else {}


def _elsewhere(document: Document, model: type[BaseModel], loc: Loc) -> str:
    """Where a field belongs that exists, but not here; or an empty text."""
    name = str(loc[-1])
    if len(loc) == 1 and name == "status" and "verlauf" in model.model_fields:
        return "Der Status steht im letzten Schritt unter „verlauf“."
    for length in range(len(loc) - 2, -1, -1):
        outer = loc[:length]
        if name in fields_at(model, outer) and model_at(model, outer):
            where = f"eine Ebene höher, neben „{name_of(loc[: length + 1])}“"
            return f"„{name}“ gehört {where}. Bitte weniger einrücken."
    if name.lower() in KOERPER and len(loc) == 1 and document.path.endswith(".md"):
        return f"„{name}“ gehört als Text unter die zweite Linie ---."
    inner = list(_inner(model, loc[:-1], name))
    if not inner:
        return ""
    return f"„{name}“ gehört eingerückt unter {' oder '.join(f'„{field}“' for field in inner)}."


def _inner(model: type[BaseModel], loc: Loc, name: str) -> Iterator[str]:
    for field in fields_at(model, loc):
        if name in fields_at(model, (*loc, field)):
            yield field
