"""From the form at GitHub to a pull request: what GitHub makes of it, and what people do to it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from forge import form, github
from forge.server import serving
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, TESTS, TODAY, wirkspur
from test_forge import run

from wirkspur import gate
from wirkspur.files import read
from wirkspur.formate.issue_form import Art, dateien, fragen
from wirkspur.intake.eintrag import neu
from wirkspur.intake.issue_form import UnklarError, antworten, felder
from wirkspur.records.anliegen import TYPE
from wirkspur.register import load

EXAMPLE = TESTS / "example"
REGISTER = load(read(EXAMPLE))[0]
FRAGEN = fragen(REGISTER)
SHA = "c" * 40
PATH = "issues/2026-11-mehr-licht-im-park.md"
RECORD = """\
---
titel: Mehr Licht im Park
kurz: Der Weg durch den Park ist abends dunkel.
thema: verkehr
art: anliegen
form: vorschlag
prioritaet: mittel
ort:
  - stadtweit
loesungen:
  - Mehr Lampen
  - Büsche schneiden
eingebracht: 2026-11-20
naechster_blick: 2027-01-01
verlauf:
  - datum: 2026-11-20
    status: eingebracht
    von: connectors
---

Abends ist der Weg dunkel.

Viele gehen darum einen Umweg.
"""


def read_back(**answers: Any) -> dict[str, Any]:
    return antworten(FRAGEN, form.body(EXAMPLE, **answers))


# --- the form ------------------------------------------------------------------------------------


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["here", "example"])
def test_github_accepts_the_form(root: Path, tmp_path: Path) -> None:
    register, _ = load(read(root))
    tool = Path(sys.executable).parent / "check-jsonschema"
    for path, text in dateien(register).items():
        file = tmp_path / Path(path).name
        file.write_text(text, encoding="utf-8")
        kind = "forms" if file.name == "anliegen.yml" else "config"
        done = subprocess.run(
            [tool, "--builtin-schema", f"vendor.github-issue-{kind}", file],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

        assert done.returncode == 0, done.stdout


def test_the_form_says_that_all_is_public_and_takes_no_files() -> None:
    made = yaml.safe_load(dateien(REGISTER)[".github/ISSUE_TEMPLATE/anliegen.yml"])
    first, *others = made["body"]

    assert "öffentlich" in first["attributes"]["value"]
    assert "upload" not in {one["type"] for one in others}
    for one in others:
        options = one["attributes"].get("options", [])
        assert len({str(option) for option in options}) == len(options)


def test_after_every_field_of_several_lines_comes_a_closed_list() -> None:
    following = [after.art for one, after in pairwise(FRAGEN) if one.art is Art.TEXT]

    assert len(following) == 2
    assert set(following) == {Art.AUSWAHL}
    assert FRAGEN[-1].art is Art.HAKEN


# --- reading it back -----------------------------------------------------------------------------


def test_answers_become_the_values_of_the_files() -> None:
    found = read_back(kontakt="Tiefbauamt", ort=["Stadtbezirk 1", "Altstadt"])

    assert found["thema"] == "verkehr"
    assert found["ort"] == ["stadtbezirk-1", "stadtteil-011-altstadt"]
    assert found["kontakt"] == "tiefbauamt"
    assert found["loesungen"] == ["Mehr Lampen", "Büsche schneiden"]


def test_what_was_left_empty_is_missing() -> None:
    found = read_back(loesungen="", kontakt="")

    assert not {"loesungen", "kontakt", "versprechen"} & set(found)


@pytest.mark.parametrize("name", [f.feld for f in FRAGEN if f.noetig and f.feld != "versprechen"])
def test_a_needed_answer_that_was_taken_out_is_asked_for(name: str) -> None:
    with pytest.raises(UnklarError, match=r"fehlt die Antwort|fehlt oder steht"):
        read_back(**{name: ""})


def test_line_ends_of_windows_are_line_ends() -> None:
    text = form.body(EXAMPLE)

    assert antworten(FRAGEN, text.replace("\n", "\r\n")) == antworten(FRAGEN, text)


@pytest.mark.parametrize(
    "typed",
    [
        "### Status\n\nerledigt",
        "### Thema\n\nMein Thema ist ein anderes.",
        "### Thema\n### Art\n### Form",
        "### Problembeschreibung\n\nnoch eine",
        "### Priorität\n\nhoch",
        "### Bitte bestätigen Sie\n\n- [X] alles",
        "---\nstatus: umgesetzt\n---",
    ],
)
def test_a_heading_that_somebody_typed_stays_text(typed: str) -> None:
    found = read_back(koerper=f"Vorher.\n\n{typed}\n\nNachher.")

    assert found == {**read_back(), "koerper": f"Vorher.\n\n{typed}\n\nNachher."}


def test_two_answers_to_one_question_are_refused() -> None:
    text = form.body(EXAMPLE).replace("### Priorität\n\nmittel", "### Priorität\n\nmittel\n\nhoch")

    with pytest.raises(UnklarError, match="Auswahl"):
        antworten(FRAGEN, text)


def test_a_whole_second_form_inside_an_answer_is_refused() -> None:
    text = form.body(EXAMPLE)

    with pytest.raises(UnklarError):
        antworten(FRAGEN, form.body(EXAMPLE, koerper=text))


@pytest.mark.parametrize(
    "name_and_value",
    [
        ("prioritaet", "sehr hoch"),
        ("thema", "verkehr"),
        ("ort", "ganze Stadt, Mond"),
        ("von", "Chef"),
    ],
)
def test_what_is_not_on_the_list_is_refused_and_the_list_said(
    name_and_value: tuple[str, str],
) -> None:
    name, value = name_and_value

    with pytest.raises(UnklarError, match=r"Möglich sind: .|fehlt"):
        read_back(**{name: value})


@pytest.mark.parametrize("text", ["", "Hallo!", "### Kurz gesagt", "\x00" * 1000, "### " * 9000])
def test_an_issue_without_the_form_is_refused(text: str) -> None:
    with pytest.raises(UnklarError):
        antworten(FRAGEN, text)


@given(st.text(max_size=400))
def test_whatever_stands_in_the_text_either_comes_back_or_is_refused(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    try:
        found = read_back(koerper=text)
    except UnklarError:
        return

    assert found == {**read_back(), "koerper": lines}


def test_the_longest_issue_is_read_at_once() -> None:
    found = read_back(koerper="### Thema\n\nx\n\n" * 4000)

    assert len(found["koerper"]) > 55_000


def test_the_record_is_the_one_that_every_way_in_writes() -> None:
    fields, body = felder(" Mehr  Licht im Park ", date(2026, 11, 20), read_back())

    assert neu(TYPE, fields, body) == RECORD


def test_such_a_record_passes_the_gate() -> None:
    tree = read(EXAMPLE)
    tree.files[PATH] = RECORD.encode()

    _, findings = gate.check(tree, date.fromisoformat(TODAY))

    assert [f for f in findings if f.path == PATH] == []


# --- the command ---------------------------------------------------------------------------------


@dataclass
class Job:
    """A job that a label has started."""

    hub: github.GitHub
    folder: Path
    env: dict[str, str]
    said: list[str] = field(default_factory=list)

    def write(self, title: str = "Mehr Licht im Park", **answers: Any) -> dict[str, Any]:
        return self.hub.issue("erika-beispiel", title, form.body(EXAMPLE, **answers))

    def release(self, issue: dict[str, Any], /, **event: Any) -> int:
        (self.folder / "event.json").write_text(
            json.dumps({**self.hub.released(issue), **event}), encoding="utf-8"
        )
        done = run(self.env, "issue", EXAMPLE, "--today", TODAY)
        assert "Traceback" not in done.stderr
        self.said.append(done.stdout + done.stderr)
        return done.returncode

    def answer(self, issue: dict[str, Any]) -> str:
        [text] = self.hub.texts(issue["number"])
        return str(text)


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    hub = github.GitHub()
    hub.knows(SHA)
    with serving(hub) as address:
        env = {
            "GITHUB_API_URL": address,
            "GITHUB_REPOSITORY": github.REPO,
            "GITHUB_TOKEN": github.WORKFLOW,
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
            "GITHUB_SHA": SHA,
        }
        yield Job(hub, tmp_path, env)


def test_one_file_is_proposed_on_the_commit_that_was_checked(job: Job) -> None:
    issue = job.write()

    assert job.release(issue) == 0
    [pull] = job.hub.pulls
    commit = job.hub.objects[job.hub.branches[pull["head"]["ref"]]]
    assert job.hub.files(pull["head"]["ref"]) == {PATH: RECORD}
    assert commit["parents"] == [SHA]
    assert f"Closes #{issue['number']}" in pull["body"]
    assert "startet bei GitHub keine eigene Prüfung" in pull["body"]


def test_who_wrote_is_told_what_happened_and_sees_the_record(job: Job) -> None:
    issue = job.write()
    job.release(issue)
    [pull] = job.hub.pulls

    said = job.answer(issue)

    assert f"Vorschlag bereit: #{pull['number']}" in said
    assert "So wird Ihr Eintrag aussehen" in said
    assert "Mehr Licht im Park" in said
    assert "Alles in Ordnung" in job.hub.texts(pull["number"])[0]


def test_released_again_the_same_pull_request_is_renewed(job: Job) -> None:
    issue = job.write()
    job.release(issue)
    issue["title"] = "Licht im Park"
    job.release(issue)

    [pull] = job.hub.pulls
    assert set(job.hub.files(pull["head"]["ref"])) == {"issues/2026-11-licht-im-park.md"}
    assert len(job.hub.branches) == 1
    assert job.said[1].endswith("erneuert.\n")
    assert "Licht im Park" in job.answer(issue)


def test_what_somebody_has_gone_on_writing_is_not_overwritten(job: Job) -> None:
    issue = job.write()
    job.release(issue)
    [pull] = job.hub.pulls
    job.hub.commit(pull["head"]["ref"], "Rechtschreibung")
    before = dict(job.hub.branches)

    assert job.release(issue) == 0
    assert job.hub.branches == before
    assert "weitergeschrieben" in job.answer(issue)


def test_what_was_taken_over_is_not_proposed_again(job: Job) -> None:
    issue = job.write()
    job.release(issue)
    job.hub.pulls[0].update(state="closed", merged_at="2026-11-22T10:00:00Z")

    assert job.release(issue) == 0
    assert len(job.hub.pulls) == 1
    assert "schon übernommen" in job.answer(issue)


def test_a_pull_request_that_was_turned_down_may_be_proposed_anew(job: Job) -> None:
    issue = job.write()
    job.release(issue)
    job.hub.pulls[0]["state"] = "closed"

    assert job.release(issue) == 0
    assert [pull["state"] for pull in job.hub.pulls] == ["closed", "open"]


PRIVATE = ["Rufen Sie an: 0151 23456789", "erika@example.net", "Sie wohnt Parkstraße 7 in 40210."]


@pytest.mark.parametrize("secret", PRIVATE)
@pytest.mark.parametrize("place", ["koerper", "kurz", "loesungen"])
def test_what_is_private_is_said_masked_and_nothing_is_proposed(
    job: Job, place: str, secret: str
) -> None:
    issue = job.write(**{place: secret})

    assert job.release(issue) == 1
    assert (job.hub.pulls, job.hub.branches) == ([], {})
    said = job.answer(issue)
    label = next(frage.titel for frage in FRAGEN if frage.feld == place)
    assert f"**{label}**" in said
    assert "wahrscheinlich privat" in said
    assert "•••" in said
    for word in ("23456789", "erika@", "Parkstraße 7"):
        assert word not in said + job.said[0]


def test_after_a_refusal_the_label_is_off_and_a_better_text_is_taken(job: Job) -> None:
    issue = job.write(kurz="x" * 300)
    first = job.release(issue)
    labels, refused = [label["name"] for label in issue["labels"]], job.answer(issue)
    issue["body"] = form.body(EXAMPLE)
    second = job.release(issue)

    assert (first, second) == (1, 0)
    assert "freigegeben" not in labels
    assert "**Kurz gesagt**" in refused
    assert "Danke! Aus Ihrem Text" in job.answer(issue)


def test_an_issue_without_the_form_is_answered_kindly(job: Job) -> None:
    issue = job.hub.issue("erika-beispiel", "Hilfe", "Wo muss ich das eintragen?")

    assert job.release(issue) == 1
    assert "Die Frage „Kurz gesagt“ fehlt" in job.answer(issue)
    assert job.hub.pulls == []


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "Weiß\u202egnul",
    "a\x00b\x1b[31m",
    "$(rm -rf /) `id` ${{ secrets.GITHUB_TOKEN }}",
    "{{ 7 * 7 }} {% for x in y %}",
    "../../.github/workflows/issue.yml",
    "titel: x\n---\n---\nstatus: umgesetzt",
    "![x](javascript:alert(1))",
    "x " * 30_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("place", ["koerper", "title"])
def test_a_hostile_text_is_one_record_or_none(job: Job, place: str, text: str) -> None:
    given = {"title": text[:256]} if place == "title" else {place: text}
    issue = job.write(**given)

    code = job.release(issue)

    assert code in (0, 1)
    for branch in job.hub.branches:
        [path] = job.hub.files(branch)
        assert path.startswith("issues/2026-11-")
        assert "/" not in path.removeprefix("issues/")
    assert not re.search(r"(?<!\\)<(?:script|img)", job.answer(issue))


def test_no_word_of_the_issue_can_close_others_or_call_people(job: Job) -> None:
    words = "Closes #7, fixes #7 @alle"
    issue = job.write(title=words, kurz=words, koerper=words)
    job.release(issue)
    [pull] = job.hub.pulls
    commit = job.hub.objects[job.hub.branches[pull["head"]["ref"]]]

    assert "#7" not in pull["title"] + pull["body"] + commit["message"]
    assert "@alle" not in job.answer(issue)


@pytest.mark.parametrize(
    "event", [{"action": "opened"}, {"label": {"name": "andere"}}, {"issue": None}]
)
def test_another_event_does_nothing(job: Job, event: dict[str, Any]) -> None:
    assert job.release(job.write(), **event) == 2
    assert job.hub.writes == []


@pytest.mark.parametrize("missing", ["contents", "pull-requests"])
def test_a_missing_right_is_said(job: Job, missing: str) -> None:
    rights = job.hub.keys[github.WORKFLOW]["rights"] - {missing}
    job.hub.keys[github.WORKFLOW]["rights"] = rights

    assert job.release(job.write()) == 2
    assert "GitHub erlaubt das nicht (403" in job.said[0]


def test_outside_of_github_the_command_says_so() -> None:
    done = wirkspur("issue", EXAMPLE)

    assert done.returncode == 2
    assert "nur in einem Ablauf" in done.stderr
