"""Make the peers' input from a repository: `python bench/peers.py REPOSITORY FOLDER`.

Below FOLDER: `mkdocs/` and `hugo/` with one Markdown page per concern and the same words in both,
`schema/` with the fields of each concern as YAML and the JSON Schema of our own model.

All is read by our own reader and model, so that nothing the peers get is simpler than what we get.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from wirkspur.records.anliegen import Anliegen
from wirkspur.source import parse

PER_LIST = 100

MKDOCS = """\
site_name: Anliegen
site_url: https://example.org/
theme:
  name: material
  language: de
  font: false
plugins: []
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - toc
nav:
  - Start: index.md
not_in_nav: |
  /anliegen/*
  /listen/*
"""
"""Without search and with one page in the navigation: the fastest stock configuration there is."""

HUGO = """\
baseURL = "https://example.org/"
languageCode = "de"
title = "Anliegen"
disableKinds = ["taxonomy", "term", "section", "RSS", "sitemap", "404", "robotsTXT"]
"""
HUGO_PAGE = """\
<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><a href="/">Start</a>{{ .Content }}</body>
</html>
"""
"""A bare theme: what a page needs to be one, and nothing else."""

Link = Callable[[str], str]
"""The id of a concern → how a page of the peer's list links to it."""


def read(repository: Path) -> dict[str, tuple[Anliegen, str]]:
    """Id → (model, body) of every concern."""
    found = {}
    for path in sorted((repository / "issues").glob("*.md")):
        document = parse(f"issues/{path.name}", path.read_bytes())
        found[path.stem] = Anliegen.model_validate(document.data), document.body
    return found


def page(concern: Anliegen, body: str) -> Iterator[str]:
    """A concern as a Markdown page, the way one would write it for a stock site."""
    yield from ("---", f"title: {json.dumps(concern.titel, ensure_ascii=False)}", "---", "")
    yield from (f"# {concern.titel}", "", concern.kurz, "")
    yield from ("## Angaben", "", "| Feld | Wert |", "|---|---|")
    for name, value in (
        ("Thema", concern.thema),
        ("Art", concern.art.label),
        ("Form", concern.form.label),
        ("Priorität", concern.prioritaet.label),
        ("Ort", ", ".join(concern.ort)),
        ("Kontakt", concern.kontakt or "noch nicht bekannt"),
        ("Eingebracht", concern.eingebracht),
        ("Herkunft", ", ".join(concern.herkunft) or "nicht bekannt"),
        ("Nächster Blick", concern.naechster_blick or "keiner"),
    ):
        yield f"| {name} | {value} |"
    yield from ("", "## Mögliche Lösungen", "")
    yield from (f"- {loesung}" for loesung in concern.loesungen)
    yield from ("", "## Was ist daraus geworden?", "")
    for step in concern.verlauf:
        promise = f" Zugesagt bis {step.zugesagt_bis}." if step.zugesagt_bis else ""
        proof = f" Beleg: {step.beleg}" if step.beleg else ""
        said = f"{step.text or ''}{promise}{proof}"
        yield f"1. **{step.status.label}** ({step.datum}, {step.von.label}): {said}"
    for effect in concern.wirkung:
        yield from ("", f"## Wirkung: {effect.urteil.label}", "")
        yield f"{effect.datum}, {effect.stimme.label}, {effect.zurechnung.label}"
        yield from ("", effect.text, "", f"Beleg: {effect.beleg or effect.kein_beleg}")
    yield from ("", "## Worum geht es?", "", body)
    if concern.quellen:
        yield from ("", "## Quellen", "")
        yield from (f"- {q.titel} {q.url or ''}" for q in concern.quellen)


def pages(concerns: dict[str, tuple[Anliegen, str]], folder: Path, index: str, link: Link) -> None:
    """Write a page per concern, a list per hundred and an index below `folder`."""
    for name in ("anliegen", "listen"):
        (folder / name).mkdir(parents=True)
    for kennung, (concern, body) in concerns.items():
        _write(folder / "anliegen" / f"{kennung}.md", page(concern, body))
    ids = list(concerns)
    lists = [ids[start : start + PER_LIST] for start in range(0, len(ids), PER_LIST)]
    for number, part in enumerate(lists, 1):
        rows = (f"- [{concerns[k][0].titel}]({link(k)}): {concerns[k][0].kurz}" for k in part)
        _write(folder / "listen" / f"{number}.md", [f"# Liste {number}", "", *rows])
    _write(folder / index, ["# Anliegen", "", f"{len(ids)} Anliegen auf {len(lists)} Listen."])


def _write(path: Path, lines: Iterator[str] | list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def mkdocs(concerns: dict[str, tuple[Anliegen, str]], folder: Path) -> None:
    """Input for stock mkdocs-material."""
    pages(concerns, folder / "docs", "index.md", lambda kennung: f"../anliegen/{kennung}.md")
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")


def hugo(concerns: dict[str, tuple[Anliegen, str]], folder: Path) -> None:
    """Input for Hugo with a bare theme; without front matter, a list has its number as title."""
    content = folder / "content"
    pages(concerns, content, "_index.md", lambda kennung: f"../../anliegen/{kennung}/")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(HUGO_PAGE, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")


def schema(concerns: dict[str, tuple[Anliegen, str]], folder: Path) -> None:
    """Input for check-jsonschema: every value is a text for us, so it is one here too."""
    folder.mkdir(parents=True)
    for kennung, (concern, _) in concerns.items():
        data: dict[str, Any] = concern.model_dump(mode="json", exclude_unset=True)
        text = yaml.dump(
            data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100
        )
        (folder / f"{kennung}.yml").write_text(text, encoding="utf-8")
    (folder / "schema.json").write_text(json.dumps(Anliegen.model_json_schema()), encoding="utf-8")


MAKERS = {"mkdocs": mkdocs, "hugo": hugo, "schema": schema}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repository", metavar="REPOSITORY", type=Path)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("kinds", metavar="PEER", nargs="+", choices=MAKERS)
    options = parser.parse_args()
    concerns = read(options.repository)
    for kind in options.kinds:
        MAKERS[kind](concerns, options.folder / kind)


if __name__ == "__main__":
    main()
