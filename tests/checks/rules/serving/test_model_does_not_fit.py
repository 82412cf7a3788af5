"""Models that are larger than the servers they are for."""

import pytest

from designkit.checks.rules.serving.model_does_not_fit import model_does_not_fit
from tests.rule_examples import told

DESIGN = """\
components:
  rank: {{kind: model-server{memory}}}
  other: {{kind: model-server, memory: 1 GB}}
models:
  ctr: {{served-by: {served_by}{size}}}
"""


def told_of(
    memory: str = ", memory: 16 GB",
    size: str = ", size: 20 GB",
    served_by: str = "rank",
) -> list[str]:
    text = DESIGN.format(memory=memory, size=size, served_by=served_by)
    return told(text, model_does_not_fit)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "2 error: a replica of rank has 16 GB, and the model ctr is 20 GB: 4 GB do "
            "not fit",
            id="too large",
        ),
        pytest.param(
            {"memory": ", memory: 8..16 GB", "size": ", size: 20 GB..90 GB"},
            "2 error: a replica of rank has 8..16 GB, and the model ctr is "
            "20 GB..90 GB: 4 GB do not fit",
            id="at best",
        ),
        pytest.param(
            {"memory": "", "served_by": "[rank, other]"},
            "3 error: a replica of other has 1 GB, and the model ctr is 20 GB: 19 GB "
            "do not fit",
            id="one of two servers",
        ),
    ],
)
def test_a_model_that_is_too_large_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"size": ", size: 16 GB"}, id="just so"),
        pytest.param({"memory": ", memory: 8..24 GB"}, id="enough at best"),
        pytest.param({"memory": ""}, id="no memory stated"),
        pytest.param({"size": ""}, id="no size stated"),
    ],
)
def test_what_fits_or_is_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


PHONE = """\
components:
  phone: {{kind: device, memory: {memory}}}
  hear: {{kind: model-server, in: phone}}
  nightly: {{kind: batch-scorer, memory: 4 GB}}
models:
  words: {{served-by: {served_by}, size: 180 MB}}
  list: {{served-by: nightly, size: {list}}}
"""


@pytest.mark.parametrize(
    "served_by", ["phone", pytest.param("hear", id="in its process")]
)
def test_a_device_has_the_memory_for_what_runs_on_it(served_by: str) -> None:
    small = PHONE.format(memory="120 MB", served_by=served_by, list="2 GB")
    large = PHONE.format(memory="240 MB", served_by=served_by, list="2 GB")

    assert told(small, model_does_not_fit) == [
        "2 error: a device of phone has 120 MB, and the model words is 180 MB: 60 MB "
        "do not fit"
    ]
    assert told(large, model_does_not_fit) == []


def test_a_worker_of_a_batch_scorer_has_the_memory_for_its_model() -> None:
    text = PHONE.format(memory="1 GB", served_by="phone", list="6 GB")

    assert told(text, model_does_not_fit) == [
        "4 error: a worker of nightly has 4 GB, and the model list is 6 GB: 2 GB do "
        "not fit"
    ]
