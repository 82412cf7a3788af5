"""`designkit render` draws what loads, explains what does not, and lists its files."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from designkit.api import formats, views
from designkit.pictures.layout import graphviz_process
from designkit.source.inputs import shipped

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""

pytestmark = pytest.mark.usefixtures("here", "only_orphans")

VIEWS, FORMATS, SHIPPED = map(", ".join, (views(), formats(), shipped()))
PICTURES = tuple(f"{name}.svg" for name in views() if name != "run-path")
PAPERS = ("sketch.md", "sketch-reference.md")
DESIGNKIT = (sys.executable, "-m", "designkit")
OVERVIEW = ("--format", "svg", "--view", "overview")


def test_a_design_becomes_pictures_and_a_write_up(run: Run, sketch: Path) -> None:
    ran = run("render", "sketch.yaml")

    assert ran == (
        0,
        "".join(f"build/sketch/{name}\n" for name in (*PICTURES, *PAPERS)),
        "sketch.yaml: 2 components, 1 flow, no findings\n",
    )
    assert sorted(Path("build/sketch").iterdir()) == sorted(
        Path(line) for line in ran[1].splitlines()
    )


def test_a_shipped_design_is_known_by_name(run: Run) -> None:
    ran = run("render", "fraud", *OVERVIEW)

    assert ran[:2] == (0, "build/fraud/overview.svg\n")
    assert "Card payment fraud" in Path("build/fraud/overview.svg").read_text()


def test_views_and_formats_are_chosen_by_commas_or_one_at_a_time(
    run: Run, sketch: Path
) -> None:
    ran = run(
        *("render", "sketch.yaml", "-f", "dot,svg", "-f", "svg"),
        *("--view", "full,overview", "--view", "training"),
    )

    assert ran[:2] == snapshot(
        (
            0,
            """\
build/sketch/full.dot
build/sketch/full.svg
build/sketch/overview.dot
build/sketch/overview.svg
build/sketch/training.dot
build/sketch/training.svg
""",
        )
    )


def test_files_go_where_they_are_wanted(run: Run, sketch: Path, here: Path) -> None:
    inside = run("render", "sketch.yaml", *OVERVIEW, "-o", "docs/pictures")
    absolute = run("render", "sketch.yaml", *OVERVIEW, "-o", str(here / "abc"))
    outside = run("render", "sketch.yaml", *OVERVIEW, "-o", "../elsewhere")

    assert [inside[1], absolute[1], outside[1]] == snapshot(
        [
            "docs/pictures/sketch/overview.svg\n",
            "abc/sketch/overview.svg\n",
            "../elsewhere/sketch/overview.svg\n",
        ]
    )


def test_a_design_that_does_not_load_is_explained_and_the_others_are_drawn(
    run: Run, sketch: Path, broken: Path
) -> None:
    ran = run("render", "broken.yaml", "sketch.yaml", *OVERVIEW)

    assert ran == snapshot(
        (
            1,
            "build/sketch/overview.svg\n",
            """\
error[DK020] unknown-kind: unknown kind 'gatway'
 --> broken.yaml:5:16
  |
5 |   gate: {kind: gatway}
  |                ^^^^^^
  |
  = help: did you mean gateway?

broken.yaml: not drawn, 1 error
sketch.yaml: 2 components, 1 flow, no findings
""",
        )
    )


def test_findings_are_counted_with_the_way_to_see_them(run: Run, loose: Path) -> None:
    ran = run("render", "loose.yaml", *OVERVIEW)

    assert ran == snapshot(
        (
            0,
            "build/loose/overview.svg\n",
            "loose.yaml: 3 components, 1 flow, 1 warning (designkit check loose.yaml shows them)\n",
        )
    )


def test_findings_fail_when_strict_and_the_files_are_written_all_the_same(
    run: Run, loose: Path
) -> None:
    ran = run("render", "loose.yaml", *OVERVIEW, "--strict")

    assert ran[:2] == (1, "build/loose/overview.svg\n")


def test_strict_is_content_with_a_design_without_findings(
    run: Run, sketch: Path
) -> None:
    assert run("render", "sketch.yaml", *OVERVIEW, "--strict")[0] == 0


def test_of_very_many_findings_the_first_are_shown(run: Run, sketch: Path) -> None:
    wrong = "".join(f"  x{number}: {{kind: nothing}}\n" for number in range(1000))
    text = sketch.read_text().replace("flows:", f"{wrong}flows:")
    sketch.write_text(text)

    ran = run("render", "sketch.yaml", *OVERVIEW)

    assert ran[2].count("unknown-kind") == 20
    assert ran[2].endswith("and 980 more\nsketch.yaml: not drawn, 1000 errors\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ("nowhere.yaml",),
            "there is no file nowhere.yaml",
            id="a path that does not exist",
        ),
        pytest.param(
            ("sketsh.yaml",),
            "there is no file sketsh.yaml; did you mean sketch.yaml?",
            id="a path nearly right",
        ),
        pytest.param(
            ("hollow",),
            "no designs in hollow or below (no YAML there): a design is a .yaml or "
            ".yml file with the key designkit at its top level",
            id="a directory without designs",
        ),
        pytest.param(
            ("fraude",),
            f"no design is called 'fraude'; did you mean fraud? There are {SHIPPED}",
            id="an unknown shipped design",
        ),
        pytest.param(
            ("*.yml",),
            "nothing matches *.yml",
            id="a pattern that matches nothing",
        ),
        pytest.param(
            ("sketch.yaml", "--view", "ovrview"),
            f"no view is called 'ovrview'; did you mean overview? There are {VIEWS}",
            id="a view",
        ),
        pytest.param(
            ("sketch.yaml", "-f", "gif"),
            f"no format is called 'gif'; there are {FORMATS}",
            id="a format",
        ),
        pytest.param(
            ("sketch.yaml", "-f", ","),
            f"no format is named; there are {FORMATS}",
            id="no format",
        ),
        pytest.param(
            ("sketch.yaml", "--theme", "black"),
            "no theme is called 'black'; there are light, dark, auto",
            id="a theme",
        ),
        pytest.param(
            ("sketch.yaml", "--engine", "neato"),
            "no engine is called 'neato'; there are designkit, dot",
            id="an engine",
        ),
        pytest.param(
            ("sketch.yaml", "--engine", "dot", "-f", "svg,mermaid"),
            "the engine dot lays out drawio, pdf, png, svg and papers; "
            "mermaid places everything itself",
            id="an engine for what has no places",
        ),
        pytest.param(
            ("sketch.yaml", "-f", "svg", "-o", "sketch.yaml"),
            "cannot write sketch.yaml/sketch: not a directory",
            id="an output directory that is a file",
        ),
        pytest.param(
            ("bad\x1b[2J.yaml",),
            "nothing matches bad�[2J.yaml",
            id="a name that would steer a terminal",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: tuple[str, ...], said: str, run: Run, sketch: Path
) -> None:
    Path("hollow").mkdir()

    ran = run("render", *arguments)

    assert ran == (2, "", f"designkit: {said}\n")


def test_several_processes_write_what_one_writes(
    run: Run, sketch: Path, loose: Path, broken: Path
) -> None:
    designs = ("loose.yaml", "broken.yaml", "sketch.yaml")
    alone = run("render", *designs, *OVERVIEW)
    together = run("render", *designs, *OVERVIEW, "--jobs", "2")

    assert together == alone


def test_designs_of_one_name_do_not_overwrite_each_other(
    run: Run, sketch: Path
) -> None:
    for team in ("ads", "feed"):
        Path(team).mkdir()
        Path(team, "design.yaml").write_text(sketch.read_text())

    ran = run("render", "*/design.yaml", *OVERVIEW)

    assert ran[:2] == snapshot(
        (
            0,
            """\
build/ads-design/overview.svg
build/feed-design/overview.svg
""",
        )
    )


def test_graphviz_lays_pictures_out_when_asked(
    run: Run, sketch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("render", "sketch.yaml", "--engine", "dot", *OVERVIEW)
    assert ran[:2] == (0, "build/sketch/overview.svg\n")

    monkeypatch.setattr(graphviz_process, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    ran = run("render", "sketch.yaml", "--engine", "dot", *OVERVIEW)
    assert ran == (
        2,
        "",
        "designkit: this needs Graphviz, which is not installed: "
        "pip install pygraphviz, or `dot` of Graphviz on the path\n",
    )


def test_rendering_again_leaves_the_files_alone(run: Run, sketch: Path) -> None:
    run("render", "sketch.yaml", *OVERVIEW)
    picture = Path("build/sketch/overview.svg")
    os.utime(picture, (1, 1))
    run("render", "sketch.yaml", *OVERVIEW)

    assert picture.stat().st_mtime == 1


def test_two_processes_write_the_same_bytes_whatever_their_hash_seed() -> None:
    for running in [_render_with(seed) for seed in ("1", "2")]:
        assert running.wait() == 0

    assert _files("1") == _files("2")
    assert sorted(_files("1")) == [
        "fraud-reference.md",
        "fraud.md",
        "overview.svg",
    ]


def test_no_library_speaks_on_stderr(sketch: Path) -> None:
    command = [*DESIGNKIT, "render", "sketch.yaml", "-f", "svg,png,pdf,dot,md"]
    ran = subprocess.run(command, capture_output=True, check=True)

    assert ran.stderr == b"sketch.yaml: 2 components, 1 flow, no findings\n"


def _render_with(seed: str) -> subprocess.Popen[bytes]:
    """Render in a process of its own, so that two take the time of one."""
    return subprocess.Popen(
        [*DESIGNKIT, "render", "fraud", "-o", seed, "--view", "overview"],
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _files(directory: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(directory, "fraud").iterdir()}
