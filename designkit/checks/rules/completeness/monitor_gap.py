"""DK111 monitor-gap."""

from collections.abc import Iterator, Mapping

from designkit.analysis.facts import Facts, State
from designkit.analysis.skew import may_differ
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

SIGNALS: Mapping[str, tuple[str, ...]] = {
    "data": ("data",),
    "features": ("feature", "skew"),
    "predictions": ("prediction",),
    "model quality": ("model-quality",),
    "business": ("business",),
    "operations": ("ops",),
}
"""What must be watched, with the words of `watch` any of which stands for it."""

RENTED: Mapping[str, tuple[str, ...]] = {
    "tokens or cost": ("tokens", "cost"),
    "what is answered": ("grounding", "safety", "prediction", "model-quality"),
    "business": ("business",),
    "operations": ("ops",),
}
"""The same, where all models are language models of others: nothing is learnt."""


@rule("DK111", Severity.WARNING, kinds=kinds_with(Role.ESSENTIAL, Stage.MONITORING))
def monitor_gap(facts: Facts) -> Iterator[Finding]:
    """Monitors should see inputs, predictions, quality, business and operations.

    Each sees what the others cannot. Latency is fine while a feature is null; features
    are fine while the world has changed; scores are stable while labels, weeks later,
    say they were wrong; and every model metric may be up while sales are down. A gap is
    the place where the next incident is found by a customer. Where all models are
    language models of others, tokens or cost and what is answered stand for the data,
    the features and the quality of a model of one's own.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      health: {kind: monitor, watch: [ops, business]}    # <- blind to the model
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      health: {kind: monitor, watch: [ops, business]}
      inputs: {kind: monitor, watch: [data, feature, skew]}
      outputs: {kind: monitor, watch: [prediction, model-quality]}
    ```

    Fix: Add what is missing to the `watch` of a monitor that receives it, or waive this
    with the reason why it cannot go wrong here.

    Source: Breck et al. 2017, The ML Test Score, Monitoring 1-7; Huyen 2022, Designing
    Machine Learning Systems, chapter 8.
    """
    monitors = facts.of_kind("monitor")
    watched = {signal for monitor in monitors for signal in monitor.texts("watch")}
    signals = RENTED if _is_rented(facts) else SIGNALS
    missing = [name for name, words in signals.items() if watched.isdisjoint(words)]
    if "features" in missing and not may_differ(facts):
        missing.remove("features")
    silent = [m for m in monitors if _watch_of(facts, m.id) is State.UNSTATED]
    watches = "says that it watches" if silent else "watches"
    if missing:
        yield Finding(
            ("components", (silent or monitors)[0].id, "watch"),
            f"no monitor {watches} {listed(missing, 'or')}",
            unstated=bool(silent),
        )


def _is_rented(facts: Facts) -> bool:
    return facts.trains_nothing and facts.has("agent", "hosted-model")


def _watch_of(facts: Facts, id: str) -> State:
    return facts.state("components", id, "watch")
