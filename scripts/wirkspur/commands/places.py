"""`wirkspur places import`: the city's own boundaries, simplified, for the map of places."""

from __future__ import annotations

import json
import re
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from . import Answer, Here

if TYPE_CHECKING:
    from ..grenzen import Ort, Zuordnung
    from ..records.karte import Grenzen, Karte, Rahmen
    from ..register import Register

HILFE = "amtliche Grenzen für die Karte der Orte übernehmen"
LANG = (
    "Liest amtliche Grenzen (GeoJSON) von Stadtbezirken, Stadtteilen oder Sozialräumen, ordnet\n"
    "sie den Orten im Projekt zu, vereinfacht sie und schreibt sie nach content/register/karte.yml."
)
ZIEL = "content/register/karte.yml"
PLATZ = 180_000
"""So many bytes the file may have; the gate refuses more than 200,000."""
NOETIG = {
    "quelle": ("wer die Grenzen veröffentlicht hat", "Stadt Musterstadt: Stadtteile 2025"),
    "stand": ("von wann sie sind", "2025"),
    "lizenz": ("unter welcher Lizenz sie stehen", "Datenlizenz Deutschland – Zero – 2.0"),
}
KOPF = """\
# Die Karte der Orte. Kacheln sind ein Bild davon, was ungefähr wo liegt.
# Grenzen schreibt der Befehl: wirkspur places import
"""


def arguments(parser: ArgumentParser) -> None:
    """Take the file and where it is from."""
    parser.add_argument("tun", metavar="import", choices=["import"], help="Grenzen übernehmen")
    parser.add_argument(
        "datei", metavar="DATEI", type=Path, help="die Datei, z. B. grenzen.geojson"
    )
    for name, (what, example) in NOETIG.items():
        parser.add_argument(f"--{name}", metavar="TEXT", help=f"{what}, z. B. „{example}“")
    parser.add_argument(
        "--ausgabe", metavar="TEXT", default="", help="nur Orte dieser Ausgabe (sonst: was passt)"
    )


def run(options: Namespace, here: Here) -> Answer:
    """Take the boundaries over: 0 written, 2 not to be used."""
    from ..grenzen import GrenzenError

    missing = [name for name in NOETIG if not (getattr(options, name) or "").strip()]
    if missing:
        return Answer(2, err=_asked(missing))
    here.say("Lese die Grenzen …")
    try:
        return Answer(0, "\n".join(_take(options)) + "\n")
    except GrenzenError as error:
        return Answer(2, err=f"{error}\nEs wurde nichts geändert.\n")


def _asked(missing: list[str]) -> str:
    lines = ["Auf der Karte steht, woher die Grenzen sind. Bitte dazu sagen:"]
    for name in missing:
        what, example = NOETIG[name]
        lines.append(f'  --{name} "{example}"   ({what})')
    return "\n".join(lines) + "\n"


def _take(options: Namespace) -> Iterator[str]:
    from .. import grenzen
    from ..output.store import write_whole

    path = _found(options.datei)
    register = _register(options.root)
    raw = _read(path, grenzen.HOECHSTENS)
    flaechen, koordinaten = grenzen.lesen(raw)
    yield f"Gelesen: {path.name}, {len(flaechen)} Flächen, Koordinaten in {koordinaten.label}."
    orte = {ort.id: ort for ort in _places(register)}
    matched = grenzen.zuordnen(flaechen, orte.values(), options.ausgabe)
    if matched is None:
        raise grenzen.GrenzenError(_nothing(flaechen[0].angaben, options.ausgabe))
    yield from _understood(matched, orte)
    karte = register.verzeichnis("karte")
    others = [g for g in karte.grenzen if (g.ebene, g.ausgabe) != (matched.ebene, matched.ausgabe)
              ] if karte else []  # fmt: skip
    frame = karte.rahmen if karte and others else None
    if frame and frame.koordinaten is not koordinaten:
        raise grenzen.GrenzenError(
            f"Die Grenzen, die schon auf der Karte sind, haben Koordinaten in "
            f"{frame.koordinaten.label}, diese in {koordinaten.label}. Bitte die Datei mit den "
            "gleichen Koordinaten nehmen."
        )
    frame = frame or grenzen.rahmen(flaechen, koordinaten)
    paths, shared = grenzen.pfade(matched, flaechen, orte, frame)
    if not shared:
        yield "Die Flächen stoßen nicht genau aneinander; schmale Lücken wurden geschlossen."
    yield from _listed(
        "Nicht auf der Karte, weil zu klein oder verdeckt",
        (orte[k].titel for k in matched.orte if k not in paths),
    )
    extra = sorted((orte[k] for k in paths if k not in matched.orte), key=lambda o: o.nummer)
    yield from _listed("Daraus zusammengesetzt", (ort.titel for ort in extra))
    new = _checked(options, matched, paths)
    text = _text(options.root / ZIEL, karte, frame, [*others, new])
    if len(text.encode()) > PLATZ:
        raise grenzen.GrenzenError(
            "Mit diesen Grenzen würde die Karte zu groß. Bitte in der Datei "
            f"{ZIEL} Grenzen löschen, die nicht mehr gebraucht werden."
        )
    write_whole(options.root / ZIEL, text.encode())
    yield f"Geschrieben: {ZIEL} ({len(text.encode()) // 1000} kB)."


# --- what is there -------------------------------------------------------------------------------


def _found(path: Path) -> Path:
    """The file, whichever way its umlauts are written: `ä` may be one sign or two."""
    if path.exists() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    same = (p for p in path.parent.iterdir() if unicodedata.normalize("NFC", p.name) == wanted)
    return next(same, path)


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)


def _register(root: Path) -> Register:
    from ..files import read
    from ..grenzen import GrenzenError
    from ..register import load

    tree = read(root)
    register, _ = load(tree)
    if ZIEL in tree.files and register.verzeichnis("karte") is None:
        raise GrenzenError(
            f"Die Datei {ZIEL} hat Fehler. Was daran falsch ist, sagt: wirkspur check"
        )
    return register


def _places(register: Register) -> Iterator[Ort]:
    from ..grenzen import Ort

    for record in register.of("sozialraum"):
        data = record.data
        yield Ort(
            record.id, data.titel, data.nummer or "", data.ebene, data.ausgabe, data.teil_von or ""
        )


# --- what is said --------------------------------------------------------------------------------


def _nothing(angaben: Mapping[str, str], ausgabe: str) -> str:
    said = ", ".join(f"{key} = {value}" for key, value in list(angaben.items())[:6])
    which = f" der Ausgabe „{ausgabe}“" if ausgabe else ""
    return (
        f"Keine Fläche passt zu einem Ort{which} im Ordner sozialraeume, weder nach der Nummer "
        f"noch nach dem Namen.\nAngaben der ersten Fläche: {said or 'keine'}"
    )


def _understood(matched: Zuordnung, orte: dict[str, Ort]) -> Iterator[str]:
    yield f"Erkannt als: {matched.ebene.label}, Ausgabe „{matched.ausgabe}“."
    by = [f"Nummer aus „{matched.nummer}“"] if matched.nummer else []
    by += [f"Name aus „{matched.name}“"] if matched.name else []
    yield f"Zugeordnet nach: {', '.join(by)}."
    group = [o for o in orte.values() if (o.ebene, o.ausgabe) == (matched.ebene, matched.ausgabe)]
    yield f"Gefunden: {len(matched.orte)} von {len(group)} Orten."
    yield from _listed("Ohne Eintrag im Projekt", map(str, matched.fremd))
    yield from _listed(
        "Nummer und Name widersprechen sich, nicht übernommen",
        (
            f"{flaeche}: „{orte[one].titel}“ oder „{orte[other].titel}“"
            for flaeche, one, other in matched.widerspruch
        ),
    )
    yield from _listed(
        "Mehrere Flächen für einen Ort, zusammengefügt",
        (f"{orte[k].titel} ({len(f)} Flächen)" for k, f in matched.orte.items() if len(f) > 1),
    )
    yield from _listed(
        "Ohne Grenze bleiben", (ort.titel for ort in group if ort.id not in matched.orte)
    )


def _listed(what: str, items: Iterable[str], most: int = 10) -> Iterator[str]:
    every = list(items)
    if every:
        more = [f"… und {len(every) - most} weitere"] if len(every) > most else []
        yield "\n  ".join([f"{what}: {len(every)}", *every[:most], *more])


# --- what is written -----------------------------------------------------------------------------


def _checked(options: Namespace, matched: Zuordnung, paths: dict[str, str]) -> Grenzen:
    """The block as the gate would read it, so that nothing is written that it refuses."""
    from pydantic import ValidationError

    from ..grenzen import GrenzenError
    from ..records.karte import Grenzen

    try:
        return Grenzen.model_validate({
            "ebene": matched.ebene.value, "ausgabe": matched.ausgabe,
            **{name: getattr(options, name).strip() for name in NOETIG},
            "formen": [{"ort": ort, "pfad": path} for ort, path in sorted(paths.items())],
        })  # fmt: skip
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        what = "So wie 2025, 2025-06 oder 2025-06-30." if field == "stand" else "Bitte kürzer."
        name = f"--{field}" if field in NOETIG else f"„{field}“"
        raise GrenzenError(f"Die Angabe {name} geht so nicht. {what}") from None


def _text(path: Path, karte: Karte | None, frame: Rahmen, blocks: list[Grenzen]) -> str:
    """The file anew; what people wrote in it beside the boundaries stays as it is."""
    old = path.read_text(encoding="utf-8") if karte else KOPF
    kept = re.sub(r"^(?:rahmen|grenzen):.*?(?=^\S|\Z)", "", old, flags=re.DOTALL | re.MULTILINE)
    lines = [kept.rstrip(), "rahmen:", f"  koordinaten: {frame.koordinaten}"]
    lines += [f"  {name}: {getattr(frame, name)}" for name in ("west", "sued", "ost", "nord")]
    lines.append("grenzen:")
    for block in blocks:
        lines.append(f"  - ebene: {block.ebene}")
        lines += [
            f"    {name}: {json.dumps(str(getattr(block, name)), ensure_ascii=False)}"
            for name in ("ausgabe", "quelle", "stand", "lizenz")
        ]
        lines.append("    formen:")
        for form in block.formen:
            lines += [f"      - ort: {form.ort}", f"        pfad: {form.pfad}"]
    return "\n".join(lines) + "\n"
