"""`wirkspur generate`: write every file that is made from the models."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace

from ..output.store import write_whole
from ..records.common import RecordType
from ..register import TYPES, Register, load
from ..wording.fields import choices
from . import Answer, Here
from .new import CHOOSE, template

HILFE = "erzeugen, was aus den Feldern der Einträge gemacht wird"
LANG = """\
Schreibt alle Dateien, die aus den Feldern der Einträge entstehen: Hilfen für Editoren und das
Formular bei GitHub. Nötig, wenn sich Felder, Themen, Orte oder Stellen geändert haben."""
SNIPPETS = ".vscode/wirkspur.code-snippets"


def arguments(parser: ArgumentParser) -> None:
    """Take whether to write."""
    parser.add_argument(
        "--check", action="store_true", help="nur sagen, welche Dateien nicht mehr stimmen"
    )


def run(options: Namespace, _here: Here) -> Answer:
    """Write what is different; with --check only name it, and give 1."""
    from ..files import read

    register, _ = load(read(options.root))
    stale = []
    for path, text in files(register).items():
        place = options.root / path
        if not place.is_file() or place.read_bytes() != text.encode():
            stale.append(path)
            if not options.check:
                write_whole(place, text.encode())
    if not stale:
        return Answer(0, "Alles ist auf dem Stand.\n")
    said = "".join(f"{path}\n" for path in stale)
    if options.check:
        return Answer(1, f"{said}Nicht mehr auf dem Stand. Bitte aufrufen: wirkspur generate\n")
    return Answer(0, f"{said}Geschrieben.\n")


def files(register: Register) -> dict[str, str]:
    """Every generated file: path → text."""
    from ..formate import alle, vscode

    snippets = {typ.titel: _snippet(typ) for typ in TYPES if not typ.datei}
    return {**alle(register), SNIPPETS: vscode.as_json(snippets)}


def _snippet(typ: RecordType) -> dict[str, object]:
    """The starting file of `wirkspur new` as a snippet: Tab goes from gap to gap."""
    fields = typ.model.model_fields
    text = template(typ).replace("\\", "\\\\").replace("$", "\\$")
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        wahl = choices(fields.get(line.partition(":")[0]))
        if wahl and line.endswith(CHOOSE):
            lines.append(line.replace(CHOOSE, f"${{{number}|{','.join(wahl)}|}}"))
        else:
            lines.append(re.sub(r"(‹[^›]*›)$", rf"${{{number}:\1}}", line))
    return {
        "prefix": typ.art,
        "description": f"Ein neuer Eintrag: {typ.titel}",
        "scope": "markdown" if typ.endung == ".md" else "yaml",
        "body": lines,
    }
