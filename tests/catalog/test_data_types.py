"""The types of data that flow."""

import re

from inline_snapshot import snapshot

from designkit.catalog.data_types import DATA_TYPES, data_type
from designkit.catalog.kind import Reply
from designkit.model.answers import GOES_BACK
from designkit.model.waiting import REPLIES


def test_there_are_29_data_types_in_the_order_in_which_data_flows() -> None:
    assert [item.name for item in DATA_TYPES] == snapshot(
        [
            "request",
            "response",
            "event",
            "raw-table",
            "feature-def",
            "feature-table",
            "feature-values",
            "embedding",
            "label",
            "dataset",
            "model",
            "index",
            "candidates",
            "prediction",
            "prompt",
            "completion",
            "passages",
            "tool-call",
            "tool-result",
            "trace",
            "decision",
            "assignment",
            "policy",
            "metric",
            "alert",
            "trigger",
            "review-task",
            "explanation",
            "audit-record",
        ]
    )


def test_a_data_type_is_found_by_its_name() -> None:
    found = data_type("feature-values")

    assert found is not None
    assert found.label == "feature values"


def test_an_unknown_data_type_is_nothing() -> None:
    assert data_type("feature_values") is None


def test_each_name_is_kebab_case_and_occurs_once() -> None:
    names = [item.name for item in DATA_TYPES]

    assert [n for n in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", n)] == []
    assert len(set(names)) == len(names)


def test_each_definition_is_a_sentence() -> None:
    odd = [
        item.name
        for item in DATA_TYPES
        if not (item.definition[0].isupper() and item.definition.endswith("."))
    ]

    assert odd == []


def test_each_label_is_its_own_and_short_enough_for_an_arrow() -> None:
    labels = [item.label for item in DATA_TYPES]

    assert len(set(labels)) == len(labels)
    assert [label for label in labels if not 4 < len(label) <= 20] == []


def test_what_the_catalogue_calls_a_reply_is_left_out_of_what_is_waited_for() -> None:
    replies = {item.name for item in DATA_TYPES if item.reply is Reply.ALWAYS}
    back = {item.name for item in DATA_TYPES if item.reply is Reply.TO_WHO_ASKED}

    assert (replies, back) == (REPLIES, {GOES_BACK})
