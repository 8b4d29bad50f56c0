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

    assert stamped == own


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
