"""DK430 watches-unseen."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

ROWS = frozenset({"event", "metric", "trace", "raw-table"})
"""What may hold anything: rows of whatever was noted, or a number made of them."""

VALUES = frozenset({"feature-values", "feature-table", "dataset", "embedding"})
ANSWERS = frozenset({"prediction", "decision", "completion", "response", "candidates"})
TOOLS = frozenset({"tool-call", "tool-result"})

SHOWS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "feature": ROWS | VALUES,
        "skew": ROWS | VALUES,
        "prediction": ROWS | ANSWERS | {"feature-table", "label"},
        "business": ROWS | ANSWERS | {"label"},
        "cost": ROWS | {"completion", "prompt"},
        "tokens": ROWS | {"completion", "prompt"},
        "grounding": ROWS | {"completion", "passages", "label"},
        "safety": ROWS | ANSWERS | TOOLS | {"prompt", "label"},
        "tool-errors": ROWS | TOOLS,
    }
)
"""The data types from which each signal can be computed.

Quality is asked for by quality-without-outcomes; data is any of them, and how the
system runs is measured beside all flows.
"""


@rule("DK430", Severity.WARNING, kinds=("monitor",))
def watches_unseen(facts: Facts) -> Iterator[Finding]:
    """A monitor can watch only what reaches it.

    What it says that it watches is what people count on: nobody builds a second chart
    of cost, since there is one. If nothing that arrives tells of it, that chart stays
    empty, and an empty chart rings no alarm. A monitor of features that is sent
    predictions alone sees a null feature when the scores have moved, days late.

    It goes by the data types that flow in; events, metrics, traces and tables may tell
    of anything, and so may a flow that does not say what it carries. Labels are joined
    to what was predicted.

    Bad:
    ```yaml
    components:
      served: {kind: prediction-log}
      watch: {kind: monitor, watch: [prediction, feature]}    # <- no feature
    flows:
      streams: [served -> watch: prediction]
    ```

    Good:
    ```yaml
    components:
      served: {kind: prediction-log}
      features: {kind: feature-log}
      watch: {kind: monitor, watch: [prediction, feature]}
    flows:
      streams:
        - served -> watch: prediction
        - features -> watch: feature-table
    ```

    Fix: Send the monitor what it is to watch, or let another one watch it.

    Source: Breck et al. 2017, The ML Test Score, Monitor 2 to 4.
    """
    for monitor in facts.of_kind("monitor"):
        seen = {flow.carries for flow in facts.flows_to(monitor.id)}
        if not seen or None in seen:
            continue
        unseen = [it for it in monitor.texts("watch") if not _shows(it, seen)]
        if unseen:
            yield Finding(
                ("components", monitor.id, "watch"),
                f"{monitor.id} watches {listed(unseen)}, and nothing that reaches it "
                "tells of that",
            )


def _shows(signal: str, seen: set[str | None]) -> bool:
    return signal not in SHOWS or not SHOWS[signal].isdisjoint(seen)
