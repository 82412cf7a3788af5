"""What speaks for the tests of monitoring."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from designkit.analysis.facts import ORIGINS, Case
from designkit.documents.write_up.figures import title_of
from designkit.documents.write_up.parts import cell
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


def _contracts(case: Case) -> str:
    own = by_each(
        case.of_kind("source-db"), lambda c: [stated(c, "contract", "{} (contract)")]
    )
    flows = [
        f"{title_of(case.design, flow.source)} to "
        f"{title_of(case.design, flow.target)}: {cell(flow.contract)} (contract)"
        for flow in case.design.flows
        if flow.contract and case.design.components[flow.source].kind in ORIGINS
    ]
    return sentences((own, counted(flows)))


def _unpromised(case: Case) -> str:
    """Name the sources of others that promise nothing, if some do."""
    if not _contracts(case):
        return ""
    silent = [c.title for c in _others(case) if not _promises(case, c)]
    return f"No contract: {some(silent)}" if silent else ""


def _others(case: Case) -> tuple[Component, ...]:
    return case.of_kind("source-db", "third-party")


def _promises(case: Case, source: Component) -> bool:
    flows = case.graph.outgoing[source.id]
    return "contract" in source.attributes or any(flow.contract for flow in flows)


def _warnings(case: Case) -> str:
    """Name the checks of incoming data that tell somebody."""
    checks = (*case.of_kind("data-validator"), *_monitors(case, ("data",)))
    telling = [named(c) for c in checks if case.flows_from(c.id, "alert")]
    return f"Alarm when data changes: {counted(telling)}" if telling else ""


def alarms(*signals: str) -> Witness:
    """Return what names the monitors that raise an alarm about one of `signals`."""

    def witness(case: Case) -> str:
        found = _monitors(case, signals)
        armed = [monitor for monitor in found if monitor.texts("threshold")]
        return by_each(armed, lambda monitor: _watches(monitor, signals))

    return witness


def charts(*signals: str) -> Witness:
    """Return what names the monitors of `signals` that state no threshold."""

    def witness(case: Case) -> str:
        found = _monitors(case, signals)
        silent = [monitor for monitor in found if not monitor.texts("threshold")]
        return by_each(silent, lambda monitor: _watches(monitor, signals))

    return witness


def _monitors(case: Case, signals: Iterable[str]) -> list[Component]:
    monitors = case.of_kind("monitor")
    return [m for m in monitors if not set(m.texts("watch")).isdisjoint(signals)]


def _watches(monitor: Component, signals: Collection[str]) -> Iterator[str]:
    yield f"watches {some(word for word in monitor.texts('watch') if word in signals)}"
    yield stated(monitor, "window", "over {}")
    yield stated(monitor, "reference", "against {}")
    yield stated(monitor, "threshold", "alarm at {}")


def _logged(case: Case) -> str:
    return by_each(
        case.of_kind("feature-log"),
        lambda c: [stated(c, "sample-rate", "{} of the features as served")],
    )


def _starters(case: Case) -> str:
    def tell(trigger: Component) -> Iterator[str]:
        causes = some(trigger.texts("triggers"))
        yield f"starts a training on {causes}" if causes else ""

    return by_each(case.of_kind("retrain-trigger"), tell)


PROOFS: Mapping[str, Proof] = {
    "O1": Proof((_contracts, _warnings), (_unpromised,)),
    "O2": Proof((alarms("data", "feature"),), (charts("data", "feature"), checks)),
    "O3": Proof((alarms("skew"),), (charts("skew"), _logged)),
    "O4": Proof((age_limit,), (_starters,)),
    "O6": Proof((alarms("ops"),), (charts("ops"),)),
    "O7": Proof((alarms("model-quality"),), (charts("model-quality"),)),
}
"""By the id of the test. A design cannot show O5."""
