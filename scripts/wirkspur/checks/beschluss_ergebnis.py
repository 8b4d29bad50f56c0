"""A stated result that does not follow from the sums."""

from collections.abc import Iterator
from itertools import accumulate

from ..facts import Facts
from ..findings import Finding, Rule
from ..methoden import Ausgang, Ergebnis
from ..records.protokoll import Beschluss
from ..wording.ergebnis import Aussage
from ..wording.words import quoted, shown
from ..zaehlung import zaehlungen

RULE = Rule(
    "beschluss-ergebnis",
    "Das Ergebnis folgt nicht aus den Zahlen",
    "Auf Beschlüsse muss man sich verlassen können. Wer nachrechnet, muss zum selben Ergebnis "
    "kommen.",
    tun="Rechnen Sie nach und ändern Sie das Ergebnis oder die Zahlen. Haben zwei Vorschläge "
    "gleich viel, sagen Sie bei „weitere_runde“, wie dann entschieden wurde.",
    falsch="zahlen:\n  ja: 3\n  nein: 5\n  enthaltung: 1\nergebnis: Angenommen",
    richtig="zahlen:\n  ja: 3\n  nein: 5\n  enthaltung: 1\nergebnis: Abgelehnt",
)  # source of the rule: concept.md § 4, methods.md f6 to f10

Says = tuple[str, str]


def check(facts: Facts) -> Iterator[Finding]:
    """Each stated result is one that its own sums allow."""
    for z in zaehlungen(facts.register):
        if z.beschluss.zahlen and not z.ergebnis.maengel:
            for text, rat in _widersprueche(z.beschluss, z.aussage, z.ergebnis):
                yield RULE.at(z.minutes.at((*z.loc, "ergebnis")), text, rat, field="ergebnis")
                break


def _widersprueche(beschluss: Beschluss, aussage: Aussage, e: Ergebnis) -> Iterator[Says]:
    """Every way in which the result contradicts the sums, the gravest first."""
    stated = shown(beschluss.ergebnis)
    folgt_nicht = f"{stated} folgt nicht aus den Zahlen. {e.grund}"
    ausgang = Ausgang.ANGENOMMEN if aussage.angenommen else Ausgang.ABGELEHNT
    erklaert = bool(beschluss.weitere_runde) or aussage.erklaert
    if aussage.genannt and e.rang:
        vorn, gleichauf = _vorn(aussage.genannt, e)
        if not vorn:
            yield folgt_nicht, _rat(e, len(aussage.genannt))
        elif gleichauf and not erklaert:
            yield (
                f"Die Zahlen allein entscheiden hier nicht. {e.grund}",
                "Bitte ergänzen, wie bei Gleichstand entschieden wurde, zum Beispiel: "
                "weitere_runde: Das Los hat entschieden.",
            )
    elif aussage.angenommen is not None and ausgang not in e.moeglich:
        yield folgt_nicht, _rat(e)
    if aussage.angenommen and e.runde_noetig and not erklaert:
        yield (
            f"{stated}, aber es fehlt, was eine weitere Runde ergab. {e.runde_noetig}",
            "Bitte ergänzen, zum Beispiel: weitere_runde: Wir haben den Vorschlag geändert und "
            "noch einmal gefragt.",
        )
    if aussage.einstimmig and e.einhellig is False:
        yield f"{stated}: Einstimmig war es nicht. {e.grund}", "Bitte Ergebnis und Zahlen prüfen."
    if gezaehlt := _andere_stimmen(aussage, dict(e.stimmen)):
        text = f"{stated} nennt andere Stimmen als „zahlen“: {gezaehlt}."
        yield text, "Bitte beides vergleichen und das Falsche ändern."


def _vorn(genannt: tuple[str, ...], e: Ergebnis) -> tuple[bool, bool]:
    """Whether what is named as chosen stands first, and whether others stand level with it."""
    offen = set(genannt)
    if not e.plaetze_frei:  # one wins; a result may name those that lost, too
        return not offen.isdisjoint(e.rang[0]), len(e.rang[0]) > 1
    for gruppe in map(set, e.rang):
        if offen <= gruppe:
            return True, len(offen) < len(gruppe)
        if not gruppe <= offen:
            break
        offen -= gruppe
    return False, False


def _rat(e: Ergebnis, plaetze: int = 1) -> str:
    """What to do, with what could be written instead."""
    eintrag = e.eintrag
    if e.plaetze_frei:
        beste = [titel for gruppe in e.rang for titel in gruppe][:plaetze]
        sicher = plaetze in accumulate(len(gruppe) for gruppe in e.rang)
        eintrag = " und ".join(beste) if sicher else ""
    return f"Bitte {e.sonst} oder ändern: ergebnis: {_wert(eintrag)}" if eintrag else (
        f"Bitte {e.sonst} oder das Ergebnis ändern."
    )  # fmt: skip


def _wert(text: str) -> str:
    """A result as it can be written behind a colon."""
    besonders = ": " in text or " #" in text or text[:1] in set("\"'[]{}>|*&!%@`#,?-")
    return quoted(text) if besonders else text


def _andere_stimmen(aussage: Aussage, stimmen: dict[str, int]) -> str:
    """The votes as counted, if the result tells others; who won says which of a pair is yes."""
    if not stimmen:
        return ""
    falsch = [name for name, n in aussage.stimmen if stimmen.get(name, n) != n]
    paar = sorted(aussage.paar[:2])
    if not falsch and (not paar or paar == sorted((stimmen["ja"], stimmen["nein"]))):
        return ""
    worte = {"ja": "Ja", "nein": "Nein", "enthaltung": "Enthaltung"}
    return ", ".join(f"{stimmen[name]} {worte[name]}" for name in worte if name in stimmen)
