"""An e-mail address that is not the public one of an institution."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..privat.kontakte import Oeffentlich, einrichtung
from ..privat.mail import mails
from ..privat.spots import findings
from ..privat.view import suspects

RULE = Rule(
    "e-mail",
    "Eine E-Mail-Adresse",
    "Eine E-Mail-Adresse im Internet zieht Werbung und Drohungen an und führt oft zu einer Person. "
    "Erlaubt sind nur Adressen von Einrichtungen, die in stadt.yml stehen.",
    tun="Löschen Sie die Adresse und nennen Sie die Rolle oder Stelle. Gehört sie einer "
    "Einrichtung, tragen Sie sie in content/register/stadt.yml unter „kontakte“ ein.",
    falsch="Rückfragen bitte an ayla.erfunden@muster.example",
    richtig="Rückfragen bitte an die Beratungsstelle.",
)
HINT = (
    "Bitte löschen und die Stelle nennen, zum Beispiel „die Beratungsstelle“. Die Adresse einer "
    "Einrichtung kann man in content/register/stadt.yml unter „kontakte“ erlauben."
)


def check(facts: Facts) -> Iterator[Finding]:
    """Mail addresses stand nowhere but where institutions are reached (facts R15)."""
    public = Oeffentlich.of(facts.register)
    for view in suspects(facts):
        spots = [
            mail.spot
            for mail in mails(view)
            if not public.adresse(mail.adresse)
            and not public.domain(mail.adresse)
            and not einrichtung(view, mail.spot.start)
        ]
        one, many = "Hier steht eine E-Mail-Adresse: {}.", "Hier stehen E-Mail-Adressen: {}."
        yield from findings(RULE, view, spots, one, many, HINT)
