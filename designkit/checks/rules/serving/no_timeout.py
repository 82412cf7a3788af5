"""DK603 no-timeout."""

from collections.abc import Iterable, Iterator, Mapping

from designkit.analysis.facts import Facts, State
from designkit.analysis.request_path import awaited
from designkit.analysis.stated import promised_latency
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Flow, Mode
from designkit.quantities.quantity import Quantity


@rule("DK603", Severity.WARNING, keys=("objectives.latency.p99",))
def no_timeout(facts: Facts) -> Iterator[Finding]:
    """Whoever waits in a request should know when to stop waiting.

    Without a timeout one slow dependency holds every thread of its callers, then of
    their callers, until all that stood behind it is down, though nothing but one hop
    was slow. A timeout as long as the whole promise protects nobody either: when it
    ends, there is no time left for the fallback to answer. A flow within one process
    (`in-process: true`) needs none, and one whose caller hands its deadline on
    (`deadline: handed on`) has one.

    Bad:
    ```yaml
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      rank: {kind: model-server, timeout: 50 ms}
      bureau: {kind: third-party, timeout: none}    # <- waits for ever
      store: {kind: online-store, timeout: 100 ms}  # <- no time left after it
    flows:
      calls:
        - app -> rank: request
      lookups:
        - bureau, store -> rank: feature-values
    ```

    Good:
    ```yaml
    objectives: {latency: {p99: 100 ms}}
    components:
      app: {kind: client}
      rank: {kind: model-server, timeout: 80 ms}
      bureau: {kind: third-party, timeout: 25 ms}
      store: {kind: online-store, timeout: 10 ms}
    flows:
      calls:
        - app -> rank: request
      lookups:
        - bureau, store -> rank: feature-values
    ```

    Fix: Give every call and lookup a timeout of its share of the budget, hand the
    deadline on to whom you call, and say what is answered when it has passed.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 22, on latency and
    deadlines.
    """
    promise, everything = promised_latency(facts), _waiting(facts)
    if len(everything) > 1 and not any(
        _is_stated(facts, id, waiting) for id, waiting in everything.items()
    ):
        yield _nowhere(everything)
        return
    for id, waiting in everything.items():
        component = facts.design.components[id]
        if promise and component.timeout:
            if component.timeout.low >= promise.high and not _is_door(facts, waiting):
                yield _too_long(id, component.timeout, promise)
        elif any(_is_endless(flow) for flow in waiting):
            yield _endless(facts, id, waiting)


def _waiting(facts: Facts) -> Mapping[str, list[Flow]]:
    """Return, for what a request waits for, the flows on which somebody waits."""
    found: dict[str, list[Flow]] = {}
    path = awaited(facts)
    for flow in facts.graph.synchronous:
        id = flow.target if _calls(flow) else flow.source
        is_client = id in facts.graph.askers
        if path.issuperset(flow.ends) and not is_client and not flow.in_process:
            found.setdefault(id, []).append(flow)
    return found


def _calls(flow: Flow) -> bool:
    return flow.mode is Mode.CALL


def _is_door(facts: Facts, waiting: list[Flow]) -> bool:
    """Whether a client calls it: the timeout is then that of the whole request."""
    return any(_calls(flow) and flow.source in facts.graph.askers for flow in waiting)


def _is_stated(facts: Facts, id: str, waiting: list[Flow]) -> bool:
    """Whether anything is said of how long somebody waits for `id`."""
    said = facts.state("components", id, "timeout") is not State.UNSTATED
    return said or not all(_is_endless(flow) for flow in waiting)


def _is_endless(flow: Flow) -> bool:
    return not flow.timeout and not flow.deadline


def _nowhere(ids: Iterable[str]) -> Finding:
    first, *others = ids
    return Finding(
        ("components", first, "timeout"),
        "no call and no lookup of a request states a timeout: one slow part holds all "
        "that wait for it",
        related=tuple((("components", id), "nor for this one") for id in others),
        unstated=True,
    )


def _endless(facts: Facts, id: str, waiting: list[Flow]) -> Finding:
    path = ("components", id, "timeout")
    endless = [flow for flow in waiting if _is_endless(flow)]
    callers = dict.fromkeys(f.source if _calls(f) else f.target for f in endless)
    unstated = facts.state(*path) is State.UNSTATED
    verb = "states" if unstated else "has"
    message = f"{id} {verb} no timeout after which {_listed(callers)} without it"
    return Finding(path, message, unstated=unstated)


def _listed(callers: Iterable[str]) -> str:
    names = tuple(callers)
    return f"{' and '.join(names)} {'goes' if len(names) == 1 else 'go'} on"


def _too_long(id: str, timeout: Quantity, promise: Quantity) -> Finding:
    return Finding(
        ("components", id, "timeout"),
        f"{id} may take {timeout}, and {promise} is the promise for the whole request: "
        "no time is left to answer without it",
    )
