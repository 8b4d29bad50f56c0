"""The smallest number of people that the city shows."""

from ..register import Register

KLEINSTE = 3


def kleinste(register: Register) -> int:
    """The limit of regelwerk.yml, or three."""
    limit = register.eintrag("grenze", "kleinste-zahl")
    if limit:
        return int(limit.wert)
    regelwerk = register.verzeichnis("regelwerk")
    grenzen = regelwerk.grenzen if regelwerk else ()
    return next((int(g.wert) for g in grenzen if g.id == "kleinste-zahl"), KLEINSTE)
