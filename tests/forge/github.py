"""GitHub, as far as we use it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from .server import Call, Data, Hub, RefuseError, route

REPO = "musterstadt/wirkspur"
WORKFLOW = "schluessel-des-ablaufs-4711"
"""A workflow's own key: it writes as the bot and may not ask who it is."""


@dataclass
class GitHub(Hub):
    HEADER = "Authorization"
    SCHEME = "Bearer "
    pulls: list[Data] = field(default_factory=list)
    entries: list[Data] = field(default_factory=list)
    comments: list[Data] = field(default_factory=list)
    ids: Any = field(default_factory=lambda: count(1000))

    def __post_init__(self) -> None:
        rights = {"pull-requests", "issues"}
        self.keys[WORKFLOW] = {"login": "github-actions[bot]", "rights": rights, "app": True}

    # what happens at a forge while nobody of us is looking

    def pull(self, number: int, sha: str, owner: str = "erika-beispiel", **more: object) -> Data:
        """Somebody opens a pull request from their copy."""
        repo = {
            "id": 7000 + sum(map(ord, owner)),
            "full_name": f"{owner}/wirkspur",
            "owner": {"login": owner},
            "html_url": f"https://github.example/{owner}/wirkspur",
        }
        new: Data = {
            "number": number,
            "state": "open",
            "head": {"sha": sha, "ref": "patch-1", "repo": repo},
            "base": {"ref": "main"},
            "user": {"login": owner, "type": "User"},
            "author_association": "CONTRIBUTOR",
            **more,
        }
        self.pulls.append(new)
        return new

    def event(self, pull: Data, **run: object) -> Data:
        """What GitHub tells a workflow when the check of a pull request has ended."""
        return {
            "action": "completed",
            "repository": {"full_name": REPO, "default_branch": "main"},
            "workflow_run": {
                "id": 99,
                "event": "pull_request",
                "conclusion": "success",
                "head_sha": pull["head"]["sha"],
                "head_branch": pull["head"]["ref"],
                "head_repository": pull["head"]["repo"],
                "pull_requests": [],
                **run,
            },
        }

    def comment(self, number: int, login: str, body: str) -> Data:
        new = {"id": next(self.ids), "issue": number, "user": {"login": login}, "body": body}
        self.comments.append(new)
        return new

    def texts(self, number: int) -> list[str]:
        return [c["body"] for c in self.comments if c["issue"] == number]

    # the interface

    @route("GET", "/user")
    def user(self, call: Call) -> Data:
        who = self.keys[call.key]
        if who.get("app"):
            raise RefuseError(403, "Resource not accessible by integration")
        return {"login": who["login"]}

    @route("GET", f"/repos/{REPO}/pulls")
    def list_pulls(self, call: Call) -> list[Data]:
        owner, _, branch = call.query.get("head", ":").partition(":")
        state = call.query.get("state", "open")
        return call.page(
            [
                pull
                for pull in self.pulls
                if state in (pull["state"], "all")
                and pull["head"]["ref"] == branch
                and (pull["head"]["repo"] or {"owner": {}})["owner"].get("login") == owner
            ]
        )

    @route("GET", rf"/repos/{REPO}/issues/(\d+)/comments")
    def list_comments(self, call: Call, number: str) -> list[Data]:
        return call.page([c for c in self.comments if c["issue"] == int(number)])

    @route("POST", rf"/repos/{REPO}/issues/(\d+)/comments")
    def add_comment(self, call: Call, number: str) -> Data:
        self._may(call, "pull-requests", "issues")
        if not any(pull["number"] == int(number) for pull in self.pulls):
            raise RefuseError(404, "Not Found")
        return self.comment(int(number), self.keys[call.key]["login"], _body(call))

    @route("PATCH", rf"/repos/{REPO}/issues/comments/(\d+)")
    def edit_comment(self, call: Call, number: str) -> Data:
        self._may(call, "pull-requests", "issues")
        note = _one(self.comments, "id", number)
        note["body"] = _body(call)
        return note

    @route("GET", f"/repos/{REPO}/issues")
    def list_issues(self, call: Call) -> list[Data]:
        state, label = call.query.get("state", "open"), call.query.get("labels")
        return call.page(
            [
                issue
                for issue in self.entries
                if state in (issue["state"], "all")
                and (not label or label in [one["name"] for one in issue["labels"]])
            ]
        )

    @route("POST", f"/repos/{REPO}/issues")
    def add_issue(self, call: Call) -> Data:
        self._may(call, "issues")
        return self.issue(self.keys[call.key]["login"], call.data["title"], _body(call), call)

    def issue(self, login: str, title: str, body: str, call: Call | None = None) -> Data:
        labels = call.data.get("labels", []) if call else ["wirkspur"]
        new: Data = {
            "number": next(self.ids),
            "title": title,
            "body": body,
            "state": "open",
            "user": {"login": login},
            "labels": [{"name": name} for name in labels],
        }
        self.entries.append(new)
        return new

    @route("PATCH", rf"/repos/{REPO}/issues/(\d+)")
    def edit_issue(self, call: Call, number: str) -> Data:
        self._may(call, "issues")
        issue = _one(self.entries, "number", number)
        if call.data.get("state", "open") not in ("open", "closed"):
            raise RefuseError(422, "Validation Failed")
        issue.update(call.data)
        return issue

    def _may(self, call: Call, *rights: str) -> None:
        if not self.keys[call.key]["rights"] & set(rights):
            raise RefuseError(403, "Resource not accessible by integration")


def _one(entries: list[Data], name: str, value: str) -> Data:
    for entry in entries:
        if entry[name] == int(value):
            return entry
    raise RefuseError(404, "Not Found")


def _body(call: Call) -> str:
    body = call.data.get("body")
    if not body or not isinstance(body, str) or len(body) > 65_536:
        raise RefuseError(422, "Validation Failed: body is too long (maximum is 65536 characters)")
    return body.replace("\n", "\r\n")  # as GitHub keeps what came through a browser
