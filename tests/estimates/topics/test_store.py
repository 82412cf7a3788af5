"""Online stores: keys read at peak, memory, and the part of what is there."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

LOAD = "workload: {daily-users: 50 M, requests-per-user: 10, peak-factor: 3}"
STORED = """
    {load}
    components:
      app: {{kind: client}}
      rank: {{kind: model-server}}
      users:
        {{kind: online-store, entities: 200 M, entity-size: 480 B, replication: 2,
          fill-max: 75%, max-reads: 20 k/s, memory: 300 GB}}
      things:
        {{kind: online-store, entities: 10 M, entity-size: 280 B, replication: 2,
          fill-max: 75%}}
      {cache}
    flows:
      calls: [app -> rank: request, rank -> app: response]
      lookups:
        - users -> rank: {{carries: feature-values, keys: 1}}
        - things -> {reader}: {{carries: feature-values, keys: 500}}
        {lookup}
"""
PLAIN = STORED.format(load=LOAD, cache="", reader="rank", lookup="")
CACHED = STORED.format(
    load=LOAD,
    cache="near: {kind: cache, hit-ratio: 90%}",
    reader="near",
    lookup="- near -> rank: feature-values",
)


def test_keys_are_read_for_the_user_and_for_every_candidate() -> None:
    found = estimated(PLAIN)
    reads = [figure(found, f"store.{id}.reads").value for id in ("users", "things")]

    assert sum(reads) == pytest.approx(8_697_916.67, rel=1e-6)


def test_a_cache_before_a_store_takes_its_hits_off() -> None:
    found = estimated(CACHED)
    reads = [figure(found, f"store.{id}.reads").value for id in ("users", "things")]

    assert sum(reads) == pytest.approx(885_416.67, rel=1e-6)
    assert told(found, "store.things.reads") == (
        "peak qps * (near calls * near keys * (1 - hit ratio))",
        "17,361/s * (1 (assumed) * 500 * (1 - 90%))",
        "868,056/s",
    )


def test_memory_holds_rows_and_copies_and_leaves_room() -> None:
    found = estimated(PLAIN)
    memory = [figure(found, f"store.{id}.memory").value for id in ("users", "things")]

    assert sum(memory) == pytest.approx(2.634667e11, rel=1e-6)
    assert told(found, "store.users.memory") == (
        "entities * entity size * copies / fill",
        "200 M * 480 B * 2 / 75%",
        "256 GB",
    )


def test_where_it_is_stated_what_is_there_the_part_in_use_is_told() -> None:
    found = estimated(PLAIN)

    assert of_topic(found, "store") == [
        "store.users.reads",
        "store.users.reads-share",
        "store.users.memory",
        "store.users.memory-share",
        "store.things.reads",
        "store.things.memory",
    ]
    assert told(found, "store.users.reads-share") == (
        "reads needed / max reads",
        "17,361/s / 20 k/s",
        "86.8%",
    )
    assert told(found, "store.users.memory-share") == (
        "memory needed / memory",
        "256 GB / 300 GB",
        "85.3%",
    )


SHARED = """
    workload: {requests-per-day: 8.64 M, peak-factor: 1}
    components:
      app: {kind: client}
      rank: {kind: model-server}
      prepare: {kind: on-demand-transform}
      spare: {kind: fallback}
      nightly: {kind: batch-scorer}
      online: {kind: online-store}
    flows:
      calls: [app -> prepare: request, prepare -> rank: request, rank -> app: response,
              app -> spare: request, spare -> app: response]
      lookups:
        - online -> prepare: {carries: feature-values, keys: 4}
        - online -> rank: {carries: feature-values, calls-per-request: 3}
        - online -> spare: {carries: feature-values, keys: 9}
        - online -> nightly: {carries: feature-values, keys: 1 M}
"""


def test_readers_of_a_store_add_up_but_fallbacks_and_jobs_do_not_count() -> None:
    found = estimated(SHARED)

    assert told(found, "store.online.reads") == (
        "peak qps * (prepare calls * prepare keys + rank calls * rank keys)",
        "100/s * (1 * 4 + 3 * 1 (assumed))",
        "700/s",
    )


def test_a_store_that_no_request_reads_is_not_read() -> None:
    found = estimated(
        "workload: {requests-per-day: 8.64 M, peak-factor: 1}\n"
        "components: {app: {kind: client}, online: {kind: online-store}}"
    )

    assert told(found, "store.online.reads") == ("peak qps * (0)", "100/s * (0)", "0/s")


@pytest.mark.parametrize(
    ("design", "id", "needs"),
    [
        pytest.param(
            CACHED.replace(", hit-ratio: 90%", ""),
            "store.things.reads",
            "needs components.near.hit-ratio (part of the reads that it answers)",
            id="a cache without hits",
        ),
        pytest.param(
            CACHED.replace("90%", "130%"),
            "store.things.reads",
            "a hit ratio lies from 0 to 1 (peak qps 17,361/s, near calls 1, "
            "near keys 500, hit ratio 130%)",
            id="hits above all",
        ),
        pytest.param(
            STORED.format(load="", cache="", reader="rank", lookup=""),
            "store.users.reads-share",
            "needs workload.requests-per-day (requests on a day); "
            "needs workload.peak-factor (peak load over average load of the day)",
            id="no load",
        ),
        pytest.param(
            SHARED,
            "store.online.memory",
            "needs components.online.entities (keys that it holds); "
            "needs components.online.entity-size (size of all features of one key)",
            id="no rows",
        ),
        pytest.param(
            PLAIN.replace("75%", "0%"),
            "store.users.memory",
            "the part that may be used lies above 0 and at most at 1 "
            "(entities 200 M, entity size 480 B, copies 2, fill 0%)",
            id="no room",
        ),
    ],
)
def test_what_is_lacking_is_named(design: str, id: str, needs: str) -> None:
    assert lacking(estimated(design), id) == needs


def test_the_entities_of_the_workload_do_for_a_store_that_states_none() -> None:
    found = estimated(
        SHARED.replace("peak-factor: 1", "peak-factor: 1, entities: 10 M").replace(
            "kind: online-store", "kind: online-store, entity-size: 1 kB"
        )
    )

    assert told(found, "store.online.memory") == (
        "entities * entity size * copies / fill",
        "10 M * 1 kB * 1 (assumed) / 100% (assumed)",
        "10 GB",
    )


def test_predictions_that_are_kept_need_memory_as_features_do() -> None:
    found = estimated("""
        workload: {requests-per-day: 86.4 M, peak-factor: 3}
        components:
          app: {kind: client}
          page: {kind: gateway}
          scores:
            kind: prediction-store
            entities: 40 M
            entity-size: 2 kB
            replication: 3
            memory: 300 GB
            fill-max: 80%
            max-reads: 10 k/s
        flows:
          calls: [app -> page: request]
          lookups: [scores -> page: prediction]
    """)

    assert told(found, "store.scores.memory")[1:] == ("40 M * 2 kB * 3 / 80%", "300 GB")
    assert figure(found, "store.scores.memory-share").text == "100%"
    assert figure(found, "store.scores.reads").value == pytest.approx(3_000)
    assert figure(found, "store.scores.reads-share").text == "30%"


def test_a_store_of_several_tables_holds_their_sum() -> None:
    found = estimated("""
        workload: {entities: 9 M}
        components:
          online:
            kind: online-store
            replication: 2
            fill-max: 50%
            memory: 960 GB
            tables:
              profile: {entities: 100 M, entity-size: 1 kB}
              counters: {entities: 10 M, entity-size: 2 kB, ttl: 1 h}
    """)

    assert told(found, "store.online.profile.memory")[2] == "400 GB"
    assert told(found, "store.online.counters.memory")[2] == "80 GB"
    assert told(found, "store.online.memory") == (
        "profile + counters",
        "400 GB + 80 GB",
        "480 GB",
    )
    assert told(found, "store.online.memory-share")[2] == "50%"


def test_a_table_says_itself_how_many_keys_it_has() -> None:
    found = estimated("""
        workload: {entities: 9 M}
        components: {online: {kind: online-store, tables: {a: {entity-size: 1 kB}}}}
    """)

    assert lacking(found, "store.online.a.memory") == (
        "needs components.online.tables.a.entities (keys that it holds)"
    )


def test_a_table_whose_readers_read_no_other_has_reads_of_its_own() -> None:
    found = estimated("""
    workload: {requests-per-day: 86.4 M, peak-factor: 2}
    components:
      app: {kind: client}
      home: {kind: service}
      lists:
        kind: prediction-store
        tables:
          home: {read-by: home, max-reads: 8 k/s, entities: 1 M, entity-size: 2 kB}
          mail: {entities: 2 M, entity-size: 1 kB}
    flows:
      calls: [app -> home: request]
      lookups: [{lists -> home: {carries: prediction, keys: 3}}]
    """)

    assert told(found, "store.lists.home.reads") == (
        "peak qps * (home calls * home keys)",
        "2,000/s * (1 * 3)",
        "6,000/s",
    )
    assert figure(found, "store.lists.home.reads-share").value == 0.75
    assert figure(found, "store.lists.memory").value == 4e9
