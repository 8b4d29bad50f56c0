"""No input, however broken, ends in a traceback, and every finding points into its own file.

`WIRKSPUR_EXAMPLES=20000 pytest tests/test_hypothesis.py` tries that many, anew each time.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir
from support import TESTS, TODAY

from wirkspur import files, gate
from wirkspur.files import Tree
from wirkspur.findings import Finding
from wirkspur.register import TYPES

set_hypothesis_home_dir(
    Path(tempfile.gettempdir()) / "wirkspur-hypothesis"
)  # not in the repository
EXAMPLES = os.environ.get("WIRKSPUR_EXAMPLES", "")
SETTINGS = settings(
    max_examples=int(EXAMPLES or 100),
    derandomize=not EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
"""For the whole example, which takes hundredths of a second each time."""
MORE = settings(SETTINGS, max_examples=int(EXAMPLES or 400))
"""For a single file."""

EXAMPLE = files.read(TESTS / "example").files
PATHS = sorted(EXAMPLE)
RULES = {rule.slug for rule in gate.rules()} - {"pruefprogramm"}
ABOUT_NO_FILE = {"verzeichnis-fehlt", "verknuepfung"}


def check(tree: dict[str, bytes], links: tuple[str, ...] = ()) -> None:
    """Check a tree as the command would, and hold what every finding must keep."""
    ordered = Tree(dict(sorted(tree.items())), links)
    _, findings = gate.check(ordered, date.fromisoformat(TODAY))
    for finding in findings:
        assert finding.code in RULES, finding
        assert finding.message.strip(), finding
        for place in (finding, *finding.related):
            if place.path not in tree:
                assert finding.code in ABOUT_NO_FILE, finding
                continue
            lines = tree[place.path].decode("utf-8", "replace").lstrip("\ufeff").split("\n")
            assert 1 <= place.line <= len(lines), finding
            hidden = place.hidden if isinstance(place, Finding) else 0
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1 - hidden, finding


# --- what people and programs do to a file -------------------------------------------------------

ODD = st.sampled_from([
    "\t", "\r", "\0", "\x85", "\xa0", "\xad", "\u200b", "\u2028", "\u202e", "\u2066", "\ufeff",
    "\ufffd", "\U0001f600", "\u0301", "Ã¼", "â€œ", "„", "“", "»", "’", "–", "—", "•", "#", " #",
    ":", ": ", "- ", "-", "--", "---", "---\n", "\n", "\n\n", "\r\n", "[", "]", "{", "}", ",",
    "&a ", "*a", "!", "!!int ", "|", "|\n", ">", ">-\n", "@", "%", "`", "```\n", "?", "? ", "=",
    "=======\n", "<<<<<<< eins\n", ">>>>>>> zwei\n", "'", '"', "\\", "\\x", "<", "<b>", "<!--",
    "‹", "‹bitte›", "TODO", "…", "...", "..", "ß", "ı", "İ", "ﬁ", "٣", "²", "½", "а", "*innen",
    "https://", "www.", "javascript:", "](", "![", "data:", "&#x6a;", "{:", "@x.de", "a@b.example",
    "0211 ", "+49 ", "030 23125 001", "30. 2. 2026", "1. 1. 1990", "DE00", "DE89 3704 0044",
    "Frau ", "Herr Muster ", "Musterweg 5", "40000 ", "geboren in ", "Arabisch", "Angebot", "2 ",
])  # fmt: skip
"""Characters and pieces of text that mean something to somebody, at the wrong place."""
SCALARS = st.one_of(
    st.sampled_from([
        "", " ", "~", "null", "yes", "no", "true", "-", "--", "0", "-1", "1e999", "0x1F", "0o7",
        "01067", "1_000", "1.000", "1,5", "NaN", ".inf", "18:30", "24:00", "99:99", "2026-02-30",
        "2026-13-01", "0000-00-00", "9999-12-31", "2100", "31.12.2026", "2026-11-22T25:61", "heute",
        "[]", "{}", "[[[[]]]]", "[a, b]", "{a: b}", "{a: {b: {c: d}}}", "[,]", "[a", "{a", "- a",
        "'", '"', "'a", '"a', "a'b", '"a\\"', '"\\u0000"', "|", ">", "|2", ">-", "*a", "&a", "&a b",
        "!!str a", "!x", "@a", "`a", "%a", "? a", "a: b", "a: b: c", ": a", "a #b", "# a", "#",
        "seite", "gruppe", "stadtweit", "../../etc/passwd", "a/b", "a.md", "A B", "ä", "ſ", "🙂",
        "https://", "http://a", "https://a.b/ c", "www.a.de", "[a](b)", "<a>", "a@b.de", "k. A.",
        "x" * 3000, "9" * 400, "-" * 300, "[" * 60, "{a: " * 60, "‹Titel›", "TODO",
    ]),
    st.text(max_size=12),
)  # fmt: skip

FIELDS = sorted({name for typ in TYPES for name in typ.model.model_fields})

Lines = list[str]
Op = Callable[[Lines, st.DataObject], Lines]


def at(lines: Lines, data: st.DataObject) -> int:
    return data.draw(st.integers(0, len(lines) - 1))


def delete(lines: Lines, data: st.DataObject) -> Lines:
    first = at(lines, data)
    return lines[:first] + lines[first + data.draw(st.integers(1, 4)) :]


def duplicate(lines: Lines, data: st.DataObject) -> Lines:
    first, to = at(lines, data), at(lines, data)
    return lines[:to] + lines[first : first + data.draw(st.integers(1, 6))] + lines[to:]


def swap(lines: Lines, data: st.DataObject) -> Lines:
    one, other = at(lines, data), at(lines, data)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def indent(lines: Lines, data: st.DataObject) -> Lines:
    number = at(lines, data)
    blanks = data.draw(st.sampled_from(["", " ", "  ", "   ", "    ", "\t", "\xa0", "  - ", "- "]))
    for n in range(number, min(len(lines), number + data.draw(st.integers(1, 3)))):
        lines[n] = blanks + lines[n].lstrip(data.draw(st.sampled_from([" ", " -", ""])))
    return lines


def insert(lines: Lines, data: st.DataObject) -> Lines:
    number = at(lines, data)
    column = data.draw(st.integers(0, len(lines[number])))
    odd = data.draw(ODD | st.characters(codec="utf-8"))
    lines[number] = lines[number][:column] + odd + lines[number][column:]
    return lines


def remove(lines: Lines, data: st.DataObject) -> Lines:
    number = at(lines, data)
    column = data.draw(st.integers(0, len(lines[number])))
    length = data.draw(st.integers(1, 12))
    lines[number] = lines[number][:column] + lines[number][column + length :]
    return lines


def value(lines: Lines, data: st.DataObject) -> Lines:
    """Another value for a field or an item of a list."""
    number = at(lines, data)
    name, colon, _ = lines[number].partition(":")
    before = f"{name}: " if colon else bullet(lines[number])
    lines[number] = before + data.draw(SCALARS)
    return lines


def rename(lines: Lines, data: st.DataObject) -> Lines:
    """Another name for a field, of this or of another type."""
    number = at(lines, data)
    _, colon, rest = lines[number].partition(":")
    if colon:
        lines[number] = f"{bullet(lines[number])}{data.draw(st.sampled_from(FIELDS))}:{rest}"
    return lines


def bullet(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" -"))]


def truncate(lines: Lines, data: st.DataObject) -> Lines:
    text = "\n".join(lines)
    return text[: data.draw(st.integers(0, len(text)))].split("\n")


def splice(lines: Lines, data: st.DataObject) -> Lines:
    other = EXAMPLE[data.draw(st.sampled_from(PATHS))].decode().split("\n")
    first = at(other, data)
    here = at(lines, data)
    return lines[:here] + other[first : first + data.draw(st.integers(1, 30))] + lines[here:]


OPS: list[Op] = [
    delete, duplicate, swap, indent, insert, remove, value, value, value, rename, truncate, splice,
]  # fmt: skip


def damaged(raw: bytes, data: st.DataObject) -> bytes:
    """A file after one to five such things."""
    lines = raw.decode("utf-8", "replace").split("\n")
    for op in data.draw(st.lists(st.sampled_from(OPS), min_size=1, max_size=5)):
        lines = op(lines or [""], data)
    ending = data.draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]))
    text = ending.join(lines)
    encoding = data.draw(st.sampled_from(["utf-8"] * 6 + ["latin-1", "utf-16", "utf-8-sig"]))
    return text.encode(encoding, "replace")


# --- the tests -----------------------------------------------------------------------------------


@SETTINGS
@given(st.data())
def test_damaged_files(data: st.DataObject) -> None:
    paths = data.draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=3, unique=True))
    check(EXAMPLE | {path: damaged(EXAMPLE[path], data) for path in paths})


HOMES = [
    f"{typ.ordner}/{typ.datei}" if typ.datei else f"{typ.ordner}/a{typ.endung}" for typ in TYPES
]


@MORE
@given(st.sampled_from([*HOMES, "content/seiten/a.md"]), st.binary(max_size=200))
@example("issues/a.md", b"")
@example("issues/a.md", b"---\n---\n")
@example("issues/a.md", b"\xff\xfe")
@example("content/seiten/a.md", b"---\ntitle: [\n")
def test_any_bytes(path: str, raw: bytes) -> None:
    check({path: raw})


PIECES = st.sampled_from([
    "---\n", "---", "titel: A\n", "titel:", "- a\n", "  - b\n", "a: b\n", "verlauf:\n",
    "  - datum: 2026-01-01\n", "    status: ", "kurz: |\n", "kurz: >-\n", "  Text\n", "\n",
    "id: a\n", "stufen:\n", "adressen:\n", "zahlen: {}\n", "beschluesse: [{}]\n",
    "uebersetzungen: {en: {}}\n",
])  # fmt: skip


@MORE
@given(st.sampled_from(HOMES), st.lists(PIECES | ODD | SCALARS, max_size=14).map("".join))
def test_any_text_as_fields(path: str, text: str) -> None:
    check({path: ("---\n" * path.endswith(".md") + text).encode("utf-8", "replace")})


@MORE
@given(
    st.sampled_from([path for path in PATHS if path.endswith(".md")]),
    st.lists(ODD | st.text(max_size=3) | st.sampled_from([" ", " und ", "\n"]), max_size=20),
)
def test_any_text_below_the_fields(path: str, text: list[str]) -> None:
    check({path: EXAMPLE[path] + "".join(text).encode("utf-8", "replace")})


OTHER = [b"", b"x", b"\xff\xd8\xff\xe1\0\x08Exif", b"\x89PNG\r\n\x1a\n\0\0", b"PK\3\4", b"<svg/>"]
FOLDERS = st.sampled_from(sorted({
    "", "content", "issues/tiefer", "Issues", "content/bilder", *(typ.ordner for typ in TYPES),
    "content/seiten", "content/seiten/a",
}))  # fmt: skip
NAMES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=8),
    st.sampled_from(
        ["a", "A B", "ä", "stadtweit", "gruppe", "-", ".", "2026-01-a", "stadt", "Stadt"]
    ),
)
ENDINGS = st.sampled_from([".md", ".yml", ".yaml", ".MD", ".md.txt", ".docx", ".jpg", "", "."])
TREE_PATHS = st.tuples(FOLDERS, NAMES, ENDINGS).map(lambda p: f"{p[0]}/{p[1]}{p[2]}".lstrip("/"))


@SETTINGS
@given(
    st.dictionaries(TREE_PATHS, st.sampled_from([*EXAMPLE.values(), *OTHER]), max_size=8),
    st.sets(st.sampled_from(PATHS), max_size=4),
    st.booleans(),
)
def test_any_tree(strange: dict[str, bytes], gone: set[str], whole: bool) -> None:
    rest = {path: raw for path, raw in EXAMPLE.items() if path not in gone} if whole else {}
    check(strange | rest, tuple(path + "x" for path in strange))
