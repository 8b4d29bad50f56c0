"""`wirkspur new`: a starting file made from the record's model, explaining itself."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..output.store import write_whole
from ..records.common import KENNUNG, RecordType, Status
from ..register import TYPES
from ..wording.fields import choices, classes
from ..wording.words import suggest_id
from . import Answer, Here

ASKED = {"verlauf", "tandem", "erkenntnisziel", "fuer_entscheidung", "rueckmeldung_bis"}
"""Fields that the model lets be missing but a rule asks for, so a starting file shows them."""
FILL = "‹bitte ausfüllen›"
CHOOSE = "‹bitte wählen›"


def type_names() -> list[str]:
    """The record types one can begin, in the words of references."""
    return sorted(typ.art for typ in TYPES if not typ.datei)


HILFE = "einen Eintrag anlegen"
LANG = "Legt eine Datei mit Erklärungen an. Was noch auszufüllen ist, nennt danach die Prüfung."


def arguments(parser: ArgumentParser) -> None:
    """Take what to begin, and its id."""
    names = type_names()
    parser.add_argument("type", metavar="TYP", choices=names, help=f"was: {', '.join(names)}")
    parser.add_argument(
        "slug", metavar="KENNUNG", help="Dateiname, z. B. 2026-12-mehr-licht-im-park"
    )


def run(options: Namespace, _here: Here) -> Answer:
    """Write a starting file."""
    code, text = start(options.root, options.type, options.slug)
    return Answer(code, err=f"{text}\n") if code else Answer(code, f"{text}\n")


def start(root: Path, art: str, slug: str) -> tuple[int, str]:
    """Write a starting file for a record of kind `art`; gives exit code and what to say."""
    typ = next(t for t in TYPES if t.art == art)
    slug = slug.removesuffix(typ.endung)
    if not KENNUNG.fullmatch(slug):
        return 2, (
            f"„{slug}“ geht nicht als Kennung. Erlaubt sind kleine Buchstaben a–z, Ziffern und "
            f"Bindestriche.\nVorschlag: {suggest_id(slug)}"
        )
    path = root / typ.ordner / f"{slug}{typ.endung}"
    if path.exists():
        return 2, f"{path} gibt es schon. Bitte eine andere Kennung wählen."
    write_whole(path, template(typ).encode())
    return 0, (
        f"Angelegt: {path}\n"
        "Bitte die Stellen in ‹…› ausfüllen. Was noch fehlt, sagt: wirkspur check"
    )


def template(typ: RecordType) -> str:
    """The text of a starting file for a record type."""
    fields = typ.model.model_fields
    needed = [n for n, info in fields.items() if info.is_required() or n in ASKED]
    lines = [
        "# Zeilen mit # sind Erklärungen; sie werden nicht gelesen.",
        "# Bitte alles in ‹…› ersetzen. Die Prüfung sagt, was noch fehlt.",
        "",
    ]
    for name in needed:
        lines += [*_explained(name, fields[name]), *_value(typ, name, fields[name]), ""]
    lines += ["# Alles Weitere ist freiwillig. Zum Ausfüllen das # vor dem Namen löschen.", ""]
    for name, info in fields.items():
        if name not in needed:
            lines += [*_explained(name, info), *_commented(name, info), ""]
    text = "\n".join(lines).rstrip() + "\n"
    if typ.endung != ".md":
        return text
    body = f"‹{typ.koerper or 'Text'}: in einfachen Sätzen, ohne Namen von Personen›"
    return f"---\n{text}---\n\n{body}\n"


def _explained(name: str, info: FieldInfo) -> Iterator[str]:
    yield f"# {info.title or name}: {info.description or ''}"
    if (wahl := choices(info)) is not None and not issubclass(wahl, Status):
        yield f"# Möglich: {', '.join(wahl)}"
    for example in (info.examples or [])[:1]:
        yield f"# Beispiel: {name}: {example}"


def _value(typ: RecordType, name: str, info: FieldInfo) -> list[str]:
    if name == "verlauf" and typ.status:
        first = next(iter(typ.status))
        von = "verwaltung" if typ.art == "anfrage" else "connectors"
        return [
            f"# Status: {', '.join(typ.status)}",
            "verlauf:",
            f"  - datum: {FILL}",
            f"    status: {first}",
            f"    von: {von}",
        ]
    if inner := next(iter(classes(info.annotation, BaseModel)), None):
        return [f"{name}:", *_nested(inner, is_list(info))]
    return [f"{name}: {CHOOSE if choices(info) else FILL}"]


def _nested(model: type[BaseModel], listed: bool) -> list[str]:
    fields = [n for n, i in model.model_fields.items() if i.is_required()]
    dash = ["  - " if listed and i == 0 else "    " if listed else "  " for i in range(len(fields))]
    return [
        f"{d}{n}: {CHOOSE if choices(model.model_fields[n]) else FILL}"
        for d, n in zip(dash, fields, strict=True)
    ]


def _commented(name: str, info: FieldInfo) -> list[str]:
    if inner := next(iter(classes(info.annotation, BaseModel)), None):
        nested = _nested(inner, is_list(info))
        if get_origin(info.annotation) is dict:
            nested = ["  en:", *(f"  {line}" for line in nested)]
        lines = [f"{name}:", *nested]
    elif is_list(info):
        lines = [f"{name}:", "  - "]
    else:
        lines = [f"{name}:"]
    return [f"#{line.replace(f' {FILL}', '').replace(f' {CHOOSE}', '')}" for line in lines]


def is_list(info: FieldInfo) -> bool:
    """Whether a field holds a list."""
    return get_origin(info.annotation) is tuple or any(
        get_origin(a) is tuple for a in get_args(info.annotation)
    )
