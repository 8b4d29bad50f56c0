"""A whole record in a file, as the form gives it to be downloaded."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..records.common import RecordType
from ..register import TYPES
from ..source import parse
from .eintrag import Felder


class Datei(NamedTuple):
    """A record that was read from its own file."""

    typ: RecordType
    felder: Felder
    text: str
    heil: bool = True
    """A file is what it is: nothing on its way could have changed a part of it unseen."""

    @property
    def was(self) -> str:
        """The kind of record."""
        return self.typ.titel


def lesen(raw: bytes) -> Datei | None:
    """The record in a file; None where it holds none, or one whose kind its fields do not tell."""
    felder = parse("x.md", raw).fields() if raw.startswith(b"---") else None
    if not isinstance(felder, dict):
        return None
    kinds = [typ for typ in TYPES if typ.status and _fits(typ, felder)]
    return Datei(kinds[0], felder, raw.decode()) if len(kinds) == 1 else None


def _fits(typ: RecordType, felder: dict[str, Any]) -> bool:
    fields = typ.model.model_fields
    needed = {name for name, info in fields.items() if info.is_required()}
    return needed <= felder.keys() <= fields.keys()
