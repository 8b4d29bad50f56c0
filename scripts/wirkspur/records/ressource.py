"""Ressource: trainings, funding, networks, material and rooms that help the group."""

from pydantic import Field

from .common import Gemeinsam, Liste, RecordType, Satz, TeilDatum, Wahl, WebAdresse


class Art(Wahl):
    """What it is."""

    FORTBILDUNG = "fortbildung", "Fortbildung"
    FOERDERMITTEL = "foerdermittel", "Fördermittel"
    NETZWERK = "netzwerk", "Netzwerk"
    MATERIAL = "material", "Material"
    RAUM = "raum", "Raum"


class Ressource(Gemeinsam):
    """A resource."""

    art: Art = Field(title="Art", description="Was es ist.")
    anbieter: Liste[Satz] = Field((), title="Anbieter", description="Von wem es kommt.")
    frist: TeilDatum | None = Field(None, title="Frist", description="Bis wann man sich meldet.")
    web: WebAdresse | None = Field(None, title="Internet", description="Wo man mehr erfährt.")
    kosten: Satz | None = Field(None, title="Kosten", description="Was es kostet, soweit bekannt.")


TYPE = RecordType(
    art="ressource",
    model=Ressource,
    ordner="content/ressourcen",
    titel="Ressource",
    plural="Ressourcen",
    adresse="ressourcen",
    koerper="Was man wissen sollte",
)
