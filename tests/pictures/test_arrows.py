"""A call and its answer share a wire."""

import pytest

from designkit.pictures.arrows import merged
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Answers
system: generic
components: {app: {kind: client}, gateway: {kind: gateway}, score: {kind: model-server}}
"""


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        (
            "app -> score: request / prediction",
            [("app", "score", "requests /\npredictions")],
        ),
        (
            "app -> score: passages / passages",
            [("app", "score", "passages /\npassages")],
        ),
        (
            "score -> app: prediction, app -> score: request",
            [("app", "score", "requests /\npredictions")],
        ),
        (
            "app -> gateway -> score: request, score -> app: prediction",
            [
                ("app", "gateway", "requests"),
                ("gateway", "score", "requests"),
                ("score", "app", "predictions"),
            ],
        ),
    ],
)
def test_an_answer_is_at_the_wire_of_its_call(
    calls: str, expected: list[tuple[str, str, str]]
) -> None:
    design = load_text(f"{HEAD}flows: {{calls: [{calls}]}}").design
    assert design is not None

    arrows = merged(design.flows)

    assert [(it.source, it.target, it.text) for it in arrows] == expected
