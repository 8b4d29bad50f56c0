"""The map of places: which shapes lie where. Pure; what they look like is the template's affair."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .records.karte import Grenzen, Karte

KACHEL = 80
"""Side of a tile: on a phone of 360 px one unit is about a pixel, so letters keep their size."""
LUECKE = 10
_ZAHL = re.compile(r"-?[0-9]+")

Punkt = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Teil:
    """One place on the map. `mitte` is a point well inside, `platz` the room for words there."""

    ort: str
    pfad: str
    mitte: Punkt
    platz: int
    kurz: str = ""


@dataclass(frozen=True, slots=True)
class Zeichnung:
    """A drawing: its window, its places, and where the boundaries come from."""

    fenster: tuple[int, int, int, int]
    teile: tuple[Teil, ...]
    grenzen: Grenzen | None = None

    @property
    def kacheln(self) -> bool:
        """Whether these are tiles, which only say roughly what lies where."""
        return self.grenzen is None

    @property
    def schrift(self) -> int:
        """How large letters are, so that they can be read on a phone."""
        return 14 if self.kacheln else max(1, round(self.fenster[2] / 21))


def zeichnung(karte: Karte | None, orte: Sequence[str]) -> Zeichnung | None:
    """The map of these places, with the city's boundaries if it has them; None without a map."""
    if karte is None:
        return None
    wanted = set(orte)
    best = max(karte.grenzen, key=lambda g: _covers(g, wanted), default=None)
    if best is not None and _covers(best, wanted) * 2 > len(wanted):
        teile = tuple(_outline(f.ort, f.pfad) for f in best.formen if f.ort in wanted)
        return Zeichnung(_window(teile), teile, best)
    tiles = [k for k in karte.kacheln if k.ort in wanted]
    if not tiles:
        return None
    left, top = min(k.spalte for k in tiles), min(k.zeile for k in tiles)
    teile = tuple(
        _tile(k.ort, (k.spalte - left) * KACHEL, (k.zeile - top) * KACHEL, k.kurz or "")
        for k in tiles
    )
    width = (max(k.spalte for k in tiles) - left + 1) * KACHEL
    height = (max(k.zeile for k in tiles) - top + 1) * KACHEL
    return Zeichnung((0, 0, width, height), teile)


def nachbarn(karte: Karte | None) -> dict[str, set[str]]:
    """Place → the places beside it: those with a common border, or the next tiles."""
    found: dict[str, set[str]] = defaultdict(set)
    if karte is None:
        return found
    corners: dict[object, set[str]] = defaultdict(set)
    for grenzen in karte.grenzen:
        for form in grenzen.formen:
            for edge in _edges(form.pfad):
                corners[grenzen.ebene, edge].add(form.ort)
    if not corners:
        for k in karte.kacheln:
            for side in ((k.spalte, k.zeile, 0), (k.spalte, k.zeile, 1),
                         (k.spalte + 1, k.zeile, 0), (k.spalte, k.zeile + 1, 1)):  # fmt: skip
                corners[side].add(k.ort)
    for orte in corners.values():
        for ort in orte:
            found[ort] |= orte - {ort}
    return found


def _covers(grenzen: Grenzen, wanted: set[str]) -> int:
    return sum(form.ort in wanted for form in grenzen.formen)


def _tile(ort: str, x: int, y: int, kurz: str) -> Teil:
    a, b, side = x + LUECKE // 2, y + LUECKE // 2, KACHEL - LUECKE
    pfad = f"M{a},{b}L{a + side},{b}L{a + side},{b + side}L{a},{b + side}Z"
    return Teil(ort, pfad, (x + KACHEL // 2, y + KACHEL // 2), side, kurz)


# --- outlines ------------------------------------------------------------------------------------


def _rings(pfad: str) -> list[list[Punkt]]:
    rings = []
    for part in pfad.split("Z")[:-1]:
        numbers = list(map(int, _ZAHL.findall(part)))
        rings.append(list(zip(numbers[::2], numbers[1::2], strict=True)))
    return rings


def _edges(pfad: str) -> Iterable[frozenset[Punkt]]:
    for ring in _rings(pfad):
        for index, point in enumerate(ring):
            yield frozenset((ring[index - 1], point))


def _outline(ort: str, pfad: str) -> Teil:
    """The outline with the widest free row near the middle of its height."""
    rings = _rings(pfad)
    ys = sorted(y for ring in rings for _, y in ring)
    low, high = ys[0], ys[-1]
    rows = [low + (high - low) * step / 20 for step in range(4, 17)]
    best = (0.0, float(rings[0][0][0]), float(rings[0][0][1]))
    for row in rows:
        crossings = sorted(_crossings(rings, row + 0.01))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            best = max(best, (right - left, (left + right) / 2, row))
    width, x, y = best
    return Teil(ort, pfad, (round(x), round(y)), round(width))


def _crossings(rings: list[list[Punkt]], row: float) -> Iterable[float]:
    for ring in rings:
        for index, (x, y) in enumerate(ring):
            before_x, before_y = ring[index - 1]
            if (before_y > row) != (y > row):
                yield before_x + (row - before_y) * (x - before_x) / (y - before_y)


def _window(teile: Iterable[Teil]) -> tuple[int, int, int, int]:
    points = [point for teil in teile for ring in _rings(teil.pfad) for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    edge = max(4, (right - left) // 60)
    return left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge
