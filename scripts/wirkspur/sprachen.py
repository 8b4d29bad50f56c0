"""The German name of a language by its code."""

from functools import lru_cache

from babel import Locale

_AUCH = {"kmr": "Kurmandschi", "pes": "Persisch (Farsi)", "prs": "Dari"}
"""Codes of counselling services that the Unicode project has no German name for."""


@lru_cache(maxsize=256)
def sprache(code: str) -> str:
    """`Türkisch` for `tr`; a code nobody knows stays what it is."""
    base, *rest = code.split("-")
    german = Locale("de")
    name = german.languages.get(base) or _AUCH.get(base) or code
    more = (german.scripts.get(part) or german.territories.get(part) for part in rest)
    beside = ", ".join(filter(None, more))
    return f"{name} ({beside})" if beside else str(name)
