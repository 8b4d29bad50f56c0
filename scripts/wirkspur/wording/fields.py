"""What a model knows about a place in a record: its field, its fields, its choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..reading.events import Loc
from ..records.common import Verweis, Wahl

C = TypeVar("C")
KEY = "[key]"
"""What pydantic appends to the place of a name that people chose themselves."""


def field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """The model's field at `loc`, through lists, nested models and names people chose."""
    info: FieldInfo | None = None
    current: type[BaseModel] | None = model
    chosen = False
    for part in loc:
        if isinstance(part, int) or part == KEY or chosen:
            chosen = False
            continue
        if current is None or part not in current.model_fields:
            return None
        info = current.model_fields[part]
        chosen = get_origin(info.annotation) is dict
        current = next(iter(classes(info.annotation, BaseModel)), None)
    return info


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model whose fields stand at `loc`."""
    if not [part for part in loc if isinstance(part, str)]:
        return model
    info = field_at(model, loc)
    return next(iter(classes(info.annotation, BaseModel)), None) if info else None


def fields_at(model: type[BaseModel], loc: Loc) -> dict[str, FieldInfo]:
    """The fields that may stand at `loc`."""
    inner = model_at(model, loc)
    return inner.model_fields if inner else {}


def choices(info: FieldInfo | None) -> type[Wahl] | None:
    """The closed list a field takes its values from, if it has one."""
    return next(iter(classes(info.annotation, Wahl)), None) if info else None


def classes(annotation: Any, base: type[C]) -> Iterable[type[C]]:
    """The classes below `base` that a type annotation mentions, from outside in."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for inner in get_args(annotation):
        yield from classes(inner, base)


def refers(info: FieldInfo | None) -> bool:
    """Whether a field holds references to records or entries."""
    return info is not None and (
        any(isinstance(mark, Verweis) for mark in info.metadata) or _marked(info.annotation)
    )


def _marked(annotation: Any) -> bool:
    return any(isinstance(a, Verweis) or _marked(a) for a in get_args(annotation))


def name_of(loc: Loc) -> str:
    """The name that stands at a place in the file."""
    return next((part for part in reversed(loc) if isinstance(part, str) and part != KEY), "")
