"""A bank account: an IBAN whose check digits fit, or that is called one."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..privat.kontakte import Oeffentlich
from ..privat.lazy import Lazy
from ..privat.lists import tokens
from ..privat.spots import Spot, findings
from ..privat.view import View, suspects
from ..privat.woerter import IBAN as LAENGEN

RULE = Rule(
    "iban",
    "Eine Kontonummer (IBAN)",
    "Mit einer Kontonummer kann man Geld abbuchen. Sie gehört nie auf eine öffentliche Seite.",
    tun="Löschen Sie die Nummer. Geht es um Spenden, verlinken Sie die Seite der Einrichtung.",
    falsch="Bitte überweisen auf DE89 3704 0044 0532 0130 00",
    richtig="Bitte bei der Koordination nach dem Konto fragen.",
)
HINT = "Bitte löschen, zum Beispiel so: „Die Koordination nennt das Konto auf Nachfrage.“"
_FORM = Lazy(
    r"(?<![\w-])(?P<label>IBAN\W{0,4}(?:lautet|ist)?\W{0,3})?"
    r"(?P<iban>[A-Z]{2}[ .-]?[0-9]{2}(?:[ .-]?[A-Z0-9]){11,30})(?!\w)",
    re.IGNORECASE,
)
_WORTE = tokens("IBAN Iban iban")


def check(facts: Facts) -> Iterator[Finding]:
    """No bank account stands anywhere, save one listed as an institution's (concept § 6)."""
    public = Oeffentlich.of(facts.register)
    for view in suspects(facts):
        if view.account or view.has(_WORTE):
            one, many = "Hier steht eine Kontonummer: {}.", "Hier stehen Kontonummern: {}."
            yield from findings(RULE, view, _accounts(view, public), one, many, HINT)


def _accounts(view: View, public: Oeffentlich) -> Iterator[Spot]:
    for match in _FORM.finditer(view.without_addresses):
        bare = re.sub(r"[ .-]", "", match["iban"]).upper()
        length = LAENGEN.get(bare[:2], 0)
        whole = bare[: length or None]
        # A mistyped one that is called an IBAN is somebody's all the same.
        told = _is_iban(whole) or (match["label"] and length)
        if len(bare) >= length and told and not public.konto(whole):
            yield Spot(match.start("iban"), match.start("iban") + _reach(match["iban"], len(whole)))


def _is_iban(bare: str) -> bool:
    """ISO 7064, modulo 97."""
    if not bare.isascii():  # where case is ignored, İ counts as an I
        return False
    number = "".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])
    return len(bare) > 14 and int(number) % 97 == 1


def _reach(written: str, signs: int) -> int:
    """How far the first so many signs reach, blanks between them counted."""
    places = [place for place, sign in enumerate(written, 1) if sign.isalnum()]
    return places[signs - 1]
