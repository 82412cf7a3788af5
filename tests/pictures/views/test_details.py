import pytest

from designkit.documents.rendering import RenderOptions, read_options, render_design
from designkit.errors import NotFoundError
from designkit.pictures.drawing import Drawing
from designkit.pictures.views import find_view
from designkit.pictures.views.details import details_of
from designkit.source.loader import load_text
from tests.drawn import SMALL, design_of

DESIGN = design_of(SMALL)


def sides(drawing: Drawing) -> dict[str, list[str]]:
    return {
        group.title: [n.id for n in drawing.nodes if group.box.contains(n.box)]
        for group in drawing.groups
    }


def test_a_stage_stands_between_who_gives_and_who_takes() -> None:
    drawing = find_view("stage:serving").draw(DESIGN)

    assert sides(drawing) == {"From": ["store", "app"], "Serving": ["gate", "scorer"]}
    assert drawing.subtitle == "Serving: 2 components, 4 flows"
    assert drawing.legend[0].text == "critical path of a request"


def test_a_component_is_shown_with_its_neighbours_alone() -> None:
    drawing = find_view("around:log").draw(DESIGN)

    assert sides(drawing) == {"From": ["app"], "Log": ["log"], "To": ["train"]}
    assert [(a.source, a.target) for a in drawing.arrows] == [
        ("app", "log"),
        ("log", "train"),
    ]
    assert drawing.legend[0].text != "critical path of a request"


def test_all_details_of_a_design_can_be_drawn() -> None:
    names = details_of(DESIGN)

    assert names[:2] == ("stage:problem", "stage:ingestion")
    assert names[-1] == "around:train"
    assert all(find_view(name).draw(DESIGN).nodes for name in names)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("around:scorr", "no component is called 'scorr'; did you mean scorer"),
        ("stage:servin", "no stage of the design is called 'servin'; did you mean"),
        ("stage:", "no stage of the design is called ''"),
    ],
)
def test_a_wrong_name_is_told_with_what_was_meant(name: str, said: str) -> None:
    with pytest.raises(NotFoundError, match=said):
        find_view(name).draw(DESIGN)


def test_what_is_no_detail_is_looked_for_among_the_views() -> None:
    with pytest.raises(NotFoundError, match="no view is called 'near:score'"):
        find_view("near:score")


def test_details_are_asked_for_beside_views() -> None:
    options = read_options(["full, Around:log"], ["svg"], "auto")

    assert options.views == ("full", "around:log")


def test_the_file_of_a_detail_has_no_colon() -> None:
    options = RenderOptions(views=("stage:serving",), formats=("svg", "md"))
    outputs = render_design(load_text(SMALL), "small", options)

    assert outputs[0].name == "stage-serving.svg"
    assert b"stage-serving.svg" in b"".join(it.data for it in outputs[1:])
