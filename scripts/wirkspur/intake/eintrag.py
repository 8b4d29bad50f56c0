"""A record as text: the one form that every way in writes, and small changes to what is there.

Every scalar is text (source.py), so `nein`, `18:30` and `01067` stand as people write them.
"""

from __future__ import annotations

import io
from collections.abc import Container, Mapping, Sequence
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

from ..records.common import RecordType
from ..wording.words import suggest_id

Felder = Mapping[str, Any]
"""Field → text, list or further fields, as they stand in a file."""
LANG = 60
"""A longer id is no help in an address."""


class _Plain(yaml.SafeDumper):
    """Lists are set in, as in the files that are there; no text needs quotes to stay one."""

    yaml_implicit_resolvers = {}  # noqa: RUF012, so PyYAML declares it

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Plain.add_representer(str, _text)


def neu(typ: RecordType, felder: Felder, koerper: str) -> str:
    """The file of a new record: fields in the order of the model, empty ones left out."""
    known = {n: felder[n] for n in typ.model.model_fields if not _leer(felder.get(n))}
    head = yaml.dump(
        _klar(known), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=float("inf")
    )
    return f"---\n{head}---\n\n{koerper.strip()}\n" if typ.endung == ".md" else head


def geaendert(raw: str, felder: Felder, koerper: str | None = None) -> str:
    """The file with some fields set anew; None or empty takes a field away.

    Comments, order and all else stay. Gives `raw` itself where nothing is different.
    """
    head, body = _geteilt(raw)
    reader, data = _gelesen(head)
    before = {name: data.get(name) for name in felder}
    for name, value in felder.items():
        if _leer(value):
            data.pop(name, None)
        elif not _gleich(before[name], value):
            data[name] = _zeilen(_klar(value))
    same = all(_gleich(before[n], data.get(n)) for n in felder)
    if koerper is not None and koerper.strip() != body.strip():
        body = f"\n{koerper.strip()}\n"
    elif same:
        return raw
    return _zusammen(raw, head if same else _geschrieben(reader, data), body)


def angehaengt(raw: str, feld: str, teil: Felder) -> str:
    """The file with one more part at the end of a list, such as a step in `verlauf`."""
    head, body = _geteilt(raw)
    reader, data = _gelesen(head)
    part = _zeilen(_klar(teil))
    there = data.get(feld)
    if isinstance(there, list):
        there.append(part)
    else:  # a single one may stand without its list
        data[feld] = [there, part] if there else [part]
    return _zusammen(raw, _geschrieben(reader, data), body)


def kennung(titel: str, monat: str, belegt: Container[str]) -> str:
    """An id nobody has yet: month and the first words, `2026-12-mehr-licht-im-park`."""
    base = f"{monat}-{suggest_id(titel)}"
    if len(base) > LANG:
        base = base[: LANG + 1].rpartition("-")[0]
    number, found = 1, base
    while found in belegt:
        number += 1
        found = f"{base}-{number}"
    return found


def _leer(value: Any) -> bool:
    return value is None or value in ("", [], (), {})


def _gleich(one: Any, other: Any) -> bool:
    """Whether two values say the same: a list of one may stand as that one."""
    first, second = _klar(one) or [], _klar(other) or []
    return bool(second in (first, [first]) or first == [second])


def _klar(value: Any) -> Any:
    """Plain values, to be written and compared."""
    if isinstance(value, Mapping):
        return {str(n): _klar(v) for n, v in value.items() if not _leer(v)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_klar(v) for v in value if not _leer(v)]
    return None if value is None else str(value)


def _zeilen(value: Any) -> Any:
    """Texts of several lines as blocks, which people can read and the gate accepts."""
    if isinstance(value, dict):
        return {n: _zeilen(v) for n, v in value.items()}
    if isinstance(value, list):
        return [_zeilen(v) for v in value]
    return LiteralScalarString(value) if isinstance(value, str) and "\n" in value else value


class _NurText(VersionedResolver):
    """No value is anything but text."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


def _gelesen(head: str) -> tuple[YAML, Any]:
    reader = YAML()
    reader.Resolver = _NurText
    reader.preserve_quotes = True
    reader.width = 1_000_000
    reader.allow_unicode = True
    deep = any(line.startswith("  - ") for line in head.split("\n"))
    reader.indent(mapping=2, sequence=4 if deep else 2, offset=2 if deep else 0)
    return reader, reader.load(head) or {}


def _geschrieben(reader: YAML, data: Any) -> str:
    out = io.StringIO()
    reader.dump(data, out)
    return out.getvalue()


def _geteilt(raw: str) -> tuple[str, str]:
    """Fields and body of a file that the gate has accepted, line endings made plain."""
    text = raw.replace("\r\n", "\n")
    if not text.startswith("---\n"):
        return text, ""
    head, _, body = text[4:].partition("\n---\n")
    return f"{head}\n", body


def _zusammen(raw: str, head: str, body: str) -> str:
    text = f"---\n{head}---\n{body}" if raw.startswith("---") else head
    return text.replace("\n", "\r\n") if "\r\n" in raw else text
