"""The house: twelve rooms, few loose modules, tests that mirror them, names used once."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "designkit"
ROOMS = {
    "analysis",
    "catalog",
    "checks",
    "cli",
    "documents",
    "estimates",
    "handouts",
    "model",
    "pictures",
    "quantities",
    "source",
    "text",
}
LOOSE = {"__main__", "api", "diagnostics", "errors", "files", "registry"}
DOORS = {"__main__", "api"}
"""Loose modules that are there to be entered by, not to be used by rooms."""


def modules() -> Iterator[Path]:
    return (path for path in sorted(HOUSE.rglob("*.py")) if path.name != "__init__.py")


def test_there_are_twelve_rooms() -> None:
    found = {path.parent.name for path in HOUSE.glob("*/__init__.py")}

    assert found == ROOMS


def test_there_are_six_loose_modules() -> None:
    found = {path.stem for path in HOUSE.glob("*.py")} - {"__init__"}

    assert found == LOOSE


def test_a_loose_module_serves_three_rooms_or_more() -> None:
    graph = grimp.build_graph("designkit")
    rooms = {
        name: {
            user.split(".")[1]
            for user in graph.find_modules_that_directly_import(f"designkit.{name}")
            if "." in user
        }
        for name in LOOSE - DOORS
    }

    assert {name for name, users in rooms.items() if len(users & ROOMS) < 3} == set()


def test_a_room_says_in_one_sentence_what_it_is_and_imports_nothing() -> None:
    for room in sorted(ROOMS):
        tree = ast.parse((HOUSE / room / "__init__.py").read_text("utf-8"))

        assert ast.get_docstring(tree, clean=False), room
        assert len(tree.body) == 1, f"{room}/__init__.py does more than say what it is"


def test_a_class_name_occurs_once() -> None:
    names = Counter(
        node.name
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, count in names.items() if count > 1] == []


def test_the_tests_mirror_the_rooms() -> None:
    tests = ROOT / "tests"
    folders = {
        path.relative_to(tests)
        for path in tests.rglob("*")
        if path.is_dir() and any(path.rglob("*.py"))
    }
    own = folders - {Path("judgement")}  # of the checker as a whole, not of a room

    assert [str(path) for path in sorted(own) if not (HOUSE / path).is_dir()] == []


def test_no_file_is_longer_than_five_hundred_lines() -> None:
    files = [*modules(), *(ROOT / "tests").rglob("*.py")]
    long = [
        path.name for path in files if len(path.read_text("utf-8").splitlines()) > 500
    ]

    assert long == []


def test_the_contract_has_ten_layers_at_most() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (item["layers"] for item in contracts if item["id"] == "layers")

    assert len(layers) <= 10


def test_what_is_locked_for_the_demo_is_locked_for_the_tests() -> None:
    locks = [
        {line for line in (ROOT / name).read_text().splitlines() if "==" in line}
        for name in ("requirements-demo.lock", "requirements.lock")
    ]

    assert locks[0] - locks[1] == set()


def test_a_lock_names_no_place_where_packages_come_from() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text(), lock.name


def test_nobody_is_sent_to_the_project_of_another_that_has_our_name() -> None:
    texts = [
        path
        for pattern in ("*.md", "docs/**/*.md", "docs/**/*.py", "designkit/**/*.py")
        for path in ROOT.glob(pattern)
    ]
    wrong = re.compile(r"(pip|uv tool|pipx) install ['\"]?designkit")

    assert [str(p) for p in texts if wrong.search(p.read_text("utf-8"))] == []
