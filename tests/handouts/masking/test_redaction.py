import pytest
from hypothesis import given
from hypothesis import strategies as st

from designkit.handouts.masking.redaction import (
    BLANK,
    Secrets,
    found,
    found_beside,
    redacted,
    said_in,
    telling,
)
from tests.hostile import every_hostile_text

SECRETS = Secrets(
    phrases=frozenset(
        {"Online feature store", "Feature log", "Ranker", "Kafka", "6 ms"}
    ),
    capitalised=frozenset({"Ray", "in-house"}),
    notes=frozenset({"a person decides"}),
    codes=frozenset({"log", "online", "train", "feature-values"}),
    drawn=frozenset({"events", "roll back"}),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("The online feature store reads.", "The …… reads.", id="phrase"),
        pytest.param("Online store", "Online store", id="part-of-a-phrase"),
        pytest.param("Online\nfeature  store", "……", id="over-lines"),
        pytest.param("**Online** feature _store_", "……", id="emphasised-in-part"),
        pytest.param("*Kafka*, _Kafka_", "*……*, _……_", id="emphasised"),
        pytest.param("KAFKA's and kafkaesque", "…… and kafkaesque", id="capitals"),
        pytest.param("two rankers, pre-ranker", "two ……, pre-……", id="plural"),
        pytest.param("ranking", "ranking", id="another-form"),
        pytest.param(
            "6 ms, 16 ms, 1.6 ms, 6 msec", "……, 16 ms, 1.6 ms, 6 msec", id="numbers"
        ),
        pytest.param("Feature log store", "…… store", id="side-by-side"),
        pytest.param(
            "a ray of Ray in-house, In-house", "a ray of …… in-house, ……", id="word"
        ),
        pytest.param("Here a person decides.", "Here …….", id="note"),
        pytest.param(
            "log, train, online and events", "log, train, online and events", id="words"
        ),
        pytest.param("roll back the train", "roll back the train", id="short-note"),
        pytest.param("`log -> train`: `feature-values`", "`…… -> ……`: `……`", id="code"),
        pytest.param(
            "`log->train` `catalog` ``log``",
            "`……->……` `catalog` ``……``",
            id="codes",
        ),
        pytest.param("`use Kafka`", "`use ……`", id="phrase-in-code"),
    ],
)
def test_prose_is_redacted(text: str, shown: str) -> None:
    assert redacted(text, SECRETS) == shown


def test_without_secrets_a_text_stays() -> None:
    assert redacted("Kafka and `log`", Secrets()) == "Kafka and `log`"


@given(text=st.text(st.sampled_from("Kafkar6 ms`-_*onlie\nRy.,"), max_size=60))
def test_what_is_redacted_holds_no_secret(text: str) -> None:
    shown = redacted(text, SECRETS)

    assert said_in(shown, SECRETS.phrases | SECRETS.notes) == frozenset()
    assert redacted(shown, SECRETS) == shown


@every_hostile_text
def test_a_hostile_text_is_found(text: str) -> None:
    phrases = telling([f"{text} end"])
    shown = redacted(f"before {text} end after", Secrets(phrases=phrases))

    assert shown.startswith("before ")
    assert shown.endswith(f"{BLANK} after")
    assert said_in(" ".join(phrases), phrases) == phrases


def test_a_number_or_a_single_character_is_no_phrase() -> None:
    assert telling(["1,000", "3", "x", "", " ", "3-D", "C++", " a\n b "]) == (
        frozenset({"3-D", "C++", "a b"})
    )


def test_a_very_long_text_is_looked_for_in_stretches() -> None:
    words = [f"w{number}" for number in range(95)]
    phrases = telling([" ".join(words)])

    assert sorted(len(phrase.split()) for phrase in phrases) == [20, 20, 20, 35]
    assert redacted(" ".join(words), Secrets(phrases=phrases)) == "…… …… …… ……"


def test_what_overlaps_is_found_as_one() -> None:
    phrases = frozenset({"Feature log", "log store"})

    assert found("A Feature log store", phrases) == ((2, 19),)


def test_what_is_hidden_already_is_no_part_of_a_phrase() -> None:
    assert found_beside("p50 2 of Kafka", frozenset({"p50 2", "Kafka"}), [(4, 5)]) == (
        ((4, 5), (9, 14))
    )


def test_secrets_are_added_up() -> None:
    both = Secrets(phrases=frozenset({"a b"})) | SECRETS

    assert both.phrases == SECRETS.phrases | {"a b"}
    assert (both.capitalised, both.notes) == (SECRETS.capitalised, SECRETS.notes)
    assert (both.codes, both.drawn) == (SECRETS.codes, SECRETS.drawn)
