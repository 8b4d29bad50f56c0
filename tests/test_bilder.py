"""The pictures of the handbook: drawn by our script, light, shown on pages and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT, TODAY, copy_example, wirkspur

from wirkspur.files import PICTURES as BILDER
from wirkspur.files import read
from wirkspur.markdown import page, render
from wirkspur.reading.kinds import webp_size
from wirkspur.seiten import PROSA, picture_of

PICTURES = sorted((ROOT / BILDER).iterdir())
PAGES = sorted((ROOT / PROSA).rglob("*.md"))
NAMED = {
    name for path in PAGES
    for name in re.findall(rf"\]\([./]*{BILDER}/([^)\s]*)\)", path.read_text(encoding="utf-8"))
}  # fmt: skip
MARKDOWN = "![Eine „Tabelle“ & mehr]({}overrides/assets/bilder/tabelle.webp)"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_light_and_holds_nothing_but_the_picture(picture: Path) -> None:
    raw = picture.read_bytes()

    assert len(raw) <= 60_000
    assert (raw[:4], raw[8:12]) == (b"RIFF", b"WEBP")
    assert raw[12:16] in {b"VP8 ", b"VP8L"}
    assert 20 + int.from_bytes(raw[16:20], "little") in {len(raw), len(raw) - 1}


def test_every_picture_that_is_kept_can_be_drawn_anew() -> None:
    script = (ROOT / "scripts" / "bilder.py").read_text(encoding="utf-8")

    assert {p.name for p in PICTURES if f'"{p.stem}"' not in script} == set()


def test_pages_name_the_pictures_that_are_kept_and_no_others() -> None:
    assert {path.name for path in PICTURES} == NAMED


@pytest.mark.parametrize(
    ("target", "file"),
    [
        ("../../../overrides/assets/bilder/tabelle.webp", "overrides/assets/bilder/tabelle.webp"),
        ("../../overrides/assets/bilder/tabelle.webp", ""),
        ("../../../overrides/assets/bilder/../bilder/a.webp", "overrides/assets/bilder/a.webp"),
        ("../../../overrides/assets/bilder/Tabelle.webp", ""),
        ("../../../overrides/assets/bilder/tabelle.svg", ""),
        ("../../../overrides/assets/bilder/tabelle.webp?x", ""),
        ("../../../overrides/assets/bilder/", ""),
        ("https://evil.example/overrides/assets/bilder/tabelle.webp", ""),
        ("/overrides/assets/bilder/tabelle.webp", ""),
        ("//overrides/assets/bilder/tabelle.webp", ""),
        ("tabelle.webp", ""),
    ],
)
def test_a_page_may_show_only_what_lies_in_the_folder(target: str, file: str) -> None:
    assert picture_of("content/seiten/mitmachen/tabelle.md", target) == file


def shown(text: str) -> str:
    return page(text, str, lambda src: {"src": "x.webp"} if src == "x.webp" else None)


def test_the_description_of_a_picture_stays_text() -> None:
    assert shown('![<b>"Zeile"</b> & mehr](x.webp)') == (
        '<p><img src="x.webp" alt="&lt;b&gt;&quot;Zeile&quot;&lt;/b&gt; &amp; mehr" loading="lazy"'
        ' decoding="async"></p>\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "![ ](x.webp)",
        "![Bild](y.webp)",
        "![Bild](https://evil.example/x.webp)",
        '<img src="x.webp" alt="Bild">',
        "`![Bild](x.webp)`",
        "zqxb0. zqxbx0.",
    ],
)
def test_no_other_image_is_shown(text: str) -> None:
    assert "<img" not in shown(text)


def test_a_text_cannot_call_for_a_picture_that_stands_elsewhere() -> None:
    assert shown('zqxb0. ![Bild](x.webp) [a](b "zqxb0.") <zqxb0.>').count("<img") == 1


@pytest.mark.parametrize("text", ["zq<b>xb0.", "zq<!-- -->xb7.", "zq<i>xb" + "9" * 5000 + "."])
def test_words_that_grow_together_stay_words(text: str) -> None:
    assert "<img" not in shown(text)
    assert shown(f"{text} ![Bild](x.webp)").count("<img") == 1


def test_a_record_shows_no_picture() -> None:
    assert "<img" not in render(MARKDOWN.format("../"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with the same picture on a page and in a record."""
    root = copy_example(tmp_path_factory.mktemp("bilder") / "stadt")
    text = MARKDOWN.format("../../../")
    (root / PROSA / "mitmachen" / "bild.md").write_text(f"# Bild\n\n{text}\n", encoding="utf-8")
    with (root / "issues" / "2026-02-nachtbus.md").open("a", encoding="utf-8") as record:
        record.write(f"\n{MARKDOWN.format('../')}\n")
    done = wirkspur("build", root, "--no-search", "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "build" / "site"


def test_a_page_of_the_site_shows_its_picture(built: Path) -> None:
    html = (built / "mitmachen" / "bild" / "index.html").read_text(encoding="utf-8")

    size = webp_size((ROOT / BILDER / "tabelle.webp").read_bytes())
    assert size
    assert (
        f'<img src="../../assets/bilder/tabelle.webp" width="{size[0] // 2}"'
        f' height="{size[1] // 2}" alt="Eine „Tabelle“ &amp; mehr"'
        ' loading="lazy" decoding="async">'
    ) in html
    assert (built / "assets" / "bilder" / "tabelle.webp").is_file()


def test_a_record_of_the_site_shows_none(built: Path) -> None:
    html = (built / "anliegen" / "2026-02-nachtbus" / "index.html").read_text(encoding="utf-8")

    assert "bilder/tabelle.webp" not in html


HEADS = {
    b"VP8 ": bytes(10) + (720).to_bytes(2, "little") + (1008).to_bytes(2, "little"),
    b"VP8L": b"\0\0\0\0\x2f" + (719 | 1007 << 14).to_bytes(4, "little") + bytes(5),
    b"VP8X": bytes(8) + (719).to_bytes(3, "little") + (1007).to_bytes(3, "little"),
}
"""What stands behind the name of the first part of a file, up to the size."""


@pytest.mark.parametrize("kind", HEADS)
def test_the_size_of_a_picture_is_read_from_each_kind_of_file(kind: bytes) -> None:
    assert webp_size(b"RIFF\0\0\0\0WEBP" + kind + HEADS[kind]) == (720, 1008)


@pytest.mark.parametrize("raw", [b"", b"RIFF\0\0\0\0WEBPVP8 ", b"\x89PNG" + bytes(40)])
def test_what_is_no_picture_has_no_size(raw: bytes) -> None:
    assert webp_size(raw) is None


def test_pictures_behind_a_link_are_not_read(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "stadt")
    (root / "overrides").rename(tmp_path / "anderswo")
    (root / "overrides").symlink_to(tmp_path / "anderswo", target_is_directory=True)

    assert read(root).pictures == {}
