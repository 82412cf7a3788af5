"""Designs that are wrong in one way very often, of any size: what may be slow to check.

Each is under 1 MB at its full size.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

HEAD = "designkit: 1\nname: slow\nsystem: generic\n"
TWO = f"{HEAD}components:\n  a: {{kind: gateway}}\n  b: {{kind: gateway}}\n"

Lines = Iterator[str]


@dataclass(frozen=True, slots=True)
class SlowInput:
    """A text that grows line by line, and how many lines are many."""

    line: Callable[[int], str]
    full: int
    head: str = f"{HEAD}components:\n"
    tail: Callable[[int], str] | None = None
    between: str = "flows:\n  calls:\n"

    def text(self, count: int) -> str:
        """Return the design with `count` lines of the kind."""
        tail = map(self.tail, range(count - 1)) if self.tail else ()
        between = self.between if self.tail else ""
        return "".join((self.head, *map(self.line, range(count)), between, *tail))


def _gateway(number: int) -> str:
    return f"  c{number}: {{kind: gateway}}\n"


def _read_in_order(number: int) -> str:
    begin = "" if number else "    - c1 -> c0: request\n  lookups:\n"
    options = f"{{carries: feature-values, after: c{number + 2}}}"
    return f"{begin}    - c{number + 1} -> c0: {options}\n"


LEARNING = f"""{HEAD}components:
  b: {{kind: dataset-builder}}
  t: {{kind: trainer}}
  s: {{kind: model-server}}
"""

PERSONAL = f"""{HEAD}components:
  db: {{kind: source-db, pii: personal}}
  p: {{kind: privacy-service}}
"""


def _labelled_set(number: int) -> str:
    said = "built-by: b, maturity: 3 d, lookback: 2 d, gap: 1 d, split: time"
    return f"  d{number}: {{{said}}}\n"


def _model(number: int) -> str:
    said = (
        f"trained-by: t, served-by: s, datasets: [d{number}], retrain: {{every: 1 d}}"
    )
    return f"  m{number}: {{{said}}}\n"


def _job(number: int) -> str:
    at = "" if number else ", at: 01:00, by: 09:00"
    return f"  c{number}: {{kind: batch-transform, runtime: 1 s{at}}}\n"


SLOW: Mapping[str, SlowInput] = MappingProxyType(
    {
        "unknown keys": SlowInput(lambda n: f"unknown-key-{n}: 1\n", 20_000, TWO),
        "unknown attributes": SlowInput(
            lambda n: f"    unknown-key-{n}: 1\n",
            20_000,
            f"{HEAD}components:\n  a:\n    kind: gateway\n",
        ),
        "unknown kinds": SlowInput(lambda n: f"  c{n}: {{kind: gatewoy-{n}}}\n", 9_000),
        "ids that are none": SlowInput(
            lambda n: f"  C{n}: {{kind: gateway}}\n", 15_000
        ),
        "ignore comments": SlowInput(lambda _: "# designkit: ignore\n", 40_000, TWO),
        "waived components": SlowInput(
            lambda n: f"  c{n}: {{kind: gateway}}  # designkit: ignore[orphan] why\n",
            10_000,
        ),
        "rules of no name": SlowInput(
            lambda n: f"# designkit: ignore[rule-{n}] why\n", 20_000, TWO
        ),
        "keys given twice": SlowInput(lambda _: "x: 1\n", 100_000, TWO),
        "items that are none": SlowInput(
            lambda _: "  - 3\n", 20_000, f"{TWO}failure-modes:\n"
        ),
        "names of nothing": SlowInput(
            lambda n: f"    - q{n}\n",
            20_000,
            f"{TWO}models:\n  m:\n    served-by:\n",
        ),
        "a chain": SlowInput(
            _gateway, 9_000, tail=lambda n: f"    - c{n} -> c{n + 1}: request\n"
        ),
        "flows to nowhere": SlowInput(
            _gateway, 9_000, tail=lambda n: f"    - c{n} -> d{n}: request\n"
        ),
        "a star": SlowInput(
            _gateway, 9_000, tail=lambda n: f"    - c0 -> c{n + 1}: request\n"
        ),
        "calls one after the other": SlowInput(
            _gateway,
            5_000,
            tail=lambda n: f"    - c0 -> c{n + 1}: {{carries: request, after: c{n}}}\n",
        ),
        "reads one after the other": SlowInput(
            lambda n: f"  c{n}: {{kind: online-store}}\n", 5_000, tail=_read_in_order
        ),
        "sets and models of as many labels": SlowInput(
            _labelled_set,
            2_500,
            f"{LEARNING}datasets:\n",
            _model,
            between="models:\n",
        ),
        "rows of a person in many stores": SlowInput(
            lambda n: f"  c{n}: {{kind: lake}}\n",
            9_000,
            PERSONAL,
            lambda n: f"    - db -> c{n}: raw-table\n",
        ),
        "a chain of jobs with a deadline": SlowInput(
            _job,
            9_000,
            tail=lambda n: f"    - c{n} -> c{n + 1}: feature-table\n",
            between="flows:\n  batches:\n",
        ),
        "aliases of nothing": SlowInput(
            lambda _: "  - *nothing\n", 40_000, f"{TWO}sources:\n"
        ),
        "letters nobody sees": SlowInput(lambda _: "# a\u200bb\n", 100_000, TWO),
    }
)
"""Every such input, by what is wrong in it."""
