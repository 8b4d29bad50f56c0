"""Settings for Visual Studio Code, on a machine or in the browser (github.dev, vscode.dev)."""

from __future__ import annotations

import json
from typing import Any

from ..register import TYPES, Register
from . import HINWEIS
from .schema import pfad


def dateien(_register: Register) -> dict[str, str]:
    """Settings, the one extension that reads schemas, and the check as a task."""
    made = {"settings": _settings(), "extensions": _extensions(), "tasks": _tasks()}
    return {f".vscode/{name}.json": as_json(data) for name, data in made.items()}


def as_json(data: dict[str, Any]) -> str:
    """A file of Visual Studio Code, which may have comments."""
    return f"// {HINWEIS}\n{json.dumps(data, ensure_ascii=False, indent=2)}\n"


def _settings() -> dict[str, Any]:
    """Schemas for files that are YAML as a whole; for those with text there are snippets."""
    places = {pfad(typ): f"{typ.ordner}/{typ.datei or '*' + typ.endung}" for typ in TYPES}
    text = {"editor.wordWrap": "on", "editor.quickSuggestions": {"other": True}}
    return {
        "yaml.schemas": {path: place for path, place in places.items() if place.endswith(".yml")},
        # Nothing is fetched from or told to others.
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[markdown]": {**text, "files.trimTrailingWhitespace": False},
        "[yaml]": {**text, "editor.insertSpaces": True, "editor.tabSize": 2},
    }


def _extensions() -> dict[str, Any]:
    return {"recommendations": ["redhat.vscode-yaml"]}


def _tasks() -> dict[str, Any]:
    """`wirkspur check` where it is installed, its findings on their lines."""
    said = r"^::(error|warning|notice) file=([^,]*),line=(\d+),(?:col=(\d+),)?title=[^:]*::(.*)$"
    parts = {"severity": 1, "file": 2, "line": 3, "column": 4, "message": 5}
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "Einträge prüfen",
                "type": "shell",
                "command": ".venv/bin/wirkspur check --format github",
                "group": {"kind": "test", "isDefault": True},
                "problemMatcher": {
                    "owner": "wirkspur",
                    "fileLocation": ["relative", "${workspaceFolder}"],
                    "pattern": {"regexp": said, **parts},
                },
            }
        ],
    }
