"""Data flows one way (house.md): a module sees only what stands to its right."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scripts" / "wirkspur"
LAYERS = [
    {"__main__"},
    {"cli"},
    {"commands"},
    {"output", "forge", "links", "review"},
    {"render", "tagesbericht"},
    {"pages", "exports", "reporters", "intake"},
    {"blatt", "filter", "frame", "markdown", "gate", "suchtext", "zahlen", "meldungen", "termine"},
    {"checks", "formate", "site", "watch"},
    {"saetze"},
    {"facts", "spur", "zaehlung"},
    {"methoden"},
    {"privat"},
    {"qr", "grenzen", "karte", "oeffnung", "schmiede", "sprachen", "verlauf", "worte", "written"},
    {"register"},
    {"seiten"},
    {"schema_text"},
    {"wording"},
    {"records"},
    {"source"},
    {"reading"},
    {"discover", "files"},
    {"findings"},
    {"__init__"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room a module lies in: its folder below the package, or itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(path: Path) -> set[str]:
    """The rooms of our own that a module imports from."""
    package = ("wirkspur", *path.relative_to(PACKAGE).parent.parts)
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            names = [node.module.split(".")[0]] if node.module else [a.name for a in node.names]
            rooms.update((*base, name)[1] for name in names if len((*base, name)) > 1)
    return {name for name in rooms if name in LEVEL}


def test_every_module_has_a_place() -> None:
    assert {room(path) for path in MODULES} <= set(LEVEL)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_module_imports_only_from_layers_below(path: Path) -> None:
    own = room(path)

    upwards = {name for name in imports(path) if name != own and LEVEL[name] <= LEVEL[own]}

    assert upwards == set()


OUTSIDE = {"time", "subprocess", "socket", "urllib", "http", "requests", "random"}


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if room(p) not in {"cli", "commands", "frame", "forge", "links"}],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_module_reads_neither_clock_nor_network_nor_environment(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = {
        alias.name.split(".")[0]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import)
        for alias in node.names
    }

    assert not names & OUTSIDE
    assert not any(word in text for word in ("date.today", "datetime.now", "os.environ", "print("))
