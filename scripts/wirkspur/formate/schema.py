"""Records as JSON Schema: what an editor offers while somebody types.

Looser than the gate, never stricter: an editor's own YAML may take `2024` for a number where the
gate reads the text that stands there.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..records.common import RecordType
from ..register import TYPES, Register
from . import HINWEIS

ORDNER = ".vscode/schemas"
ENTWURF = "http://json-schema.org/draft-07/schema#"
SKALAR = ["string", "number", "boolean"]


def dateien(_register: Register) -> dict[str, str]:
    """One schema per record type."""
    return {
        pfad(typ): json.dumps(schema(typ), ensure_ascii=False, indent=1) + "\n" for typ in TYPES
    }


def pfad(typ: RecordType) -> str:
    """Where the schema of a type lies."""
    return f"{ORDNER}/{typ.art}.json"


def schema(typ: RecordType) -> dict[str, Any]:
    """What the fields of a record may be, in the words of its model."""
    found = typ.model.model_json_schema(schema_generator=_German)
    return {"$schema": ENTWURF, "$comment": HINWEIS, "title": typ.titel, **_as_text(found)}


class _German(GenerateJsonSchema):
    """Only words meant for people: names of classes and what programmers say of them are not."""

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        """A choice without the class around it."""
        return super().generate_inner(
            {**schema, "metadata": {}} if schema["type"] == "enum" else schema
        )

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Fields without the class around them."""
        found = super().model_schema(schema)
        return {key: found[key] for key in found if key not in {"title", "description"}}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Values, each with the words that the site shows for it."""
        members = schema["members"]
        return {
            "type": "string",
            "enum": [member.value for member in members],
            "enumDescriptions": [member.label for member in members],
        }

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What is not known is left out, never written as nothing."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Only a default that says something."""
        found = super().default_schema(schema)
        return found if found.get("default") else {k: v for k, v in found.items() if k != "default"}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """A list; a single value may stand alone."""
        found = super().tuple_schema(schema)
        return {"anyOf": [found["items"], found]}


def _as_text(node: Any) -> Any:
    """Every scalar as the text of the file: an editor may read it as a number."""
    if isinstance(node, list):
        return [_as_text(part) for part in node]
    if not isinstance(node, dict):
        return node
    made = {name: _as_text(part) for name, part in node.items()}
    if "enum" not in made and made.get("type") == "string":
        made["type"] = SKALAR
    elif made.get("type") == "integer":
        made["type"] = ["integer", "string"]
    return made
