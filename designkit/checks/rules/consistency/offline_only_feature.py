"""DK302 offline-only-feature."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.freshness import Ways
from designkit.analysis.request_path import read_live
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Feature


@rule("DK302", Severity.ERROR, kinds=kinds_with(Role.READS_LIVE))
def offline_only_feature(facts: Facts) -> Iterator[Finding]:
    """A feature of a live model should be there when the model is asked.

    A feature that exists only in the warehouse is empty in production. The model was
    taught to lean on it, so it does not get a little worse but wrong in a way that no
    offline test can show: there the column was full. It takes somebody to make the
    value for serving, and a way from there to the model.

    Bad:
    ```yaml
    components:
      profile: {kind: batch-transform}
      history: {kind: offline-store}
      score: {kind: model-server}
    flows:
      batches:
        - profile -> history: feature-table
    features:
      spend-90d:
        offline-by: profile
        online-by: none                                   # <- empty in production
      visits-7d:
        offline-by: profile
        online-by: profile                                # <- no way from there
    ```

    Good:
    ```yaml
    components:
      profile: {kind: batch-transform}
      history: {kind: offline-store}
      load: {kind: materializer}
      online: {kind: online-store}
      score: {kind: model-server}
    flows:
      lookups:
        - online -> score: feature-values
      batches:
        - profile -> history -> load: feature-table
        - load -> online: feature-values
    features:
      spend-90d: {offline-by: profile, online-by: load}
      visits-7d: {offline-by: profile, online-by: load}
    ```

    Fix: Materialise it into an online store, work it out from the request, or train
    without it.

    Source: Zinkevich, Rules of Machine Learning, rule 29; Breck et al. 2017, The ML
    Test Score, Monitoring 3.
    """
    ways = Ways(facts.graph, Role.READS_LIVE)
    for id, feature in facts.design.features.items():
        state = facts.state("features", id, "online-by")
        if read_live(facts, feature) and (message := _fault(ways, id, feature, state)):
            unstated = state is State.UNSTATED
            yield Finding(("features", id, "online-by"), message, unstated=unstated)


def _fault(ways: Ways, id: str, feature: Feature, state: State) -> str:
    """Say what keeps the feature from serving; nothing if it gets there."""
    if state is State.ABSENT:
        return f"nothing makes {id} for serving: a live model reads it empty"
    if state is State.UNSTATED:
        made = f"{feature.offline_by} makes {id} for training"
        return f"{made}, nobody says who does for serving" if feature.offline_by else ""
    if ways.way(feature) or not ways.graph.design.flows:
        return ""
    return (
        f"{feature.online_by} makes {id} for serving, but no flow takes it to a model"
    )
