"""What runs at a forge: every `run:` of every workflow, for real, against a bare remote and an API.

`forge/runner.py` plays the machine, `forge/github.py` and `forge/gitlab.py` the forge.
"""

from __future__ import annotations

import os
import re
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from forge import form, github, gitlab
from forge.runner import Done, Remote, Runner, bash, gitlab_plan, workflow
from forge.server import serving
from support import ROOT

WORKFLOWS = sorted(path.name for path in (ROOT / ".github" / "workflows").iterdir())
THIS_SUITE = ("tests.yml", "test")
"""Its one step would start the suite inside the suite."""
JOBS = [
    (name, job) for name in WORKFLOWS for job in workflow(name)["jobs"] if (name, job) != THIS_SUITE
]
NEEDS_THE_WEB = {
    ("weekly.yml", "audit"): {"Bibliotheken": "requires network access", "Abläufe": ""},
    ("weekly.yml", "canary"): {"Bauen": "the network was disabled"},
}
"""Here these end with a word of their own, not with a crash."""

WITH_MISTAKE = {
    "issues/2026-11-ampel.md": """\
---
titel: Die Ampel am Markt ist zu kurz
kurz: Wer langsam geht, schafft es nicht über die Straße.
thema: wohnen
eingebracht: 2026-02-30
---
Die Ampel am Markt wird nach acht Sekunden rot.
"""
}
"""A date that does not exist, a topic that is not on the list, and more."""

MENDED = {"issues/2026-02-nachtbus.md": "Der Bus fährt um 18 Uhr zum letzten Mal."}


def mended(remote: Remote) -> dict[str, str]:
    """A change without a mistake: one sentence more at the end of a concern."""
    [(path, sentence)] = MENDED.items()
    text = (remote.author / path).read_text(encoding="utf-8")
    return {path: f"{text.rstrip()} {sentence}\n"}


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Remote:
    return Remote.made(tmp_path_factory.mktemp("forge"))


@pytest.fixture
def hub() -> github.GitHub:
    return github.GitHub()


@pytest.fixture
def runner(hub: github.GitHub, remote: Remote, tmp_path: Path) -> Iterator[Runner]:
    with serving(hub) as address:
        yield Runner(remote, tmp_path, address, github.WORKFLOW)


# --- the files -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_is_thin_named_bounded_and_without_rights(name: str) -> None:
    plan = workflow(name)

    assert plan["name"]
    assert plan["permissions"] == {}
    assert plan["concurrency"]
    for job in plan["jobs"].values():
        assert job["name"]
        assert int(job["timeout-minutes"]) <= 30
        assert "permissions" in job
        for step in job["steps"]:
            assert step["name"]
            assert len(step.get("run", "").strip().split("\n")) <= 2
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"
                assert "ref" not in step["with"]


def test_every_action_is_pinned_to_one_commit_with_its_version() -> None:
    texts = [(ROOT / ".github" / "workflows" / n).read_text(encoding="utf-8") for n in WORKFLOWS]
    used = [line for text in texts for line in re.findall(r"uses: (.*)", text)]
    pins = {re.fullmatch(r"(\S+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line) for line in used}

    assert None not in pins
    assert len({pin[1] for pin in pins if pin}) == len({(pin[1], pin[2]) for pin in pins if pin})


def test_what_runs_the_code_of_a_pull_request_may_only_read() -> None:
    for job in workflow("check.yml")["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        assert "secrets" not in str(job)
        assert "token" not in str(job).lower()


def test_whoever_may_publish_or_sign_runs_none_of_our_code() -> None:
    for job in workflow("publish.yml")["jobs"].values():
        if set(job["permissions"]) != {"contents"}:
            assert not any("run" in step for step in job["steps"])


def test_a_change_of_the_program_runs_the_suite_as_anybody_can() -> None:
    name, job = THIS_SUITE
    steps = workflow(name)["jobs"][job]["steps"]

    assert [step["run"] for step in steps if "run" in step] == ["make test"]


# --- a pull request ------------------------------------------------------------------------------


def checked(runner: Runner, number: int, files: dict[str, str]) -> tuple[str, Done]:
    sha = runner.remote.propose(number, files)
    event = {"pull_request": {"number": number}}
    return sha, runner.run("check.yml", "check", event, f"refs/pull/{number}/merge", run=sha)


def answered(runner: Runner, pull: dict[str, Any], run: str, ok: bool) -> Done:
    hub_event = github.GitHub().event(pull, id=run, conclusion="success" if ok else "failure")
    return runner.run("answer.yml", "answer", hub_event)


def test_a_mistake_is_shown_on_its_line_answered_once_and_the_answer_renewed(
    runner: Runner, hub: github.GitHub
) -> None:
    sha, check = checked(runner, 7, WITH_MISTAKE)
    pull = hub.pull(7, sha, author_association="FIRST_TIME_CONTRIBUTOR")
    answer = answered(runner, pull, sha, check.ok)
    [first] = hub.texts(7)

    assert not check.ok, check.told()
    assert check.step("Prüfen").code == 1
    assert "::error file=issues/2026-11-ampel.md,line=5," in check.step("Prüfen").said
    assert check.step("Bauen").code is None
    assert "2026-02-30" in check.summary
    assert (runner.kept / sha / "findings" / "findings.json").is_file()
    assert answer.ok, answer.told()
    assert "Willkommen" in first
    assert "2026-02-30" in first

    sha, check = checked(runner, 7, mended(runner.remote))
    pull["head"]["sha"] = sha
    again = [answered(runner, pull, sha, check.ok) for _ in range(2)]

    assert check.ok, check.told()
    assert all(done.ok for done in again)
    assert "schon da" in again[1].step("Antworten").said
    [second] = hub.texts(7)
    assert "✅ Alles in Ordnung" in second
    assert len(hub.writes) == 2


def test_a_change_without_a_mistake_is_compared_with_main_built_and_shown(
    runner: Runner,
) -> None:
    _, check = checked(runner, 8, mended(runner.remote))

    assert check.ok, check.told()
    [(path, sentence)] = MENDED.items()
    assert sentence not in (check.work / "build" / "base" / path).read_text(encoding="utf-8")
    page = check.work / "build" / "site" / "anliegen" / "2026-02-nachtbus" / "index.html"
    assert sentence in page.read_text(encoding="utf-8")
    assert "Ein Nachtbus ins Nordviertel" in check.summary


def test_a_program_that_is_broken_by_the_pull_request_ends_in_a_kind_answer(
    runner: Runner, hub: github.GitHub
) -> None:
    sha, check = checked(runner, 10, {"scripts/wirkspur/cli.py": "raise SystemExit(3)\n"})
    done = answered(runner, hub.pull(10, sha), sha, check.ok)

    assert not check.ok
    assert done.step("Ergebnis holen").code == 1
    assert done.ok, done.told()
    assert "nicht zu Ende gekommen" in hub.texts(10)[0]


def test_neither_the_pull_request_nor_its_archive_can_change_the_program_that_answers(
    runner: Runner, hub: github.GitHub
) -> None:
    evil = {"scripts/wirkspur/commands/reply.py": "raise SystemExit('übernommen')\n"}
    sha = runner.remote.propose(11, evil)
    for path, text in {**evil, "findings.json": "{}"}.items():
        left = runner.kept / sha / "findings" / path
        left.parent.mkdir(parents=True, exist_ok=True)
        left.write_text(text, encoding="utf-8")

    done = answered(runner, hub.pull(11, sha), sha, ok=True)

    assert done.ok, done.told()
    assert done.step("Ergebnis holen").code == 0
    assert "übernommen" not in done.told()
    assert len(hub.texts(11)) == 1


# --- an issue ------------------------------------------------------------------------------------


def released(runner: Runner, hub: github.GitHub, **answers: Any) -> dict[str, Any]:
    """Somebody fills in the form, and somebody of ours releases it; gives GitHub's event."""
    hub.knows(runner.remote.sha("main"))
    text = form.body(runner.remote.author, **answers)
    return hub.released(hub.issue("erika-beispiel", "Mehr Licht im Park", text))


def test_a_released_issue_becomes_a_checked_pull_request(
    runner: Runner, hub: github.GitHub
) -> None:
    done = runner.run("issue.yml", "issue", released(runner, hub))
    [issue], [pull] = hub.entries, hub.pulls

    assert done.ok, done.told()
    [(path, text)] = hub.files(pull["head"]["ref"]).items()
    assert path == "issues/2026-11-mehr-licht-im-park.md"
    assert "titel: Mehr Licht im Park\n" in text
    assert f"Closes #{issue['number']}" in pull["body"]
    assert f"#{pull['number']}" in hub.texts(issue["number"])[0]


def test_a_released_issue_with_a_private_detail_stays_an_issue(
    runner: Runner, hub: github.GitHub
) -> None:
    event = released(runner, hub, koerper="Bitte melden unter 0151 23456789.")
    done = runner.run("issue.yml", "issue", event)

    assert done.step("Vorschlag machen").code == 1
    assert (hub.pulls, hub.branches) == ([], {})
    assert "23456789" not in str(hub.comments) + done.told()


# --- main, every day, every week -----------------------------------------------------------------


def event_of(name: str, runner: Runner, hub: github.GitHub, sha: str) -> tuple[dict[str, Any], str]:
    """What GitHub would tell this workflow, and what it would check out."""
    triggers = workflow(name)["on"]
    if "pull_request" in triggers:
        return {"pull_request": {"number": 20}}, "refs/pull/20/merge"
    if "workflow_run" in triggers:
        return hub.event(hub.pull(20, sha), id="1"), "main"
    if "issues" in triggers:
        return released(runner, hub), "main"
    assert set(triggers) <= {"push", "schedule", "workflow_dispatch"}
    return {}, "main"


@pytest.mark.parametrize(("name", "job"), JOBS, ids=["-".join(pair) for pair in JOBS])
def test_every_step_of_every_job_runs(
    runner: Runner, hub: github.GitHub, name: str, job: str
) -> None:
    sha = runner.remote.propose(20, mended(runner.remote))
    event, ref = event_of(name, runner, hub, sha)
    if needs := workflow(name)["jobs"][job].get("needs"):
        assert runner.run(name, needs, event, ref).ok
    done = runner.run(name, job, event, ref)

    for step in done.steps:
        words = NEEDS_THE_WEB.get((name, job), {}).get(step.name, "")
        missing = step.name == "Ergebnis holen"  # the check of this pull request left nothing
        assert words in step.said, done.told()
        assert bool(step.code) is bool(words or missing), done.told()


def test_publishing_hands_on_the_whole_site_as_one_archive(runner: Runner) -> None:
    build = runner.run("publish.yml", "build", {})
    attest = runner.run("publish.yml", "attest", {})

    assert build.ok, build.told()
    assert attest.ok, attest.told()
    with tarfile.open(attest.work / "artifact.tar") as tar:
        names = tar.getnames()
    assert "./index.html" in names
    assert "./anliegen/2026-02-nachtbus/index.html" in names


def test_the_watch_keeps_one_issue(runner: Runner, hub: github.GitHub) -> None:
    said = [runner.run("watch.yml", "watch", {}).step("Liste erneuern").said for _ in range(2)]

    assert said == [
        "„Was ansteht“: eröffnet.\n",
        "„Was ansteht“: Es steht schon alles da.\n",
    ]
    assert [issue["title"] for issue in hub.entries] == ["Was ansteht"]
    assert len(hub.writes) == 1


# --- GitLab --------------------------------------------------------------------------------------


@pytest.fixture
def lab(remote: Remote, tmp_path: Path) -> Iterator[tuple[gitlab.GitLab, Runner]]:
    hub = gitlab.GitLab()
    with serving(hub) as address:
        yield hub, Runner(remote, tmp_path, address)


Lab = tuple[gitlab.GitLab, Runner]
PROTECTED = {"CI_PROJECT_ID": gitlab.PROJECT, "WIRKSPUR_TOKEN": gitlab.PROTECTED}


def merge_request(lab: Lab, iid: int, files: dict[str, str]) -> Done:
    """A merge request is opened and its pipeline runs; GitLab keeps what the job leaves."""
    hub, runner = lab
    before = runner.remote.sha("main")
    sha = runner.remote.propose(iid, files)
    done = runner.run_gitlab(
        "prüfen",
        sha,
        CI_PIPELINE_SOURCE="merge_request_event",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=before,
    )
    found = done.work / "build" / "findings.json"
    data = found.read_bytes() if found.is_file() else None
    hub.merge(iid, data, status="success" if done.ok else "failed", sha=sha)
    return done


def test_gitlab_merge_requests_are_checked_and_answered_later_from_main(lab: Lab) -> None:
    hub, runner = lab
    wrong = merge_request(lab, 1, WITH_MISTAKE)
    right = merge_request(lab, 2, mended(runner.remote))
    said = [
        runner.run_gitlab("antworten", runner.remote.sha("main"), **PROTECTED).told()
        for _ in range(2)
    ]

    assert not wrong.ok
    assert "issues/2026-11-ampel.md" in wrong.told()
    assert "2026-02-30" in (wrong.work / "build" / "antwort.md").read_text(encoding="utf-8")
    assert right.ok, right.told()
    assert (right.work / "build" / "site" / "index.html").is_file()
    assert "2026-02-30" in hub.texts(1)[0]
    assert "✅ Alles in Ordnung" in hub.texts(2)[0]
    assert said[1].count("schon da") == 2
    assert len(hub.writes) == 2


def test_gitlab_a_machine_that_knows_the_folder_from_before_is_no_trouble(lab: Lab) -> None:
    done = merge_request(lab, 3, {})
    shutil.rmtree(done.work / "build" / "base")  # GitLab cleans the folder, not what Git knows
    line = gitlab_plan()["prüfen"]["script"][0]

    code, said = bash(line, done.work, {**os.environ, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"})

    assert line.startswith("git worktree add")
    assert code == 0, said


def test_gitlab_main_is_published_and_watched(lab: Lab) -> None:
    hub, runner = lab
    main = runner.remote.sha("main")

    pages = runner.run_gitlab("pages", main)
    watch = [runner.run_gitlab("anstehend", main, **PROTECTED) for _ in range(2)]

    assert pages.ok, pages.told()
    assert (pages.work / "public" / "index.html").is_file()
    assert all(done.ok for done in watch), watch[0].told()
    assert [entry["title"] for entry in hub.entries] == ["Was ansteht"]
    assert len(hub.writes) == 1


GITLAB_NEEDS_THE_WEB = {
    "lücken": "requires network access",
    "zensical": "the network was disabled",
}
GITLAB_JOBS = set(gitlab_plan()) - {"workflow", "default", "prüfen"}


@pytest.mark.parametrize("job", sorted(GITLAB_JOBS))
def test_gitlab_every_job_runs(lab: Lab, job: str) -> None:
    _, runner = lab

    done = runner.run_gitlab(job, runner.remote.sha("main"), **PROTECTED)

    assert GITLAB_NEEDS_THE_WEB.get(job, "") in done.told()
    assert done.ok is (job not in GITLAB_NEEDS_THE_WEB), done.told()
