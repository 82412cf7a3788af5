"""DK841 no-prevalence-sample."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

SEEN = Trail(
    ("event", "raw-table", "prediction", "decision", "label"),
    ends_at=(
        *kinds_with(Role.RUNS_MODEL),
        *kinds_with(Role.CHOOSES),
        *kinds_with(Role.SIFTS),
        "hash-matcher",
    ),
)
"""Cases, as long as nothing has chosen some of them."""

CHOSEN = ("policy", "candidates", "decision", "assignment", "review-task")


def _judges_what_was_chosen(facts: Facts) -> bool:
    """Whether people see cases because a model chose them."""
    judges = [
        judge.id
        for judge in facts.with_role(Role.JUDGED_BY_PEOPLE)
        if facts.flows_from(judge.id, "label")
    ]
    models = {server.id for server in facts.serving}
    return bool(models & facts.ancestors(judges, "prediction", *CHOSEN))


@rule(
    "DK841",
    Severity.WARNING,
    kinds=kinds_with(Role.JUDGED_BY_PEOPLE),
    applies=_judges_what_was_chosen,
)
def no_prevalence_sample(facts: Facts) -> Iterator[Finding]:
    """Somebody should look at content that was drawn by chance, not by the model.

    What reviewers see is what the model or a user suspected. The share caught before a
    report counts only what was caught, so it improves when the model goes blind. How
    much harm people really meet is known only from a random sample of views: at 0.1%
    prevalence 50,000 of them a day give it to within 0.03 points.

    Bad:
    ```yaml
    components:
      log: {kind: event-log}
      classify: {kind: stream-scorer}
      decide: {kind: decision-engine}
      review: {kind: review-queue}                  # <- only suspects
      dataset: {kind: dataset-builder}
    flows:
      streams:
        - log -> classify: event
        - classify -> decide: prediction
        - decide -> review: review-task
        - review -> dataset: label
    ```

    Good:
    ```yaml
    components:
      log: {kind: event-log}
      classify: {kind: stream-scorer}
      sample: {kind: exploration-policy, rate: 0.01%, logs-propensity: true}
      decide: {kind: decision-engine}
      review: {kind: review-queue}
      dataset: {kind: dataset-builder}
    flows:
      streams:
        - log -> classify: event
        - classify -> decide, sample: prediction
        - sample -> decide: policy
        - decide -> review: review-task
        - review -> dataset: label
    ```

    Fix: Draw views at random each day, send them to people without the score, and
    report prevalence with its interval beside the share found before a report.

    Source: Meta, Community Standards Enforcement Report, third quarter of 2020, on the
    prevalence of hate speech.
    """
    samplers = facts.of_kind("exploration-policy")
    if not samplers and not _drawn_from_all(facts):
        people = facts.of_kind("human-labeling") or facts.of_kind("review-queue")
        yield Finding(
            facts.place_of(*people),
            "people see only what the model suspects: no random sample tells how much "
            "it misses",
        )
    judges = {judge.id for judge in facts.with_role(Role.JUDGED_BY_PEOPLE)}
    for sampler in () if _drawn_from_all(facts) else samplers:
        rate = sampler.quantity("rate")
        if rate and not rate.high:
            yield Finding(
                ("components", sampler.id, "rate"),
                f"{sampler.id} draws {rate} of the cases: people see none by chance",
            )
        elif not judges & facts.descendants([sampler.id], *CHOSEN):
            yield Finding(
                ("components", sampler.id),
                f"nobody judges what {sampler.id} draws by chance",
            )


def _drawn_from_all(facts: Facts) -> bool:
    """Whether people who label get cases from where all of them are."""
    brought = (
        facts.lineage.brought_by(flow, SEEN)
        for judge in facts.of_kind("human-labeling")
        for flow in facts.flows_to(judge.id)
    )
    whole = {part.id for part in facts.with_role(Role.UNFILTERED)}
    return any(whole & before for before in brought)
