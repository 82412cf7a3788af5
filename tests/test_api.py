"""The front door takes a loaded design, and says what it cannot do with one."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import designkit as dk
from designkit.errors import LoadError, NotFoundError

SKETCH = dk.loads(
    """\
designkit: 1
name: Sketch
system: generic
workload: {requests-per-day: 30 M, peak-factor: 4}
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
""",
    "sketch.yaml",
)
BROKEN = dk.loads("designkit: 1\nname: Broken\nsystem: generic\n", "broken.yaml")
LOAD = "workload.requests-per-day"


def test_a_shipped_design_is_loaded_by_its_name() -> None:
    loaded = dk.load("fraud")

    assert loaded.file == "fraud"
    assert loaded.design is not None


def test_a_file_is_loaded_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("fraud.yaml")
    path.write_text(SKETCH.text)

    assert dk.load("fraud.yaml").design == SKETCH.design
    assert dk.load(path).file == "fraud.yaml"
    assert dk.load(path, "mine").file == "mine"


def test_bytes_are_loaded_as_text_is() -> None:
    loaded = dk.loads(SKETCH.text.encode(), "sketch.yaml")

    assert (loaded.file, loaded.design) == (SKETCH.file, SKETCH.design)


@pytest.mark.parametrize(
    ("design", "message"),
    [
        ("fruad", "no design is called 'fruad'; did you mean fraud"),
        ("nowhere.yaml", "there is no file nowhere.yaml"),
        (Path("fraud"), "cannot read fraud"),
    ],
)
def test_a_design_that_does_not_exist_is_an_error(
    design: str | Path, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFoundError, match=message):
        dk.load(design)


@pytest.mark.parametrize("select", ["DK101,no-monitoring", ["DK101", "no-monitoring"]])
def test_rules_are_chosen_as_on_the_command_line(select: str | list[str]) -> None:
    found = dk.check(SKETCH, select=select)

    assert found.passed + found.not_applicable + len(found.diagnostics) == 2
    assert dk.check(SKETCH, select=select, ignore=select).diagnostics == ()


def test_what_is_not_said_counts_in_full_for_the_strict() -> None:
    def errors(report: dk.FileReport) -> int:
        return sum(item.severity == "error" for item in report.diagnostics)

    assert errors(dk.check(SKETCH, strict=True)) > errors(dk.check(SKETCH))


def test_the_settings_of_a_project_count_in_a_check() -> None:
    found = dk.check(SKETCH, settings=dk.Settings(select=("no-monitoring",)))

    assert {item.name for item in found.diagnostics} <= {"no-monitoring"}


def test_a_design_that_does_not_load_is_checked_all_the_same() -> None:
    found = dk.check(BROKEN)

    assert found.diagnostics == BROKEN.diagnostics
    assert not found.loads


def test_numbers_change_by_their_paths_or_as_on_the_command_line() -> None:
    by_path = dk.estimate(SKETCH, {LOAD: "60M", "workload.peak-factor": 8})
    by_text = dk.estimate(SKETCH, [f"{LOAD}=60M", "workload.peak-factor=8"])

    assert by_path == by_text
    assert dk.estimate(SKETCH, f"{LOAD}=60M") == dk.estimate(SKETCH, {LOAD: "60M"})


def test_a_sweep_takes_a_range_or_values() -> None:
    assert dk.sweep(SKETCH, LOAD, "10M..30M:3") == dk.sweep(
        SKETCH, LOAD, ["10 M", "20 M", "30 M"]
    )
    assert dk.sweep(SKETCH, "workload.peak-factor", [2, 4]).values == ("2", "4")


def test_a_picture_is_drawn_whole_and_becomes_a_file() -> None:
    picture = dk.draw(SKETCH, "overview")
    drawing = picture.drawing

    assert all(node.place is not None for node in drawing.nodes)
    assert all(arrow.route for arrow in drawing.arrows)
    assert dk.render(picture, "svg") == dk.render(drawing, "svg")
    assert ET.fromstring(dk.render(picture, "svg", "dark"))


def test_a_picture_has_the_icons_of_the_project(tmp_path: Path) -> None:
    icon = tmp_path / "envoy.svg"
    icon.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<path d="M0 0h9v9z"/></svg>'
    )
    loaded = dk.loads(
        SKETCH.text.replace("kind: gateway", "kind: gateway, technology: Envoy")
    )

    settings = dk.Settings(icons={"envoy": icon})

    assert dk.draw(loaded, "full", settings) != dk.draw(loaded, "full")


def test_a_picture_is_laid_out_by_another_engine() -> None:
    drawing = dk.draw(SKETCH, "overview", engine="dot").drawing

    assert drawing != dk.draw(SKETCH, "overview").drawing
    assert all(arrow.route for arrow in drawing.arrows)
    with pytest.raises(NotFoundError, match="there are designkit, dot"):
        dk.draw(SKETCH, "overview", engine="neato")


def test_an_unknown_view_names_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="did you mean overview"):
        dk.draw(SKETCH, "ovrview")


def test_a_write_up_is_no_format_of_pictures() -> None:
    with pytest.raises(NotFoundError, match="no format of pictures is called 'md'"):
        dk.render(dk.draw(SKETCH, "overview"), "md")


def test_a_write_up_ends_with_what_was_found_if_it_is_told() -> None:
    found = dk.check(SKETCH, select="DK1")

    code = found.diagnostics[0].code.encode()
    (plain, _), (told, _) = dk.write(SKETCH), dk.write(SKETCH, check=found)

    assert plain.data.startswith(b"# Sketch")
    assert code not in plain.data
    assert code in told.data


def test_files_are_called_after_the_design() -> None:
    order = dk.RenderOptions(views=("overview",))

    assert [item.name for item in dk.render_design(SKETCH, options=order)] == [
        "overview.svg",
        "sketch.md",
        "sketch-reference.md",
    ]
    assert dk.render_design(SKETCH, "x", order)[-1].name == "x-reference.md"


def test_a_handout_is_called_after_the_design() -> None:
    made = dk.print_variant(SKETCH, "blank", ["md"], options=dk.HandoutOptions(seed=2))

    assert [item.name for item in made.outputs if item.name.endswith(".md")] == [
        "sketch-blank.md",
        "sketch-blank-key.md",
    ]


def test_a_fault_hunt_keeps_to_the_rules_of_the_settings() -> None:
    made = dk.print_variant(
        dk.load("fraud"),
        "broken",
        ["md"],
        options=dk.HandoutOptions(faults=1),
        settings=dk.Settings(select=("DK5",)),
    )
    (key,) = (item for item in made.outputs if item.name.endswith("-key.md"))

    assert b"DK5" in key.data


def test_several_designs_are_a_book() -> None:
    made = dk.bind({"one": SKETCH, "two": SKETCH}, ["md"])

    assert made.outputs[0].name == "book.md"
    assert {item.name.split("-")[1] for item in made.outputs[1:]} == {"one", "two"}


STEPS: dict[str, Callable[[dk.Loaded], object]] = {
    "estimate": dk.estimate,
    "sweep": lambda loaded: dk.sweep(loaded, LOAD, "1..2"),
    "draw": lambda loaded: dk.draw(loaded, "overview"),
    "write": dk.write,
    "render": dk.render_design,
    "full": lambda loaded: dk.print_variant(loaded, "full"),
    "blank": lambda loaded: dk.print_variant(loaded, "blank"),
    "broken": lambda loaded: dk.print_variant(loaded, "broken"),
    "cards": lambda loaded: dk.print_variant(loaded, "cards"),
    "bind": lambda loaded: dk.bind({"x": loaded}),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_what_needs_a_design_that_loads_says_why_it_does_not(
    step: Callable[[dk.Loaded], object],
) -> None:
    with pytest.raises(LoadError) as caught:
        step(BROKEN)

    assert str(caught.value) == (
        "broken.yaml does not load, 1 error; "
        "the first: broken.yaml:1:1: components is missing"
    )


def test_views_and_formats_have_names() -> None:
    assert dk.views()[0] == "overview"
    assert {"svg", "md"} <= set(dk.formats())


def test_a_loaded_design_shows_its_page_in_a_notebook() -> None:
    shown = ET.fromstring(SKETCH._repr_html_() or "")

    assert (shown.tag, shown.attrib["title"]) == ("iframe", "Sketch")
    assert "<title>Sketch</title>" in shown.attrib["srcdoc"]
    assert dk.show(SKETCH)._repr_html_() == SKETCH._repr_html_()


def test_a_design_that_does_not_load_shows_what_is_wrong_with_it() -> None:
    shown = ET.fromstring(BROKEN._repr_html_() or "")

    assert shown.tag == "table"
    assert [cell.text for cell in shown.findall("tbody/tr/td")][:1] == ["error"]
    with pytest.raises(LoadError):
        dk.show(BROKEN)


def test_a_loaded_design_says_what_it_is_in_few_words() -> None:
    assert repr(SKETCH) == "Loaded('sketch.yaml': Sketch)"
    assert repr(BROKEN) == "Loaded('broken.yaml': does not load)"
