"""Files made from the models: up to date, valid, and never stricter than the gate."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from support import ROOT, TESTS, copy_example, wirkspur

from wirkspur.commands.generate import SNIPPETS, files
from wirkspur.commands.new import template
from wirkspur.files import read
from wirkspur.formate.schema import pfad, schema
from wirkspur.records.common import RecordType
from wirkspur.register import TYPES, load
from wirkspur.source import parse

TREE = {
    f"{root.name}/{path}": raw
    for root in (ROOT, TESTS / "example")
    for path, raw in read(root).files.items()
}
"""Every file of this repository and of the example."""
RECORDS = [
    (typ, path)
    for typ in TYPES
    for path in TREE
    if fnmatch(path.partition("/")[2], f"{typ.ordner}/{typ.datei or '*' + typ.endung}")
    and "/" not in path.partition("/")[2].removeprefix(f"{typ.ordner}/")
]
VALIDATOR = {typ.art: jsonschema.Draft7Validator(schema(typ)) for typ in TYPES}


def setting(name: str) -> dict[str, Any]:
    """A file of Visual Studio Code without the line that says who made it."""
    text = (ROOT / ".vscode" / name).read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    assert first.startswith("// ")
    return dict(json.loads(rest))


def head(typ: RecordType, raw: bytes) -> str:
    """The fields of a record as YAML."""
    text = raw.decode()
    return text if typ.endung == ".yml" else text.split("---\n")[1]


# --- the command ---------------------------------------------------------------------------------


def test_every_generated_file_is_up_to_date() -> None:
    done = wirkspur("generate", "--check", ROOT)

    assert (done.returncode, done.stdout) == (0, "Alles ist auf dem Stand.\n")


def test_what_is_stale_is_named_and_then_written(tmp_path: Path) -> None:
    city = copy_example(tmp_path / "city")
    first = wirkspur("generate", city)
    form = city / ".github" / "ISSUE_TEMPLATE" / "anliegen.yml"
    written = form.read_bytes()
    form.write_bytes(written + b"\n")
    (city / ".vscode" / "settings.json").unlink()

    check = wirkspur("generate", "--check", city)
    unchanged = form.read_bytes()
    again = wirkspur("generate", city)

    assert first.stdout.endswith("Geschrieben.\n")
    assert check.returncode == 1
    assert check.stdout.split("\n")[:2] == [
        ".github/ISSUE_TEMPLATE/anliegen.yml", ".vscode/settings.json",
    ]  # fmt: skip
    assert unchanged == written + b"\n"
    assert (again.returncode, form.read_bytes()) == (0, written)


def test_another_city_gets_its_own_topics_and_places() -> None:
    example = TESTS / "example"
    text = files(load(read(example))[0])[".github/ISSUE_TEMPLATE/anliegen.yml"]

    assert "- Wege & Verkehr\n" in text
    assert "- Nordviertel\n" in text
    assert "Düsseldorf" not in text


# --- schemas -------------------------------------------------------------------------------------


def test_every_schema_is_a_schema() -> None:
    tool = Path(sys.executable).parent / "check-jsonschema"
    found = [ROOT / pfad(typ) for typ in TYPES]
    done = subprocess.run(
        [tool, "--check-metaschema", *found], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("typ", TYPES, ids=lambda typ: typ.art)
def test_every_record_is_valid_as_text_and_as_yaml_of_an_editor(typ: RecordType) -> None:
    loader = YAML(typ="safe", pure=True)
    loader.constructor.yaml_constructors = {
        **loader.constructor.yaml_constructors,
        "tag:yaml.org,2002:timestamp": lambda _, node: node.value,
    }
    paths = [path for of, path in RECORDS if of is typ]

    assert paths or typ.art == "karte"
    for path in paths:
        as_text = parse(path, TREE[path]).fields()
        as_yaml = loader.load(head(typ, TREE[path]))
        for data in (as_text, as_yaml):
            errors = [e.message for e in VALIDATOR[typ.art].iter_errors(data)]
            assert errors == [], path


@pytest.mark.parametrize(
    "wrong",
    [
        {"prioritaet": "dringend"},
        {"unbekannt": "x"},
        {"titel": "x" * 121},
        {"ort": []},
        {"eingebracht": "gestern"},
        {"verlauf": [{"datum": "2026-11-01", "status": "fertig", "von": "connectors"}]},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_an_editor_sees_what_the_gate_would_refuse(wrong: dict[str, Any]) -> None:
    path = "example/issues/2026-02-nachtbus.md"
    right = parse(path, TREE[path]).fields() or {}

    assert VALIDATOR["anliegen"].is_valid(right)
    assert not VALIDATOR["anliegen"].is_valid({**right, **wrong})


@pytest.mark.parametrize("typ", TYPES, ids=lambda typ: typ.art)
def test_all_that_people_see_is_german_and_every_field_is_explained(typ: RecordType) -> None:
    made = schema(typ)
    for part in (made, *made.get("$defs", {}).values()):
        assert "description" not in part
        assert len(part.get("enum", ())) == len(part.get("enumDescriptions", ()))
        for field in part.get("properties", {}).values():
            assert field["title"]
            assert field["description"]


# --- Visual Studio Code --------------------------------------------------------------------------


def test_every_file_that_is_all_yaml_has_its_schema() -> None:
    places = setting("settings.json")["yaml.schemas"]

    for typ, path in RECORDS:
        found = [s for s, place in places.items() if fnmatch(path.partition("/")[2], place)]
        assert found == ([pfad(typ)] if typ.endung == ".yml" else [])


def test_the_editor_asks_no_third_party() -> None:
    settings = setting("settings.json")

    assert settings["yaml.schemaStore.enable"] is False
    assert settings["redhat.telemetry.enabled"] is False


def test_a_snippet_is_the_starting_file_with_gaps_to_fill() -> None:
    snippets = setting(Path(SNIPPETS).name)

    for typ in TYPES:
        if typ.datei:
            continue
        body = "\n".join(snippets[typ.titel]["body"])
        gaps = re.findall(r"\$\{(\d+)[:|]", body)
        plain = re.sub(r"\$\{\d+\|[^|]*\|\}", "‹bitte wählen›", body)
        plain = re.sub(r"\$\{\d+:(‹[^›]*›)\}", r"\1", plain)
        assert gaps
        assert len(set(gaps)) == len(gaps)
        assert plain == template(typ)


def test_the_task_understands_what_the_check_says(tmp_path: Path) -> None:
    city = copy_example(tmp_path / "city")
    (city / "issues" / "kaputt.md").write_text("kein Kopf\n", encoding="utf-8")
    pattern = setting("tasks.json")["tasks"][0]["problemMatcher"]["pattern"]
    said = wirkspur("check", city, "--format", "github").stdout

    found = [m for line in said.split("\n") if (m := re.match(pattern["regexp"], line))]

    assert [(m[pattern["severity"]], m[pattern["file"]], m[pattern["line"]]) for m in found] == [
        ("error", "issues/kaputt.md", "1")
    ]
    assert found[0][pattern["message"]]
