"""anliegen/filter.json: which rows of a long list each choice finds, for the script that filters.

Rows are named by their place in the list, so the script can take them from the list's sheets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from ..filter import ARTEN, filter_of, key
from ..site import Site
from . import Export


def files(site: Site, _adressen: Sequence[str]) -> Iterator[Export]:
    """One file per list that can be filtered."""
    for art in ARTEN:
        for record in site.register.of(art):
            path = f"{record.type.adresse}/filter.json"
            yield Export(path, key(site, art), partial(_content, site, art))
            break


def _content(site: Site, art: str) -> bytes:
    found = filter_of(site, art, site.von(art))
    facetten = [
        {
            "name": facette.name,
            "werte": [wert.kennung for wert in facette.werte],
            "mengen": facette.mengen,
            "zeilen": facette.zeilen,
        }
        for facette in found.facetten
    ]
    return json.dumps({"facetten": facetten, "tage": found.tage}, separators=(",", ":")).encode()
