"""What ends an answer, and how much of a passage an encoder reads."""

import pytest

from designkit.checks.rules.language.no_output_limit import no_output_limit
from designkit.checks.rules.language.passage_longer_than_encoder import (
    passage_longer_than_encoder,
)
from tests.rule_examples import told

ASKING = """\
components:
  ask: {{kind: agent{agent}}}
  other: {{kind: agent}}
  door: {{kind: llm-gateway}}
  model: {{kind: {kind}{model}}}
flows:
  calls: [{way}]
"""
THROUGH = "ask -> door -> model: prompt"


def asking(
    model: str = "", agent: str = "", kind: str = "hosted-model", way: str = THROUGH
) -> str:
    return ASKING.format(model=model, agent=agent, kind=kind, way=way)


ENDLESS = "nothing ends an answer of model"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(asking(), [f"5 info: {ENDLESS}"], id="nobody said"),
        pytest.param(
            asking(model=", max-output: none"), [f"5 warning: {ENDLESS}"], id="none"
        ),
        pytest.param(
            asking(kind="llm-server"), [f"5 info: {ENDLESS}"], id="a server of our own"
        ),
        pytest.param(asking(model=", max-output: 800"), [], id="a limit"),
        pytest.param(asking(model=", role: embed"), [], id="vectors have a length"),
        pytest.param(
            asking(agent=", max-tokens: 40 k"), [], id="its only agent ends a task"
        ),
        pytest.param(
            asking(
                agent=", max-tokens: 40 k", way=f"{THROUGH}, other -> model: prompt"
            ),
            [f"5 info: {ENDLESS}"],
            id="another agent does not",
        ),
    ],
)
def test_an_answer_ends_somewhere(text: str, expected: list[str]) -> None:
    assert told(text, no_output_limit) == expected


CUTTING = """\
components:
  docs: {{kind: source-db}}
  parse: {{kind: document-parser, passage-tokens: {size}}}
  lake: {{kind: lake}}
  encode: {{kind: embedding-job{job}}}
  vendor: {{kind: hosted-model, role: {role}, context-window: 512}}
  build: {{kind: index-builder}}
  near: {{kind: ann-index}}
  ask: {{kind: agent}}
flows:
  calls: [ask -> near: request, near -> ask: passages, {call}]
  batches:
    - docs -> parse: raw-table
    - parse -> encode, build: passages
    - encode -> build: embedding
    - build -> near: index
"""


def cutting(
    size: str, job: str = "", role: str = "embed", call: str = "ask -> vendor: request"
) -> str:
    return CUTTING.format(size=size, job=job, role=role, call=call)


LONG = "3 warning: parse cuts passages of 1 k tokens, of which"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            cutting("1 k", job=", context-window: 512"),
            [f"{LONG} encode reads 512"],
            id="a job of our own",
        ),
        pytest.param(
            cutting("1 k", call="encode -> vendor: passages"),
            [f"{LONG} vendor reads 512"],
            id="a rented encoder behind the job",
        ),
        pytest.param(cutting("512", job=", context-window: 512"), [], id="equal fits"),
        pytest.param(cutting("1 k"), [], id="the encoder of questions reads questions"),
        pytest.param(
            cutting("1 k", role="generate", call="parse -> vendor: passages"),
            [],
            id="a model that writes is no encoder",
        ),
    ],
)
def test_an_encoder_reads_whole_passages(text: str, expected: list[str]) -> None:
    assert told(text, passage_longer_than_encoder) == expected
