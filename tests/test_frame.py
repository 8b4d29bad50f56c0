"""Stamping must give the very page that the theme itself would have drawn."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from wirkspur import frame

TITEL = "Mehr Licht für Garath"
KURZ = "Abends ist es am Bahnhof zu dunkel."
INHALT = '<div class="wirkspur">\n<h1>Mehr Licht</h1>\n<p>Ein <em>Absatz</em>.</p>\n</div>'


@pytest.mark.parametrize(
    "adresse", ["anliegen/", "anliegen/mehr-licht/", "anliegen/seite/2/", "ueber-uns/gruppe/"]
)
def test_stamped_page_is_the_page_mkdocs_draws(adresse: str, example: Path, tmp_path: Path) -> None:
    kinds = {frame.frame_of(adresse), "", "anliegen/", "orte/"}
    drawn = frame.Drawing(
        example, tmp_path / "work", kinds, "Stadt", "https://stadt.example/x/"
    ).result()
    stamped = drawn.frames[frame.frame_of(adresse)].stamp(TITEL, KURZ, adresse, INHALT)

    docs = tmp_path / "docs"
    shutil.copytree(tmp_path / "work" / "docs", docs)
    (docs / frame.frame_of(adresse) / "index.md").unlink()
    page = docs / adresse / "index.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    head = f"title: {TITEL}\ndescription: {KURZ}\nhide: [navigation, toc, path]"
    page.write_text(f"---\n{head}\n---\n\n{INHALT}\n", encoding="utf-8")
    config = load_config(
        str(example / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(tmp_path / "site"),
        site_name="Stadt", site_url="https://stadt.example/x/",
    )  # fmt: skip
    build(config)
    own = (tmp_path / "site" / adresse / "index.html").read_text(encoding="utf-8")

    assert stamped == frame.finished(own)


def test_title_and_description_cannot_break_out_of_the_frame(example: Path, tmp_path: Path) -> None:
    drawn = frame.Drawing(
        example, tmp_path, ["anliegen/"], "Stadt", "https://stadt.example/"
    ).result()

    html = drawn.frames["anliegen/"].stamp('"><script>x</script>', '"><b>', "anliegen/", "")

    assert "<script>x" not in html
    assert '"><b>' not in html


def test_marks_inside_contributed_text_stay_text(example: Path, tmp_path: Path) -> None:
    drawn = frame.Drawing(
        example, tmp_path, ["anliegen/"], "Stadt", "https://stadt.example/"
    ).result()

    html = drawn.frames["anliegen/"].stamp("Titel", "Kurz", "anliegen/", f"<p>{frame.TITEL}</p>")

    assert f"<p>{frame.TITEL}</p>" in html


def test_an_address_cannot_break_out_of_the_frame(example: Path, tmp_path: Path) -> None:
    kind = frame.frame_of("anliegen/x/")
    drawn = frame.Drawing(example, tmp_path, [kind], "Stadt", "https://stadt.example/").result()

    html = drawn.frames[kind].stamp("Titel", "Kurz", 'anliegen/"><script>x<', "")

    assert "<script>x" not in html


@pytest.mark.parametrize("url", ["https://stadt.example/", 'https://x/"><script>x</script>', "x"])
def test_the_name_of_the_site_is_only_text(url: str, example: Path, tmp_path: Path) -> None:
    name = '"><script>x</script> & WIRKSPURTITEL'
    drawn = frame.Drawing(example, tmp_path, ["anliegen/"], name, url).result()

    html = drawn.frames["anliegen/"].stamp("Titel", "Kurz", "anliegen/", "")

    assert "<script>x" not in html + (tmp_path / "site" / "404.html").read_text(encoding="utf-8")
    assert "&#34;&gt;&lt;script&gt;x&lt;/script&gt; &amp; " in html
    assert "&amp;amp;" not in html


def test_every_page_of_the_theme_states_what_may_run(example: Path, tmp_path: Path) -> None:
    drawn = frame.Drawing(example, tmp_path, [], "Stadt", "https://stadt.example/").result()
    pages = list(drawn.folder.rglob("*.html"))
    frames = ["".join(f.pieces) for f in drawn.frames.values()]
    html = [path.read_text(encoding="utf-8") for path in pages]

    assert len(html) == len(frames) + 1  # 404.html is no frame
    for text in (*html, *frames):
        policy = text.partition("<script")[0].partition("Content-Security-Policy")[2]
        assert policy.startswith(
            "\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"
        )


def test_the_policy_names_every_script_of_the_page_and_no_other() -> None:
    html = '<meta charset="utf-8"><script>a()</script><script src="x.js"></script>'
    policy = frame.with_policy(html)

    assert policy.count("sha256-") == 1
    # printf 'a()' | openssl dgst -sha256 -binary | base64
    assert "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='" in policy


def test_nothing_of_the_theme_waits_for_a_script_that_is_not_there(
    example: Path, tmp_path: Path
) -> None:
    drawn = frame.Drawing(example, tmp_path, [""], "Stadt", "https://stadt.example/").result()
    html = "".join(drawn.frames[""].pieces)

    for leftover in ("md-toggle", "md-overlay", "md-dialog", 'data-md-component="skip"', "__md"):
        assert leftover not in html
    assert not any(path.startswith("assets/javascripts/") for path in drawn.static)


def test_all_stylesheets_travel_as_one(example: Path, tmp_path: Path) -> None:
    drawn = frame.Drawing(example, tmp_path, [""], "Stadt", "https://stadt.example/").result()
    own = [path for path in drawn.static if path.startswith("assets/css/")]

    assert own == ["assets/css/wirkspur.css"]
    whole = (drawn.folder / own[0]).read_text(encoding="utf-8")
    assert "--ws-papier" in whole
    assert ".wirkspur .spur" in whole


def test_hand_written_pages_never_reach_the_theme(example: Path, tmp_path: Path) -> None:
    (example / "content/seiten/fremd.md").write_text("# FREMDERTEXT\n", encoding="utf-8")
    (example / "content/seiten/fremd.html").write_text("FREMDERTEXT", encoding="utf-8")
    work = tmp_path / "work"
    drawn = frame.Drawing(example, work, [], "Stadt", "https://stadt.example/").result()

    assert "fremd/" in drawn.frames
    found = [p for p in work.rglob("*") if p.is_file() and b"FREMDERTEXT" in p.read_bytes()]
    assert found == []


def test_a_page_that_changes_needs_no_new_frames(example: Path, tmp_path: Path) -> None:
    again = [example, tmp_path, [], "Stadt", "https://stadt.example/"]
    frame.Drawing(*again).result()
    with (example / "content/seiten/impressum.md").open("a") as page:
        page.write("Ein Satz mehr.\n")

    assert frame.Drawing(*again).process is None


def test_a_linked_folder_of_pages_asks_for_no_frames(example: Path, tmp_path: Path) -> None:
    pages = example / "content" / "seiten"
    pages.rename(tmp_path / "anderswo")
    pages.symlink_to(tmp_path / "anderswo")
    drawing = frame.Drawing(example, tmp_path / "work", ["x/"], "S", "https://stadt.example/")
    drawing.result()

    assert drawing.frames == ["x/"]
