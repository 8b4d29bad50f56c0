"""Where the contact of an institution belongs: an address or number that looks like a person's."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..privat.kontakte import Oeffentlich, einrichtung
from ..privat.mail import mails
from ..privat.spots import findings
from ..privat.telefon import nummern
from ..privat.view import suspects

RULE = Rule(
    "kontakt-persoenlich",
    "Ein Kontakt, der nach einer Person aussieht",
    "Adressen mit Vor- und Nachnamen, Adressen bei freien Anbietern und Handynummern gehören meist "
    "einem Menschen. Wechselt er die Stelle, stimmt der Kontakt nicht mehr, und sein Name bleibt.",
    Severity.WARNUNG,
    tun="Tragen Sie den allgemeinen Kontakt der Einrichtung ein. Gibt es keinen anderen, kann die "
    "Angabe in content/register/stadt.yml unter „kontakte“ erlaubt werden.",
    falsch="email: ayla.erfunden@hafen.example",
    richtig="email: info@hafen.example",
)
HINT = "Bitte den allgemeinen Kontakt der Einrichtung nennen, zum Beispiel info@stadt.example."


def check(facts: Facts) -> Iterator[Finding]:
    """Even an institution's contact names no person (concept § 6)."""
    public = Oeffentlich.of(facts.register)
    for view in suspects(facts):
        spots = [
            *(
                mail.spot
                for mail in mails(view)
                if mail.persoenlich
                and not public.adresse(mail.adresse)
                and (public.domain(mail.adresse) or einrichtung(view, mail.spot.start))
            ),
            *(
                number.spot
                for number in nummern(view, public.land)
                if number.mobil
                and not public.nummer(number.text)
                and einrichtung(view, number.spot.start)
            ),
        ]
        one = "Dieser Kontakt sieht nach einer Person aus: {}."
        yield from findings(
            RULE, view, spots, one, "Diese Kontakte sehen nach Personen aus: {}.", HINT
        )
