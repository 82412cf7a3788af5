"""The technologies, their names in free text, and their icons."""

import importlib
from pathlib import Path

import diagrams
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designkit.catalog.technologies import (
    TECHNOLOGIES,
    find_technology,
    mentioned_technologies,
    technology,
)
from designkit.catalog.technologies.homonyms import HOMONYMS

RESOURCES = Path(diagrams.__file__).parent.parent
NAMES = [name for item in TECHNOLOGIES for name in (item.name, *item.aliases)]


def test_the_field_is_covered() -> None:
    assert len(TECHNOLOGIES) >= 150


def test_no_two_technologies_share_a_name_or_an_alias() -> None:
    lowered = [name.lower() for name in NAMES]

    assert sorted(name for name in lowered if lowered.count(name) > 1) == []


def test_each_says_what_it_does_in_a_phrase() -> None:
    odd = [
        item.name for item in TECHNOLOGIES if not item.does or item.does.endswith(".")
    ]

    assert odd == []


@pytest.mark.parametrize("icon", sorted({item.icon for item in TECHNOLOGIES} - {""}))
def test_each_icon_is_a_class_with_a_picture(icon: str) -> None:
    module, _, name = icon.rpartition(".")
    node = getattr(importlib.import_module(f"diagrams.{module}"), name)

    assert (RESOURCES / node._icon_dir / node._icon).is_file()


def test_initials_are_two_letters_of_one_product_that_has_no_icon() -> None:
    marked = [item for item in TECHNOLOGIES if item.initials]
    initials = [item.initials for item in marked]

    assert sorted(set(initials)) == sorted(initials)
    assert all(len(it) == 2 and it.isascii() and it.isalnum() for it in initials)
    assert [item.name for item in marked if item.icon] == []


@pytest.mark.parametrize("name", ["Kafka", "kafka", " KAFKA ", "Apache Kafka"])
def test_capitals_and_aliases_do_not_matter(name: str) -> None:
    found = technology(name)

    assert found is not None
    assert found.name == "Kafka"


def test_an_unknown_technology_is_nothing() -> None:
    assert technology("in-house") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Faiss HNSW on GPU", "Faiss", id="the earliest of two"),
        pytest.param("Kafka to Iceberg", "Kafka", id="from one to another"),
        pytest.param("Triton CPU, small MLP", "Triton", id="name and detail"),
        pytest.param("Kafka Streams app", "Kafka Streams", id="the longest name"),
        pytest.param("Hive/Iceberg", "Hive", id="a slash divides words"),
        pytest.param("small BERT", "BERT", id="not the first word"),
        pytest.param("on S3, by day", "S3", id="a name with a digit"),
        pytest.param("runs in W&B", "Weights & Biases", id="an alias with a sign"),
        pytest.param("Airflow-like", "Airflow", id="a hyphen ends a word"),
        pytest.param("Flink: segment speeds", "Flink", id="a colon ends a word"),
        pytest.param("spark", "Spark", id="the whole text needs no capital"),
        pytest.param("Spark on Kubernetes", "Spark", id="a homonym with capital"),
    ],
)
def test_the_technology_of_a_free_text(text: str, name: str) -> None:
    found = find_technology(text)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("in-house", id="no product"),
        pytest.param("array of rays", id="only within words"),
        pytest.param("segment speeds", id="an ordinary word"),
        pytest.param("a temporal split with a spark", id="two ordinary words"),
        pytest.param("Kafkaesque", id="only the beginning of a word"),
    ],
)
def test_a_text_without_a_technology(text: str) -> None:
    assert find_technology(text) is None


def test_every_homonym_is_a_name() -> None:
    assert {name.lower() for name in NAMES} >= HOMONYMS


@given(name=st.sampled_from(NAMES))
@settings(deadline=None, max_examples=60)
def test_a_name_is_found_among_other_words(name: str) -> None:
    assert find_technology(f"our {name}, by hand") is technology(name)


@given(text=st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_any_text_has_an_answer(text: str) -> None:
    found = find_technology(text)

    assert found is None or found in TECHNOLOGIES


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kafka to Iceberg, then Kafka", ["Kafka", "Iceberg"]),
        ("LightGBM and PyTorch", ["LightGBM", "PyTorch"]),
        ("in-house", []),
        ("", []),
    ],
)
def test_every_technology_of_a_text_is_found_once(text: str, names: list[str]) -> None:
    assert [found.name for found in mentioned_technologies(text)] == names
