"""Site → the numbers of the start page and of „Wirkung“.

Pure. Every number counts what stands in the records, and says of how many. None sums everything up,
none ranks offices, places or tandems (concept § 5). Dates known only to the month or year are never
made exact: what cannot be told in days is left out of a median and counted beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import median
from typing import Any, NamedTuple

from .facts import Facts
from .records.anfrage import Art, ErlebteBeteiligung, Phase
from .records.common import Datum, Stimme, Urteil, Von, Wirkung, Zurechnung
from .records.protokoll import Rolle
from .site import Site, Zeile
from .spur import Stimmen, voices
from .verlauf import Step, is_judged
from .watch import Lage, since, situations

MINDESTENS = 5
"""A median of fewer would say more about single cases than about how it usually goes."""

HOECHSTENS = 30
"""Rows of a list that the page shows; the rest is counted."""

UEBERGEBEN, BEANTWORTET, UMGESETZT = 1, 2, 3
"""Stations of a concern."""
ERGEBNIS, ZURUECKGEMELDET = 2, 3
"""Stations of a request."""


class Reihe(NamedTuple):
    """A row of a chart: its name, and how many of each kind."""

    name: str
    teile: tuple[int, ...]

    @property
    def summe(self) -> int:
        """All kinds together."""
        return sum(self.teile)


class Wartend(NamedTuple):
    """An open contribution, whose turn it is, and for how many days surely."""

    zeile: Zeile
    stadt: bool
    tage: int


class Beurteilt(NamedTuple):
    """A contribution of whose effect somebody could tell, with the newest word of each voice.

    `stumm` are those of city and Connectors who have not said anything.
    """

    zeile: Zeile
    urteile: tuple[Wirkung, ...]
    stumm: tuple[Stimme, ...]
    uneins: bool


class StimmeZahlen(NamedTuple):
    """What one voice says: per attribution, how many judgements of each kind."""

    stimme: Stimme
    reihen: tuple[Reihe, ...]
    anzahl: int


class Dauer(NamedTuple):
    """How long something took. `median` is None below `MINDESTENS` cases.

    `ungenau` counts those that took place but whose days are not both known.
    """

    n: int
    median: Decimal | None
    ungenau: int


class Schuld(NamedTuple):
    """Something the city still owes: since when, until when it was promised, whether it is late.

    `ueberfaellig` is None where no day was promised and no clock says how long it may take.
    """

    zeile: Zeile
    seit: str
    tage: int
    bis: Datum | None
    vorbei: int
    verschoben: int
    ueberfaellig: bool | None
    ohne_ergebnis: bool = False


class Gefragt(NamedTuple):
    """In which phases the city asked: per phase in how many requests, and in how many not.

    `bekannt` requests name their phases, `unbekannt` ones do not.
    """

    reihen: tuple[Reihe, ...]
    bekannt: int
    unbekannt: int


class Zusage(NamedTuple):
    """On one ladder: the rung a request claims, the city's own word for it, the rung experienced.

    A rung is None where nothing on this ladder is written down; `sagt` is whose word `erlebt` is.
    """

    zeile: Zeile
    stufe: Any
    genannt: str
    erlebt: Any
    sagt: ErlebteBeteiligung | None


class Leiterbild(NamedTuple):
    """A ladder with how often each rung was claimed and experienced, the highest first."""

    leiter: Any
    sprossen: tuple[tuple[Any, int, int], ...]
    zusagen: tuple[Zusage, ...]


class NochNicht(NamedTuple):
    """No effect can be told yet: why, who says so, and when somebody looks again."""

    zeile: Zeile
    warum: Wirkung | None
    blick: Datum | None
    vorbei: bool


@dataclass(frozen=True)
class Zahlen:
    """All numbers of a site, each made when it is asked for."""

    site: Site

    # --- what changed ---

    @cached_property
    def beurteilte(self) -> list[Beurteilt]:
        """Contributions of whose effect somebody could tell, the newest judgement first."""
        found = []
        for kennung in self.site.courses:
            record = self.site.register.records[kennung]
            if is_judged(record):
                stimmen = voices(record.data.wirkung)
                worte = tuple(_newest(stimme) for stimme in stimmen if stimme.urteile)
                both = {w.urteil for w in worte if w.stimme is not Stimme.DRITTE}
                stumm = tuple(stimme.stimme for stimme in stimmen if not stimme.urteile)
                found.append(Beurteilt(self.site.zeilen[kennung], worte, stumm, len(both) > 1))
        found.sort(key=lambda b: b.zeile.id)
        return sorted(found, key=lambda b: max(w.datum.letzter for w in b.urteile), reverse=True)

    @cached_property
    def stimmen(self) -> list[StimmeZahlen]:
        """Judgements by attribution, for city and Connectors always, for others where they spoke.

        Every judgement counts, also „too early to tell“: attribution asks whether something
        happened because of the contribution, the judgement whether it helped (concept § 3).
        """
        counts: Counter[tuple[Stimme, Zurechnung, Urteil]] = Counter(
            (w.stimme, w.zurechnung, w.urteil) for w in self._urteile
        )
        result = []
        for stimme in Stimme:
            reihen = tuple(
                Reihe(z.label, tuple(counts[stimme, z, u] for u in URTEILE)) for z in Zurechnung
            )
            anzahl = sum(reihe.summe for reihe in reihen)
            if anzahl or stimme is not Stimme.DRITTE:
                result.append(StimmeZahlen(stimme, reihen, anzahl))
        return result

    @property
    def _urteile(self) -> Iterable[Wirkung]:
        records = self.site.register.records
        return (w for kennung in self.site.courses for w in records[kennung].data.wirkung)

    @cached_property
    def beurteilte_beitraege(self) -> int:
        """How many contributions have a judgement of any kind."""
        records = self.site.register.records
        return sum(bool(records[kennung].data.wirkung) for kennung in self.site.courses)

    @cached_property
    def noch_nicht(self) -> list[NochNicht]:
        """Contributions whose effect cannot be told yet, or of which nobody has been asked."""
        found = []
        asked = {lage.record.id for lage in self._lagen if lage.fehlt_wirkung}
        for kennung in self.site.courses:
            record = self.site.register.records[kennung]
            effects = record.data.wirkung
            if is_judged(record) or not (effects or kennung in asked):
                continue
            # A place in the file breaks a tie: the later of the same year was written later.
            latest = max(
                enumerate(effects), key=lambda e: (e[1].datum.letzter, e[0]), default=(0, None)
            )[1]
            blick = getattr(record.data, "naechster_blick", None)
            late = blick is not None and blick.letzter < self.site.today
            found.append(NochNicht(self.site.zeilen[kennung], latest, blick, late))
        return sorted(found, key=lambda n: (n.blick or "9999", n.zeile.id))

    # --- who has to move ---

    @cached_property
    def _lagen(self) -> list[Lage]:
        """Where every open contribution stands, as the morning list sees it."""
        site = self.site
        return list(situations(Facts(site.register, site.today, site.courses)))

    @cached_property
    def wartende(self) -> list[Wartend]:
        """Open contributions that wait for something, the longest first.

        Waiting for an effect is left out: that is not somebody's delay, and `noch_nicht` has it.
        """
        rows = [
            Wartend(
                self.site.zeilen[lage.record.id],
                lage.wer is Rolle.KOORDINATION,
                (self.site.today - lage.seit.letzter).days,
            )
            for lage in self._lagen
            if lage.seit and not lage.fehlt_wirkung
        ]
        return sorted(rows, key=lambda row: (-row.tage, row.zeile.id))

    # --- how long, and what is owed ---

    @cached_property
    def antwortzeit(self) -> Dauer:
        """Concerns: days from handing over to the first answer. „Wird geprüft“ is none."""
        return self._dauer("anliegen", UEBERGEBEN, BEANTWORTET, UMGESETZT)

    @cached_property
    def rueckmeldezeit(self) -> Dauer:
        """Requests: days from the group's result to the city's feedback."""
        return self._dauer("anfrage", ERGEBNIS, ZURUECKGEMELDET)

    def _dauer(self, art: str, von: int, bis: int, spaetestens: int | None = None) -> Dauer:
        days, inexact = [], 0
        for record in self.site.register.of(art):
            pair = _span(self.site.courses[record.id], von, bis, spaetestens)
            if pair is None:
                continue
            begin, end = pair
            if begin.genau and end.genau:
                days.append((end.erster - begin.erster).days)
            else:
                inexact += 1
        middle = Decimal(median(days)) if len(days) >= MINDESTENS else None
        return Dauer(len(days), middle, inexact)

    @cached_property
    def antworten(self) -> list[Schuld]:
        """Concerns handed over without an answer of the city (see watch/antwort_ueberfaellig)."""
        regelwerk = self.site.register.verzeichnis("regelwerk")
        uhr = regelwerk.uhren.antwort.tage if regelwerk else None
        found = []
        for lage in self._lagen:
            if lage.record.type.art != "anliegen" or lage.station != BEANTWORTET:
                continue
            handed = [step.datum for step in lage.steps if step.status.station == UEBERGEBEN]
            begin = handed[-1] if handed else lage.seit
            if begin:
                found.append(self._schuld(lage, begin, None, uhr))
        return sorted(found, key=_longest)

    @cached_property
    def rueckmeldungen(self) -> list[Schuld]:
        """Requests without feedback: the result is there, or the promised day has passed."""
        found = []
        for lage in self._lagen:
            if lage.record.type.art != "anfrage" or lage.station > ZURUECKGEMELDET:
                continue
            bis = lage.record.data.rueckmeldung_bis
            early = lage.station < ZURUECKGEMELDET
            if early and not (bis and bis.letzter < self.site.today):
                continue
            done = [s.datum for s in lage.steps if s.status.station == ERGEBNIS]
            begin = done[-1] if done and not early else lage.seit
            if begin:
                schuld = self._schuld(lage, begin, bis, None)
                found.append(schuld._replace(ohne_ergebnis=early))
        return sorted(found, key=_longest)

    @cached_property
    def zusagen_verstrichen(self) -> list[Schuld]:
        """Other steps the city promised for a day that has passed."""
        named = {schuld.zeile.id for schuld in (*self.antworten, *self.rueckmeldungen)}
        found = [
            self._schuld(lage, lage.seit, None, None)
            for lage in self._lagen
            if lage.record.id not in named
            and lage.seit
            and lage.wer is Rolle.KOORDINATION
            and lage.versprechen
            and lage.versprechen.ueberfaellig_tage
        ]
        return sorted(found, key=lambda schuld: (-schuld.vorbei, schuld.zeile.id))

    @cached_property
    def anfragen_in_arbeit(self) -> int:
        """Requests for which no result of the group is written down."""
        found = (lage for lage in self._lagen if lage.record.type.art == "anfrage")
        return sum(lage.station < ZURUECKGEMELDET for lage in found)

    def _schuld(self, lage: Lage, begin: Datum, bis: Datum | None, uhr: int | None) -> Schuld:
        today = self.site.today
        promise = lage.versprechen
        if promise and (bis is None or promise.bis.letzter > bis.letzter):
            bis = promise.bis
        days = (today - begin.letzter).days
        late = max((today - bis.letzter).days, 0) if bis else 0
        overdue = late > 0 if bis else days > uhr if uhr else None
        return Schuld(
            self.site.zeilen[lage.record.id], since(begin, today), days, bis, late,
            promise.verschoben if promise else 0, overdue,
        )  # fmt: skip

    # --- where people had a say ---

    @cached_property
    def phasen(self) -> list[Reihe]:
        """Concerns by phase of the policy cycle (methods.md f4).

        Per phase: how many got there with a word of the Connectors, and how many without one. A
        concern names no phase; stations and judgements tell which ones it surely entered.
        """
        counts = {phase: [0, 0] for phase in Phase}
        for record in self.site.register.of("anliegen"):
            steps = self.site.courses[record.id]
            for phase, stations in PHASEN.items():
                heard = _heard(record.data.wirkung, steps, stations)
                if heard is not None:
                    counts[phase][0 if heard else 1] += 1
        return [Reihe(phase.label, tuple(counts[phase])) for phase in Phase]

    @cached_property
    def gefragt(self) -> Gefragt:
        """Requests by the phases they name. Who is only ever asked for needs can see it here."""
        named = [r.data.phasen for r in self.site.register.of("anfrage")]
        known = [frozenset(phasen) for phasen in named if phasen]
        counts = Counter(phase for phasen in known for phase in phasen)
        rows = (Reihe(p.label, (counts[p], len(known) - counts[p])) for p in Phase)
        return Gefragt(tuple(rows), len(known), len(named) - len(known))

    @cached_property
    def bitten(self) -> list[Reihe]:
        """Requests by what the city asks for: with and without the decision it is needed for."""
        counts: Counter[tuple[Art, bool]] = Counter(
            (record.data.art, record.data.fuer_entscheidung is not None)
            for record in self.site.register.of("anfrage")
        )
        return [
            Reihe(art.label, (counts[art, True], counts[art, False]))
            for art in Art
            if counts[art, True] or counts[art, False]
        ]

    @cached_property
    def leitern(self) -> list[Leiterbild]:
        """Claimed against experienced level of participation, each ladder for itself."""
        entry = self.site.register.eintrag
        by_ladder: dict[str, list[Zusage]] = {}
        for record in self.site.register.of("anfrage"):
            claim, lived = record.data.beteiligung_zugesagt, record.data.beteiligung_erlebt
            for kennung in dict.fromkeys(rung.leiter for rung in (claim, lived) if rung):
                claimed = claim if claim and claim.leiter == kennung else None
                felt = lived if lived and lived.leiter == kennung else None
                by_ladder.setdefault(kennung, []).append(
                    Zusage(
                        self.site.zeilen[record.id],
                        entry("stufe", claimed.stufe) if claimed else None,
                        claimed.genannt or "" if claimed else "",
                        entry("stufe", felt.stufe) if felt else None,
                        felt,
                    )
                )
        return [
            _ladder(entry("leiter", kennung), zusagen)
            for kennung, zusagen in sorted(by_ladder.items())
        ]


URTEILE = (
    Urteil.DEUTLICH,
    Urteil.ETWAS,
    Urteil.NACHTEILIG,
    Urteil.KEINE,
    Urteil.NOCH_NICHT_ABSEHBAR,
)
"""The judgements in the order in which a chart stacks them: what can be told first."""

PHASEN: dict[Phase, tuple[int, ...]] = {
    Phase.BEDARFSANALYSE: (0, UEBERGEBEN),
    Phase.MASSNAHMENPLANUNG: (BEANTWORTET,),
    Phase.UMSETZUNG: (UMGESETZT,),
    Phase.EVALUATION: (),
}
"""The stations of a concern that belong to each phase of the policy cycle; the last phase is
entered by a judgement of the effect."""


def _newest(stimme: Stimmen) -> Wirkung:
    """The newest word of a voice that can tell already, else the newest of all."""
    telling = [w for w in stimme.urteile if w.urteil is not Urteil.NOCH_NICHT_ABSEHBAR]
    return (telling or list(stimme.urteile))[0]


def _span(
    steps: Sequence[Step], von: int, bis: int, spaetestens: int | None
) -> tuple[Datum, Datum] | None:
    """From the first step at one station to the first one that reaches the next.

    Where that one is not written down, a step at `spaetestens` shows that it was reached by then.
    """
    begun: Datum | None = None
    for step in steps:
        station = step.status.station
        if station == von and not step.status.laeuft and begun is None:
            begun = step.datum
        reached = station == bis and not step.status.laeuft
        later = spaetestens is not None and station == spaetestens
        if begun is not None and (reached or later):
            return begun, step.datum
    return None


def _heard(
    wirkung: Iterable[Wirkung], steps: Iterable[Step], stations: tuple[int, ...]
) -> bool | None:
    """Whether the Connectors have a word in a phase; None where it was not entered."""
    if stations:
        voices_here = [s.von is Von.CONNECTORS for s in steps if s.status.station in stations]
    else:
        voices_here = [
            w.stimme is Stimme.CONNECTORS
            for w in wirkung
            if w.urteil is not Urteil.NOCH_NICHT_ABSEHBAR
        ]
    return any(voices_here) if voices_here else None


def _ladder(leiter: Any, zusagen: list[Zusage]) -> Leiterbild:
    claimed = Counter(z.stufe.id for z in zusagen if z.stufe)
    lived = Counter(z.erlebt.id for z in zusagen if z.erlebt)
    rungs = sorted(leiter.stufen, key=lambda stufe: stufe.nummer, reverse=True)
    return Leiterbild(leiter, tuple((s, claimed[s.id], lived[s.id]) for s in rungs), tuple(zusagen))


def _longest(schuld: Schuld) -> tuple[int, str]:
    return -schuld.tage, schuld.zeile.id
