import json
from itertools import pairwise
from math import dist, hypot

import pytest

from designkit.pictures.drawing import Box
from designkit.pictures.layout.graphviz_answer import Placed, flattened, read_answer

ARC = ((0.0, 0.0), (0.0, 55.23), (44.77, 100.0), (100.0, 100.0))
"""A quarter of a circle around (100, 0), to a hundredth."""


def answer(*edges: dict[str, str]) -> bytes:
    things = [
        {"name": "cluster_g3", "bb": "10,20,110,80"},
        {"name": "n7", "pos": "30,40"},
    ]
    return json.dumps({"bb": "0,0,400,100", "objects": things, "edges": edges}).encode()


def test_points_up_from_below_become_pixels_down_from_above() -> None:
    edge = {"id": "e2", "pos": "e,90,50 0,50 20,50 40,50 60,50", "lp": "40,58"}

    assert read_answer(answer(edge)) == Placed(
        nodes={7: (30, 60)},
        groups={3: Box(10, 20, 100, 60)},
        routes={2: ((0, 50), (60, 50), (90, 50))},
        labels={2: (40, 42)},
    )


def test_of_two_curves_for_an_arrow_the_first_counts() -> None:
    edge = {"id": "e0", "pos": "s,0,0 0,0 1,0 2,0 3,0;9,9 9,9 9,9 9,9"}

    assert read_answer(answer(edge)).routes == {0: ((0, 100), (3, 100))}


def test_an_empty_graph_is_read_as_well() -> None:
    assert read_answer(b'{"bb": "0,0,0,0"}') == Placed({}, {}, {}, {})


def test_what_is_no_answer_is_an_error() -> None:
    with pytest.raises(json.JSONDecodeError):
        read_answer(b"Segmentation fault")


def test_stretches_keep_to_the_curve_that_they_stand_for() -> None:
    points = list(flattened(ARC))

    assert (points[0], points[-1]) == (ARC[0], pytest.approx(ARC[-1]))
    assert all(dist(a, b) < 20 for a, b in pairwise(points))
    assert all(
        abs(hypot((a[0] + b[0]) / 2 - 100, (a[1] + b[1]) / 2) - 100) < 0.3
        for a, b in pairwise(points)
    )


def test_a_straight_piece_is_one_stretch() -> None:
    assert list(flattened([(0, 0), (10, 0), (20, 0), (30, 0)])) == [(0, 0), (30, 0)]
