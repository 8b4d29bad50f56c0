"""GitHub: pull requests are answered when their check has ended (`workflow_run`).

https://docs.github.com/rest/issues/comments, …/pulls/pulls, …/issues/issues. Comments on a pull
request are comments on the issue of the same number. An issue that was released (`issues: labeled`)
becomes a pull request by …/git/trees, …/git/commits and …/git/refs, so nothing needs a key for Git.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from . import Change, ForgeError, Issue, Note, Proposal, Proposed, Report
from .api import Api, RefusedError

BOT = "github-actions[bot]"
"""Who writes when a workflow's own key is used; that key may not ask for its own name."""
NEW = {"FIRST_TIME_CONTRIBUTOR", "FIRST_TIMER", "NONE"}
ENDED = {"success": True, "failure": False, "timed_out": False}
"""How a check may end that deserves an answer: whether it passed.

Not when it was cancelled (a newer one runs) or waits for someone's leave.
"""


RELEASED = "freigegeben"
"""The label by which somebody who may write here says that an issue shall become a record."""


class TakenError(ForgeError):
    """The branch is not ours alone any more; the message is for people."""


class GitHub:
    """The repository that this workflow runs in."""

    NAME = "GitHub"
    NEEDS = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
    HELP = "Im Ablauf steht dafür: env: GITHUB_TOKEN: ${{ github.token }}"

    def __init__(self, env: Mapping[str, str]) -> None:
        base, repository, token = (env[name] for name in self.NEEDS)
        self.api = Api(self.NAME, base, "Authorization", f"Bearer {token}", token)
        self.repo = f"/repos/{quote(repository)}"
        self.event = env.get("GITHUB_EVENT_PATH", "")
        self.sha = env.get("GITHUB_SHA", "")

    def proposals(self, data: bytes | None) -> Iterator[Proposal]:
        """The one pull request whose check has ended, if it still is as it was checked.

        `workflow_run.pull_requests` is empty for forks, and a number in `data` could be any: so the
        open pull requests of the branch that GitHub says was checked are asked for.
        """
        try:
            event = json.loads(Path(self.event).read_bytes())
            run = event["workflow_run"]
        except (OSError, ValueError, KeyError):
            raise ForgeError(
                "Dieser Befehl antwortet nur in einem Ablauf, der nach der Prüfung eines Beitrags "
                "startet (workflow_run)."
            ) from None
        source = run["head_repository"]
        if run["event"] != "pull_request" or run["conclusion"] not in ENDED or not source:
            return
        head = f"{source['owner']['login']}:{run['head_branch']}"
        same = [
            pull
            for pull in self.api.pages(f"{self.repo}/pulls", state="open", head=head)
            if pull["user"]["type"] != "Bot"  # a robot needs no friendly words
            and pull["head"]["sha"] == run["head_sha"]
            and (pull["head"]["repo"] or {}).get("id") == source["id"]
        ]
        main = event["repository"]["default_branch"]
        same.sort(key=lambda pull: (pull["base"]["ref"] != main, pull["number"]))
        for pull in same[:1]:
            first = pull["author_association"] in NEW
            edit = f"{pull['head']['repo']['html_url']}/edit/{quote(pull['head']['ref'])}/"
            yield Proposal(pull["number"], first, ENDED[run["conclusion"]], edit, data)

    def fitting(self, text: str) -> str:
        """GitHub takes a text as it is."""
        return text

    def notes(self, number: int) -> Iterator[Note]:
        """Our own comments on a pull request, the oldest first."""
        for note in self.api.pages(f"{self.repo}/issues/{int(number)}/comments"):
            if self._ours(note):
                yield Note(note["id"], note["body"] or "")

    def write_note(self, number: int, note: Note | None, text: str) -> None:
        """Change our comment, or write a new one."""
        if note:
            self.api.send("PATCH", f"{self.repo}/issues/comments/{note.id}", {"body": text})
        else:
            self.api.send("POST", f"{self.repo}/issues/{int(number)}/comments", {"body": text})

    def issues(self, label: str) -> Iterator[Issue]:
        """Our own issues with a label, open and closed."""
        for issue in self.api.pages(f"{self.repo}/issues", state="all", labels=label):
            if self._ours(issue):
                yield Issue(issue["number"], issue["body"] or "", issue["state"] == "open")

    def write_issue(self, issue: Issue | None, label: str, title: str, text: str, to: bool) -> None:
        """Change our issue, or open a new one."""
        if issue:
            state = "open" if to else "closed"
            changed: dict[str, object] = {"body": text, "state": state}
            self.api.send("PATCH", f"{self.repo}/issues/{issue.number}", changed)
        else:
            new: dict[str, object] = {"title": title, "body": text, "labels": [label]}
            self.api.send("POST", f"{self.repo}/issues", new)

    def report(self) -> Report:
        """The issue whose release started this job, as it stood at that moment."""
        try:
            event = json.loads(Path(self.event).read_bytes())
            issue = event["issue"]
            if event["action"] != "labeled" or event["label"]["name"] != RELEASED:
                raise KeyError
            return Report(
                int(issue["number"]), issue["title"], issue["body"] or "", issue["created_at"][:10]
            )
        except (OSError, ValueError, KeyError, TypeError):
            raise ForgeError(
                "Dieser Befehl läuft nur in einem Ablauf, der startet, wenn jemand einem Beitrag "
                f"das Wort „{RELEASED}“ gibt (issues: labeled)."
            ) from None

    def propose(self, change: Change) -> Proposed:
        """Have exactly this one change stand as a pull request; raises TakenError.

        It stands on the commit that this job has checked.
        """
        main = json.loads(Path(self.event).read_bytes())["repository"]["default_branch"]
        owner = self.repo.split("/")[2]
        head = f"{owner}:{change.branch}"
        pulls = list(self.api.pages(f"{self.repo}/pulls", state="all", head=head))
        if any(pull["merged_at"] for pull in pulls):
            raise TakenError("Der Eintrag ist schon übernommen. Bitte ändern Sie ihn dort.")
        self._write_branch(change)
        words: dict[str, object] = {"title": change.title, "body": change.text}
        for pull in pulls:
            if pull["state"] == "open":
                self.api.send("PATCH", f"{self.repo}/pulls/{pull['number']}", words)
                return Proposed(pull["number"], True)
        new = {**words, "head": change.branch, "base": main}
        return Proposed(self.api.send("POST", f"{self.repo}/pulls", new)["number"], False)

    def _write_branch(self, change: Change) -> None:
        git = f"{self.repo}/git"
        ref = f"heads/{quote(change.branch)}"
        try:
            last = self.api.get(f"{git}/ref/{ref}")["object"]["sha"]
        except RefusedError as refused:
            if refused.status != 404:
                raise
            last = ""
        if last and self.api.get(f"{git}/commits/{last}")["message"] != change.title:
            raise TakenError(
                "Am Vorschlag hat schon jemand weitergeschrieben. Er bleibt, wie er ist."
            )
        file = {"path": change.path, "mode": "100644", "type": "blob", "content": change.content}
        base = self.api.get(f"{git}/commits/{self.sha}")["tree"]["sha"]
        tree = self.api.send("POST", f"{git}/trees", {"base_tree": base, "tree": [file]})["sha"]
        commit = self.api.send(
            "POST",
            f"{git}/commits",
            {"message": change.title, "tree": tree, "parents": [self.sha]},
        )["sha"]
        if last:
            self.api.send("PATCH", f"{git}/refs/{ref}", {"sha": commit, "force": True})
        else:
            new: dict[str, object] = {"ref": f"refs/heads/{change.branch}", "sha": commit}
            self.api.send("POST", f"{git}/refs", new)

    def take_back(self, report: Report) -> None:
        """Take the release away, so that giving it again starts the job again."""
        path = f"{self.repo}/issues/{report.number}/labels/{RELEASED}"
        with suppress(RefusedError):  # somebody was faster
            self.api.send("DELETE", path, {})

    def _ours(self, entry: dict[str, Any]) -> bool:
        return (entry.get("user") or {}).get("login") == self._me

    @cached_property
    def _me(self) -> str:
        try:
            return str(self.api.get("/user")["login"])
        except RefusedError as refused:
            if refused.status in (401, 403):
                return BOT
            raise
