"""Runs the jobs of workflow files as a forge would: every `run:` for real, in a scratch checkout.

The steps that a forge brings itself are done here for what they do (fetch, keep and hand on files),
or passed over by name with a reason. An expression or key that is not known here is an error, so
nothing in a workflow is silently left out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from support import ROOT, TESTS

Data = dict[str, Any]

NOT_HERE = {
    "actions/deploy-pages": "publishes at GitHub",
    "actions/attest-build-provenance": "signs with GitHub's service",
}
KNOWN = {
    "name", "needs", "if", "runs-on", "timeout-minutes", "permissions", "environment", "steps",
    "continue-on-error",
}  # fmt: skip
"""Parts of a job that need nothing done here."""
DAY = "1795305600"  # 2026-11-22
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Erika Beispiel"), ("EMAIL", "erika@example.org"))
    },
}


def git(where: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words],
        cwd=where,
        env={**os.environ, **GIT},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass
class Remote:
    """A real bare repository, as a forge holds it: this program with the example's records."""

    bare: Path
    author: Path

    @classmethod
    def made(cls, folder: Path) -> Remote:
        remote = cls(folder / "remote.git", folder / "author")
        remote.author.mkdir(parents=True)
        listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        left = ("tests/", "bench/", "content/", "issues/", "sozialraeume/")
        for name in filter(None, listed.split("\0")):
            if not name.startswith(left) and (ROOT / name).is_file():
                (remote.author / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, remote.author / name)
        shutil.copytree(
            TESTS / "example",
            remote.author,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("build"),
        )
        git(folder, "init", "--quiet", "--bare", "-b", "main", str(remote.bare))
        git(remote.author, "init", "--quiet", "-b", "main")
        git(remote.author, "remote", "add", "origin", f"file://{remote.bare}")
        remote.commit("Anfang", "main")
        return remote

    def commit(self, message: str, ref: str) -> str:
        git(self.author, "add", "--all")
        git(self.author, "commit", "--quiet", "--allow-empty", "--message", message)
        git(self.author, "push", "--quiet", "--force", "origin", f"HEAD:{ref}")
        return git(self.author, "rev-parse", "HEAD")

    def propose(self, number: int, files: Mapping[str, str]) -> str:
        """Somebody proposes these files; gives the commit. The forge merges it for trial."""
        git(self.author, "checkout", "--quiet", "--detach", "origin/main")
        for path, text in files.items():
            (self.author / path).parent.mkdir(parents=True, exist_ok=True)
            (self.author / path).write_text(text, encoding="utf-8")
        head = self.commit("Vorschlag", f"refs/pull/{number}/head")
        git(self.author, "checkout", "--quiet", "--detach", "origin/main")
        git(self.author, "merge", "--quiet", "--no-ff", "--message", "Probe", head)
        git(self.author, "push", "--quiet", "--force", "origin", f"HEAD:refs/pull/{number}/merge")
        return head

    def sha(self, ref: str) -> str:
        return git(self.bare, "rev-parse", ref)


@dataclass
class Step:
    """What became of a step; `code` is None where it was passed over."""

    name: str
    code: int | None
    said: str = ""


@dataclass
class Done:
    """What became of a job."""

    ok: bool
    steps: list[Step]
    summary: str
    work: Path

    def step(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    def told(self) -> str:
        return "\n".join(f"[{s.name}: {s.code}]\n{s.said}" for s in self.steps)


def workflow(name: str) -> Data:
    return _yaml(ROOT / ".github" / "workflows" / name)


def gitlab_plan() -> Data:
    return _yaml(ROOT / ".gitlab-ci.yml")


def _yaml(path: Path) -> Data:
    """The file with every value as text, so that `on` stays `on`."""
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


@dataclass
class Runner:
    """A machine of the forge. What a job leaves for others lies in `kept`, per run."""

    remote: Remote
    folder: Path
    api: str = "http://127.0.0.1:9"
    token: str = ""
    kept: Path = field(init=False)
    jobs: int = 0

    def __post_init__(self) -> None:
        self.kept = self.folder / "kept"
        self.kept.mkdir(parents=True)

    # GitHub

    def run(self, file: str, job: str, event: Data, ref: str = "main", run: str = "1") -> Done:
        """Run one job of a workflow: `ref` is what GitHub would have checked out."""
        plan = workflow(file)["jobs"][job]
        assert set(plan) <= KNOWN, set(plan) - KNOWN
        place = self._place()
        work, temp = place / "work", place / "temp"
        (place / "event.json").write_text(json.dumps(event), encoding="utf-8")
        (place / "summary.md").touch()
        github = {"event": event, "token": self.token, "ref": ref}
        known = {"github": github, "runner": {"temp": str(temp)}}
        env = {
            **self._env(place),
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.api,
            "GITHUB_EVENT_PATH": str(place / "event.json"),
            "GITHUB_OUTPUT": str(place / "output.txt"),
            "GITHUB_REPOSITORY": "musterstadt/wirkspur",
            "GITHUB_SHA": self.remote.sha(ref),
            "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
            "GITHUB_WORKSPACE": str(work),
            "RUNNER_TEMP": str(temp),
        }
        ok, steps = True, []
        for step in plan["steps"]:
            unknown = set(step) - {"name", "id", "uses", "with", "run", "env", "if"}
            assert unknown <= {"continue-on-error"}, unknown
            name = step.get("name", "")
            if not (ok or _always(step.get("if", "success()"))):
                steps.append(Step(name, None))
                continue
            if "run" in step:
                own = {key: filled(text, known) for key, text in step.get("env", {}).items()}
                assert "${{" not in step["run"], "an expression inside a script is an injection"
                code, said = bash(step["run"], work, {**env, **own})
            else:
                given = {key: filled(text, known) for key, text in step.get("with", {}).items()}
                code, said = self._use(step["uses"].split("@")[0], given, work, ref, run)
            steps.append(Step(name, code, said))
            ok = ok and (not code or step.get("continue-on-error") == "true")
        return Done(ok, steps, (place / "summary.md").read_text(encoding="utf-8"), work)

    def _use(self, action: str, given: Data, work: Path, ref: str, run: str) -> tuple[int, str]:
        """What an action of the forge does, as far as the jobs after it see."""
        if action in NOT_HERE:
            assert (work / given.get("subject-path", "")).exists()
            return 0, NOT_HERE[action]
        if action == "actions/checkout":
            self._checkout(work, self.remote.sha(ref), int(given.get("fetch-depth", "1")))
            return 0, ""
        store = self.kept / run / given.get("name", "github-pages")
        if action == "actions/upload-artifact":
            source = work / given["path"]
            if source.exists():
                store.mkdir(parents=True)
                shutil.copy2(source, store / source.name)
            return int(given["if-no-files-found"] == "error" and not source.exists()), ""
        if action == "actions/upload-pages-artifact":
            store.mkdir(parents=True)
            with tarfile.open(store / "artifact.tar", "w") as tar:
                tar.add(work / given["path"], ".")
            return 0, ""
        if action == "actions/download-artifact":
            store = self.kept / given.get("run-id", run) / given["name"]
            if not store.is_dir():
                return 1, "Unable to download artifact(s): Artifact not found"
            shutil.copytree(store, work / given.get("path", "."), dirs_exist_ok=True, symlinks=True)
            return 0, ""
        raise AssertionError(f"unknown action: {action}")

    # GitLab

    def run_gitlab(self, job: str, sha: str, **variables: str) -> Done:
        """Run one job of .gitlab-ci.yml on a commit."""
        plan = gitlab_plan()
        place = self._place()
        self._checkout(place / "work", sha, 0)
        env = {**self._env(place), "GITLAB_CI": "true", "CI_API_V4_URL": self.api, **variables}
        script = "\n".join([*plan["default"]["before_script"], *plan[job]["script"]])
        code, said = bash(script, place / "work", env)
        return Done(not code, [Step(job, code, said)], "", place / "work")

    # both

    def _place(self) -> Path:
        self.jobs += 1
        place = self.folder / f"job-{self.jobs}"
        (place / "work").mkdir(parents=True)
        (place / "temp").mkdir()
        return place

    def _env(self, place: Path) -> dict[str, str]:
        """What a machine has before a workflow sets anything."""
        return {
            **GIT,
            "CI": "true",
            "HOME": str(place),
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            # The machine's tools are those of this checkout; its program is the one checked out.
            "PYTHONPATH": str(place / "work" / "scripts"),
            "SOURCE_DATE_EPOCH": DAY,
            "UV_CACHE_DIR": str(place / "temp" / "uv"),
            "UV_OFFLINE": "1",
            "ZIZMOR_OFFLINE": "true",
        }

    def _checkout(self, work: Path, sha: str, depth: int) -> None:
        git(work, "init", "--quiet", "-b", "main")
        git(work, "remote", "add", "origin", f"file://{self.remote.bare}")
        limit = [f"--depth={depth}"] if depth else []
        git(self.remote.bare, "config", "uploadpack.allowAnySHA1InWant", "true")
        git(work, "fetch", "--quiet", *limit, "origin", sha)
        git(work, "checkout", "--quiet", "--detach", "FETCH_HEAD")
        # Set up already: what `make` would install is the environment that runs this test.
        (work / ".venv").mkdir()
        (work / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
        (work / "build").mkdir()
        (work / "build" / "tools").symlink_to(ROOT / "build" / "tools")
        for stamp in (".site", ".test"):
            (work / ".venv" / stamp).touch()


def bash(script: str, work: Path, env: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", script],
        cwd=work,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout


def filled(text: str, known: Data) -> str:
    """A value with its `${{ … }}` in place; only names, for that is all we use."""

    def value(match: re.Match[str]) -> str:
        found: Any = known
        for name in match.group(1).split("."):
            found = found[name]
        return str(found)

    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", value, text)


def _always(condition: str) -> bool:
    """Whether a step runs after a failure too."""
    return {"success()": False, "${{ !cancelled() }}": True}[condition]
