import faulthandler
import os
import time
from pathlib import Path

import pytest

from designkit.errors import MissingLibraryError
from designkit.pictures.layout import graphviz_process
from designkit.pictures.layout.graph_building import Direction, build_graph
from designkit.pictures.layout.graphviz_answer import Placed
from designkit.pictures.layout.graphviz_process import (
    GraphvizDiedError,
    lay_out,
)
from tests.drawn import arrow, card, picture

PAIR = picture(card("a", 0, 0), card("b", 300, 0), arrows=(arrow("a", "b"),))
SOURCE = build_graph(PAIR, Direction.RIGHT)


def test_graphviz_gives_places_and_routes_by_number() -> None:
    placed = lay_out(SOURCE)
    start, *_, end = placed.routes[0]

    assert placed.nodes == {
        0: pytest.approx((50, 25), abs=1),
        1: pytest.approx((178, 25), abs=1),
    }
    assert list(placed.routes) == [0]
    assert start == pytest.approx((100, 25), abs=1)
    assert end == pytest.approx((128, 25), abs=1)
    assert placed == lay_out(SOURCE)


def test_where_it_aborts_this_process_lives_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def abort(source: str) -> bytes:
        faulthandler.disable()
        os.abort()

    monkeypatch.setattr(graphviz_process, "draw_json", abort)

    with pytest.raises(GraphvizDiedError, match="ended with status"):
        lay_out(SOURCE)


def test_where_it_raises_this_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: str) -> bytes:
        raise ValueError(source)

    monkeypatch.setattr(graphviz_process, "draw_json", fail)

    with pytest.raises(GraphvizDiedError, match="ended with status"):
        lay_out(SOURCE)


def test_where_it_does_not_end_it_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def sleep(source: str) -> bytes:
        time.sleep(60)
        return b""

    monkeypatch.setattr(graphviz_process, "SECONDS_AT_MOST", 0.05)
    monkeypatch.setattr(graphviz_process, "draw_json", sleep)

    with pytest.raises(GraphvizDiedError, match="it took longer"):
        lay_out(SOURCE)


def test_what_cannot_be_read_is_an_error() -> None:
    with pytest.raises(GraphvizDiedError):
        lay_out("digraph {")


def test_what_it_says_is_kept_from_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real = graphviz_process.draw_json

    def talk(source: str) -> bytes:
        os.write(1, b"hello")
        os.write(2, b"Fontconfig error: Cannot load default config file")
        return real(source)

    monkeypatch.setattr(graphviz_process, "draw_json", talk)
    placed = lay_out(SOURCE)

    assert placed.routes[0]
    assert capfd.readouterr() == ("", "")


def test_without_forks_a_new_interpreter_does_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    expected = lay_out(SOURCE)
    monkeypatch.delattr(os, "fork")

    assert lay_out(SOURCE) == expected
    assert capfd.readouterr() == ("", "")


def test_a_new_interpreter_may_die_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")

    with pytest.raises(GraphvizDiedError, match="returned non-zero exit status"):
        lay_out("digraph {")


def test_without_pygraphviz_the_program_does_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = tmp_path / "answer.json"
    answer.write_text('{"bb": "0,0,400,74"}')
    program = tmp_path / "dot"
    program.write_text(f'#!/bin/sh\n[ "$*" = "-Kdot -Tjson0" ] && exec cat {answer}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(graphviz_process, "find_spec", lambda name: None)

    assert lay_out(SOURCE) == Placed({}, {}, {}, {})


def test_without_either_it_is_said_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(graphviz_process, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match="pip install pygraphviz"):
        lay_out(SOURCE)
