"""Features: how old a value may be when a model reads it."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

AGED = """
    components:
      visits: {kind: source-db}
      profile: {kind: batch-transform, interval: 1 h, runtime: 15 min}
      push: {kind: materializer, runtime: 5 min}
      clicks: {kind: event-log}
      recent: {kind: stream-transform, slide: 30 s, watermark: 15 s, lag: 10 s}
      online: {kind: online-store}
      fresh: {kind: online-store}
      near: {kind: cache, ttl: 60 s}
      rank: {kind: model-server}
    flows:
      streams: [clicks -> recent: event, recent -> fresh: feature-values]
      batches: [visits -> profile: raw-table, profile -> push -> online: feature-table]
      lookups: [online -> near -> rank: feature-values, fresh -> rank: feature-values]
    features:
      habits: {offline-by: profile, online-by: profile, freshness: 2 h}
      velocity: {name: Clicks now, online-by: recent}
"""


def test_batch_steps_and_caches_add_up() -> None:
    found = estimated(AGED)

    assert figure(found, "freshness.habits.worst").value == 4_860
    assert figure(found, "freshness.habits.mean").value == 3_030


def test_stream_steps_add_up() -> None:
    found = estimated(AGED)

    assert figure(found, "freshness.velocity.worst").value == 55
    assert figure(found, "freshness.velocity.mean").value == 40


def test_the_way_of_a_value_is_worked_out() -> None:
    found = estimated(AGED)

    assert told(found, "freshness.habits.worst") == (
        "profile interval + profile runtime + push runtime + near ttl",
        "1 h + 15 min + 5 min + 60 s",
        "1 h 21 min",
    )
    assert told(found, "freshness.habits.mean") == (
        "profile interval / 2 + profile runtime + push runtime + near ttl / 2",
        "1 h / 2 + 15 min + 5 min + 60 s / 2",
        "50 min 30 s",
    )
    assert told(found, "freshness.velocity.worst") == (
        "recent slide + recent watermark + recent lag",
        "30 s + 15 s + 10 s",
        "55 s",
    )


def test_each_feature_has_two_ages_and_their_part_of_what_is_promised() -> None:
    found = estimated(AGED)

    assert of_topic(found, "freshness") == [
        "freshness.habits.worst",
        "freshness.habits.mean",
        "freshness.habits.share",
        "freshness.velocity.worst",
        "freshness.velocity.mean",
    ]
    assert told(found, "freshness.habits.share") == (
        "age at worst / promised",
        "1 h 21 min / 2 h",
        "67.5%",
    )
    assert figure(found, "freshness.habits.worst").note == "Promised: 2 h."
    assert figure(found, "freshness.velocity.worst").title == (
        "Clicks now: worst age when read"
    )


@pytest.mark.parametrize(
    ("maker", "why"),
    [
        (
            "",
            "needs features.lost.online-by (the component that makes it for serving)",
        ),
        ("online-by: none", "nothing makes it for serving: online-by is none"),
        ("online-by: push", "no flow takes what push makes to a model"),
        ("online-by: clicks", "no flow takes what clicks makes to a model"),
    ],
)
def test_a_feature_without_a_way_to_a_model_says_so(maker: str, why: str) -> None:
    found = estimated(f"""
        components: {{push: {{kind: materializer}}, clicks: {{kind: event-log}}}}
        features: {{lost: {{name: Lost, {maker}}}}}
    """)

    assert lacking(found, "freshness.lost.worst") == why


def test_a_way_on_which_nothing_states_a_time_tells_nothing() -> None:
    found = estimated("""
        components:
          app: {kind: client}
          prepare: {kind: on-demand-transform}
          rank: {kind: model-server}
        flows:
          calls: [app -> prepare: request, prepare -> rank: feature-values]
        features: {now: {online-by: prepare}}
    """)

    assert found.part("freshness") is None


def test_a_range_of_intervals_is_a_range_of_ages() -> None:
    found = estimated(AGED.replace("interval: 1 h", "interval: 1 h..3 h"))

    assert figure(found, "freshness.habits.worst").text == "1 h 21 min..3 h 21 min"
