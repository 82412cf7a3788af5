"""Puts what only carries data on into a flow of a design: the same data, one hop later."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from types import MappingProxyType

import yaml

from designkit.catalog.kinds import kind
from designkit.checks.rule import Rule
from designkit.model.component import Flow, Mode
from designkit.source.loader import Loaded
from tests.mutated import written
from tests.rule_examples import load_example

NEW = "passed-through"

STREAMED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "decision": ("prediction-log",),
        "event": ("event-collector", "event-log", "stream-ingest"),
        "label": ("event-log",),
        "prediction": ("prediction-log", "business-rules"),
        "raw-table": ("stream-ingest",),
    }
)
KEPT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "dataset": ("data-validator",),
        "decision": ("prediction-log",),
        "embedding": ("offline-store",),
        "event": ("data-validator",),
        "feature-table": ("offline-store", "data-validator"),
        "feature-values": ("online-store",),
        "label": ("lake",),
        "model": ("model-registry",),
        "prediction": ("prediction-store", "business-rules"),
        "raw-table": ("batch-ingest", "lake", "data-validator"),
    }
)
ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "candidates": ("eligibility-filter",),
        "embedding": ("online-store",),
        "feature-values": ("online-store",),
        "prediction": ("business-rules",),
        "request": ("gateway",),
    }
)
CONTROLLED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "alert": ("alert-manager",),
        "feature-def": ("feature-registry",),
        "model": ("model-registry", "deployer"),
        "policy": ("business-rules",),
        "trigger": ("orchestrator",),
    }
)
CARRIERS = {
    Mode.CALL: ASKED,
    Mode.LOOKUP: ASKED,
    Mode.STREAM: STREAMED,
    Mode.BATCH: KEPT,
    Mode.CONTROL: CONTROLLED,
}
"""The kinds that pass a data type on as it came, by how it moves."""

COPIED = ("timeout", "replicas", "availability", "region")
"""What stands at what is put in as at what gives to it, so that nothing gets worse."""


def lengthened(text: str, rule: Rule) -> Iterator[tuple[str, str, Loaded]]:
    """Give an example with each of its flows passed on, by each kind that may do so.

    The first of three is the kind, the second says where it stands.
    """
    design = load_example(text, rule).design
    assert design is not None
    tree = yaml.safe_load(text)
    for number, flow in enumerate(design.flows):
        for carrier in CARRIERS[flow.mode].get(flow.carries or "", ()):
            longer = deepcopy(tree)
            given = tree["components"][flow.source]
            longer["components"][NEW] = {
                "kind": carrier,
                **{key: given[key] for key in COPIED if key in given},
                **_kept(carrier, given),
            }
            flows = list(design.flows)
            flows[number : number + 1] = _halves(flow)
            longer["flows"] = written(flows)
            told = f"{flow.source} -> {carrier} -> {flow.target}: {flow.carries}"
            text = yaml.safe_dump(longer, sort_keys=False)
            yield carrier, told, load_example(text, rule)


def _kept(name: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """Let it keep data as long as what it is given them by, if it keeps any."""
    found = kind(name)
    keeps = found is not None and found.attribute("retention") is not None
    return {key: given[key] for key in ("retention",) if keeps and key in given}


def _halves(flow: Flow) -> tuple[Flow, Flow]:
    first = flow.model_copy(update={"target": NEW})
    return first, flow.model_copy(update={"source": NEW})
