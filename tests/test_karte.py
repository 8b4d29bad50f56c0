"""The map of places: as tiles, with boundaries, and what may stand in its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError
from support import TODAY

from wirkspur import gate
from wirkspur.files import read
from wirkspur.karte import nachbarn, zeichnung
from wirkspur.records.karte import Karte

TILES = [
    {"ort": "nord", "spalte": "2", "zeile": "1", "kurz": "Nord"},
    {"ort": "mitte", "spalte": "2", "zeile": "2"},
    {"ort": "sued", "spalte": "2", "zeile": "3"},
    {"ort": "ost", "spalte": "3", "zeile": "1"},
]


def boundaries(**formen: str) -> dict[str, object]:
    return {
        "ebene": "stadtteil", "ausgabe": "2025", "quelle": "Stadt", "stand": "2025",
        "lizenz": "Zero", "formen": [{"ort": ort, "pfad": pfad} for ort, pfad in formen.items()],
    }  # fmt: skip


def square(x: int, y: int, side: int = 10) -> str:
    return f"M{x},{y}L{x + side},{y}L{x + side},{y + side}L{x},{y + side}Z"


def test_a_city_without_a_map_lacks_nothing(example: Path) -> None:
    facts, findings = gate.check(read(example), date.fromisoformat(TODAY))

    assert findings == []
    assert facts.register.verzeichnis("karte") is None
    assert zeichnung(None, ["stadtbezirk-1"]) is None


def test_tiles_lie_where_the_file_says() -> None:
    drawn = zeichnung(Karte.model_validate({"kacheln": TILES}), ["nord", "mitte", "ost"])

    assert drawn
    where = {teil.ort: teil.mitte for teil in drawn.teile}
    assert where["nord"][0] == where["mitte"][0] < where["ost"][0]
    assert where["nord"][1] == where["ost"][1] < where["mitte"][1]
    assert drawn.fenster[:2] == (0, 0)  # empty columns before the first are not drawn
    assert drawn.kacheln


def test_boundaries_take_the_place_of_tiles() -> None:
    karte = Karte.model_validate({
        "kacheln": TILES, "grenzen": [boundaries(nord=square(0, 0), mitte=square(0, 10))],
    })  # fmt: skip
    drawn = zeichnung(karte, ["nord", "mitte"])

    assert drawn
    assert drawn.grenzen
    assert drawn.grenzen.lizenz == "Zero"
    assert drawn.teile[0].pfad == square(0, 0)


def test_boundaries_of_a_few_places_do_not_hide_the_others() -> None:
    karte = Karte.model_validate({"kacheln": TILES, "grenzen": [boundaries(nord=square(0, 0))]})
    drawn = zeichnung(karte, ["nord", "mitte", "sued", "ost"])

    assert drawn
    assert drawn.kacheln


def test_the_words_stand_inside_a_bent_place() -> None:
    angle = "M0,0L30,0L30,10L10,10L10,100L0,100Z"
    karte = Karte.model_validate({"grenzen": [boundaries(winkel=angle)]})
    drawn = zeichnung(karte, ["winkel"])

    assert drawn
    assert 0 < drawn.teile[0].mitte[0] < 10


def test_neighbours_of_tiles_are_those_beside_them() -> None:
    beside = nachbarn(Karte.model_validate({"kacheln": TILES}))

    assert beside["nord"] == {"mitte", "ost"}
    assert beside["sued"] == {"mitte"}


def test_neighbours_by_boundaries_have_a_common_border() -> None:
    karte = Karte.model_validate({"kacheln": TILES, "grenzen": [
        boundaries(nord=square(0, 0), mitte=square(0, 10), ost=square(10, 10))]})  # fmt: skip
    beside = nachbarn(karte)

    assert beside["mitte"] == {"nord", "ost"}
    assert beside["nord"] == {"mitte"}  # it only touches the other at a corner


@pytest.mark.parametrize(
    "pfad",
    ["", "M0,0", "M0,0L1,1Z", "M0,0L1,1L2,2", "M0,0L1,1L2,2Z<script>", 'M0,0L1,1L2,2Z" onload="x',
     "M0,0C1,1,2,2,3,3Z", "m0,0l1,1l2,2z", "M0.5,0L1,1L2,2Z", "M0,0L1,1L2,2Zx", "M0,0L1e9,1L2,2Z",
     "M0,0L1,1L2,2Z\nM0,0L1,1L2,2Z", "M٣,0L1,1L2,2Z", "M0,0" + "L1,1" * 9000 + "Z"],
)  # fmt: skip
def test_a_path_is_lines_between_whole_numbers_and_nothing_else(pfad: str) -> None:
    with pytest.raises(ValidationError):
        Karte.model_validate({"grenzen": [boundaries(nord=pfad)]})


def test_a_place_that_does_not_exist_is_named(example: Path) -> None:
    path = example / "content/register/karte.yml"
    path.write_text("kacheln:\n  - {ort: stadtbezirk-99, spalte: 1, zeile: 1}\n", encoding="utf-8")
    _, findings = gate.check(read(example), date.fromisoformat(TODAY))

    assert [f.code for f in findings] == ["verweis-unbekannt"]
