"""A design is meant by its file, its directory, a pattern or its shipped name."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.errors import NotFoundError, OutputError
from designkit.source.inputs import (
    Input,
    default_words,
    find_input,
    find_inputs,
    output_names,
    shipped,
)

DESIGN = "# a comment\ndesignkit: 1\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, text: str = DESIGN) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)


def found(*words: str) -> list[str]:
    return [item.name for item in find_inputs(words)]


def refused(word: str) -> str:
    with pytest.raises(NotFoundError) as caught:
        find_inputs([word])
    return str(caught.value)


def test_a_file_is_taken_whatever_is_in_it() -> None:
    write("notes.txt", text="hello")

    assert found("notes.txt") == ["notes.txt"]


def test_a_directory_stands_for_the_designs_in_it_and_below() -> None:
    write("d/b.yaml", "d/a.yml", "d/deep/c.yaml", "d/.#a.yaml", "d/a.txt")
    write("d/deploy.yaml", text="kind: Deployment\n")

    assert found("d") == ["d/a.yml", "d/b.yaml", "d/deep/c.yaml"]


def test_where_nothing_is_said_the_paths_of_the_settings_are_meant(here: Path) -> None:
    write("designs/a.yaml", "other/b.yaml", "teams/c.yaml")

    assert default_words() == (".",)
    Path("designkit.toml").write_text('paths = ["designs", "teams/*"]')
    assert found(*default_words()) == ["designs/a.yaml", "teams/c.yaml"]


@pytest.mark.parametrize(
    "text",
    ["designkit: 1", "{designkit: 1}", '"designkit": 1', "name: x\r\ndesignkit : 1"],
)
def test_a_design_is_known_by_its_key_wherever_it_stands(text: str) -> None:
    write("d/a.yaml", text=text)

    assert found("d") == ["d/a.yaml"]


def test_a_pattern_is_expanded_where_no_shell_did_it() -> None:
    write("a/design.yaml", "b/c/design.yaml", "b/other.yaml")

    assert found("**/design.yaml") == ["a/design.yaml", "b/c/design.yaml"]


def test_a_pattern_may_be_absolute(here: Path) -> None:
    write("a.yaml")

    assert found(f"{here}/*.yaml") == ["a.yaml"]


def test_a_shipped_design_is_meant_by_its_name() -> None:
    assert find_inputs(["fraud"]) == (Input(shipped()["fraud"], "fraud", "fraud"),)


def test_what_exists_wins_over_a_shipped_design() -> None:
    write("fraud/mine.yaml", "search-ranking")

    assert found("fraud", "search-ranking") == ["fraud/mine.yaml", "search-ranking"]


def test_a_directory_without_designs_does_not_hide_a_shipped_one() -> None:
    write("fraud/fraud.md")

    assert found("fraud") == ["fraud"]


def test_each_design_is_taken_once_and_in_the_order_of_the_words() -> None:
    write("b.yaml", "a.yaml")

    assert found("b.yaml", ".", "./b.yaml", "*.yaml") == ["b.yaml", "a.yaml"]


def test_a_name_with_the_signs_of_a_pattern_is_a_name_if_it_exists() -> None:
    write("a[1].yaml", "a1.yaml")

    assert found("a[1].yaml") == ["a[1].yaml"]


def test_what_means_nothing_is_said_with_the_nearest_there_is() -> None:
    write("designs/feed.yaml")
    Path("hollow").mkdir()
    words = (
        "",
        "hollow",
        "*.yaml",
        "designs/fed.yaml",
        "designs/zzz.yaml",
        "nowhere/a.yaml",
        "designs/none",
        "x" * 300 + ".yaml",
        "a\0b.yaml",
    )

    assert {word[:20]: refused(word)[:80] for word in words} == snapshot(
        {
            "": "the name of a design is empty",
            "hollow": "no designs in hollow or below (no YAML there): "
            "a design is a .yaml or .yml file ",
            "*.yaml": "nothing matches *.yaml",
            "designs/fed.yaml": "there is no file designs/fed.yaml; "
            "did you mean designs/feed.yaml?",
            "designs/zzz.yaml": "there is no file designs/zzz.yaml",
            "nowhere/a.yaml": "there is no file nowhere/a.yaml",
            "designs/none": "there is no file designs/none",
            "xxxxxxxxxxxxxxxxxxxx": f"there is no file {'x' * 63}",
            "a\x00b.yaml": "there is no file a\x00b.yaml",
        }
    )


def test_an_unknown_name_lists_the_shipped_designs() -> None:
    assert refused("frad") == (
        f"no design is called 'frad'; did you mean fraud? There are "
        f"{', '.join(sorted(shipped()))}"
    )


def stems(*paths: str) -> list[str]:
    write(*paths)
    return [*output_names(find_inputs(paths))]


def test_an_output_is_named_by_the_path_whatever_else_is_asked_for() -> None:
    assert stems("fraud.yaml") == ["fraud"]
    assert stems("designs/feed v2.yml", "ads/design.yaml", "fraud.yaml") == [
        "feed-v2",
        "ads-design",
        "fraud",
    ]


def test_an_output_is_named_by_the_path_from_the_root_of_the_repository(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".git").mkdir()
    write("teams/risk/designs/pay.yaml")
    monkeypatch.chdir(here / "teams" / "risk")

    (item,) = find_inputs(["designs/pay.yaml"])
    assert (item.name, item.stem) == (
        "teams/risk/designs/pay.yaml",
        "teams-risk-pay",
    )


@pytest.mark.parametrize(
    ("one", "other"), [("d.yaml", "d.yml"), ("ads/D.yaml", "ads/d.yml")]
)
def test_designs_that_would_be_written_to_one_place_are_refused(
    one: str, other: str
) -> None:
    with pytest.raises(OutputError) as caught:
        stems(one, other)

    assert str(caught.value).startswith(f"{one} and {other} would both be written to ")


def test_a_word_may_have_to_mean_one_design(here: Path) -> None:
    write("a.yaml", "b.yaml")

    assert find_input("a.yaml") == Input(Path("a.yaml"), "a.yaml", "a")
    assert find_input("fraud").path == shipped()["fraud"]
    with pytest.raises(NotFoundError, match="means 2 designs, name one: "):
        find_input(str(here))


def test_a_path_is_never_a_shipped_name() -> None:
    assert find_input(Path("fraud")) == Input(Path("fraud"), "fraud", "fraud")


@pytest.mark.parametrize("spelling", ["./a.yaml", "b/../a.yaml", "ABSOLUTE"])
def test_a_name_is_in_normal_form_however_it_is_spelt(
    here: Path, spelling: str
) -> None:
    write("a.yaml", "b/c.yaml")

    assert found(spelling.replace("ABSOLUTE", f"{here}/a.yaml")) == ["a.yaml"]


@pytest.fixture
def linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a directory with a design, dead links, and links in circles."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "ok.yaml").write_text("designkit: 1\n", encoding="utf-8")
    (folder / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (folder / "ring.yaml").symlink_to("link.yaml")
    (folder / "link.yaml").symlink_to("ring.yaml")
    (folder / "self").symlink_to(".")
    return folder


@pytest.mark.parametrize("word", ["d", "d/*.yaml", "**/*.yaml"])
def test_dead_links_among_others_are_told_once_and_skipped(
    word: str, linked: Path
) -> None:
    told: list[str] = []
    found = find_inputs([word], told.append)

    assert [item.name for item in found] == ["d/ok.yaml"]
    assert told == [
        f"d/{name}.yaml: skipped, since this link leads nowhere"
        for name in ("gone", "link", "ring")
    ]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("d/gone.yaml", "d/gone.yaml is a link that leads nowhere"),
        ("d/ring.yaml", "d/ring.yaml is a link that leads nowhere"),
        ("d/[gr]*.yaml", r"d/\[gr\]\*.yaml means links alone that lead nowhere"),
    ],
)
def test_dead_links_alone_are_no_designs(word: str, message: str, linked: Path) -> None:
    with pytest.raises(NotFoundError, match=f"^{message}$"):
        find_inputs([word])
