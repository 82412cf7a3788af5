"""One number of a good design, made a little worse, is found by the rule it is for."""

import pytest

from tests.mutated import Tree, checked, flows_of, short

TIGHTENED = {
    "index-memory": ("recommendation", "components.ann.memory", "5 GB"),
    "model-does-not-fit": ("ad-click", "components.rank.memory", "40 GB"),
    "n-plus-one-lookup": ("recommendation", "online -> rank.calls-per-request", "300"),
    "batching-delay": ("search-ranking", "components.rank.queue-delay", "80 ms"),
    "too-dear": ("ad-click", "objectives.cost-per-1k", "0.007 USD"),
    "age-over-limit": ("fraud", "models.scorer.retrain.max-age", "7 d"),
    "alert-flood": ("fraud", "components.data-monitor.false-alarm-rate", "0.01%"),
    "stale-ads-model": ("ad-click", "models.ctr.retrain.every", "1 d"),
    "misses-exchange-deadline": ("ad-click", "components.gateway.timeout", "70 ms"),
    "canary-blind": ("fraud", "components.deploy.harm", "2"),
    "underpowered": ("ad-click", "experiment.mde", "0.4%"),
    "store-throughput": ("recommendation", "online -> rank.keys", "500"),
    "store-memory": ("recommendation", "components.online.memory", "300 GB"),
    "thin-budget": ("fraud", "components.score.latency.p99", "45 ms"),
    "no-spare": ("ad-click", "components.rank.replicas", "100"),
}
"""For each rule a design, where the number stands in it, and what it becomes."""


def put(tree: Tree, place: str, value: str) -> None:
    """State `value` at `place`, which may begin with an arrow."""
    head, _, last = place.rpartition(".")
    part = dict(flows_of(tree)).get(head, tree)
    for step in head.split(".") if part is tree else ():
        part = part[step]
    part[last] = value


@pytest.mark.parametrize("rule", TIGHTENED)
def test_a_number_that_is_too_tight_is_found(rule: str) -> None:
    name, place, value = TIGHTENED[rule]
    tree = short(name)
    put(tree, place, value)

    assert rule in {found.name for found in checked(tree, name).diagnostics}
