"""What no rule misses, and why a reader should accept that; and what to do with it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

DISPENSABLE: Mapping[str, str] = {
    "ad-click advertisers": "one of several sources: the others still feed the lake",
    "fraud disputes": "one of several sources: the others still feed the lake",
    "recommendation collector": "clients may write to the log themselves",
    "search-ranking collector": "clients may write to the log themselves",
    "ad-click daily": "one of several jobs that fill the same store",
    "fraud profile": "one of several jobs that fill the same store",
    "fraud graph": "one of several jobs that fill the same store",
    "recommendation live-features": "one of several jobs that fill the same store",
    "search-ranking batch-features": "one of several jobs that fill the same store",
    "search-ranking live-features": "one of several jobs that fill the same store",
    "ad-click online": "the counts still reach serving, in the table of the fallback",
    "recommendation context": (
        "what is computed in the request may also come from a store"
    ),
    "recommendation feature-defs": "a list of definitions; no data goes through it",
    "ad-click tracker": "bookkeeping of experiments that no rule asks for",
    "fraud tracker": "bookkeeping of experiments that no rule asks for",
    "recommendation tracker": "bookkeeping of experiments that no rule asks for",
    "search-ranking tracker": "bookkeeping of experiments that no rule asks for",
    "ad-click prerank": "candidates may be ranked in one stage",
    "recommendation item-vectors": (
        "an index may be built from rows by a builder that encodes them itself"
    ),
    "recommendation user-encoder": (
        "a search may be given the request and encode it itself"
    ),
    "search-ranking encode": "a search may be given the request and encode it itself",
    "ad-click fallback": "the model still says what answers when it cannot",
    "fraud fallback": "the model still says what answers when it cannot",
    "recommendation fallback": "the model still says what answers when it cannot",
    "search-ranking fallback": "the model still says what answers when it cannot",
    "ad-click experiments": "the deployer still assigns users to its arms",
    "fraud experiments": "the deployer still assigns users to its arms",
    "recommendation experiments": "the deployer still assigns users to its arms",
    "search-ranking experiments": "the deployer still assigns users to its arms",
    "ad-click analysis": "the section experiment still says how a result is read",
    "fraud analysis": "the section experiment still says how a result is read",
    "recommendation analysis": "the section experiment still says how a result is read",
    "search-ranking analysis": "the section experiment still says how a result is read",
    "ad-click retrain": "the orchestrator still trains by the clock",
    "fraud retrain": "the orchestrator still trains by the clock",
    "recommendation retrain": "the orchestrator still trains by the clock",
    "search-ranking retrain": "the orchestrator still trains by the clock",
    "ad-click audit": "no law asks for a record of which ad was shown",
    "fraud attack-monitor": (
        "one of four monitors; the others watch all that must be watched"
    ),
    "fraud appeal": "the review queue is still a person to reach",
}
"""Components that may go: the design says less without, and nothing wrong."""

INTERCHANGEABLE: Mapping[str, str] = {
    "alert for metric": (
        "a metric past its limit raises an alert, so their kinds take both"
    ),
    "assignment for metric": "an analysis reads arms, and counts of them",
    "candidates for assignment": (
        "an exploring policy may swap candidates or only say who explores"
    ),
    "dataset for metric": "a monitor compares with examples or with their statistics",
    "decision for explanation": "a log keeps decisions and the reasons for them",
    "decision for response": "what was decided is logged, or what was answered",
    "event for label": "an outcome is an event, and may be the label as it stands",
    "event for metric": "a log holds events and what was counted of them",
    "explanation for audit-record": "a reason on record is a record",
    "feature-table for embedding": "a vector is a feature with a history too",
    "feature-table for event": "what was served is logged as rows or as events",
    "feature-table for feature-values": (
        "a stream writes its history row by row or as a table"
    ),
    "feature-table for metric": "a monitor reads features or their statistics",
    "feature-values for embedding": "a store holds vectors beside numbers",
    "label for decision": "the verdict of a reviewer is a decision and a label",
    "label for metric": "quality is measured from labels, or comes measured",
    "metric for audit-record": "a tracker keeps results and the record of a run",
    "metric for policy": "an analysis may report or decide",
    "policy for assignment": "who explores may be a rule or an arm",
    "policy for prediction": "a rule may give its own score",
    "prediction for decision": "the log holds both, and both can be joined and watched",
    "prediction for embedding": (
        "a first stage may pass on its vector instead of a score"
    ),
    "prediction for explanation": "the log keeps scores and what they were made of",
    "raw-table for event": "a source gives rows or changes of rows",
    "raw-table for feature-table": (
        "a validator passes on what it is given, raw or computed"
    ),
    "raw-table for metric": "an analysis reads rows or sums of them",
    "request for event": "a complaint is asked, or sent",
    "review-task for decision": (
        "a reviewer is given a case, or a decision to look at again"
    ),
}
"""Types that both ends give and take: which is meant, only the author knows."""

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
    "components.audit-log.immutable": (
        "a log of this kind cannot be altered unless it says so"
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
    "components.experiment-analysis.guardrails": (
        "said under experiment and problem as well"
    ),
    "components.experiment-service.unit": "said under experiment as well",
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
    "datasets.*.gap": "another set of those that test a model states a longer one",
    "datasets.*.maturity": "where `youngest` is stated, it is what counts",
    "datasets.*.delayed-feedback": "a set that only judges teaches nobody",
    "datasets.*.group-by": "only a random split needs it",
    "datasets.*.lookback": "only a split in time is asked how far it reaches",
    "datasets.*.negative-rate": (
        "then nothing is said to be left out, and nothing is to be mended"
    ),
    "datasets.*.reweighted": "said at its builder, or nothing was left out",
    "datasets.*.preprocess-fit-on": "only fitting on everything is a fault",
    "datasets.*.versioned": "bookkeeping that a snapshot in words may replace",
    "datasets.*.note": "words in which a rule looks for what no key says",
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
    "features.*.definition": "words in which a rule looks for what no key says",
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
    "models.*.algorithm": "words in which a rule looks for what no key says",
    "models.*.calibration": "words in which a rule looks for what no key says",
    "models.*.loss": "words in which a rule looks for what no key says",
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
