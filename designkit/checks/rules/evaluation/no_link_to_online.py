"""DK408 no-link-to-online."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import offline_metrics
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

ONLINE = ("problem", "metrics", "online")


@rule(
    "DK408",
    Severity.WARNING,
    keys=("problem.metrics.offline", "evaluation.metrics", "components.*.metrics"),
    applies=lambda facts: bool(offline_metrics(facts).texts),
)
def no_link_to_online(facts: Facts) -> Iterator[Finding]:
    """An offline metric should be tied to what it is meant to improve online.

    An offline metric is a stand-in: it is cheap and quick, and nobody is paid in NDCG.
    Over its 150 models Booking.com found no reliable relation between the gain of a
    model offline and what it earned. Unless launches are used to check the relation,
    a team can improve its stand-in for a year and the product not at all.

    Bad:
    ```yaml
    components:
      rank: {kind: model-server, role: rank}
    problem:
      metrics:
        offline: [NDCG@10]
        online: [purchases per search]
    evaluation:
      correlation: none              # <- does NDCG sell anything?
    ```

    Good:
    ```yaml
    components:
      rank: {kind: model-server, role: rank}
    problem:
      metrics:
        offline: [NDCG@10]
        online: [purchases per search]
    evaluation:
      correlation: sign of both changes over past launches, agreeing in 4 of 5
    ```

    Fix: Name the online metric that each offline metric stands for, plot one change
    against the other for past launches, and replace a metric that does not order them.

    Source: Breck et al. 2017, The ML Test Score, Model 2; Bernardi, Mavridis and
    Estevez 2019, 150 Successful Machine Learning Models, KDD, section on offline
    health checks.
    """
    offline = offline_metrics(facts).texts[0]
    online = facts.texts(*ONLINE)
    path = ("evaluation", "correlation") if online else ONLINE
    state = facts.state(*path)
    if state is not State.PRESENT:
        yield Finding(
            _nearest(facts, path), _message(offline, online), unstated=_is_open(state)
        )


def _is_open(state: State) -> bool:
    return state is State.UNSTATED


def _nearest(facts: Facts, path: tuple[str, ...]) -> tuple[str, ...]:
    """Stand where the offline metrics are, if the section of `path` is not there."""
    if facts.state(path[0]) is State.UNSTATED:
        return offline_metrics(facts).path
    return path


def _message(offline: str, online: tuple[str, ...]) -> str:
    if not online:
        return f"{offline} stands for no online metric: what should it improve?"
    return f"nothing checks that a gain in {offline} is a gain in {online[0]}"
