"""The version of a language model is exact, and asked for once."""

import pytest

from designkit.analysis.versions import moves
from designkit.checks.rules.language.unpinned_model_version import (
    unpinned_model_version,
)
from designkit.checks.rules.release.unpinned_model import unpinned_model
from tests.rule_examples import told

DESIGN = """\
components:
  app: {{kind: client}}
  model: {{kind: hosted-model{stated}}}
flows: {{calls: [app -> model: request]}}
{models}
"""
ENTRY = "models: {{main: {{served-by: model, pretrained: large, trained-by: none{}}}}}"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("", ["3 warning: model is called in no stated version"]),
        (", model-version: none", ["3 error: model is called in no version"]),
        (
            ", model-version: large-latest",
            ["3 error: model is called as large-latest, which moves without a release"],
        ),
        (", model-version: large-2026-09-28", []),
        (", model-version: stable-large-2", []),
    ],
)
def test_a_version_is_exact(stated: str, expected: list[str]) -> None:
    assert (
        told(DESIGN.format(stated=stated, models=""), unpinned_model_version)
        == expected
    )


@pytest.mark.parametrize(
    ("version", "here", "there"),
    [
        pytest.param("", 1, 0, id="said nowhere: one finding"),
        pytest.param(", version: large-2", 0, 0, id="said under models"),
        pytest.param(", version: latest", 0, 1, id="it moves: told where it stands"),
    ],
)
def test_a_model_is_told_of_once(version: str, here: int, there: int) -> None:
    text = DESIGN.format(stated="", models=ENTRY.format(version))

    assert len(told(text, unpinned_model_version)) == here
    assert len(told(text, unpinned_model)) == there


def test_a_version_that_a_registry_brings_needs_no_other() -> None:
    text = """\
components:
  zoo: {kind: model-registry}
  model: {kind: llm-server}
flows: {control: [zoo -> model: model]}
"""
    assert told(text, unpinned_model_version) == []


@pytest.mark.parametrize(
    ("version", "moving"),
    [
        ("latest", True),
        ("Large-Latest", True),
        ("vendor/large:main", True),
        ("stable-diffusion-1.5", False),
        ("sha256:9f31c04e", False),
        ("2026-09-28", False),
    ],
)
def test_the_last_word_says_whether_it_moves(version: str, moving: bool) -> None:
    assert moves(version) is moving


def test_a_name_that_moves_is_found_whatever_an_entry_says() -> None:
    text = DESIGN.format(
        stated=", model-version: large-latest",
        models=ENTRY.format(", version: large-2026-09-28"),
    )

    assert told(text, unpinned_model_version) == [
        "3 error: model is called as large-latest, which moves without a release"
    ]
