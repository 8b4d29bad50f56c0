"""What other programs need to know of the models: schemas, forms, settings.

One module per program that wants it, with `dateien(register)`: path in the repository → text.
`wirkspur generate` writes them all.
"""

from __future__ import annotations

from importlib import import_module

from ..discover import discover
from ..register import Register

HINWEIS = "Erzeugt mit „wirkspur generate“. Bitte nicht von Hand ändern."


def alle(register: Register) -> dict[str, str]:
    """Every generated file of a repository: path → text."""
    return {
        path: text
        for module in discover(import_module(__name__))
        for path, text in module.dateien(register).items()
    }
