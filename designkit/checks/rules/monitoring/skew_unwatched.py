"""DK701 skew-unwatched."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.skew import may_differ
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


def _applies(facts: Facts) -> bool:
    scores_live = facts.is_online or facts.has("stream-scorer")
    return scores_live and facts.has("monitor") and may_differ(facts)


@rule("DK701", Severity.WARNING, kinds=("monitor",), applies=_applies)
def skew_unwatched(facts: Facts) -> Iterator[Finding]:
    """Somebody should compare what a model is served with what it was trained on.

    Training and serving compute the same feature in two places. One of them changes a
    unit, a default or a time zone, and the model goes on answering questions that it
    never learnt. Drift against last week does not show it: the difference is there
    from the first day and stays the same.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      score: {kind: model-server}
      watch:
        kind: monitor
        watch: [data, prediction, ops]              # <- no skew
    flows:
      calls:
        - app -> score: request
      streams:
        - score -> watch: prediction
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      score: {kind: model-server}
      watch:
        kind: monitor
        watch: [data, skew, prediction, ops]
        reference: training set of the model in service
    flows:
      calls:
        - app -> score: request
      streams:
        - score -> watch: prediction
    ```

    Fix: Log the features as served, and let a monitor compare their distribution with
    that of the training set; add skew to what it watches.

    Source: Zinkevich, Rules of Machine Learning, rule 37; Breck et al. 2017, The ML
    Test Score, Monitor 3.
    """
    monitors = facts.of_kind("monitor")
    if any("skew" in monitor.texts("watch") for monitor in monitors):
        return
    of_data = [m for m in monitors if {"feature", "data"} & set(m.texts("watch"))]
    states = [facts.state("components", m.id, "watch") for m in monitors]
    yield Finding(
        (*facts.place_of(*(of_data or monitors)), "watch"),
        "no monitor compares the features served with those of the training set",
        unstated=State.UNSTATED in states,
    )
