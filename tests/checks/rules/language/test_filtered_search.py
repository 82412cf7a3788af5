"""What a filter behind a search leaves."""

import pytest

from designkit.checks.rules.language.post_filter_recall import post_filter_recall
from tests.rule_examples import told

FILTERED = """\
components:
  near: {{kind: ann-index}}
  fuse: {{kind: candidate-generator{found}}}
  allowed: {{kind: eligibility-filter{share}}}
  rank: {{kind: model-server}}
  ask: {{kind: agent{read}}}
flows:
  calls: [near -> fuse -> allowed -> rank -> ask: {what}]
"""


def filtered(
    found: str = ", items-out: 50",
    share: str = ", selectivity: 2%",
    read: str = ", passages: 8",
    what: str = "passages",
) -> str:
    return FILTERED.format(found=found, share=share, read=read, what=what)


LEFT = "4 warning: allowed lets 2% of 50 passages through, and ask reads 8"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(filtered(), [f"{LEFT}; 796 would have to be found"], id="1 left"),
        pytest.param(filtered(found=", items-out: 796"), [], id="deep enough"),
        pytest.param(filtered(share=", selectivity: 60%"), [], id="most may be read"),
        pytest.param(filtered(share=", selectivity: 100%"), [], id="all may be read"),
        pytest.param(filtered(share=""), [], id="how much is left is not said"),
        pytest.param(filtered(found=""), [], id="how much is found is not said"),
        pytest.param(filtered(read=""), [], id="how much is read is not said"),
        pytest.param(
            filtered(share=", selectivity: {value: 2%, assumed: guess}"),
            [
                f"{LEFT}; 796 would have to be found; 2% is assumed".replace(
                    "warning", "info"
                )
            ],
            id="a share that is assumed",
        ),
    ],
)
def test_a_filter_leaves_what_is_read(text: str, expected: list[str]) -> None:
    assert told(text, post_filter_recall) == expected
