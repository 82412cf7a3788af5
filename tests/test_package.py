"""The public names are there, cost nothing until used, and hide no module."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import designkit

IMPORT = re.compile(r"^from (\S+) import (\w+) as (\w+)$", re.MULTILINE)
STUB = Path(designkit.__file__).with_suffix(".pyi")


def imported_by(statement: str) -> set[str]:
    """The modules that come with `statement` in a new Python."""
    script = (
        f"import sys; before = set(sys.modules); {statement}; "
        "print(*(set(sys.modules) - before))"
    )
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("name", designkit.__all__)
def test_a_public_name_is_there_and_hides_no_module(name: str) -> None:
    assert getattr(designkit, name) is not None
    assert name in dir(designkit)
    assert name == "__version__" or find_spec(f"designkit.{name}") is None


def test_an_unknown_name_is_an_attribute_error() -> None:
    name = "nothing"
    with pytest.raises(AttributeError, match="'designkit' has no attribute 'nothing'"):
        getattr(designkit, name)


def test_the_stub_imports_each_name_from_its_home() -> None:
    imports = IMPORT.findall(STUB.read_text(encoding="utf-8"))
    homes = {
        here: home if here == there else f"{home}:{there}"
        for home, there, here in imports
    }

    assert homes == dict(designkit.HOMES)


def test_the_stub_exports_what_the_package_exports() -> None:
    _, _, listed = STUB.read_text(encoding="utf-8").partition("__all__ = [")
    names = re.findall(r'"(\w+)"', listed.partition("]")[0])

    assert sorted(names) == sorted(designkit.__all__)


def test_importing_the_package_imports_nothing_else() -> None:
    found = imported_by("import designkit")

    assert {name for name in found if "designkit" in name} == {"designkit"}


def test_importing_the_front_door_imports_no_room() -> None:
    found = imported_by("import designkit.api")

    assert {name for name in found if "designkit" in name} == {
        "designkit",
        "designkit.api",
    }


def test_the_names_that_rules_are_made_of_draw_nothing() -> None:
    found = imported_by("from designkit import Facts, Finding, Severity, rule")

    assert found & {"jinja2", "diagrams", "pygraphviz", "designkit.pictures"} == set()
