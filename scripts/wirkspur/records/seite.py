"""Seite: the fields of a page written by hand, such as the imprint. No record: it has no trace."""

from typing import ClassVar

from pydantic import Field

from .common import Modell, Satz, Titel


class Seite(Modell):
    """All that a page may say about itself; anything else could act on the theme."""

    offen: ClassVar[bool] = True
    title: Titel | None = Field(
        None, title="Titel", description="Steht oben im Browser. Sonst gilt die erste Überschrift."
    )
    description: Satz | None = Field(
        None, title="Beschreibung", description="Ein Satz für Suchmaschinen."
    )
