import pytest

from designkit.checks.rules.release.unpinned_model import unpinned_model
from tests.rule_examples import told

DESIGN = """\
components: {encode: {kind: model-server}, tune: {kind: trainer}}
models:
  encoder: {served-by: encode, pretrained: MiniLM, %s}
"""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            "trained-by: none",
            ["3 info: encoder is taken from others in no stated version"],
            id="no version",
        ),
        pytest.param("version: L12-v2, trained-by: none", [], id="exact"),
        pytest.param(
            "version: Latest, trained-by: none",
            ["3 warning: encoder is taken as Latest, which moves without a release"],
            id="a name that moves",
        ),
        pytest.param(
            "version: none, trained-by: none",
            ["3 warning: encoder is taken from others in no version"],
            id="said to have none",
        ),
        pytest.param("trained-by: tune", [], id="the registry gives its version"),
    ],
)
def test_what_moves_is_no_version(keys: str, expected: list[str]) -> None:
    assert told(DESIGN % keys, unpinned_model) == expected
