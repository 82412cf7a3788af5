"""Training runs and batch jobs: how long, and how much of the interval."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

TRAINED = """
    workload: {workload}
    components:
      train: {{kind: trainer, {says}}}
"""


def trained(says: str, workload: str = "{examples: 2 bn}") -> str:
    return TRAINED.format(says=says, workload=workload)


def test_a_run_takes_as_long_as_its_devices_need() -> None:
    found = estimated(trained("throughput: 100 k/s, devices: 8, efficiency: 85%"))

    assert figure(found, "training.train.time").value == pytest.approx(
        2_941.176, rel=1e-6
    )
    assert told(found, "training.train.time") == (
        "examples * epochs / (throughput * devices * efficiency)",
        "2 bn * 1 (assumed) / (100 k/s * 8 * 85%)",
        "49 min 1 s",
    )


def test_what_a_trainer_states_of_its_own_comes_first() -> None:
    found = estimated(trained("throughput: 1 k/s, examples: 1 M, epochs: 3"))

    assert told(found, "training.train.time")[1:] == (
        "1 M * 3 / (1 k/s * 1 (assumed) * 85% (assumed))",
        "58 min 49 s",
    )


def test_a_batch_job_takes_a_part_of_its_interval() -> None:
    found = estimated(
        "components: {score: {kind: batch-scorer, runtime: 2000 s, interval: 1 h}}"
    )

    assert figure(found, "jobs.score.schedule-share").value == pytest.approx(
        0.5555556, rel=1e-6
    )
    assert told(found, "jobs.score.schedule-share") == (
        "runtime / interval",
        "2000 s / 1 h",
        "55.6%",
    )


SCORED = "components: {{score: {{kind: batch-scorer, {says}}}}}"
RUN = "entities: 800 M, throughput: 80 k/s"


def scored(says: str) -> str:
    return SCORED.format(says=says)


def test_a_run_takes_as_long_as_its_entities_need() -> None:
    found = estimated(scored(RUN))

    assert figure(found, "jobs.score.run-time").value == pytest.approx(10_000)
    assert told(found, "jobs.score.run-time") == (
        "entities / throughput",
        "800 M / 80 k/s",
        "2 h 47 min",
    )
    assert of_topic(found, "training") == ["jobs.score.run-time"]


def test_a_run_costs_its_price_for_as_long_as_it_takes() -> None:
    found = estimated(scored(f"{RUN}, cost: 36 USD/h"))

    assert told(found, "jobs.score.cost-per-run") == (
        "cost * time of a run",
        "36 USD/h * 2 h 47 min",
        "100.00 USD",
    )


def test_a_run_on_a_schedule_costs_what_is_paid_until_the_next() -> None:
    found = estimated(scored(f"{RUN}, interval: 24 h, cost: 195 USD/day"))

    assert told(found, "jobs.score.cost-per-run") == (
        "cost * interval",
        "195 USD/day * 24 h",
        "195.00 USD",
    )


def test_a_run_whose_time_is_stated_has_a_cost_as_well() -> None:
    found = estimated(scored("runtime: 30 min, cost: 36 USD/h"))

    assert of_topic(found, "training") == ["jobs.score.cost-per-run"]
    assert told(found, "jobs.score.cost-per-run")[1:] == (
        "36 USD/h * 30 min",
        "18.00 USD",
    )


@pytest.mark.parametrize(
    ("says", "id", "needs"),
    [
        pytest.param(
            "entities: 800 M",
            "jobs.score.run-time",
            "needs components.score.throughput (entities scored in a time)",
            id="no throughput",
        ),
        pytest.param(
            "throughput: 80 k/s, cost: 36 USD/h",
            "jobs.score.cost-per-run",
            "needs components.score.entities (entities that one run scores)",
            id="no entities",
        ),
        pytest.param(
            "interval: 1 d",
            "jobs.score.run-time",
            "needs components.score.entities (entities that one run scores); "
            "needs components.score.throughput (entities scored in a time)",
            id="neither",
        ),
    ],
)
def test_what_a_run_lacks_is_named(says: str, id: str, needs: str) -> None:
    assert lacking(estimated(scored(says)), id) == needs


def test_every_trainer_and_every_job_is_told() -> None:
    found = estimated("""
        workload: {examples: 1 M}
        components:
          small: {kind: trainer, throughput: 1 k/s, runtime: 1 h, interval: 1 d}
          large: {kind: trainer, throughput: 10 k/s}
          silent: {kind: trainer, runtime: 1 h}
          copy: {kind: materializer, runtime: 1 h, interval: 2 h}
    """)

    assert of_topic(found, "training") == [
        "training.small.time",
        "training.large.time",
        "jobs.small.schedule-share",
        "jobs.copy.schedule-share",
    ]


@pytest.mark.parametrize(
    ("says", "workload", "id", "needs"),
    [
        (
            "throughput: 1 k/s",
            "{peak-factor: 1}",
            "training.train.time",
            "needs components.train.examples (examples in one pass)",
        ),
        (
            "throughput: 0/s",
            "{examples: 1 M}",
            "training.train.time",
            "the rate must lie above 0: between 1e-60 and 1e60 (examples 1 M, epochs 1, "
            "throughput 0/s, devices 1, efficiency 85%)",
        ),
        (
            "runtime: 1 h, interval: 0 s",
            "{examples: 1 M}",
            "jobs.train.schedule-share",
            "the interval must lie above 0: between 1e-60 and 1e60 "
            "(runtime 1 h, interval 0 s)",
        ),
    ],
)
def test_what_is_lacking_is_named(
    says: str, workload: str, id: str, needs: str
) -> None:
    assert lacking(estimated(trained(says, workload)), id) == needs
