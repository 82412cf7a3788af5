"""The 29 types of data that flow between components."""

from functools import cache

from designkit.catalog.kind import DataType, Reply

DATA_TYPES: tuple[DataType, ...] = (
    DataType(
        "request",
        "A question that somebody waits to have answered: open a page, score a "
        "payment, quote a time.",
        "requests",
    ),
    DataType(
        "response",
        "The answer to a request; once it is sent, the waiting is over.",
        "response",
        Reply.ALWAYS,
    ),
    DataType(
        "event",
        "Something that happened, with the time it happened, never edited later: a "
        "view, a click, a payment, a position.",
        "events",
    ),
    DataType(
        "raw-table",
        "Rows as they were delivered, before anyone has shaped them for modelling.",
        "raw tables",
    ),
    DataType(
        "feature-def",
        "What a feature means and how it is computed: its entity, type, owner, code, "
        "lifetime and default.",
        "feature definitions",
    ),
    DataType(
        "feature-table",
        "The history of features: which value an entity had at which moment.",
        "feature history",
    ),
    DataType(
        "feature-values",
        "The features of one entity as they stand now, ready for a model to read.",
        "feature values",
    ),
    DataType(
        "embedding",
        "A vector that stands for an entity; it can be compared only with vectors of "
        "the same encoder version.",
        "embeddings",
    ),
    DataType(
        "label",
        "What turned out to be true about a past prediction, and from when on it may "
        "be believed.",
        "labels",
    ),
    DataType(
        "dataset",
        "A frozen, numbered set of examples, already divided for fitting and testing.",
        "dataset",
    ),
    DataType(
        "model",
        "A fitted model with all it needs to run: preprocessing, calibration, "
        "version, origin.",
        "model",
    ),
    DataType(
        "index",
        "A structure built for fast retrieval, by meaning, by word or by road; valid "
        "for one encoder version.",
        "index",
    ),
    DataType(
        "candidates",
        "A shortlist of items worth a closer look, in rough order or none.",
        "candidates",
    ),
    DataType(
        "prediction",
        "What a model says: a score, a class or a quantity, signed with the version "
        "that said it.",
        "predictions",
    ),
    DataType(
        "prompt",
        "All that a language model is given for one call: instructions, history, "
        "passages, tools, the question; text that is trusted and text that is not.",
        "prompt",
    ),
    DataType(
        "completion",
        "What a language model wrote in answer to a prompt, text or wishes to use a "
        "tool, signed with the versions of model and prompt.",
        "completion",
        Reply.ALWAYS,
    ),
    DataType(
        "passages",
        "Pieces of text or images for a model to read, each with its source, version, "
        "access rights and trust.",
        "passages",
        Reply.TO_WHO_ASKED,
    ),
    DataType(
        "tool-call",
        "A wish of a model to run a tool with arguments; nothing has happened yet, and "
        "it may still be refused.",
        "tool calls",
    ),
    DataType(
        "tool-result",
        "What a tool returned; no more to be trusted than whoever could write it.",
        "tool results",
        Reply.ALWAYS,
    ),
    DataType(
        "trace",
        "The record of one task: every call with prompt version, passages, tokens, "
        "time, cost and verdict.",
        "traces",
    ),
    DataType(
        "decision",
        "What the system does about a prediction: approve, decline, rank, bid, hide, "
        "send.",
        "decisions",
    ),
    DataType(
        "assignment",
        "Which arm of an experiment a user, or another unit, belongs to.",
        "experiment arms",
    ),
    DataType(
        "policy",
        "Settings that people choose and a model does not learn: limits, rules, "
        "budgets, permissions.",
        "policy",
    ),
    DataType(
        "metric",
        "A measured number with the time it was measured.",
        "metrics",
    ),
    DataType(
        "alert",
        "A message that a metric left the range it was promised to keep.",
        "alerts",
    ),
    DataType(
        "trigger",
        "An order to start a pipeline.",
        "triggers",
    ),
    DataType(
        "review-task",
        "A case that waits for a person to look at it.",
        "review tasks",
    ),
    DataType(
        "explanation",
        "The reasons behind a prediction or a decision, in words that the person "
        "concerned can use.",
        "reasons",
    ),
    DataType(
        "audit-record",
        "A line that is never changed: who did what, when, with which version.",
        "audit records",
    ),
)


def data_type(name: str) -> DataType | None:
    """Return the data type called `name`, if there is one."""
    return _by_name().get(name)


@cache
def _by_name() -> dict[str, DataType]:
    return {item.name: item for item in DATA_TYPES}
