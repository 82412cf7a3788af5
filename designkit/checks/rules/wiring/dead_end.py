"""DK136 dead-end."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.roles import has_role
from designkit.catalog.kinds import IMPLICIT
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Flow, Mode
from designkit.model.waiting import waits
from designkit.quantities.writing import listed

ASKING = ("request", None)
"""What a call carries that is answered to its caller, drawn or not."""


@rule("DK136", Severity.WARNING)
def dead_end(facts: Facts) -> Iterator[Finding]:
    """What a component makes should be used by somebody.

    A job whose output nobody reads costs the same as one that matters: it is paid
    for, paged about and migrated. Worse, it looks like progress, since the picture
    shows the box while the step after it is missing. A feature that no model reads is
    the usual case, left over from an experiment. That a component sends metrics about
    itself is no use of its work; that it answers a request is one, whether or not
    the answer is drawn.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      log: {kind: event-log}
      trends: {kind: stream-transform}               # <- nobody reads it
      watch: {kind: monitor}
      pager: {kind: alert-manager}
    flows:
      streams:
        - app -> log: event
        - log -> trends: event
        - log -> watch: event
        - watch -> pager: alert
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      log: {kind: event-log}
      trends: {kind: stream-transform}
      watch: {kind: monitor}
      pager: {kind: alert-manager}
    flows:
      streams:
        - app -> log -> trends: event
        - trends -> watch: feature-values
        - watch -> pager: alert
    ```

    Fix: Draw the flow to whoever uses it (a caller that gets it back as the answer:
    `a -> b: candidates / prediction`), or delete the component.

    Source: Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems,
    underutilized data dependencies; Zinkevich, Rules of Machine Learning, rule 22.
    """
    for id, component in facts.design.components.items():
        taken = facts.flows_to(id)
        used = any(_uses(facts, flow) for flow in facts.flows_from(id))
        used = used or any(map(_is_answered, taken))
        if taken and not used and not has_role(component, Role.SINK):
            givers = listed(dict.fromkeys(flow.source for flow in taken))
            message = f"{id} takes from {givers}, and nobody takes anything from it"
            yield Finding(("components", id), message)


def _uses(facts: Facts, flow: Flow) -> bool:
    """Whether `flow` carries what its source is for, not a report about it."""
    return flow.carries not in IMPLICIT or flow.carries in _purpose(facts, flow.source)


def _is_answered(flow: Flow) -> bool:
    """Whether somebody asks at `flow`; who hands data on by a call asks for nothing."""
    return flow.mode is Mode.CALL and waits(flow) and flow.carries in ASKING


def _purpose(facts: Facts, id: str) -> tuple[str, ...]:
    return facts.kind_of(id).gives
