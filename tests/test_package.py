"""The public names are there, cost nothing until used, and hide no module."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import designkit


@pytest.mark.parametrize("name", designkit.__all__)
def test_a_public_name_is_there_and_hides_no_module(name: str) -> None:
    assert getattr(designkit, name) is not None
    assert name in dir(designkit)
    assert name == "__version__" or find_spec(f"designkit.{name}") is None


def test_an_unknown_name_is_an_attribute_error() -> None:
    name = "nothing"
    with pytest.raises(AttributeError, match="'designkit' has no attribute 'nothing'"):
        getattr(designkit, name)


def test_the_stub_types_the_same_names() -> None:
    stub = Path(designkit.__file__).with_suffix(".pyi").read_text()
    typed = set(re.findall(r" as (\w+)$|^(__\w+__):", stub, re.MULTILINE))

    assert {first or second for first, second in typed} == set(designkit.__all__)


def test_importing_the_package_imports_nothing_else() -> None:
    script = (
        "import sys; before = set(sys.modules); import designkit; "
        "print(*(m for m in set(sys.modules) - before if 'designkit' in m))"
    )
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["designkit"]
