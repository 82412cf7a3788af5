"""What no rule misses, and why a reader should accept that; and what to do with it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

UNFOUND = Path(__file__).parent / "unfound"
"""What parts and flows may go or change without a finding, a file for each design."""

OPTIONAL: Mapping[str, str] = {
    "components.*.latency*": (
        "a path of unknown times has no budget to break; the others still count"
    ),
    "components.*.timeout": "the flow into it states one, or nobody waits for it",
    "components.*.availability": "the product is over what is stated",
    "components.*.interval": "a job without a clock is started by the job before it",
    "components.*.runtime": (
        "an age without it is a lower bound, which is still compared"
    ),
    "components.*.lag": "an age without it is a lower bound, which is still compared",
    "components.*.watermark": (
        "an age without it is a lower bound, which is still compared"
    ),
    "components.*-transform.window": "what its features say of it is compared no more",
    "components.stream-transform.slide": (
        "an age without it is a lower bound, which is still compared"
    ),
    "components.inverted-index.refresh": (
        "an age without it is a lower bound, which is still compared"
    ),
    "components.eligibility-filter.source-freshness": (
        "an age without it is a lower bound, which is still compared"
    ),
    "components.*.encoder": (
        "index and query are compared where both name theirs; the makers agree"
    ),
    "components.*.pii": "other components still say that personal data is kept",
    "components.alert-manager.on-call": "who answers is said of the whole design",
    "components.alert-manager.owner": "who answers is said of the whole design",
    "components.alert-manager.route": "who answers is said of the whole design",
    "components.event-log.schema": "the flow into it has a contract, or one part reads it",
    "components.experiment-analysis.srm-check": "said under experiment as well",
    "components.*-log.join-key": "a key is compared with another where both are stated",
    "components.human-labeling.*": (
        "several judges, or one check of them, are enough; what is unsaid may be opinion"
    ),
    "components.model-registry.keep-versions": "a registry keeps versions unless it says so",
    "components.trainer.seed-pinned": "a trainer that says nothing may repeat its runs",
    "evaluation.fairness": "said of the evaluator or of a monitor as well",
    "evaluation.slices": "said of the evaluator as well",
    "flows.*.contract": "the log at its end says how the shape of events is fixed",
    "models.*.retrain.cooldown": "said at the trigger as well",
    "components.audit-log.immutable": (
        "a log of this kind cannot be altered unless it says so"
    ),
    "components.calibrator.method": (
        "it is fed examples, and needs them whatever its method"
    ),
    "components.data-validator.blocking": (
        "a validator stops the run unless it says otherwise"
    ),
    "components.exploration-policy.logs-propensity": (
        "the prediction log says that it keeps it"
    ),
    "components.dataset-builder.*": "said at the dataset as well",
    "components.decision-engine.actions": "the flows that leave it say what it can do",
    "components.decision-engine.thresholds": (
        "they come by release, with the policy of the deployer"
    ),
    "components.evaluator.*": "said under evaluation as well",
    "components.experiment-analysis.duration": "said under experiment as well",
    "components.experiment-analysis.mde": "said under experiment as well",
    "components.experiment-analysis.power": "said under experiment as well",
    "components.experiment-analysis.guardrails": (
        "said under experiment and problem as well"
    ),
    "components.experiment-service.*": "said under experiment as well",
    "components.experiment-analysis.alpha": "said under experiment as well",
    "components.client.*": "said under workload as well",
    "components.event-collector.event-size": "said under workload as well",
    "problem.costs*": "said at the decision-engine as well",
    "components.label-joiner.*": "said at the label of the problem as well",
    "components.model-server.role": "what is not said to encode is taken to score",
    "components.monitor.*": (
        "another monitor watches the same, or a window has its own default"
    ),
    "components.online-store.ttl": "values that never expire leave no hole",
    "components.online-store.entit*": "a size that is not stated is not computed and compared",
    "components.online-store.fill-max": "a size that is not stated is not computed and compared",
    "components.online-store.max-reads": "a size that is not stated is not computed and compared",
    "components.online-store.memory": "a size that is not stated is not computed and compared",
    "components.online-store.replication": "a size that is not stated is not computed and compared",
    "components.model-server.concurrency": "a size that is not stated is not computed and compared",
    "components.model-server.replicas": "a size that is not stated is not computed and compared",
    "components.model-server.items-in": "a size that is not stated is not computed and compared",
    "components.model-server.memory": "a size that is not stated is not computed and compared",
    "components.model-server.queue-delay": (
        "a server that does not say so waits for no batch"
    ),
    "components.reranker.items-in": "a size that is not stated is not computed and compared",
    "components.ann-index.*": "a size that is not stated is not computed and compared",
    "components.*cost": (
        "a price without it is a lower bound, which is still compared"
    ),
    "components.model-server.service-time": "a size that is not stated is not computed and compared",
    "components.event-log.*-events": "a size that is not stated is not computed and compared",
    "components.stream-transform.max-events": "a size that is not stated is not computed and compared",
    "components.*.retention": (
        "only for ever is a fault of its own; how far back must be kept is asked by "
        "whoever looks back"
    ),
    "components.event-log.partitions": "what is not counted is not compared",
    "components.event-log.event-size": "the events a second are still compared",
    "components.deployer.gates": "those of the evaluation still stand before it",
    "components.privacy-service.sla": "where none is promised the month of the law holds",
    "components.deployer.bake": (
        "a round of training without it is a lower bound, which is still compared"
    ),
    "components.prediction-log.fields": (
        "an exploring policy logs the propensity itself"
    ),
    "components.review-queue.priority": (
        "a queue that states no order takes cases as they come"
    ),
    "components.retrain-trigger.*": "said under retrain of the model as well",
    "datasets.*.join": "said at its builder as well",
    "datasets.*.split": "said at its builder as well",
    "datasets.*.built-by": "flows lead from the builder to the trainer",
    "datasets.*.examples": "what is not counted is not compared",
    "datasets.*.youngest": (
        "an age without it is a lower bound, which is still compared"
    ),
    "models.*.output": "nobody asks an output of no stated meaning what it lacks",
    "datasets.*.gap": "another set of those that test a model states a longer one",
    "datasets.*.maturity": "where `youngest` is stated, it is what counts",
    "datasets.*.group-by": "only a random split needs it",
    "datasets.*.lookback": "only a split in time is asked how far it reaches",
    "datasets.*.negative-rate": (
        "then nothing is said to be left out, and nothing is to be mended"
    ),
    "datasets.*.reweighted": "said at its builder, or nothing was left out",
    "datasets.*.preprocess-fit-on": "only fitting on everything is a fault",
    "datasets.*.versioned": "bookkeeping that a snapshot in words may replace",
    "evaluation.baseline": "said under problem and at the evaluator as well",
    "components.index-builder.incremental": (
        "what is built anew in time keeps the same promise"
    ),
    "features.*.data-from": "without it all that reaches the maker counts",
    "objectives.freshness": (
        "what is not promised is not broken; a profile that needs a promise asks for it"
    ),
    "evaluation.gates": "said at the evaluator as well",
    "evaluation.metrics": "said under problem and at the evaluator as well",
    "experiment": (
        "the deployer still tests by its strategy; nothing is left to be judged"
    ),
    "components.model-server.zones": "who loses one zone with all the rest is not said",
    "experiment.*": "has a usual value, or is said at the experiment service as well",
    "features.*.available-at": "what is known before the request is the usual case",
    "features.*.count": "a family that does not say so is taken as one feature",
    "features.*.freshness": "a feature that promises nothing breaks no promise",
    "features.*.offline-by": "training may read what serving logged",
    "features.*.used-by": "a feature may wait for its first model",
    "features.*.pii": "other features still say that personal data is kept",
    "features.*.window": "what is not stated is not compared",
    "flows.*.calls-per-request": "a call is taken to be made once",
    "flows.*.timeout": "the part that is called states one as well",
    "flows.*.keys": "a lookup is taken to read one key",
    "flows.*.carries": (
        "a flow that says nothing may carry anything, even what is needed"
    ),
    "models.*.ladder": "the baseline is said under problem as well",
    "models.*.pretrained": "it is trained here as well",
    "models.*.retrain": "the trigger states the oldest age as well",
    "models.*.retrain.max-age": "the trigger states the oldest age as well",
    "models.*.size": "a size that is not stated is not compared",
    "models.*.retrain.every": "the trainer states its interval as well",
    "models.*.served-by": "flows lead from the registry to the server",
    "models.*.trained-by": "flows lead from the only trainer there is",
    "objectives.availability": "what is not promised is not compared",
    "objectives.cost-per-1k": "what is not promised is not compared",
    "objectives.latency*": (
        "the p50 is there still, or freshness; what is not promised is not compared"
    ),
    "privacy*": "a privacy service still deletes, and says what it covers",
    "problem.baseline": "said under evaluation and at the evaluator as well",
    "problem.label*": "said at the label joiner as well",
    "problem.metrics.*": "said under evaluation and experiment as well",
    "tier": "a tier only makes findings graver",
    "workload": "objectives are numbers too; capacity is then not compared",
    "workload.*": "one of several numbers; what is not stated is not compared",
}
"""Keys that may go, by pattern; a component stands under its kind."""

TWICE: Mapping[str, tuple[str, ...]] = {
    "no-baseline": (
        "problem.baseline",
        "evaluation.baseline",
        "components.evaluator.baseline",
        "models.*.ladder",
    ),
    "no-guardrails": (
        "problem.metrics.guardrails",
        "experiment.guardrails",
        "components.experiment-analysis.guardrails",
    ),
    "no-point-in-time": ("datasets.*.join", "components.dataset-builder.join"),
    "random-split-in-time": ("datasets.*.split", "components.dataset-builder.split"),
    "no-max-age": (
        "models.*.retrain.max-age",
        "components.retrain-trigger.max-model-age",
    ),
    "index-encoder-mismatch": (
        "components.index-builder.encoder",
        "components.embedding-job.encoder",
        "components.ann-index.encoder",
    ),
    "monitor-gap": ("components.monitor.watch",),
    "no-exploration": (
        "components.exploration-policy.logs-propensity",
        "components.prediction-log.fields",
    ),
    "no-numbers": ("workload", "objectives"),
}
"""What designs say in several places, with those places: not all of them may go."""


def advice(table: str, excused: Iterable[str], silent: Iterable[str]) -> str:
    """Say which excuses to strike, and which to write or to find instead, and where."""
    lines = [
        f"{place(entry)}: {entry!r} is found now: strike this excuse"
        for entry in sorted(set(excused) - set(silent))
    ]
    lines += [
        f"{place(table)}: no rule misses {entry!r}: let one find it, or say in {table} "
        "why a reader should accept that"
        for entry in sorted(set(silent) - set(excused))
    ]
    return "\n".join(lines)


def place(entry: str) -> str:
    """Return the file and the line at which an excuse, or a table, is written."""
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    starts = (f'"{entry}":', f"{entry}: Mapping")
    at = next(n for n, line in enumerate(lines, 1) if line.strip().startswith(starts))
    return f"tests/excuses.py:{at}"


def unfound(design: str, which: str = "") -> Mapping[str, str]:
    """Return the changes of a design that no rule finds, with a sentence on each.

    A reader accepts those of ``DESIGN.yaml``; those of ``DESIGN.open.yaml`` should be
    found one day.
    """
    text = (UNFOUND / f"{design}{which}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text) or {}


def differences(design: str, silent: Iterable[str]) -> list[str]:
    """Say which sentences to strike, and which to write or to find instead."""
    told = {**unfound(design), **unfound(design, ".open")}
    here = f"tests/unfound/{design}.yaml"
    return [
        *(
            f"{here}: {entry!r} is found now: strike it"
            for entry in set(told) - {*silent}
        ),
        *(
            f"{here}: no rule misses {entry!r}: let one find it, or say why a reader "
            "should accept that"
            for entry in set(silent) - set(told)
        ),
    ]
