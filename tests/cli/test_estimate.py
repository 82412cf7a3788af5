"""`designkit estimate` tells the numbers of a design, and what they would be."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from designkit.files import bundled

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""

SKETCH = "designkit: 1\nname: X\nsystem: generic\ncomponents: {a: {kind: client}}\n"


def test_the_numbers_of_a_shipped_design_are_told(run: Run) -> None:
    code, out, err = run("estimate", "fraud")

    assert (code, err) == (0, "")
    assert out.startswith("Card payment fraud: ")
    assert "  1,389/s       Requests a second at peak  [traffic.peak-qps]" in out


def test_a_sketch_is_told_what_it_lacks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(SKETCH)
    code, out, err = run("estimate", str(tmp_path / "x.yaml"))

    assert (code, err) == (0, "")
    assert out.startswith("X: 0 figures, ")
    assert "needs workload.requests-per-day (requests on a day)" in out


def test_a_change_is_told_with_its_percentage(run: Run) -> None:
    code, out, err = run("estimate", "fraud", "--set", "workload.requests-per-day=300M")

    assert (code, err) == (0, "")
    moved = [line.split() for line in out.splitlines() if "→" in line]
    assert ["traffic.peak-qps", "1,389/s", "→", "13,889/s", "+900%"] in moved


@pytest.mark.parametrize(
    ("name", "begins"),
    [("load.svg", b"<svg "), ("load.png", b"\x89PNG"), ("load.PDF", b"%PDF-1.")],
)
def test_a_sweep_is_a_table_and_a_picture(
    name: str, begins: bytes, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / name
    sweep = "workload.requests-per-day=10M..100M:10"
    code, out, err = run("estimate", "fraud", "--sweep", sweep, "--plot", str(file))

    assert (code, err) == (0, f"drawn: {file}\n")
    assert "10 M" in out.splitlines()[2]
    assert file.read_bytes().startswith(begins)


def test_a_picture_of_no_known_format_is_refused_before_anything_is_read(
    run: Run,
) -> None:
    code, out, err = run("estimate", "no-design", "--sweep", "x", "--plot", "a/x.jpg")

    assert (code, out) == (2, "")
    assert err == "designkit: plots end in .svg, .png or .pdf; 'x.jpg' does not\n"


def test_json_is_json(run: Run) -> None:
    code, out, _ = run("estimate", "fraud", "--format", "json")

    assert code == 0
    assert json.loads(out)["version"] == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--set", "workload.requests-per-dy=5"], "did you mean requests-per-user"),
        (["--set", "nonsense"], "is no change"),
        (["--sweep", "workload.peak-factor=5"], "is no sweep"),
        (["--plot", "x.svg"], "--plot draws a sweep"),
        (["--simulate", "--sweep", "workload.peak-factor=1..5"], "do not go together"),
        (["--format", "xml"], "no format is called 'xml'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    words: list[str], message: str, run: Run
) -> None:
    code, out, err = run("estimate", "fraud", *words)

    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) == 1


def test_a_design_that_does_not_load_is_explained(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(SKETCH.replace("client", "clint"))
    code, out, err = run("estimate", str(tmp_path / "x.yaml"))

    assert (code, out) == (1, "")
    assert "did you mean client" in err
    assert "not estimated, 1 error" in err


def test_one_design_at_a_time(run: Run) -> None:
    code, out, err = run("estimate", str(bundled("designs")))

    assert (code, out) == (2, "")
    assert "means 4 designs, name one" in err


TENFOLD = ("--set", "workload.requests-per-day=300M")


def test_a_change_says_what_it_breaks(run: Run) -> None:
    code, out, _ = run("estimate", "fraud", *TENFOLD)
    _, back, _ = run("estimate", "fraud", "--set", "components.score.replicas=13")

    assert code == 0
    assert "\nWhat breaks\n\n  error DK605 under-provisioned: score has 12 " in out
    assert "What breaks" not in back


def test_a_change_that_breaks_something_may_fail(run: Run) -> None:
    assert run("estimate", "fraud", *TENFOLD, "--strict")[0] == 1
    assert run("estimate", "fraud", "--strict")[0] == 0


def test_programs_are_told_what_a_change_breaks_and_mends(run: Run) -> None:
    told = json.loads(run("estimate", "fraud", *TENFOLD, "-f", "json")[1])

    assert [(it["code"], it["element"]) for it in told["gained"]] == [
        ("DK605", "components.score.replicas")
    ]
    assert told["lost"] == []
    assert "### What breaks" in run("estimate", "fraud", *TENFOLD, "-f", "md")[1]
