"""DK313 log-without-prediction."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

BESIDE = frozenset({"decision", "explanation", "assignment", "audit-record", "label"})
"""Data types that tell what followed a prediction, or why, and not what it was."""

ROWS = Trail(("decision", "prediction", "event"))
"""What one log hands on to the next."""


@rule("DK313", Severity.WARNING, kinds=("prediction-log",))
def log_without_prediction(facts: Facts) -> Iterator[Finding]:
    """A log of predictions should be sent the predictions.

    A decision says what was done, an explanation what weighed most. From neither can it
    be told which score was given: calibration cannot be measured, another threshold
    cannot be tried on last month, and an outcome that is joined later meets a yes or no
    in place of a number. It cannot be made up for afterwards, since the model and its
    inputs have moved on.

    It asks of a log in a design where some model gives predictions, the last one where
    logs feed each other, and is quiet where a response, candidates, an event or an
    unnamed flow may bring them along.

    Bad:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine}
      served: {kind: prediction-log}                # <- and the score?
    flows:
      calls: [score -> decide: prediction]
      streams: [decide -> served: decision]
    ```

    Good:
    ```yaml
    components:
      score: {kind: model-server}
      decide: {kind: decision-engine}
      served: {kind: prediction-log}
    flows:
      calls: [score -> decide: prediction]
      streams:
        - decide -> served: decision
        - score -> served: prediction
    ```

    Fix: Send the log the prediction of each answer, with its id and the version of the
    model, beside what was decided.

    Source: Zinkevich, Rules of Machine Learning, rule 29; Breck et al. 2017, The ML
    Test Score, Monitor 7.
    """
    servers = {server.id for server in facts.serving}
    flows = facts.design.flows
    scored = any(f.source in servers and f.carries == "prediction" for f in flows)
    logs = {log.id for log in facts.of_kind("prediction-log")}
    for log in facts.of_kind("prediction-log") if scored else ():
        if not facts.lineage.ahead((log.id,), ROWS).isdisjoint(logs - {log.id}):
            continue
        brought = {flow.carries for flow in facts.flows_to(log.id)}
        if brought and brought <= BESIDE:
            kinds = listed(sorted(filter(None, brought)))
            yield Finding(
                ("components", log.id),
                f"{log.id} is sent {kinds} and no prediction",
            )
