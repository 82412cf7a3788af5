"""`designkit handout` prints what learners need, in every format at once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from designkit.files import bundled

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""


def made(out: str) -> list[str]:
    return [Path(line).name for line in out.splitlines()]


def test_a_handout_comes_in_all_formats(run: Run, tmp_path: Path) -> None:
    code, out, err = run("handout", "fraud", "-o", str(tmp_path))

    assert (code, err) == (0, "")
    assert made(out) == [
        "fraud-handout.html",
        "fraud-handout.md",
        "fraud-handout-overview.svg",
        "fraud-handout-request-path.svg",
        "fraud-handout.pdf",
    ]
    assert all((tmp_path / "fraud" / name).stat().st_size for name in made(out))


def test_a_worksheet_comes_with_its_key(run: Run, tmp_path: Path) -> None:
    words = ("--variant", "blank", "--format", "pdf", "--seed", "3")
    code, out, err = run("handout", "fraud", *words, "-o", str(tmp_path))

    assert (code, err) == (0, "")
    assert made(out) == ["fraud-blank.pdf", "fraud-blank-key.pdf"]


def test_cards_come_as_a_deck(run: Run, tmp_path: Path) -> None:
    code, out, err = run("handout", "fraud", "--variant", "cards", "-o", str(tmp_path))

    assert (code, err) == (0, "")
    assert made(out) == ["fraud-cards.apkg", "fraud-cards.csv"]


def test_several_designs_are_a_book(run: Run, tmp_path: Path) -> None:
    words = ("fraud", "ad-click", "--format", "md")
    code, out, err = run("handout", *words, "-o", str(tmp_path))
    text = (tmp_path / "book.md").read_text()

    assert (code, err) == (0, "")
    assert made(out)[0] == "book.md"
    for title in ("The fundamentals", "Glossary of the parts", "Index of questions"):
        assert f"## {title}" in text
    for name in ("fraud", "ad-click"):
        assert (tmp_path / f"book-{name}-overview.svg").exists()


def test_one_that_does_not_load_is_explained_and_the_others_are_printed(
    run: Run, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("designkit: 1\nname: X\nsystem: generic\n")
    code, out, err = run(
        "handout", str(wrong), str(bundled("designs") / "fraud.yaml"), "--format", "md",
        "-o", str(tmp_path / "out"),
    )  # fmt: skip

    assert code == 1
    assert "wrong.yaml: not printed, 1 error" in err
    assert "book.md" in made(out)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--variant", "ful"], "no variant is called 'ful'; did you mean full?"),
        (["--format", "csv"], "no csv of full; there are"),
        (
            ["--variant", "cards", "--format", "pdf"],
            "no pdf of cards; there are apkg and csv",
        ),
        (
            ["--variant", "blank", "--mask", "nmes"],
            "no mask is called 'nmes'; did you mean names?",
        ),
        (
            ["--mask", "names"],
            "--mask changes nothing in full; it goes with --variant blank",
        ),
        (
            ["--variant", "cards", "--seed", "0"],
            "--seed changes nothing in cards; it goes with --variant blank or broken",
        ),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_line(
    words: list[str], message: str, run: Run, tmp_path: Path
) -> None:
    code, out, err = run("handout", "fraud", *words, "-o", str(tmp_path))

    assert (code, out) == (2, "")
    assert message in err


def test_a_fault_hunt_keeps_to_the_rules_of_the_project(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "designkit.toml").write_text('select = ["DK5", "DK4"]\n')
    broken = ("handout", "fraud", "--variant", "broken", "--format", "md")
    code, _, err = run(*broken, "--faults", "3", "-o", str(tmp_path))
    key = (tmp_path / "fraud" / "fraud-broken-key.md").read_text()

    assert (code, err) == (0, "")
    assert set(re.findall(r"DK(\d)\d\d", key)) <= {"4", "5"}


@pytest.mark.usefixtures("only_orphans")
def test_what_is_wrong_with_a_design_is_told_and_the_strict_print_none(
    run: Run, loose: Path
) -> None:
    said = (
        "loose.yaml: 3 components, 1 flow, 1 warning "
        "(designkit check loose.yaml shows them)\n"
    )
    strict = run("handout", "loose.yaml", "-f", "md", "--strict")
    code, _, err = run("handout", "loose.yaml", "-f", "md")

    assert strict == (1, "", said)
    assert (code, err) == (0, said)
