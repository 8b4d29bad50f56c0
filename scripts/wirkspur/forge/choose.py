"""Which forge this job runs on."""

from __future__ import annotations

from collections.abc import Mapping

from . import Forge, ForgeError
from .github import GitHub
from .gitlab import GitLab


def forge_of(env: Mapping[str, str]) -> Forge:
    """The forge that this job runs on, as its environment says."""
    for made in (GitHub, GitLab):
        if made.NEEDS[0] in env:
            missing = [name for name in made.NEEDS if not env.get(name)]
            if missing:
                raise ForgeError(
                    f"Für {made.NAME} fehlt in der Umgebung: {', '.join(missing)}.\n{made.HELP}"
                )
            return made(env)
    raise ForgeError(
        "Dieser Befehl läuft nur in einem Ablauf bei GitHub oder GitLab: "
        f"Weder {GitHub.NEEDS[0]} noch {GitLab.NEEDS[0]} ist gesetzt."
    )
