"""`wirkspur explain`: what a rule is about, as on its page of the site."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from ..findings import Rule
from . import Answer, Here

HILFE = "eine Regel erklären"
LANG = "Erklärt eine Regel der Prüfung: warum es sie gibt und was zu tun ist."
PROJEKT = False


def arguments(parser: ArgumentParser) -> None:
    """Take the slug."""
    parser.add_argument(
        "regel",
        metavar="REGEL",
        nargs="?",
        default="",
        help="das Wort in [Klammern], z. B. datum-unmoeglich (sonst: alle auflisten)",
    )


def run(options: Namespace, _here: Here) -> Answer:
    """Explain a rule, or list all."""
    from ..pages.hilfe import every_rule
    from ..wording.words import listing, similar

    meant = every_rule()
    every = {rule.slug: rule for rule in sorted(meant, key=lambda rule: rule.slug)}
    slug = options.regel.strip("[] ").lower()
    if not slug:
        return Answer(0, "".join(f"{s:<28} {rule.titel}\n" for s, rule in every.items()))
    if slug in every:
        return Answer(0, "\n".join(explained(every[slug], meant[every[slug]])) + "\n")
    near = similar(slug, every, 3, 0.5)
    other = f"Meinten Sie {listing(f'„{s}“' for s in near)}?" if near else ""
    return Answer(2, err=f"Die Regel „{slug}“ gibt es nicht. {other}".rstrip() + "\n")


def explained(rule: Rule, folge: str) -> Iterator[str]:
    """The lines of an explanation."""
    yield f"{rule.titel}  [{rule.slug}]"
    yield folge
    yield from _part("Warum?", rule.warum)
    yield from _part("Was ist zu tun?", rule.tun)
    yield from _part("So nicht:", rule.falsch)
    yield from _part("Sondern so:", rule.richtig)


def _part(title: str, text: str) -> Iterator[str]:
    if text:
        yield from ("", title, *(f"    {line}" for line in text.split("\n")))
