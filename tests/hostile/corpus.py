"""Read the payloads, and lay them into a repository wherever contributed text reaches the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from wirkspur.records.common import KENNUNG
from wirkspur.register import TYPES
from wirkspur.source import parse

HERE = Path(__file__).parent
HARMLESS = "harmlos"
SECRET = "GEHEIM-4711"


def payloads(name: str) -> dict[str, str]:
    """Name → payload, of one file."""
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    text = re.sub(r"‹U\+([0-9A-F]{4})›", lambda m: chr(int(m[1], 16)), text)
    found = re.findall(r"^=== (\S+)\n(.*?)(?=^=== |\Z)", text, re.DOTALL | re.MULTILINE)
    return {name: payload.rstrip("\n") for name, payload in found}


RESSOURCE = "titel: {titel}\nkurz: Ein Eintrag aus Tests.\nart: material\n"


def texts() -> dict[str, str]:
    """Path → file: every Markdown payload once in a record and once in a page."""
    files = {}
    for name, text in payloads("texte").items():
        head = RESSOURCE.format(titel=name)
        files[f"content/ressourcen/boese-{name}.md"] = f"---\n{head}---\n\nVorher\n\n{text}\n"
        files[f"content/seiten/boese/{name}.md"] = f"# Seite\n\nVorher\n\n{text}\n"
    return files


def addresses() -> dict[str, str]:
    """Path → file: every address payload, in a field for addresses."""
    files = {}
    for name, text in payloads("adressen").items():
        head = RESSOURCE.format(titel=name) + f"web: {json.dumps(text)}\n"
        files[f"content/ressourcen/adresse-{name}.md"] = f"---\n{head}---\n"
    return files


def heads() -> dict[str, str]:
    """Path → file: every head payload, on a page."""
    return {
        f"content/seiten/kopf/{name}.md": f"---\n{text}\n---\n\n# Seite\n"
        for name, text in payloads("koepfe").items()
    }


def names() -> dict[str, str]:
    """Path → file: valid records and pages under every hostile name."""
    files = {}
    for name in payloads("dateinamen")["namen"].split("\n"):
        files[f"content/ressourcen/{name}"] = f"---\n{RESSOURCE.format(titel='Name')}---\n"
        files[f"content/seiten/{name}"] = "# Seite\n"
    return files


def fields(root: Path) -> Iterator[tuple[str, str]]:
    """Path → file: the longest record of every type, all of whose texts are a payload.

    What is a text the models say: a value is replaced if the record stays valid with it. So a
    field that somebody adds is tested from that day on.
    """
    several = payloads("felder")
    for typ in TYPES:
        folder = root / typ.ordner
        files = [folder / typ.datei] if typ.datei else folder.glob(f"*{typ.endung}")
        if not typ.noetig and not (folder / typ.datei).exists():
            files = [Path(__file__).parent / typ.datei]
        path = max(files, key=lambda path: path.stat().st_size)
        # A register stands alone; of a record there can be as many copies as payloads.
        for name, text in list(several.items())[: 1 if typ.datei else None]:
            data = parse(path.name, path.read_bytes()).data
            spoilt = yaml.safe_dump(_spoilt(typ.model, data, text), allow_unicode=True)
            spoilt = f"---\n{spoilt}---\n" if typ.endung == ".md" else spoilt
            stem = path.stem if typ.datei else f"feld-{name}"
            yield f"{typ.ordner}/{stem}{typ.endung}", spoilt


def _spoilt(model: Any, data: Any, text: str) -> Any:
    for holder, key in list(_leaves(data)):
        old = holder[key]
        if not isinstance(old, str) or key == "status" or KENNUNG.fullmatch(old):
            continue  # ids and states have to stay, or there would be no page to look at
        holder[key] = text
        try:
            model.model_validate(data)
        except ValidationError:
            holder[key] = old
    return data


def _leaves(data: Any) -> Iterator[tuple[Any, Any]]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, (dict, list)):
            yield from _leaves(value)
        else:
            yield data, key
