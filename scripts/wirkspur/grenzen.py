"""A city's boundary file (GeoJSON) → outlines of our places. Pure: bytes in, paths out.

Such files come in every spelling: with BOM, with numbers as `01`, `1` or `1.0`, names in NFD,
rings in any order, degrees or metres. A hostile one must cost neither memory nor patience.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn

import shapely  # type: ignore[import-untyped]
from shapely.geometry.base import BaseGeometry  # type: ignore[import-untyped]

from .records.karte import Koordinaten, Rahmen
from .records.sozialraum import Ebene
from .wording.words import plain

HOECHSTENS = 30_000_000
"""Bytes; the boundaries of a large city in fine detail have a tenth of that."""
PUNKTE = 1_000_000
FLAECHEN = 3_000
TIEFE = 20
"""Geometry collections may lie in each other, but not so deep."""
RASTER = 2_000
"""The longer side of the map in units; all corners are whole numbers."""
LUECKE = 2
"""Gaps between neighbours up to this width, in units, are slips of the pen."""
KLEIN = 6
"""Rings of a smaller area, in units, cannot be seen."""
ZEICHEN = 60_000
"""So long all paths of one file may be together."""


class GrenzenError(Exception):
    """The file cannot be used; says why."""


@dataclass(frozen=True, slots=True)
class Ort:
    """A place of ours that a boundary may belong to."""

    id: str
    titel: str
    nummer: str
    ebene: Ebene
    ausgabe: str
    teil_von: str = ""


@dataclass(frozen=True, slots=True)
class Flaeche:
    """A feature of the file."""

    stelle: int
    angaben: Mapping[str, str]
    form: BaseGeometry

    def __str__(self) -> str:
        said = [f"{k} = {v}" for k, v in self.angaben.items() if v][:3]
        return f"Fläche {self.stelle} ({', '.join(said) or 'ohne Angaben'})"


@dataclass(frozen=True, slots=True)
class Zuordnung:
    """Which feature is which place, and by what it was known."""

    ebene: Ebene
    ausgabe: str
    nummer: str
    """The property taken for the number; empty if none."""
    name: str
    orte: dict[str, list[Flaeche]]
    fremd: list[Flaeche] = field(default_factory=list)
    widerspruch: list[tuple[Flaeche, str, str]] = field(default_factory=list)
    """Features whose number belongs to one place and whose name to another."""


# --- reading -------------------------------------------------------------------------------------


def lesen(raw: bytes) -> tuple[list[Flaeche], Koordinaten]:
    """The features of a file, and what its numbers mean."""
    if len(raw) > HOECHSTENS:
        raise GrenzenError(f"Die Datei ist größer als {HOECHSTENS // 1_000_000} MB.")
    data = _json(raw)
    if not isinstance(data, dict):
        raise GrenzenError("Das ist kein GeoJSON: Es fehlt „type“.")
    kind = data.get("type")
    features = data.get("features") if kind == "FeatureCollection" else [data]
    if kind not in {"FeatureCollection", "Feature"} or not isinstance(features, list):
        raise GrenzenError(
            f"Das ist kein GeoJSON mit Flächen („type“ ist „{str(kind)[:40]}“, erwartet wird "
            "„FeatureCollection“)."
        )
    if len(features) > FLAECHEN:
        raise GrenzenError(f"Die Datei hat mehr als {FLAECHEN} Flächen.")
    reader = _Reader()
    found = [reader.feature(n, item) for n, item in enumerate(features, 1)]
    flaechen = [item for item in found if item is not None]
    if not flaechen:
        raise GrenzenError("In der Datei ist keine einzige Fläche.")
    grad = reader.x <= 180 and reader.y <= 90
    return flaechen, Koordinaten.GRAD if grad else Koordinaten.METER


def _json(raw: bytes) -> Any:
    def no_number(text: str) -> NoReturn:
        raise GrenzenError(f"In der Datei steht „{text}“ statt einer Zahl.")

    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=no_number)
    except UnicodeDecodeError:
        raise GrenzenError("Die Datei ist nicht als UTF-8 gespeichert.") from None
    except RecursionError:
        raise GrenzenError("Die Datei ist zu tief verschachtelt.") from None
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        raise GrenzenError(f"Die Datei ist kein gültiges JSON (Zeile {line}).") from None


class _Reader:
    """Reads features, counting points and noting the largest numbers on the way."""

    def __init__(self) -> None:
        self.points = 0
        self.x = self.y = 0.0

    def feature(self, stelle: int, item: Any) -> Flaeche | None:
        if not isinstance(item, dict):
            raise GrenzenError(f"Eintrag {stelle} ist keine Fläche.")
        properties = item.get("properties")
        angaben = {
            str(key)[:60]: _value(value)
            for key, value in list((properties if isinstance(properties, dict) else {}).items())[
                :80
            ]
        }
        if "id" in item:
            angaben.setdefault("id", _value(item["id"]))
        polygons = list(self._polygons(item.get("geometry"), stelle, 0))
        form = (
            shapely.union_all(polygons) if len(polygons) > 1 else polygons[0] if polygons else None
        )
        return None if form is None or form.is_empty else Flaeche(stelle, angaben, form)

    def _polygons(self, geometry: Any, stelle: int, depth: int) -> Iterator[BaseGeometry]:
        if depth > TIEFE:
            raise GrenzenError("Die Datei ist zu tief verschachtelt.")
        if not isinstance(geometry, dict):
            return
        kind = geometry.get("type")
        if kind == "GeometryCollection":
            for inner in _list(geometry.get("geometries"), stelle):
                yield from self._polygons(inner, stelle, depth + 1)
        elif kind in {"Polygon", "MultiPolygon"}:
            coordinates = _list(geometry.get("coordinates"), stelle)
            for polygon in coordinates if kind == "MultiPolygon" else [coordinates]:
                rings = [self._ring(ring, stelle) for ring in _list(polygon, stelle)]
                if form := _polygon([ring for ring in rings if len(ring) > 2]):
                    yield form

    def _ring(self, ring: Any, stelle: int) -> list[tuple[float, float]]:
        points = _list(ring, stelle)
        self.points += len(points)
        if self.points > PUNKTE:
            raise GrenzenError(f"Die Datei hat mehr als {PUNKTE:,} Punkte.".replace(",", "."))
        found: list[tuple[float, float]] = []
        for point in points:
            x, y = [*_list(point, stelle), None, None][:2]
            if not _is_number(x) or not _is_number(y):
                raise GrenzenError(f"In Fläche {stelle} ist eine Koordinate keine Zahl.")
            self.x, self.y = max(self.x, abs(x)), max(self.y, abs(y))
            if not found or found[-1] != (float(x), float(y)):
                found.append((float(x), float(y)))
        if len(found) > 1 and found[0] == found[-1]:
            found.pop()
        return found


def _is_number(value: Any) -> bool:
    return (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and abs(value) < 1e9
        and math.isfinite(value)
    )


def _list(value: Any, stelle: int) -> list[Any]:
    if not isinstance(value, list):
        raise GrenzenError(f"Fläche {stelle} ist nicht so aufgebaut, wie GeoJSON es verlangt.")
    return value


def _value(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).strip()[:200]


def _polygon(rings: list[list[tuple[float, float]]]) -> BaseGeometry | None:
    """The polygon of these rings: the largest is the outer one, wherever it stands."""
    if not rings:
        return None
    shapes = [shapely.Polygon(ring) for ring in rings]
    outer = max(range(len(shapes)), key=lambda i: abs(shapes[i].area))
    form: BaseGeometry = shapely.Polygon(
        rings[outer], [ring for i, ring in enumerate(rings) if i != outer]
    )
    if not form.is_valid:
        form = shapely.make_valid(form)
        form = shapely.union_all([p for p in shapely.get_parts(form) if p.geom_type in _AREAS])
    return None if form.is_empty else form


_AREAS = {"Polygon", "MultiPolygon"}


# --- whose boundary it is ------------------------------------------------------------------------


def zuordnen(
    flaechen: Sequence[Flaeche], orte: Iterable[Ort], ausgabe: str = ""
) -> Zuordnung | None:
    """Guess by the records which places these are; None where nothing fits."""
    groups: dict[tuple[Ebene, str], list[Ort]] = defaultdict(list)
    for ort in orte:
        if not ausgabe or plain(ort.ausgabe) == plain(ausgabe):
            groups[ort.ebene, ort.ausgabe].append(ort)
    keys = list(dict.fromkeys(key for flaeche in flaechen for key in flaeche.angaben))
    tried = [_try(flaechen, ebene, edition, group, keys)
             for (ebene, edition), group in groups.items()]  # fmt: skip
    best = max(tried, key=lambda z: (len(z.orte) - len(z.fremd), len(z.orte)), default=None)
    return best if best and best.orte else None


def _try(
    flaechen: Sequence[Flaeche], ebene: Ebene, ausgabe: str, group: list[Ort], keys: list[str]
) -> Zuordnung:
    numbers = {_number(ort.nummer): ort.id for ort in group if ort.nummer}
    names = {_name(ort.titel): ort.id for ort in group}
    nummer = _best_key(flaechen, keys, lambda v: numbers.get(_number(v), ""))
    name = _best_key(flaechen, keys, lambda v: names.get(_name(v), ""))
    found: dict[str, list[Flaeche]] = defaultdict(list)
    fremd, widerspruch = [], []
    for flaeche in flaechen:
        one = numbers.get(_number(flaeche.angaben.get(nummer, "")), "")
        other = names.get(_name(flaeche.angaben.get(name, "")), "")
        if one and other and one != other:
            widerspruch.append((flaeche, one, other))
        elif one or other:
            found[one or other].append(flaeche)
        else:
            fremd.append(flaeche)
    return Zuordnung(ebene, ausgabe, nummer, name, dict(found), fremd, widerspruch)


def _best_key(flaechen: Sequence[Flaeche], keys: list[str], known: Any) -> str:
    """The property that tells most places apart; empty where none does for two of three."""

    def score(key: str) -> int:
        hits: dict[str, int] = defaultdict(int)
        for flaeche in flaechen:
            hits[known(flaeche.angaben.get(key, ""))] += 1
        return sum(count == 1 for ort, count in hits.items() if ort)

    best = max(keys, key=score, default="")
    return best if best and score(best) else ""


def _number(text: str) -> str:
    """`01`, `1` and `1.0` are one number."""
    text = re.sub(r"[.,]0+\Z", "", text.strip())
    return (text.lstrip("0") or "0") if text.isascii() and text.isdigit() else ""


def _name(text: str) -> str:
    return re.sub(r"[\W_]+", "", plain(text))


# --- drawing -------------------------------------------------------------------------------------


def rahmen(flaechen: Iterable[Flaeche], koordinaten: Koordinaten) -> Rahmen:
    """The part of the world that these features fill."""
    west, sued, ost, nord = shapely.total_bounds([flaeche.form for flaeche in flaechen])
    places = 6 if koordinaten is Koordinaten.GRAD else 1
    if not (ost > west and nord > sued):
        raise GrenzenError("Die Flächen haben keine Ausdehnung.")
    edges = (Decimal(f"{value:.{places}f}") for value in (west, sued, ost, nord))
    names = ("koordinaten", "west", "sued", "ost", "nord")
    return Rahmen.model_validate(dict(zip(names, (koordinaten, *edges), strict=True)))


def pfade(
    zuordnung: Zuordnung, flaechen: Sequence[Flaeche], orte: Mapping[str, Ort], im: Rahmen
) -> tuple[dict[str, str], bool]:
    """Id → path, small enough for a page; and whether neighbours shared their borders exactly.

    Where every feature is known, the larger places around them are put together as well.
    """
    scale, stretch = _scale(im)
    west, nord = float(im.west), float(im.nord)

    def place(points: Any) -> Any:
        points[:, 0] = (points[:, 0] - west) * stretch * scale
        points[:, 1] = (nord - points[:, 1]) * scale
        return points

    shapes = [shapely.transform(flaeche.form, place) for flaeche in flaechen]
    index = {flaeche.stelle: i for i, flaeche in enumerate(flaechen)}
    shared = bool(shapely.coverage_is_valid(shapes))
    if not shared:
        shapes = list(shapely.coverage_clean(shapes, gap_width=LUECKE))
    whole = not zuordnung.fremd and not zuordnung.widerspruch
    paths: dict[str, str] = {}
    for tolerance in (1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64):
        simple = shapely.coverage_simplify(shapes, tolerance)
        forms = {
            ort: shapely.union_all([simple[index[f.stelle]] for f in found])
            for ort, found in zuordnung.orte.items()
        }
        if whole:
            forms |= _around(forms, orte)
        paths = {ort: path for ort, form in forms.items() if (path := _path(form))}
        if sum(map(len, paths.values())) <= ZEICHEN:
            return paths, shared
    raise GrenzenError("Die Grenzen sind zu fein; bitte eine vereinfachte Datei nehmen.")


def _scale(im: Rahmen) -> tuple[float, float]:
    """Units of the map per degree or metre northwards, and how much narrower it is eastwards."""
    height, width = float(im.nord - im.sued), float(im.ost - im.west)
    grad = im.koordinaten is Koordinaten.GRAD
    stretch = math.cos(math.radians(float(im.nord + im.sued) / 2)) if grad else 1.0
    return RASTER / max(height, width * stretch), stretch


def _around(forms: Mapping[str, BaseGeometry], orte: Mapping[str, Ort]) -> dict[str, BaseGeometry]:
    """The larger places, put together from those that lie within them."""
    within: dict[str, list[BaseGeometry]] = defaultdict(list)
    for kennung, form in forms.items():
        seen = {kennung}
        over = orte[kennung].teil_von
        while over in orte and over not in seen:
            seen.add(over)
            within[over].append(form)
            over = orte[over].teil_von
    return {ort: shapely.union_all(parts) for ort, parts in within.items() if ort not in forms}


def _path(form: BaseGeometry) -> str:
    """Straight lines between whole numbers; islands of no size are left out."""
    text = []
    for polygon in shapely.get_parts(form):
        if polygon.geom_type != "Polygon":
            continue
        for ring in (polygon.exterior, *polygon.interiors):
            points: list[tuple[int, int]] = []
            for x, y in ring.coords[:-1]:
                point = (round(x), round(y))
                if point not in points[-1:]:
                    points.append(point)
            while len(points) > 1 and points[0] == points[-1]:
                points.pop()
            if len(points) > 2 and shapely.Polygon(points).area >= KLEIN:
                text.append("M" + "L".join(f"{x},{y}" for x, y in points) + "Z")
    return "".join(text)
