"""An element is called the same whatever is written above or below it."""

import pytest

from designkit.source.identity import identity
from designkit.source.node import Path
from designkit.source.reader import read

DESIGN = """\
flows:
  calls:
    - app -> api: request
    - score -> app: {carries: prediction, note: soon}
    - a -> b -> c: event
    - d -> e
tradeoffs:
  - {decision: Redis or none, why: time}
"""


def named(path: Path, text: str = DESIGN) -> str:
    return identity(read(text).root, path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param(("components", "app", "ttl"), "components.app.ttl", id="ids"),
        pytest.param(("flows", "calls", 0), "flows.app->api:request", id="a flow"),
        pytest.param(
            ("flows", "calls", 1, "score -> app", "note"),
            "flows.score->app:prediction.note",
            id="an option of a flow",
        ),
        pytest.param(("flows", "calls", 2), "flows.a->b->c:event", id="a chain"),
        pytest.param(("flows", "calls", 3), "flows.d->e", id="nothing carried"),
        pytest.param(("flows", "calls"), "flows.calls", id="a mode"),
        pytest.param(("flows", "calls", 9), "flows.", id="no such flow"),
        pytest.param((), "", id="the whole"),
    ],
)
def test_an_element_is_named_by_ids(path: Path, name: str) -> None:
    assert named(path) == name


def test_an_item_of_a_list_is_named_by_its_text_wherever_it_stands() -> None:
    name = named(("tradeoffs", 0, "why"))
    moved = DESIGN.replace("tradeoffs:\n", "tradeoffs:\n  - {decision: other}\n")
    changed = DESIGN.replace("why: time", "why: money")

    assert name.startswith("tradeoffs.#")
    assert name.endswith(".why")
    assert named(("tradeoffs", 1, "why"), moved) == name
    assert named(("tradeoffs", 0, "why"), changed) != name


def test_an_item_with_an_id_is_named_by_it_whatever_else_it_says() -> None:
    text = "evaluation:\n  sets:\n    - {id: tasks, cases: 40}\n"

    for written in (text, text.replace("40", "400")):
        path = ("evaluation", "sets", 0, "cases")
        assert named(path, written) == "evaluation.sets.tasks.cases"
