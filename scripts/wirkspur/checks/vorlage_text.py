"""Text of a template that nobody replaced."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..events import Loc
from ..facts import Facts
from ..findings import Finding, Rule
from ..schema_text import PLATZHALTER, choices, field_at, listing, shown

RULE = Rule(
    "vorlage-text",
    "Hier steht noch Text aus der Vorlage",
    "Vorlagentext auf der öffentlichen Seite sieht nach Versehen aus und hilft niemandem.",
)

LEFTOVER = re.compile(
    r"\b(TODO|FIXME|XXX+|TBD|[Ll]orem [Ii]psum|JJJJ|TT\.MM\.)\b|^(\.\.\.|…|\?+|xxx|n/?a)$"
)
TELLTALE = tuple(
    word.encode()
    for word in (
        "‹", "TODO", "FIXME", "XXX", "xxx", "TBD", "psum", "JJJJ", "TT.MM.", ": …", ": ...",
        "- …", "- ...", ": ?", "- ?", ": n/a", ": na",
    )
)  # fmt: skip
AUSGENOMMEN = {"stadt"}
"""A city's own particulars start as placeholders, which the site names as such."""


def check(facts: Facts) -> Iterator[Finding]:
    """No value and no body holds a placeholder, in valid and in broken records alike."""
    for typ, document in facts.register.documents:
        if typ.art in AUSGENOMMEN:
            continue
        if not any(word in document.raw for word in TELLTALE):
            continue  # most files hold none of the tell-tale words
        if (fields := document.fields()) is not None:
            for loc, text in _texts(fields):
                match = PLATZHALTER.search(text) or LEFTOVER.search(text)
                if match:
                    yield RULE.at(
                        document.locate(loc),
                        f"Hier steht noch Text aus der Vorlage: {shown(match[0])}.",
                        _hint(typ.model, loc),
                        field=".".join(map(str, loc)),
                    )
        for match in PLATZHALTER.finditer(document.body):
            yield RULE.at(
                document.body_line(match.start()),
                f"Hier steht noch Text aus der Vorlage: {shown(match[0])}.",
                "Bitte ersetzen oder löschen.",
            )


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
