"""What speaks for the tests of monitoring."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from designkit.analysis.facts import Facts
from designkit.analysis.roles import has_role
from designkit.catalog.role import Role
from designkit.documents.write_up.blocks import shown
from designkit.documents.write_up.figures import title_of
from designkit.documents.write_up.proof import (
    Proof,
    Witness,
    by_each,
    counted,
    named,
    sentences,
    some,
    stated,
)
from designkit.documents.write_up.proofs.data import checks
from designkit.documents.write_up.proofs.model import age_limit
from designkit.model.component import Component


def _contracts(facts: Facts) -> str:
    own = by_each(
        facts.of_kind("source-db"), lambda c: [stated(c, "contract", "{} (contract)")]
    )
    flows = [
        f"{title_of(facts.design, flow.source)} to "
        f"{title_of(facts.design, flow.target)}: {shown(flow.contract)} (contract)"
        for flow in facts.design.flows
        if flow.contract and has_role(facts.design.components[flow.source], Role.ORIGIN)
    ]
    return sentences((own, counted(flows)))


def _unpromised(facts: Facts) -> str:
    """Name the sources of others that promise nothing, if some do."""
    if not _contracts(facts):
        return ""
    silent = [c.title for c in _others(facts) if not _promises(facts, c)]
    return f"No contract: {some(silent)}" if silent else ""


def _others(facts: Facts) -> tuple[Component, ...]:
    return facts.of_kind("source-db", "third-party")


def _promises(facts: Facts, source: Component) -> bool:
    flows = facts.graph.outgoing[source.id]
    return "contract" in source.attributes or any(flow.contract for flow in flows)


def _warnings(facts: Facts) -> str:
    """Name the checks of incoming data that tell somebody."""
    checks = (*facts.of_kind("data-validator"), *_monitors(facts, ("data",)))
    telling = [named(c) for c in checks if facts.flows_from(c.id, "alert")]
    return f"Alarm when data changes: {counted(telling)}" if telling else ""


def alarms(*signals: str) -> Witness:
    """Return what names the monitors that raise an alarm about one of `signals`."""

    def witness(facts: Facts) -> str:
        found = _monitors(facts, signals)
        armed = [monitor for monitor in found if monitor.texts("threshold")]
        return by_each(armed, lambda monitor: _watches(monitor, signals))

    return witness


def charts(*signals: str) -> Witness:
    """Return what names the monitors of `signals` that state no threshold."""

    def witness(facts: Facts) -> str:
        found = _monitors(facts, signals)
        silent = [monitor for monitor in found if not monitor.texts("threshold")]
        return by_each(silent, lambda monitor: _watches(monitor, signals))

    return witness


def _monitors(facts: Facts, signals: Iterable[str]) -> list[Component]:
    monitors = facts.of_kind("monitor")
    return [m for m in monitors if not set(m.texts("watch")).isdisjoint(signals)]


def _watches(monitor: Component, signals: Collection[str]) -> Iterator[str]:
    yield f"watches {some(word for word in monitor.texts('watch') if word in signals)}"
    yield stated(monitor, "window", "over {}")
    yield stated(monitor, "reference", "against {}")
    yield stated(monitor, "threshold", "alarm at {}")


def _logged(facts: Facts) -> str:
    return by_each(
        facts.of_kind("feature-log"),
        lambda c: [stated(c, "sample-rate", "{} of the features as served")],
    )


def _starters(facts: Facts) -> str:
    def tell(trigger: Component) -> Iterator[str]:
        causes = some(trigger.texts("triggers"))
        yield f"starts a training on {causes}" if causes else ""

    return by_each(facts.of_kind("retrain-trigger"), tell)


PROOFS: Mapping[str, Proof] = {
    "O1": Proof((_contracts, _warnings), (_unpromised,)),
    "O2": Proof((alarms("data", "feature"),), (charts("data", "feature"), checks)),
    "O3": Proof((alarms("skew"),), (charts("skew"), _logged)),
    "O4": Proof((age_limit,), (_starters,)),
    "O6": Proof((alarms("ops"),), (charts("ops"),)),
    "O7": Proof((alarms("model-quality"),), (charts("model-quality"),)),
}
"""By the id of the test. A design cannot show O5."""
