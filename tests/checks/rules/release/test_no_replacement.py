import pytest

from designkit.checks.rules.release.no_replacement import no_replacement
from tests.rule_examples import told

DESIGN = """\
components:
  app: {kind: client}
  answer: {kind: model-server}
%s
models:
  writer: {served-by: answer, pretrained: rented by the call, trained-by: none%s}
"""
STUCK = "nothing says how another model takes the place of writer"


@pytest.mark.parametrize(
    ("more", "keys", "expected"),
    [
        pytest.param("", "", [f"6 warning: {STUCK}"], id="in the code of a service"),
        pytest.param("", ", retrain: {every: 180 d}", [], id="looked for twice a year"),
        pytest.param(
            "  files: {kind: model-registry}\nflows: {control: [files -> answer: model]}",
            "",
            [],
            id="its files come from a registry",
        ),
        pytest.param(
            "  other: {kind: model-server}\n  release: {kind: deployer}\n"
            "flows: {control: [release -> other: model]}",
            "",
            [f"8 warning: {STUCK}"],
            id="only another server is released to",
        ),
    ],
)
def test_the_next_model_needs_a_way_in(
    more: str, keys: str, expected: list[str]
) -> None:
    assert told(DESIGN % (more, keys), no_replacement) == expected
