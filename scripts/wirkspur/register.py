"""All records of a repository: by id, by type; what is broken stays known by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from . import records, schema_text
from .discover import discover
from .files import SUBMODULES, Tree
from .findings import Finding, Location, Rule
from .reading import kinds
from .reading.events import Loc
from .records.common import KENNUNG, RecordType, Verweis
from .seiten import DATEINAME, PROSA, Seite, bad_name, read_page
from .source import Document, parse
from .wording.fields import classes
from .wording.words import suggest_id

FREMD = Rule(
    "datei-fremd",
    "Diese Datei liest niemand",
    "In den Ordnern der Einträge werden nur Einträge gelesen. Alles andere ginge still verloren.",
    tun="Legen Sie den Eintrag in den Ordner, der zu ihm gehört, und geben Sie ihm die "
    "richtige Endung: .md für Einträge mit Text, .yml für Orte und Verzeichnisse. Was "
    "kein Eintrag ist, löschen Sie bitte.",
    falsch="sozialraeume/seeviertel.yaml",
    richtig="sozialraeume/seeviertel.yml",
)
KENNUNG_DOPPELT = Rule(
    "kennung-doppelt",
    "Eine Kennung ist doppelt vergeben",
    "Ein Verweis muss auf genau einen Eintrag zeigen.",
    tun="Geben Sie dem neueren der beiden einen anderen Namen, und ändern Sie auch die "
    "Verweise darauf. Steht dasselbe zweimal da, löschen Sie eines davon.",
    falsch="  - id: freizeit\n    titel: Freizeit\n  - id: freizeit\n    titel: Feste und Feiern",
    richtig="  - id: freizeit\n    titel: Freizeit\n  - id: feste\n    titel: Feste und Feiern",
)
VERKNUEPFUNG = Rule(
    "verknuepfung",
    "Eine Verknüpfung statt einer Datei",
    "Über Verknüpfungen könnten Dateien veröffentlicht werden, die niemand veröffentlichen wollte.",
    tun="Löschen Sie die Verknüpfung, und legen Sie die Datei selbst in den Ordner.",
)
UNTERMODUL = Rule(
    "untermodul",
    "Ein fremdes Projekt in diesem Projekt",
    "Ein eingebundenes Projekt ändert sich, ohne dass es hier jemand sieht. Geprüft wird nur, was "
    "in diesem Projekt selbst liegt.",
    tun="Lösen Sie die Verbindung zum anderen Projekt, und kopieren Sie die Texte hierher, die "
    "gebraucht werden. Wissen Sie nicht, wie das Projekt dorthin kam? Dann fragen Sie nach.",
    falsch=".gitmodules",
    richtig="content/seiten/texte-von-dort.md",
)
ORDNER = Rule(
    "ordner-falsch",
    "Der Eintrag liegt im falschen Ordner",
    "Der Ordner sagt, was für ein Eintrag es ist. Im falschen Ordner passt kein Feld.",
    tun="Verschieben Sie die Datei in den Ordner, der in der Meldung steht. Anliegen liegen "
    "im Ordner issues, Orte in sozialraeume, alles andere in content.",
    falsch="content/anfragen/2026-11-tor-am-spielplatz.md",
    richtig="issues/2026-11-tor-am-spielplatz.md",
)
VERZEICHNIS_FEHLT = Rule(
    "verzeichnis-fehlt",
    "Ein Verzeichnis fehlt",
    "Ohne Themen, Stellen, Regeln und Angaben zur Stadt kann keine Seite entstehen.",
    tun="Holen Sie die Datei zurück, wenn sie gelöscht oder umbenannt wurde. In einer neuen "
    "Stadt kopieren Sie sie aus einem anderen Projekt und passen sie an.",
)

RULES = (
    FREMD, kinds.ART, DATEINAME, KENNUNG_DOPPELT, VERKNUEPFUNG, UNTERMODUL, ORDNER,
    VERZEICHNIS_FEHLT,
)  # fmt: skip

TYPES: tuple[RecordType, ...] = tuple(
    module.TYPE for module in discover(records) if hasattr(module, "TYPE")
)
RESERVIERT = {"stadtweit", "gruppe", "seite"}
"""Words that mean something else where an id could stand."""


@dataclass(frozen=True, slots=True)
class Record:
    """A valid record. `data` is an instance of its type's model."""

    id: str
    type: RecordType
    data: Any
    document: Document

    @property
    def path(self) -> str:
        """The file, relative to the repository."""
        return self.document.path

    @property
    def body(self) -> str:
        """The Markdown below the fields."""
        return self.document.body

    def at(self, loc: Loc, *, value: bool = True) -> Location:
        """Where something of this record stands."""
        return self.document.locate(loc, value=value)


@dataclass(frozen=True)
class Register:
    """Everything that was read.

    `known` maps each kind to the ids that exist, whether their record is valid or not, so that a
    broken file causes no second finding elsewhere. `broken` holds kinds of which not every id is
    known. `entries` are the entries of register files and decisions of minutes: kind → id →
    (record, loc of the entry, entry).
    """

    records: dict[str, Record] = field(default_factory=dict)
    documents: list[tuple[RecordType, Document]] = field(default_factory=list)
    prose: dict[str, bytes] = field(default_factory=dict)
    """Hand-written pages and their pictures: path → bytes."""
    seiten: dict[str, Seite] = field(default_factory=dict)
    """Those of them that can be shown, by address."""
    known: dict[str, set[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    entries: dict[str, dict[str, tuple[Record, Loc, Any]]] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    """Where each id was first seen."""

    def of(self, art: str) -> Iterator[Record]:
        """All valid records of a kind, by id."""
        return (record for record in self.records.values() if record.type.art == art)

    def verzeichnis(self, art: str) -> Any:
        """The model of a register file (`stadt`, `regelwerk`, …); None if missing or broken."""
        return next((record.data for record in self.of(art)), None)

    def eintrag(self, art: str, kennung: str) -> Any:
        """An entry of a register file, or None."""
        found = self.entries.get(art, {}).get(kennung)
        return found[2] if found else None

    @cached_property
    def references(self) -> list[tuple[Record, Loc, str, Verweis]]:
        """Every reference of every valid record: from where, to what, of which kind."""
        return [
            (record, loc, wert, mark)
            for record in self.records.values()
            for way, mark in reference_ways(record.type.model)
            for loc, wert in _walk(record.data, way)
        ]

    def exists(self, verweis: Verweis, wert: str) -> bool:
        """Whether a reference points to something, or to something that is merely broken."""
        if wert in verweis.auch:
            return True
        arten = verweis.arten or RECORD_KINDS
        return any(wert in self.known.get(art, ()) or art in self.broken for art in arten)


RECORD_KINDS = (*(t.art for t in TYPES if not t.datei), "beschluss")
"""What a reference without a kind may point to."""


def load(
    tree: Tree, read: Callable[[str, bytes], Document] = parse
) -> tuple[Register, list[Finding]]:
    """Read all files of a repository into a Register, with every finding of form and shape.

    `read` turns path and bytes into a Document; a caller may put a memory in front of it.
    """
    register = Register()
    findings = [*_linked(tree), *_submodules(tree)]
    for path, raw in tree.files.items():
        typ = _type_of(path)
        if typ is None:
            findings.extend(_no_record(register, path, raw, read))
            continue
        if kind := kinds.of(path, raw):
            findings.append(kinds.finding(path, kind, path))
            register.known.setdefault(typ.art, set()).add(PurePosixPath(path).stem)
            register.broken.update(art for _, art in typ.eintraege)
            continue
        document = read(path, raw)
        findings.extend(document.findings)
        findings.extend(_take(register, typ, document))
    for path, raw in tree.pictures.items():
        register.prose[path] = raw
        findings.extend(kinds.bad_picture(path, raw))
    findings.extend(_missing_registers(register, tree))
    return register, findings


@cache
def _homes() -> dict[tuple[str, str], RecordType]:
    return {(t.ordner, t.datei or t.endung): t for t in TYPES}


def _type_of(path: str) -> RecordType | None:
    folder, _, name = path.rpartition("/")
    return _homes().get((folder, name)) or _homes().get((folder, name[name.rfind(".") :]))


TEXTS = {".md", ".yml", ".yaml", ".txt", ".markdown", ".docx", ".doc", ".odt", ".rtf", ""}
"""Endings of files that may hold a record under a wrong name."""


def _stray(register: Register, path: str) -> Finding:
    """A file nobody reads. What may be a record under a wrong name stays known by its id."""
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.partition(".")
    home = _home(folder)
    hint = "Bitte löschen."
    if home and home.datei:
        datei = next((t.datei for t in TYPES if t.datei.startswith(stem.lower() + ".")), "")
        hint = f"Bitte umbenennen: {datei}" if datei else hint
    elif home and (dot + ending.rpartition(".")[2]).lower() in TEXTS:
        kennung = suggest_id(stem)
        register.known.setdefault(home.art, set()).add(kennung)
        hint = f"Bitte so ablegen: {home.ordner}/{kennung}{home.endung}"
    elif path.startswith(PROSA + "/"):
        hint = f"Seiten enden auf .md. Bitte so ablegen: {folder}/{suggest_id(stem)}.md"
    elif not home and name.endswith((".md", ".yml")):
        folders = sorted({t.ordner for t in TYPES})
        hint = f"Einträge liegen in: {', '.join(folders)}."
    return FREMD.at(Location(path), f"Die Datei „{name}“ wird hier nicht gelesen.", hint)


def _linked(tree: Tree) -> Iterator[Finding]:
    for path in tree.links:
        yield VERKNUEPFUNG.at(
            Location(path), "Das ist eine Verknüpfung oder etwas anderes, keine gewöhnliche Datei.",
            "Bitte löschen und die Datei selbst ablegen.",
        )  # fmt: skip


def _submodules(tree: Tree) -> Iterator[Finding]:
    hint = "Bitte entfernen und die Texte selbst hier ablegen."
    if SUBMODULES in tree.files:
        yield UNTERMODUL.at(
            Location(SUBMODULES), "Diese Datei bindet ein anderes Projekt ein.", hint
        )
    for path in tree.repositories:
        folder = path.rpartition("/")[0]
        yield UNTERMODUL.at(Location(path), f"Der Ordner „{folder}“ ist ein eigenes Projekt.", hint)


def _no_record(
    register: Register, path: str, raw: bytes, read: Callable[[str, bytes], Document]
) -> Iterator[Finding]:
    """Enter a file beside the records: a page, a picture of one; all others are astray."""
    pages = path.startswith(PROSA + "/")
    kind = kinds.of(path, raw)
    if pages and kinds.is_picture(path):
        register.prose[path] = raw
        yield from kinds.bad_picture(path, raw)
    elif pages and path.endswith(".md") and not kind:
        register.prose[path] = raw
        yield from _take_page(register, path, raw, read)
    elif path != SUBMODULES:
        stray = _stray(register, path)  # which also makes its id known
        yield kinds.finding(path, kind, _text_home(path)) if kind else stray


def _take_page(
    register: Register, path: str, raw: bytes, read: Callable[[str, bytes], Document]
) -> Iterator[Finding]:
    """Enter a hand-written page."""
    page, findings = read_page(path, raw, read)
    yield from findings
    if page is None:
        return
    if first := register.seiten.get(page.adresse):
        yield KENNUNG_DOPPELT.at(
            Location(path), f"Unter der Adresse „/{page.adresse}“ liegt schon {first.path}.",
            "Bitte eine der beiden Dateien umbenennen.", related=(Location(first.path),),
        )  # fmt: skip
        return
    register.seiten[page.adresse] = page


def _text_home(path: str) -> str:
    """Where the text of a file that is no text could be kept."""
    folder, _, name = path.rpartition("/")
    home = _home(folder)
    return f"{home.ordner}/{suggest_id(name.rpartition('.')[0])}{home.endung}" if home else ""


def _home(folder: str) -> RecordType | None:
    """The type whose records lie in this folder, or in one of the folders around it."""
    return next((t for t in TYPES if folder == t.ordner or folder.startswith(t.ordner + "/")), None)


def _missing_registers(register: Register, tree: Tree) -> Iterator[Finding]:
    for typ in TYPES:
        path = f"{typ.ordner}/{typ.datei}"
        if typ.datei and path not in tree.files:
            register.broken.update(art for _, art in typ.eintraege)
        renamed = any(
            p.casefold().startswith(path.removesuffix(typ.endung) + ".") for p in tree.files
        )
        if typ.datei and typ.noetig and not renamed:
            yield VERZEICHNIS_FEHLT.at(
                Location(path), f"Die Datei {path} fehlt.",
                "Bitte aus einem anderen Projekt übernehmen und anpassen.",
            )  # fmt: skip


def _take(register: Register, typ: RecordType, document: Document) -> Iterator[Finding]:
    """Validate one document and enter it; what is broken is at least known."""
    slim = document.without_data()
    register.documents.append((typ, slim))
    stem = PurePosixPath(document.path).stem
    # A register file is known by a name that no record can have.
    kennung = f"register/{stem}" if typ.datei else stem
    known = register.known.setdefault(typ.art, set())
    if not typ.datei and (not KENNUNG.fullmatch(stem) or stem in RESERVIERT):
        known.add(suggest_id(stem))
        yield bad_name(document.path)
    elif decision := register.entries.get("beschluss", {}).get(kennung):
        minutes, loc, _ = decision
        yield _doubled(minutes.at((*loc, "id")), kennung, Location(document.path))
    elif (first := register.places.get(kennung)) and not typ.datei:
        known.add(kennung)
        yield _twice(document, kennung, first)
        return
    known.add(kennung)
    register.places[kennung] = Location(document.path)
    data, shape = None, list[Finding]()
    if document.data is not None:
        try:
            data = typ.model.model_validate(document.data)
        except ValidationError as error:
            shape = _elsewhere(typ, document) or schema_text.explain(document, typ.model, error)
    yield from shape
    if data is None:
        register.broken.update(art for _, art in typ.eintraege)
        return
    record = Record(kennung, typ, data, slim)
    register.records[kennung] = record
    for where, art in typ.eintraege:
        yield from _enter(register, record, where, art)


def _elsewhere(typ: RecordType, document: Document) -> list[Finding]:
    """One finding instead of many where the fields are those of another type."""
    names = set(document.data or ())
    if names <= set(typ.model.model_fields):
        return []
    for other in TYPES:
        fields = other.model.model_fields
        needed = {name for name, info in fields.items() if info.is_required()}
        if not other.datei and needed <= names <= set(fields):
            name = PurePosixPath(document.path).stem + other.endung
            return [ORDNER.at(
                Location(document.path),
                f"Das sieht aus wie: {other.titel}. Hier liegen aber: {typ.plural or typ.titel}.",
                f"Bitte verschieben nach: {other.ordner}/{name}",
            )]  # fmt: skip
    return []


def _twice(document: Document, kennung: str, first: Location) -> Finding:
    return KENNUNG_DOPPELT.at(
        Location(document.path),
        f"Die Kennung „{kennung}“ gibt es schon in {first.path}.",
        "Bitte eine der beiden Dateien umbenennen.",
        related=(first,),
    )


def _doubled(place: Location, kennung: str, other: Location) -> Finding:
    return KENNUNG_DOPPELT.at(
        place,
        f"Die Kennung „{kennung}“ ist doppelt vergeben.",
        "Bitte eine der beiden ändern.",
        field="id",
        related=(other,),
    )


def _enter(register: Register, record: Record, where: str, art: str) -> Iterator[Finding]:
    """Enter the entries of a register file, or the decisions of minutes.

    Decisions share one world of ids with records, since both can be evidence.
    """
    ids = register.known.setdefault(art, set())
    entries = register.entries.setdefault(art, {})
    shared = art in RECORD_KINDS
    for loc, item in _items(record.data, where.split(".")):
        kennung = str(item.id)
        first = register.places.get(kennung if shared else f"{art}/{kennung}")
        if first:
            register.broken.add(art)  # which of the two is meant cannot be known
            if kennung in entries:
                earlier, way, _ = entries[kennung]
                first = earlier.at((*way, "id"))
            yield _doubled(record.at((*loc, "id")), kennung, first)
            continue
        ids.add(kennung)
        entries[kennung] = (record, loc, item)
        register.places[kennung if shared else f"{art}/{kennung}"] = Location(record.path)


def _items(data: Any, way: list[str], loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    name, *rest = way
    for index, item in enumerate(getattr(data, name)):
        here = (*loc, name, index)
        yield from _items(item, rest, here) if rest else [(here, item)]


# --- references ----------------------------------------------------------------------------------

Way = tuple[tuple[str, bool], ...]
"""Field names from the record inwards; True where the field is a list."""


@cache
def reference_ways(model: type[BaseModel]) -> tuple[tuple[Way, Verweis], ...]:
    """Where a model holds references: found once, walked for every record."""
    ways: list[tuple[Way, Verweis]] = []
    for name, info in model.model_fields.items():
        listed = _is_list(info.annotation)
        ways.extend(
            (((name, listed),), mark)
            for mark in (*info.metadata, *_marks(info.annotation))
            if isinstance(mark, Verweis)
        )
        for inner in classes(info.annotation, BaseModel):
            if inner is not model:
                ways.extend((((name, listed), *way), mark) for way, mark in reference_ways(inner))
    return tuple(ways)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(a) for a in get_args(annotation))


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for inner in get_args(annotation):
        yield from _marks(inner)


def _walk(data: Any, way: Way, loc: Loc = ()) -> Iterable[tuple[Loc, str]]:
    (name, listed), *rest = way
    value = getattr(data, name)
    if not value:
        return
    inner = tuple(rest)
    if listed:
        for index, item in enumerate(value):
            here = (*loc, name, index)
            if inner:
                yield from _walk(item, inner, here)
            else:
                yield here, item
    elif inner:
        yield from _walk(value, inner, (*loc, name))
    else:
        yield (*loc, name), value
