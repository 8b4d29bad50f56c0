"""What GitHub makes of an issue form that somebody has filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wirkspur.files import read
from wirkspur.formate.issue_form import ORDNER, dateien
from wirkspur.register import load

ANSWERS: dict[str, Any] = {
    "kurz": "Der Weg durch den Park ist abends dunkel.",
    "koerper": "Abends ist der Weg dunkel.\n\nViele gehen darum einen Umweg.",
    "thema": "Wege & Verkehr",
    "art": "Anliegen",
    "form": "Vorschlag",
    "prioritaet": "mittel",
    "ort": ["ganze Stadt"],
    "loesungen": "- Mehr Lampen\n- Büsche schneiden",
    "von": "Community Connectors",
}
"""In the words of the made-up city of tests/example."""


def body(root: Path, **answers: Any) -> str:
    """The text of the issue: `answers` by the field's id; what is missing was left empty."""
    given = {**ANSWERS, **answers}
    parts = []
    for field in _form(root)["body"]:
        if field["type"] == "markdown":
            continue
        about = field["attributes"]
        answer = given.get(field["id"]) or "_No response_"
        if field["type"] == "checkboxes":
            answer = "\n".join(f"- [X] {option['label']}" for option in about["options"])
        elif field["type"] == "dropdown" and field["id"] not in answers:
            chosen = answer if isinstance(answer, list) else [answer]
            assert set(chosen) <= {*about["options"], "_No response_"}, chosen
        if isinstance(answer, list):
            answer = ", ".join(answer)
        parts.append(f"### {about['label']}\n\n{answer}")
    return "\n\n".join(parts)


@cache
def _form(root: Path) -> Any:
    register, _ = load(read(root))
    return yaml.safe_load(dateien(register)[f"{ORDNER}/anliegen.yml"])
