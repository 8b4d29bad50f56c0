"""`wirkspur places import`: files as cities publish them, and files as nobody should."""

from __future__ import annotations

import json
import math
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely
from support import TODAY

from wirkspur import gate, grenzen
from wirkspur.cli import main
from wirkspur.files import read
from wirkspur.grenzen import GrenzenError, Ort
from wirkspur.records.sozialraum import Ebene

FROM = ["--quelle", "Stadt Musterstadt (erfunden)", "--stand", "2025", "--lizenz", "Zero 2.0"]
Ring = list[list[float]]


def square(x: float, y: float, side: float = 0.01) -> Ring:
    return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]


def feature(ring: Ring, **properties: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


WEST, EAST = square(6.7, 51.2), square(6.71, 51.2)
QUARTERS = collection(
    feature(WEST, Nr="011", Name="Altstadt"), feature(EAST, Nr="012", Name="Nordviertel")
)


class Tried:
    """What the command said, and what it left behind."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.out = self.err = ""

    def __call__(self, data: Any, *options: str, name: str = "grenzen.geojson") -> int:
        file = self.root.parent / name
        file.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        return self.take(file, *(options or FROM))

    def take(self, file: Path, *options: str) -> int:
        code = main(["places", "import", str(file), str(self.root), *options])
        self.out, self.err = self.capsys.readouterr()
        return code

    @property
    def karte(self) -> Any:
        facts, findings = gate.check(read(self.root), date.fromisoformat(TODAY))
        assert findings == []
        return facts.register.verzeichnis("karte")

    @property
    def shapes(self) -> dict[str, str]:
        return {form.ort: form.pfad for block in self.karte.grenzen for form in block.formen}


@pytest.fixture
def places(example: Path, capsys: pytest.CaptureFixture[str]) -> Tried:
    return Tried(example, capsys)


# --- what cities publish -------------------------------------------------------------------------


def test_boundaries_come_with_their_source_and_pass_the_gate(places: Tried) -> None:
    assert places(QUARTERS) == 0
    block = places.karte.grenzen[0]

    assert (block.quelle, block.stand, block.lizenz) == (FROM[1], "2025", "Zero 2.0")
    assert (block.ebene, block.ausgabe) == (Ebene.STADTTEIL, "Gliederung 2025")
    assert "Nummer aus „Nr“, Name aus „Name“" in places.out
    assert "Gefunden: 2 von 2 Orten." in places.out


def test_larger_places_are_put_together(places: Tried) -> None:
    places(QUARTERS)

    assert set(places.shapes) == {
        "stadtbezirk-1", "stadtteil-011-altstadt", "stadtteil-012-nordviertel",
    }  # fmt: skip


def test_without_source_and_licence_nothing_is_written(places: Tried) -> None:
    assert places(QUARTERS, "--quelle", "Stadt") == 2

    assert "--stand" in places.err
    assert "--lizenz" in places.err
    assert "--quelle" not in places.err
    assert not (places.root / "content/register/karte.yml").exists()


def test_a_bom_is_no_obstacle(places: Tried) -> None:
    assert places(b"\xef\xbb\xbf" + json.dumps(QUARTERS).encode()) == 0


@pytest.mark.parametrize(("one", "two"), [("11", "12"), (11, 12), (11.0, 12.0), ("011.0", "012")])
def test_numbers_are_known_without_zeros_and_as_fractions(
    one: Any, two: Any, places: Tried
) -> None:
    assert places(collection(feature(WEST, X=one), feature(EAST, X=two))) == 0
    assert "stadtteil-012-nordviertel" in places.shapes


def test_names_are_known_in_any_spelling(places: Tried) -> None:
    path = places.root / "sozialraeume/stadtteil-012-nordviertel.yml"
    path.write_text(path.read_text("utf-8").replace("Nordviertel\n", "Süd-Höhe\n", 1), "utf-8")
    name = unicodedata.normalize("NFD", "SÜD HÖHE")

    assert places(collection(feature(WEST, n="Altstadt"), feature(EAST, n=name))) == 0
    assert "Gefunden: 2 von 2" in places.out


def test_a_file_name_may_be_written_in_either_form(places: Tried) -> None:
    file = places.root.parent / unicodedata.normalize("NFD", "Stadtbezirke-für-alle.geojson")
    file.write_text(json.dumps(QUARTERS))

    assert places.take(file.with_name(unicodedata.normalize("NFC", file.name)), *FROM) == 0


def test_several_polygons_and_collections_are_one_place(places: Tried) -> None:
    several = {"type": "MultiPolygon", "coordinates": [[WEST], [square(6.7, 51.22)]]}
    nested = {"type": "GeometryCollection", "geometries": [
        {"type": "Point", "coordinates": [6.7, 51.2]},
        {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [EAST]}]},
    ]}  # fmt: skip
    items = collection(feature(WEST, Nr="011"), feature(EAST, Nr="012"))
    items["features"][0]["geometry"], items["features"][1]["geometry"] = several, nested

    assert places(items) == 0
    assert places.shapes["stadtteil-011-altstadt"].count("M") == 2


def test_rings_may_run_backwards_and_stand_in_any_order(places: Tried) -> None:
    hole = square(6.703, 51.203, 0.004)
    items = collection(feature(WEST, Nr="011"), feature(EAST[::-1], Nr="012"))
    items["features"][0]["geometry"]["coordinates"] = [hole, WEST]

    assert places(items) == 0
    form = places.shapes["stadtteil-011-altstadt"]
    first, second = (part.count("L") for part in form.split("Z")[:2])
    assert (first, second) == (3, 3)
    whole, inner = (area(part) for part in form.split("Z")[:2])
    assert whole > inner


def area(part: str) -> float:
    points = [tuple(map(int, p.split(","))) for p in part.strip("M").split("L")]
    return float(shapely.Polygon(points).area)


def test_planar_coordinates_keep_their_proportions(places: Tried) -> None:
    west, east = square(345000, 5677000, 1000), square(346000, 5677000, 1000)

    assert places(collection(feature(west, Nr="011"), feature(east, Nr="012"))) == 0
    assert "Meter" in places.out
    corners = set(places.shapes["stadtteil-011-altstadt"].strip("MZ").split("L"))
    assert corners == {"0,0", "1000,0", "1000,1000", "0,1000"}


def test_degrees_east_are_narrower_than_degrees_north(places: Tried) -> None:
    places(QUARTERS)
    karte = places.karte
    points = [tuple(map(int, p.strip("MZ").split(",")))
              for p in places.shapes["stadtteil-011-altstadt"].split("L")]  # fmt: skip
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)

    assert karte.rahmen.koordinaten == "grad"
    assert wide / high == pytest.approx(math.cos(math.radians(51.205)), abs=0.01)


def test_neighbours_keep_their_common_border(places: Tried) -> None:
    wavy = [[6.71 + 0.001 * math.sin(n), 51.2 + 0.0001 * n] for n in range(101)]
    west = [[6.70, 51.2], *wavy, [6.70, 51.21], [6.70, 51.2]]
    east = [[6.72, 51.21], *reversed(wavy), [6.72, 51.2], [6.72, 51.21]]
    places(collection(feature(west, Nr="011"), feature(east, Nr="012")))
    corners = [set(path.strip("MZ").split("L")) for ort, path in places.shapes.items()
               if ort.startswith("stadtteil")]  # fmt: skip

    assert len(corners[0] & corners[1]) > 10


def test_fifty_quarters_in_fine_detail_stay_small() -> None:
    orte = {
        f"o{n}": Ort(f"o{n}", f"Ort {n}", f"{n:03}", Ebene.STADTTEIL, "2025") for n in range(50)
    }
    items = [feature(jagged(n % 7, n // 7), nr=n) for n in range(50)]
    flaechen, grad = grenzen.lesen(json.dumps(collection(*items)).encode())
    matched = grenzen.zuordnen(flaechen, orte.values())
    assert matched
    paths, _ = grenzen.pfade(matched, flaechen, orte, grenzen.rahmen(flaechen, grad))

    assert len(paths) == 50
    assert sum(map(len, paths.values())) <= 60_000


def jagged(column: int, row: int) -> Ring:
    steps = [n * math.tau / 1500 for n in range(1500)]
    edge = [0.0045 + 0.0002 * math.sin(40 * a) + 0.00005 * math.sin(300 * a) for a in steps]
    return [[6.7 + column * 0.01 + r * math.cos(a), 51.2 + row * 0.01 + r * math.sin(a)]
            for a, r in zip(steps, edge, strict=True)]  # fmt: skip


def test_a_second_level_lies_on_the_same_map(places: Tried) -> None:
    places(QUARTERS)
    before = places.karte.rahmen
    within = collection(feature(square(6.712, 51.203, 0.004), sozialraum="012003"))

    assert places(within) == 0
    assert "Erkannt als: Sozialraum" in places.out
    assert places.karte.rahmen == before
    assert [block.ebene for block in places.karte.grenzen] == [Ebene.STADTTEIL, Ebene.SOZIALRAUM]


def test_the_same_level_again_takes_the_place_of_the_old(places: Tried) -> None:
    places(QUARTERS)
    places(QUARTERS, "--quelle", "Neuer", "--stand", "2026-01", "--lizenz", "CC BY 4.0")

    assert [block.quelle for block in places.karte.grenzen] == ["Neuer"]


def test_what_people_wrote_into_the_file_stays(places: Tried) -> None:
    path = places.root / "content/register/karte.yml"
    tiles = "# Von Hand gesetzt.\nkacheln:\n  - {ort: stadtbezirk-1, spalte: 1, zeile: 1}\n"
    path.write_text(tiles, encoding="utf-8")
    places(QUARTERS)
    places(QUARTERS)

    assert path.read_text(encoding="utf-8").startswith(tiles)
    assert path.read_text(encoding="utf-8").count("grenzen:") == 1


# --- what does not fit ---------------------------------------------------------------------------


def test_what_has_no_record_is_named(places: Tried) -> None:
    more = feature(square(6.72, 51.2), Nr="013", Name="Hafen")

    assert places(collection(*QUARTERS["features"], more)) == 0
    assert "Ohne Eintrag im Projekt: 1\n  Fläche 3 (Nr = 013, Name = Hafen)" in places.out
    assert "stadtbezirk-1" not in places.shapes  # a part of it is not known


def test_two_features_of_one_place_are_named_and_joined(places: Tried) -> None:
    more = feature(square(6.7, 51.22), Nr="011", Name="Altstadt")

    assert places(collection(*QUARTERS["features"], more)) == 0
    assert "Mehrere Flächen für einen Ort, zusammengefügt: 1\n  Altstadt (2 Flächen)" in places.out


def test_a_place_without_a_boundary_is_named(places: Tried) -> None:
    assert places(collection(QUARTERS["features"][0])) == 0
    assert "Ohne Grenze bleiben: 1\n  Nordviertel" in places.out


def test_a_number_that_contradicts_the_name_is_not_believed() -> None:
    orte = [Ort(f"o{n}", titel, f"09{n}", Ebene.STADTTEIL, "2025")
            for n, titel in enumerate(["Wald", "Heide", "Moor", "Itter", "Hassel"])]  # fmt: skip
    names = ["Wald", "Heide", "Moor", "Hassel", "Itter"]
    items = [feature(square(6.7 + n / 50, 51.2), nr=f"09{n}", name=name)
             for n, name in enumerate(names)]  # fmt: skip
    flaechen, _ = grenzen.lesen(json.dumps(collection(*items)).encode())
    matched = grenzen.zuordnen(flaechen, orte)

    assert matched
    assert set(matched.orte) == {"o0", "o1", "o2"}
    assert [(one, other) for _, one, other in matched.widerspruch] == [("o3", "o4"), ("o4", "o3")]


def test_editions_are_not_mixed() -> None:
    orte = [Ort(f"{year}-{n}", f"Raum {n}", f"020{n}", Ebene.SOZIALRAUM, f"Atlas {year}")
            for year in (2017, 2024) for n in range(3)]  # fmt: skip
    items = [feature(square(6.7 + n / 50, 51.2), nr=f"020{n}") for n in range(3)]
    flaechen, _ = grenzen.lesen(json.dumps(collection(*items)).encode())
    matched = grenzen.zuordnen(flaechen, orte, "atlas 2017")

    assert matched
    assert set(matched.orte) == {"2017-0", "2017-1", "2017-2"}


def test_a_file_about_something_else_changes_nothing(places: Tried) -> None:
    assert places(collection(feature(WEST, Nr="711", Name="Anderswo"))) == 2

    assert "Nr = 711" in places.err
    assert not (places.root / "content/register/karte.yml").exists()


def test_other_coordinates_do_not_fit_on_the_map(places: Tried) -> None:
    places(QUARTERS)
    planar = feature(square(345000, 5677000, 1000), sozialraum="012003")

    assert places(collection(planar)) == 2
    assert "Koordinaten" in places.err


def test_a_broken_map_is_not_overwritten(places: Tried) -> None:
    path = places.root / "content/register/karte.yml"
    path.write_text("kacheln: [\n", encoding="utf-8")

    assert places(QUARTERS) == 2
    assert path.read_text(encoding="utf-8") == "kacheln: [\n"


# --- what nobody should send ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "kein gültiges JSON"),
        (b"{", "kein gültiges JSON"),
        (b"\xff\xfe{\x00", "nicht als UTF-8"),
        (b"[]", "kein GeoJSON"),
        (b'{"type": "Topology"}', "Topology"),
        (b'{"type": "FeatureCollection", "features": {}}', "kein GeoJSON"),
        (b'{"type": "FeatureCollection", "features": [7]}', "keine Fläche"),
        (b'{"type": "FeatureCollection", "features": []}', "keine einzige Fläche"),
        (b"[" * 200_000, "zu tief"),
        (b'{"type": "FeatureCollection", "features": [' + b"{}," * 3_001 + b"{}]}", "mehr als"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(GrenzenError, match=said):
        grenzen.lesen(data)


def nested(depth: int) -> dict[str, Any]:
    geometry: dict[str, Any] = {"type": "Polygon", "coordinates": [WEST]}
    for _ in range(depth):
        geometry = {"type": "GeometryCollection", "geometries": [geometry]}
    return {**feature(WEST, Nr="011"), "geometry": geometry}


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (feature([[math.nan, 1.0], [2, 3], [4, 5]]), "NaN"),
        (feature([[math.inf, 1.0], [2, 3], [4, 5]]), "Infinity"),
        (feature([["6.7", 51.2], [2, 3], [4, 5]]), "keine Zahl"),  # type: ignore[list-item]
        (feature([[True, 51.2], [2, 3], [4, 5]]), "keine Zahl"),
        (feature([[10**400, 51.2], [2, 3], [4, 5]]), "keine Zahl"),
        (feature([[1.0], [2, 3], [4, 5]]), "keine Zahl"),
        (feature("M0,0"), "nicht so aufgebaut"),  # type: ignore[arg-type]
        (nested(30), "zu tief"),
    ],
)
def test_a_feature_that_is_none_is_refused(item: dict[str, Any], said: str) -> None:
    with pytest.raises(GrenzenError, match=said):
        grenzen.lesen(json.dumps(collection(item)).encode())


def test_a_file_with_too_many_points_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "PUNKTE", 8)

    with pytest.raises(GrenzenError, match="mehr als 8 Punkte"):
        grenzen.lesen(json.dumps(QUARTERS).encode())


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(GrenzenError, match="größer als 30 MB"):
        grenzen.lesen(b" " * (grenzen.HOECHSTENS + 1))


def test_a_ring_that_crosses_itself_still_has_an_area(places: Tried) -> None:
    bow = [[6.7, 51.2], [6.71, 51.21], [6.71, 51.2], [6.7, 51.21], [6.7, 51.2]]

    assert places(collection(feature(bow, Nr="011"), feature(square(6.73, 51.2), Nr="012"))) == 0
    assert "stadtteil-011-altstadt" in places.shapes


def test_what_a_file_says_of_itself_is_never_run(places: Tried) -> None:
    evil = '"\n  - ort: x # <script>'
    items = collection(feature(WEST, Nr="011", Name=evil), feature(EAST, Nr="012", **{evil: evil}))

    assert places(items, "--quelle", 'A: "b" # c', "--stand", "2025", "--lizenz", "- x: [y") == 0
    block = places.karte.grenzen[0]
    assert (block.quelle, block.lizenz) == ('A: "b" # c', "- x: [y")
