"""DK714 self-fulfilling."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import chooses_among_items
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

ANSWER = ("prediction", "candidates", "decision", "policy", "response")
BEHAVIOUR = ("event", "raw-table")
LEARNING = ("label", "dataset", "model")


@rule("DK714", Severity.WARNING, applies=chooses_among_items, tier_1=Severity.ERROR)
def self_fulfilling(facts: Facts) -> Iterator[Finding]:
    """A model that learns from its own choices should also see some that are not its.

    People click what they are shown, and what they are shown is what the model likes.
    Trained on these clicks it finds itself confirmed, round after round, and what it
    never showed stays bad for ever. Without chance in a few answers, and without the
    place and the probability of each, nobody can tell liking from having been shown.
    Where people judge each case (`method: human`), the label is no behaviour.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      rank: {kind: model-server}
      page: {kind: reranker}
      shown: {kind: prediction-log, fields: [prediction id, score]}
      join: {kind: label-joiner}                    # <- clicks on its own choices
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    flows:
      calls:
        - app -> rank: request
        - rank -> page: prediction
        - page -> app: response
      streams:
        - rank -> shown: prediction
        - app -> join: event
      batches:
        - shown -> join: prediction
        - join -> dataset: label
        - dataset -> train: dataset
        - train -> rank: model
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      rank: {kind: model-server}
      page: {kind: reranker}
      explore: {kind: exploration-policy, rate: 1%, logs-propensity: true}
      shown: {kind: prediction-log, fields: [prediction id, score, slot, propensity]}
      join: {kind: label-joiner}
      dataset: {kind: dataset-builder}
      train: {kind: trainer}
    flows:
      calls:
        - app -> rank: request
        - rank -> explore: prediction
        - explore -> page: candidates
        - rank -> page: prediction
        - page -> app: response
      streams:
        - rank -> shown: prediction
        - app -> join: event
      batches:
        - shown -> join: prediction
        - join -> dataset: label
        - dataset -> train: dataset
        - train -> rank: model
    ```

    Fix: Choose by chance in 0.5 to 2% of answers, and log slot and propensity of
    everything that was shown.

    Source: Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems, on
    direct feedback loops; Zinkevich, Rules of Machine Learning, rule 36.
    """
    seen = facts.logged("position", "slot", "propensity")
    if facts.has("exploration-policy") or seen is State.PRESENT:
        return
    for joiner in facts.of_kind("label-joiner"):
        if facts.outcomes.of_joiner(joiner).is_judged:
            continue
        if servers := _taught_by_themselves(facts, joiner.id):
            yield Finding(
                ("components", joiner.id),
                f"labels come from behaviour that {listed(sorted(servers))} caused: "
                "nothing is shown by chance, and no slot or propensity is logged",
                unstated=seen is State.UNSTATED and facts.has("prediction-log"),
            )


def _taught_by_themselves(facts: Facts, joiner: str) -> list[str]:
    """Return the servers whose answers come back to them as labels."""
    taught = facts.descendants([joiner], *LEARNING)
    heard = facts.ancestors([joiner], *BEHAVIOUR)
    clients = {client.id for client in facts.of_kind("client")} & heard
    return [
        server.id
        for server in facts.serving
        if server.id in taught and facts.descendants([server.id], *ANSWER) & clients
    ]
