"""`wirkspur effect`: enter what changed through a contribution, and who says so."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from . import Answer, Here
from .answer import enter, take

HILFE = "eine Wirkung eintragen"
LANG = """\
Trägt ein, was sich durch einen Beitrag geändert hat: wer das sagt, wie viel, und ob es daher kommt.
Auch „noch nicht absehbar“ ist eine Antwort. Geprüft wird vor dem Schreiben."""
HEUTE = True

OPTIONEN = {
    "stimme": "wer das sagt, z. B. connectors",
    "urteil": "wie viel sich geändert hat, z. B. etwas",
    "zurechnung": "ob es von diesem Beitrag kam, z. B. ausgeloest",
    "text": "was sich geändert hat",
    "beleg": "eine Adresse oder die Kennung eines Eintrags",
    "kein_beleg": "warum es keinen Beleg gibt",
    "datum": "von wann das Urteil ist (sonst: heute)",
    "naechster_blick": "an welchem Tag wieder jemand hinschaut",
}


def arguments(parser: ArgumentParser) -> None:
    """Take the contribution, and any answer."""
    take(parser, OPTIONEN)


def run(options: Namespace, here: Here) -> Answer:
    """Enter an effect."""
    from ..intake.nachtrag import Wirkungsbogen

    return enter(options, here, Wirkungsbogen())
