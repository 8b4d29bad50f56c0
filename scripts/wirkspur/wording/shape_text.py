"""A value of the wrong shape → what to say in German, and how to mend it.

Nothing where something is needed, a list where one value is wanted, a text where fields belong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..findings import Rule
from ..reading.events import Loc
from .fields import choices, fields_at, name_of, refers
from .words import listing, quoted, shown

FEHLT = Rule(
    "feld-fehlt",
    "Ein nötiges Feld fehlt",
    "Ohne diese Angabe kann der Eintrag nicht angezeigt oder nicht weiterverfolgt werden.",
    tun="Ergänzen Sie die Zeile, die in der Meldung steht. Wie sie aussehen soll, zeigt ein "
    "ähnlicher Eintrag.",
    falsch="  - datum: 2026-10-05\n    status: eingebracht",
    richtig="  - datum: 2026-10-05\n    status: eingebracht\n    von: connectors",
)
FORM = Rule(
    "feld-form",
    "Text, Liste und Felder sind verwechselt",
    "Manche Felder sind ein Text, manche eine Liste, manche haben eigene Felder.",
    tun="Sehen Sie in der Meldung nach, was das Feld erwartet: einen einzigen Wert, eine "
    "Liste mit Strichen oder eigene Felder darunter. Ein ähnlicher Eintrag zeigt, wie das "
    "aussieht.",
    falsch="quellen:\n  - Bericht der Stadt",
    richtig="quellen:\n  - titel: Bericht der Stadt",
)

Says = tuple[Rule, str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that was refused: where it stands, what it is, and what its field wants."""

    model: type[BaseModel]
    loc: Loc
    value: Any
    info: FieldInfo | None
    body: bool
    """Whether the file has a text below its fields."""
    ctx: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The field's name."""
        return name_of(self.loc)

    @property
    def listed(self) -> bool:
        """Whether the value is one of several."""
        return isinstance(self.loc[-1], int)


def helped(info: FieldInfo | None, name: str) -> str:
    """What a field is for, and what may stand there."""
    hint = info.description or "" if info else ""
    if (wahl := choices(info)) is not None:
        return f"{hint} Möglich sind: {listing(wahl)}."
    return f"{hint} Beispiel: {name}: {info.examples[0]}" if info and info.examples else hint


def _missing(fault: Fault) -> Says:
    above = name_of(fault.loc[:-1])
    where = f" in „{above}“" if above else ""
    return FEHLT, f"Hier fehlt „{fault.name}“{where}.", helped(fault.info, fault.name)


def empty(fault: Fault) -> Says:
    """A field without a value."""
    needed = fault.info is None or fault.info.is_required()
    hint = helped(fault.info, fault.name) if needed else "Bitte ausfüllen oder die Zeile löschen."
    return FEHLT, f"„{fault.name}“ ist leer.", hint


def one_value(fault: Fault) -> Says:
    """A list where one value is wanted."""
    name, words = fault.name, [str(v) for v in fault.value if not isinstance(v, (list, Mapping))]
    if fault.listed:
        hint = "Bitte jeden Wert in eine eigene Zeile schreiben, mit einem Strich davor."
        return FORM, f"Bei „{name}“ steht eine Liste in einer Liste.", hint
    message = f"Bei „{name}“ ist nur ein Wert möglich, hier steht eine Liste."
    if len(words) == 1:
        return FORM, message, f"Bitte so schreiben: {name}: {words[0]}"
    if any(" " in word for word in words) or not words:
        return FORM, message, "Bitte zusammenfassen, ohne Striche und Klammern."
    return FORM, message, f"Bitte nur einen behalten, zum Beispiel: {name}: {words[0]}"


def not_text(fault: Fault) -> Says:
    """Named fields where a text is wanted: mostly a text with a colon."""
    message = (
        f"Bei „{fault.name}“ wird ein einfacher Text erwartet, hier stehen aber Felder mit "
        "eigenem Namen."
    )
    if choices(fault.info) or refers(fault.info):
        return FORM, message, helped(fault.info, fault.name)
    hint = "Enthält der Text einen Doppelpunkt? Dann bitte in Anführungszeichen setzen"
    if len(fault.value) == 1 and isinstance(text := next(iter(fault.value.values())), str):
        line = quoted(f"{next(iter(fault.value))}: {text}")
        return FORM, message, f"{hint}: {'-' if fault.listed else f'{fault.name}:'} {line}"
    return FORM, message, f"{hint}."


def _not_fields(fault: Fault) -> Says:
    fields = fields_at(fault.model, fault.loc)
    needed = [name for name, info in fields.items() if info.is_required()]
    alone = len(needed) == 1 and isinstance(fault.value, str)
    example = fault.value if alone and ":" not in fault.value else "…"
    first = needed[0] if alone else next(iter(fields), "")
    return (
        FORM,
        f"Bei „{fault.name}“ werden Felder mit Namen erwartet, hier steht {shown(fault.value)}.",
        f"Mögliche Felder: {', '.join(fields)}. Zum Beispiel: {first}: {example}" if fields else "",
    )


def _not_names(fault: Fault) -> Says:
    fields = fields_at(fault.model, fault.loc)
    return (
        FORM,
        f"Bei „{fault.name}“ wird in jeder Zeile ein Name mit Doppelpunkt erwartet, hier steht "
        f"{shown(fault.value)}.",
        f"Bitte zuerst das Kürzel der Sprache (zum Beispiel en:), darunter eingerückt die Felder "
        f"{listing(fields).replace(' oder ', ' und ')}."
        if fields
        else "Bitte so schreiben, eingerückt unter dem Feld: dafür: 5",
    )


SHAPES: dict[str, Callable[[Fault], Says]] = {
    "missing": _missing,
    "too_short": empty,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
    "dict_type": _not_names,
}
