import pytest

from designkit.errors import NotFoundError
from designkit.pictures.renderer import Renderer
from designkit.pictures.renderers import all_renderers, find_renderer
from designkit.pictures.view import View
from designkit.pictures.views import all_views, find_view
from designkit.registry import members, members_of, module_names


def test_each_file_of_a_package_is_one_more_member() -> None:
    names = module_names("designkit.pictures.renderers")

    assert {"dot", "pdf", "png", "svg"} <= set(names)
    assert sorted(
        r.name for r in members("designkit.pictures.renderers", Renderer)
    ) == list(names)


def test_a_module_is_asked_for_one_sort_of_member_alone() -> None:
    (found,) = members_of("designkit.pictures.views.full", View)

    assert found.name == "full"
    assert list(members_of("designkit.pictures.views.full", Renderer)) == []


def test_views_come_in_the_order_of_reading() -> None:
    assert [view.name for view in all_views()][:6] == [
        "overview",
        "request-path",
        "run-path",
        "training",
        "feedback-loop",
        "full",
    ]
    assert len({view.order for view in all_views()}) == len(all_views())


def test_views_and_renderers_say_in_a_sentence_what_they_are() -> None:
    views = [view.summary for view in all_views()]
    for summary in (*views, *(renderer.summary for renderer in all_renderers())):
        assert summary.endswith(".")
        assert summary[0].isupper()
        assert len(summary) <= 88


@pytest.mark.parametrize("name", module_names("designkit.pictures.renderers"))
def test_a_renderer_is_found_by_its_name(name: str) -> None:
    assert find_renderer(name).name == name


def test_a_view_is_found_by_its_name() -> None:
    assert [find_view(view.name) for view in all_views()] == list(all_views())


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(NotFoundError) as caught:
        find_renderer("bmp")

    names = ", ".join(module_names("designkit.pictures.renderers"))
    assert str(caught.value) == f"no format is called 'bmp'; there are {names}"


def test_an_unknown_view_names_the_one_that_was_probably_meant() -> None:
    with pytest.raises(NotFoundError, match="view is called 'ful'; did you mean full"):
        find_view("ful")
