"""DK147 no-event-schema."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed


@rule("DK147", Severity.WARNING, kinds=("event-log",))
def no_event_schema(facts: Facts) -> Iterator[Finding]:
    """Events that several read should have a shape that is fixed and grows by rules.

    Whoever writes an event does not know who reads it. A field that is renamed on a
    Tuesday is an empty feature from then on, and the model goes on answering. A schema
    with a rule of compatibility refuses the change at the writer, where somebody can
    still decide.

    It asks of logs that two components and more read; a contract of a flow into the log
    says it as well.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      log:
        kind: event-log
        schema: none                                # <- until somebody renames a field
      counts: {kind: stream-transform}
      lake: {kind: lake}
    flows:
      streams:
        - app -> log -> counts, lake: event
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      log: {kind: event-log, schema: "Avro, backward compatible"}
      counts: {kind: stream-transform}
      lake: {kind: lake}
    flows:
      streams:
        - app -> log -> counts, lake: event
    ```

    Fix: Put the schema into a registry that refuses what readers could not read.

    Source: Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems,
    unstable data dependencies; Breck et al. 2017, The ML Test Score, Data 1.
    """
    for log in facts.of_kind("event-log"):
        path = ("components", log.id, "schema")
        state = facts.state(*path)
        readers = dict.fromkeys(flow.target for flow in facts.flows_from(log.id))
        agreed = any(flow.contract for flow in facts.flows_to(log.id))
        if len(readers) > 1 and not agreed and state is not State.PRESENT:
            yield Finding(
                path,
                f"{listed(readers)} read {log.id}, and nothing fixes what an event is",
                unstated=state is State.UNSTATED,
            )
