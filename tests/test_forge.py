"""What travels to a forge: the real commands against small real servers (tests/forge)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from forge import github, gitlab
from forge.server import Hub, serving
from support import TESTS, TODAY, wirkspur

from wirkspur.forge.api import Api
from wirkspur.forge.gitlab import GitLab
from wirkspur.forge.keeping import MOST, keep_note
from wirkspur.links import Dead, as_markdown, dead, links
from wirkspur.review import Review

SHA = "a" * 40
EXAMPLE = TESTS / "example"
MARK = "<!-- wirkspur:antwort -->"
STUMBLED = "## Die Prüfung ist nicht zu Ende gekommen"
FINE = "## ✅ Alles in Ordnung"


@pytest.fixture
def clean() -> bytes:
    """What the check of a contribution without mistakes leaves."""
    empty = Review(files=9, funde=[], funde_gesamt=0, eintraege=[], eintraege_gesamt=0, erledigt=[],
                   entfallen=[])  # fmt: skip
    return empty.model_dump_json().encode()


def with_mistake(data: bytes, message: str = "„2026-02-30“ gibt es nicht.") -> bytes:
    review = json.loads(data)
    review["funde"] = [
        {
            "path": "issues/2026-02-nachtbus.md", "line": 7, "code": "datum-unmoeglich",
            "severity": "FEHLER", "message": message, "hint": "", "source": "", "alt": False,
        }
    ]  # fmt: skip
    return json.dumps(review).encode()


def run(
    env: dict[str, str], *arguments: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the real command with the environment of a job, and nothing of this one's."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "wirkspur", *map(str, arguments)],
        cwd=cwd,
        env={**kept, **env},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


class Job:
    """A job of a GitHub workflow: its forge, its environment, the files it finds."""

    def __init__(self, hub: github.GitHub, address: str, folder: Path) -> None:
        self.hub, self.folder = hub, folder
        self.env = {
            "GITHUB_API_URL": address,
            "GITHUB_REPOSITORY": github.REPO,
            "GITHUB_TOKEN": github.WORKFLOW,
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
        }

    def answer(self, data: bytes | None, pull: dict[str, Any], **event: object) -> str:
        """The check of a pull request has ended and left `data`; gives what the command says."""
        done = self.tried(data, pull, **event)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def tried(
        self, data: bytes | None, pull: dict[str, Any], **event: object
    ) -> subprocess.CompletedProcess[str]:
        text = json.dumps(self.hub.event(pull, **event))
        (self.folder / "event.json").write_text(text, encoding="utf-8")
        file = self.folder / "findings.json"
        if data is not None:
            file.write_bytes(data)
        return run(self.env, "reply", file, EXAMPLE)


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    hub = github.GitHub()
    with serving(hub) as address:
        yield Job(hub, address, tmp_path)


# --- one comment ---------------------------------------------------------------------------------


def test_answer_writes_one_comment_renews_it_in_place_and_then_is_silent(
    job: Job, clean: bytes
) -> None:
    pull = job.hub.pull(7, SHA)

    first = job.answer(with_mistake(clean), pull)
    second = job.answer(clean, pull)
    writes = len(job.hub.writes)
    third = job.answer(clean, pull)

    assert (first, second, third) == (
        "Vorschlag 7: Antwort geschrieben.\n",
        "Vorschlag 7: Antwort erneuert.\n",
        "Vorschlag 7: Die Antwort steht schon da.\n",
    )
    [text] = job.hub.texts(7)
    assert text.startswith(MARK)
    assert FINE in text
    assert len(job.hub.writes) == writes


def test_answer_names_mistakes_and_where_to_mend_them(job: Job, clean: bytes) -> None:
    pull = job.hub.pull(7, SHA)

    job.answer(with_mistake(clean), pull, conclusion="failure")

    [text] = job.hub.texts(7)
    assert "„2026-02-30“ gibt es nicht." in text
    assert "https://github.example/erika-beispiel/wirkspur/edit/patch-1/issues/2026-02" in text


def test_the_hundred_and_first_comment_is_found_too(job: Job, clean: bytes) -> None:
    pull = job.hub.pull(7, SHA)
    for n in range(230):
        job.hub.comment(7, "erika-beispiel", f"Noch etwas: {n}")
    job.answer(clean, pull)

    assert "schon da" in job.answer(clean, pull)


def test_only_our_own_comment_with_our_mark_is_renewed(job: Job, clean: bytes) -> None:
    pull = job.hub.pull(7, SHA)
    job.hub.comment(7, "hans-beispiel", f"{MARK}\nIch bin auch eine Antwort.")
    job.hub.comment(7, "github-actions[bot]", "Ein anderer Ablauf schreibt hier auch.")

    job.answer(clean, pull)

    assert [text.split("\n")[0].strip() for text in job.hub.texts(7)] == [
        MARK,
        "Ein anderer Ablauf schreibt hier auch.",
        MARK,
    ]
    assert "Ich bin auch eine Antwort." in job.hub.texts(7)[0]


def test_a_key_of_a_person_writes_as_that_person(job: Job, clean: bytes) -> None:
    job.hub.keys["eigener-schluessel"] = {"login": "stadt-konto", "rights": {"pull-requests"}}
    job.env["GITHUB_TOKEN"] = "eigener-schluessel"
    pull = job.hub.pull(7, SHA)

    job.answer(with_mistake(clean), pull)
    job.answer(clean, pull)

    assert len(job.hub.texts(7)) == 1


@pytest.mark.parametrize(
    ("association", "greeted"),
    [
        ("FIRST_TIME_CONTRIBUTOR", True),
        ("FIRST_TIMER", True),
        ("NONE", True),
        ("CONTRIBUTOR", False),
        ("MEMBER", False),
    ],
)
def test_who_is_new_is_greeted(job: Job, clean: bytes, association: str, greeted: bool) -> None:
    pull = job.hub.pull(7, SHA, author_association=association)

    job.answer(clean, pull)

    assert ("Willkommen" in job.hub.texts(7)[0]) is greeted


# --- whom to answer is never a stranger's choice -------------------------------------------------


def test_the_pull_request_of_the_branch_that_was_checked_is_answered(
    job: Job, clean: bytes
) -> None:
    mine = job.hub.pull(7, SHA)
    job.hub.pull(8, SHA, owner="fremde-person")  # the very same commit, from another copy
    other = job.hub.pull(5, SHA)  # and from another project of the same person
    other["head"] = {**other["head"], "repo": {**other["head"]["repo"], "id": 1}}
    job.hub.pull(9, "b" * 40)
    job.hub.pull(10, SHA, state="closed")

    job.answer(clean, mine)

    assert {comment["issue"] for comment in job.hub.comments} == {7}


def test_data_that_name_a_number_are_not_ours(job: Job, clean: bytes) -> None:
    pull = job.hub.pull(7, SHA)
    job.hub.pull(1, "b" * 40)

    job.answer(json.dumps({**json.loads(clean), "number": 1}).encode(), pull)

    [text] = job.hub.texts(7)
    assert STUMBLED in text
    assert job.hub.texts(1) == []


def test_of_two_pull_requests_of_one_branch_the_one_to_main_is_answered(
    job: Job, clean: bytes
) -> None:
    job.hub.pull(6, SHA, base={"ref": "entwurf"})
    main = job.hub.pull(7, SHA)

    job.answer(clean, main)

    assert {comment["issue"] for comment in job.hub.comments} == {7}


NOTHING = "Es gibt nichts zu beantworten: Kein offener Beitrag hat noch diesen Stand.\n"


@pytest.mark.parametrize(
    "event",
    [
        {"head_sha": "c" * 40},
        {"conclusion": "cancelled"},
        {"conclusion": "action_required"},
        {"event": "push"},
        {"head_repository": None},
    ],
    ids=lambda event: next(iter(event)),
)
def test_what_is_outdated_or_no_check_of_a_pull_request_is_passed_over(
    job: Job, clean: bytes, event: dict[str, Any]
) -> None:
    assert job.answer(clean, job.hub.pull(7, SHA), **event) == NOTHING
    assert job.hub.writes == []


def test_robots_are_not_answered(job: Job, clean: bytes) -> None:
    pull = job.hub.pull(7, SHA, user={"login": "dependabot[bot]", "type": "Bot"})

    assert job.answer(clean, pull) == NOTHING


def test_a_copy_that_is_gone_is_passed_over(job: Job, clean: bytes) -> None:
    pull = job.hub.pull(7, SHA)
    event = dict(pull)
    pull["head"] = {**pull["head"], "repo": None}

    assert job.answer(clean, event) == NOTHING


# --- what the check left may be anything ---------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [None, b"", b"{}", b"[]", b"\xff\xfe\x00", b"{" * 200_000, b" " * 3_000_001, b"null", b"1e999"],
    ids=["missing", "empty", "object", "list", "bytes", "deep", "large", "null", "number"],
)
def test_data_that_are_not_ours_get_a_kind_sentence(job: Job, data: bytes | None) -> None:
    pull = job.hub.pull(7, SHA)

    job.answer(data, pull)

    [text] = job.hub.texts(7)
    assert STUMBLED in text


def test_a_link_among_the_data_is_not_followed(job: Job, clean: bytes) -> None:
    elsewhere = job.folder / "geheim.json"
    elsewhere.write_bytes(clean)
    (job.folder / "findings.json").symlink_to(elsewhere)

    job.answer(None, job.hub.pull(7, SHA))

    assert STUMBLED in job.hub.texts(7)[0]


def test_a_pipe_among_the_data_is_not_waited_for(job: Job) -> None:
    os.mkfifo(job.folder / "findings.json")

    job.answer(None, job.hub.pull(7, SHA))

    assert STUMBLED in job.hub.texts(7)[0]


def test_a_check_that_failed_without_a_mistake_is_not_praised(job: Job, clean: bytes) -> None:
    job.answer(clean, job.hub.pull(7, SHA), conclusion="failure")

    [text] = job.hub.texts(7)
    assert STUMBLED in text
    assert FINE not in text


def test_a_fault_of_the_program_is_not_the_contributors(job: Job, clean: bytes) -> None:
    data = with_mistake(clean).replace(b"datum-unmoeglich", b"pruefprogramm")

    job.answer(data, job.hub.pull(7, SHA), conclusion="failure")

    assert STUMBLED in job.hub.texts(7)[0]


def test_what_is_too_long_is_cut_between_lines(job: Job) -> None:
    class One:
        written = ""

        def fitting(self, text: str) -> str:
            return text

        def notes(self, number: int) -> Iterator[Any]:
            return iter(())

        def write_note(self, number: int, note: object, text: str) -> None:
            self.written = text

    one = One()
    keep_note(one, 1, "\n".join(f"Zeile {n} ä" for n in range(20_000)))  # type: ignore[arg-type]

    assert len(one.written) <= MOST
    assert one.written.startswith(MARK)
    assert one.written.rstrip().endswith("Alles steht im Protokoll der Prüfung.")
    assert all(line.endswith("ä") for line in one.written.split("\n")[2:-4])


# --- when the forge says no ----------------------------------------------------------------------


def test_a_wrong_key_is_said_and_never_shown(job: Job, clean: bytes) -> None:
    job.env["GITHUB_TOKEN"] = "ghx_veraltet-und-geheim"

    done = job.tried(clean, job.hub.pull(7, SHA))

    assert done.returncode == 2
    assert "GitHub erkennt den Schlüssel nicht an (401" in done.stderr
    assert "veraltet-und-geheim" not in done.stdout + done.stderr


def test_a_missing_right_is_said(job: Job, clean: bytes) -> None:
    job.hub.keys[github.WORKFLOW]["rights"] = set()

    done = job.tried(clean, job.hub.pull(7, SHA))

    assert done.returncode == 2
    assert "GitHub erlaubt das nicht (403, POST /repos/" in done.stderr
    assert "Resource not accessible by integration" in done.stderr


@pytest.mark.parametrize("status", [404, 429, 500, 502])
def test_a_forge_in_trouble_is_said(job: Job, clean: bytes, status: int) -> None:
    job.hub.broken = status

    done = job.tried(clean, job.hub.pull(7, SHA))

    assert done.returncode == 2
    assert f"({status}, GET /repos/" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_forge_that_is_not_there_is_said(job: Job, clean: bytes) -> None:
    job.env["GITHUB_API_URL"] = "http://127.0.0.1:9"

    done = job.tried(clean, job.hub.pull(7, SHA))

    assert done.returncode == 2
    assert "GitHub ist nicht zu erreichen" in done.stderr


@pytest.mark.parametrize("verb", ["reply", "notify"])
def test_outside_of_a_forge_the_command_says_so(verb: str) -> None:
    done = run({}, verb, cwd=EXAMPLE)

    assert done.returncode == 2
    assert "nur in einem Ablauf bei GitHub oder GitLab" in done.stderr


def test_a_job_without_a_key_says_which_is_missing(job: Job, clean: bytes) -> None:
    del job.env["GITHUB_TOKEN"]

    done = job.tried(clean, job.hub.pull(7, SHA))

    assert done.returncode == 2
    assert "GITHUB_TOKEN" in done.stderr


def test_a_job_that_no_check_has_started_says_so(job: Job) -> None:
    (job.folder / "event.json").write_text('{"pull_request": {}}', encoding="utf-8")

    done = run(job.env, "reply", job.folder / "findings.json", EXAMPLE)

    assert done.returncode == 2
    assert "nach der Prüfung eines Beitrags" in done.stderr


def test_a_key_does_not_follow_to_another_host() -> None:
    heard: list[str | None] = []

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.headers.get("PRIVATE-TOKEN"))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"Datei")

        def log_message(self, *_: object) -> None:
            pass

    class Forwarding(Elsewhere):
        def do_GET(self) -> None:
            heard.append(self.headers.get("PRIVATE-TOKEN"))
            self.send_response(302)
            self.send_header("Location", f"http://127.0.0.1:{servers[0].server_port}/datei")
            self.end_headers()

    servers = [ThreadingHTTPServer(("127.0.0.1", 0), kind) for kind in (Elsewhere, Forwarding)]
    for server in servers:
        Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{servers[1].server_port}"

    found = Api("GitLab", base, "PRIVATE-TOKEN", "geheim", "geheim").raw("/datei", 100)
    for server in servers:
        server.shutdown()

    assert (found, heard) == (b"Datei", ["geheim", None])


# --- GitLab --------------------------------------------------------------------------------------


@pytest.fixture
def lab() -> Iterator[tuple[gitlab.GitLab, dict[str, str]]]:
    hub = gitlab.GitLab()
    with serving(hub) as address:
        yield (
            hub,
            {
                "CI_API_V4_URL": address,
                "CI_PROJECT_ID": gitlab.PROJECT,
                "WIRKSPUR_TOKEN": gitlab.PROTECTED,
            },
        )


Lab = tuple[gitlab.GitLab, dict[str, str]]


def test_gitlab_every_open_merge_request_is_answered_once_and_renewed(
    lab: Lab, clean: bytes
) -> None:
    hub, env = lab
    hub.merge(1, clean)
    hub.merge(2, with_mistake(clean), status="failed")
    hub.merge(3, clean, project=77, first_contribution=True)
    hub.merge(4, clean, state="merged")
    hub.note(1, 9, f"{MARK}\nvon jemand anderem")
    hub.note(1, gitlab.BOT, "hat etwas geändert")

    first = run(env, "reply", cwd=EXAMPLE)
    writes = len(hub.writes)
    second = run(env, "reply", cwd=EXAMPLE)

    assert (first.returncode, first.stderr) == (0, "")
    assert second.stdout.count("schon da") == 3
    assert len(hub.writes) == writes == 3
    assert [len(hub.texts(n)) for n in (1, 2, 3, 4)] == [3, 1, 1, 0]
    assert "„2026-02-30“" in hub.texts(2)[0]
    assert "/-/edit/patch-1/" in hub.texts(2)[0]
    assert "Willkommen" in hub.texts(3)[0]


def test_gitlab_what_has_no_ended_check_is_passed_over(lab: Lab, clean: bytes) -> None:
    hub, env = lab
    hub.merge(1, clean, head_pipeline=None)
    hub.merge(2, clean, status="running")
    hub.merge(3, clean, source_project_id=None)
    hub.merge(4, clean, project=88)
    del hub.projects["88"]  # a private copy
    other = hub.merge(5, clean)
    hub.jobs[other["head_pipeline"]["id"]] = [{"id": 3, "name": "pages"}]

    done = run(env, "reply", cwd=EXAMPLE)

    assert (done.returncode, done.stdout) == (0, NOTHING)
    assert hub.writes == []


def test_gitlab_a_check_that_left_nothing_gets_a_kind_sentence(lab: Lab) -> None:
    hub, env = lab
    hub.merge(1, None)

    run(env, "reply", cwd=EXAMPLE)

    assert STUMBLED in hub.texts(1)[0]


def test_gitlab_one_that_refuses_does_not_silence_the_others(lab: Lab, clean: bytes) -> None:
    hub, env = lab
    hub.merge(1, clean)
    hub.merge(2, clean)
    hub.locked = {1}

    done = run(env, "reply", cwd=EXAMPLE)

    assert done.returncode == 2
    assert "Vorschlag 1: GitLab erlaubt das nicht (403" in done.stderr
    assert len(hub.texts(2)) == 1


def test_gitlab_no_line_of_ours_is_obeyed_as_an_order(lab: Lab, clean: bytes) -> None:
    hub, env = lab
    hub.merge(1, with_mistake(clean, "Alles gut.\n/merge\n  /assign @alle"))

    run(env, "reply", cwd=EXAMPLE)
    again = run(env, "reply", cwd=EXAMPLE)

    assert len(hub.texts(1)) == 1
    assert hub.obeyed == []
    assert "schon da" in again.stdout


def test_gitlab_a_slash_inside_a_line_stays(lab: Lab) -> None:
    text = "/merge\r\n  /close\nund/oder\n> /x"

    fit = GitLab(lab[1]).fitting(text)

    assert fit == "\u200b/merge\r\n  \u200b/close\nund/oder\n> /x"


# --- one issue -----------------------------------------------------------------------------------


@pytest.fixture(params=["github", "gitlab"])
def forge(request: pytest.FixtureRequest) -> Iterator[tuple[Hub, dict[str, str]]]:
    with ExitStack() as stack:
        if request.param == "github":
            hub: Hub = github.GitHub()
            env = {"GITHUB_REPOSITORY": github.REPO, "GITHUB_TOKEN": github.WORKFLOW}
            name = "GITHUB_API_URL"
        else:
            hub = gitlab.GitLab()
            env = {"CI_PROJECT_ID": gitlab.PROJECT, "WIRKSPUR_TOKEN": gitlab.PROTECTED}
            name = "CI_API_V4_URL"
        yield hub, {**env, name: stack.enter_context(serving(hub))}


EARLY = "2025-01-01"
"""A day before anything in the example was due."""


def issues(hub: Hub) -> list[tuple[str, str]]:
    found = hub.entries  # type: ignore[attr-defined]
    names = {"open": "offen", "opened": "offen", "closed": "zu"}
    return [(entry["title"], names[entry["state"]]) for entry in found]


def issue_text(hub: Hub) -> str:
    [entry] = hub.entries  # type: ignore[attr-defined]
    return str(entry.get("body") or entry["description"])


def notify(env: dict[str, str], day: str) -> str:
    done = run(env, "notify", EXAMPLE, "--today", day)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_nothing_to_do_opens_no_issue(forge: tuple[Hub, dict[str, str]]) -> None:
    hub, env = forge

    assert notify(env, EARLY) == "„Was ansteht“: Es gibt nichts zu melden.\n"
    assert issues(hub) == []


def test_one_issue_is_opened_renewed_closed_and_opened_again(
    forge: tuple[Hub, dict[str, str]],
) -> None:
    hub, env = forge

    said = [notify(env, day) for day in (TODAY, TODAY, "2026-11-23", EARLY, EARLY)]
    closed = issues(hub), issue_text(hub)
    again = notify(env, TODAY)

    assert [line.partition(": ")[2].strip() for line in said] == [
        "eröffnet.",
        "Es steht schon alles da.",
        "erneuert.",
        "geschlossen.",
        "Es steht schon alles da.",
    ]
    assert closed[0] == [("Was ansteht", "zu")]
    assert "Nichts zu tun." in closed[1]
    assert again == "„Was ansteht“: wieder geöffnet.\n"
    assert issues(hub) == [("Was ansteht", "offen")]
    assert "Treppe am Bahnhof" in issue_text(hub)


def test_an_issue_of_somebody_else_is_left_alone() -> None:
    hub = github.GitHub()
    with serving(hub) as address:
        env = {
            "GITHUB_API_URL": address,
            "GITHUB_REPOSITORY": github.REPO,
            "GITHUB_TOKEN": github.WORKFLOW,
        }
        hub.issue("hans-beispiel", "Was ansteht", "<!-- wirkspur:anstehend -->\nMeins.")
        notify(env, TODAY)

    assert len(hub.entries) == 2
    assert hub.entries[0]["body"].endswith("Meins.")


def test_dead_links_are_an_issue_of_their_own(
    forge: tuple[Hub, dict[str, str]], tmp_path: Path, web: str
) -> None:
    hub, env = forge
    notify(env, TODAY)
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues" / "2026-01-a.md").write_text(f"Siehe {web}/weg.\n", encoding="utf-8")

    done = run(env, "notify", "--links", tmp_path)

    assert done.stdout == "„Links, die ins Leere führen“: eröffnet.\n"
    assert issues(hub) == [("Was ansteht", "offen"), ("Links, die ins Leere führen", "offen")]


# --- links ---------------------------------------------------------------------------------------


class _Web(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    CODES: ClassVar = {
        "/da": 200,
        "/weg": 404,
        "/aufgegeben": 410,
        "/verboten": 403,
        "/kaputt": 503,
    }

    def do_HEAD(self) -> None:
        if self.path == "/ohne-head":
            self.close_connection = True
            return
        self._say()

    def do_GET(self) -> None:
        self._say()

    def _say(self) -> None:
        self.send_response(self.CODES.get(self.path.partition("?")[0], 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def web() -> Iterator[str]:
    """Another site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Web)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_only_links_that_surely_lead_nowhere_are_named(web: str) -> None:
    names = ["da", "weg", "aufgegeben", "verboten", "kaputt", "ohne-head", "straße?q=ö"]
    files = {"issues/a.md": "\n".join(f"- {web}/{name}" for name in names).encode()}

    found, total = dead(files)

    assert total == 7
    assert [(d.url.removeprefix(web), d.why, d.places[0].line) for d in found] == [
        ("/weg", "Die Seite gibt es nicht mehr (404).", 2),
        ("/aufgegeben", "Die Seite gibt es nicht mehr (410).", 3),
        ("/kaputt", "Der Server meldet einen Fehler (503).", 5),
    ]


def test_links_says_where_and_gives_one(tmp_path: Path, web: str) -> None:
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues" / "2026-01-a.md").write_text(
        f"---\nquellen:\n  - titel: Alt\n    url: {web}/weg\n---\n", encoding="utf-8"
    )

    done = wirkspur("links", tmp_path)

    assert done.returncode == 1
    assert done.stdout == (
        f"{web}/weg\n  Die Seite gibt es nicht mehr (404).\n  issues/2026-01-a.md, Zeile 4\n"
        "1 Link geprüft, davon 1 ins Leere.\n"
    )


def test_without_internet_no_link_is_called_dead(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues" / "2026-01-a.md").write_text("http://127.0.0.1:9/x\n", encoding="utf-8")

    done = wirkspur("links", tmp_path)

    assert done.returncode == 2
    assert "mit dem Internet verbunden" in done.stderr


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("(siehe https://a.de/b_(c)).", ["https://a.de/b_(c)"]),
        ("[Titel](https://a.de/x), dann", ["https://a.de/x"]),
        ("<https://a.de> und „https://b.de/“.", ["https://a.de", "https://b.de/"]),
        ("https://wirkspur.example.org/x https://example.com http://localhost:80", []),
        ("https:// http://[::1 und ‹https://…›", []),
        ("kein Link: a.de/b", []),
    ],
)
def test_a_link_ends_where_people_see_its_end(text: str, urls: list[str]) -> None:
    assert list(links({"a.md": text.encode()})) == urls


def test_a_dead_link_in_an_issue_is_text() -> None:
    found = [Dead("https://a.de/`x`|@alle", "Niemand antwortet.", ())]

    assert "](" not in as_markdown(found, 3)
    assert "`` https://a.de/`x`|@alle ``" in as_markdown(found, 3)
