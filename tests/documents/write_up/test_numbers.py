"""The numbers of a write-up: sections in order, working folded, assumptions listed."""

import re

import pytest
from inline_snapshot import snapshot

from designkit.documents.write_up import write_up
from designkit.documents.write_up.numbers import Numbers, defaults, numbers
from designkit.documents.write_up.parts import Section
from designkit.estimates.estimator import estimate
from designkit.estimates.topic import Chapter
from designkit.model.design import Design
from designkit.quantities.writing import TIMES
from tests.computed import estimated, loaded
from tests.hostile import every_hostile_text
from tests.markdown_tokens import block_structure, inline_tokens, tokens
from tests.mutated import DESIGNS, shipped

RANKED = """
    workload: {requests-per-day: 8.64 M, peak-factor: 2}
    components:
      app: {kind: client}
      rank: {kind: model-server, service-time: 10 ms, cost: 1 USD/h}
    flows: {calls: [app -> rank: request, rank -> app: response]}
    experiment: {baseline-rate: 5%, mde: 2%}
"""


def sections(yaml: str) -> dict[str, tuple[Numbers, ...]]:
    return {found.title: numbers_of(found) for found in numbers(estimated(yaml))}


def numbers_of(section: Section) -> tuple[Numbers, ...]:
    assert isinstance(section.body, tuple)
    return section.body


def cells(found: Numbers) -> list[tuple[str, ...]]:
    rows = found.figures.rows if found.figures else ()
    return [tuple(cell.strip() for cell in row) for row in rows]


def test_figures_stand_under_the_headings_of_a_design_doc() -> None:
    found = sections(RANKED)

    assert list(found) == [
        Chapter.LOAD,
        Chapter.PROOF,
        Chapter.LABELS,
        Chapter.COST,
    ]
    assert [item.title for item in found[Chapter.LOAD]] == [
        "Traffic",
        "Latency",
        "Serving",
        "Availability",
    ]


@pytest.mark.parametrize("name", DESIGNS)
def test_every_figure_of_a_shipped_design_is_written_once(name: str) -> None:
    design = shipped(name).design
    assert design is not None
    found = estimate(design)
    parts = [part for section in numbers(found) for part in numbers_of(section)]

    assert sum(len(cells(part)) for part in parts) == len(found.figures)
    assert sum(len(part.working) for part in parts) == len(found.figures)
    assert [part.missing for part in parts if part.missing] == []


def test_a_part_that_is_alone_under_its_heading_needs_no_title() -> None:
    found = sections(RANKED)

    assert [item.title for item in found[Chapter.COST]] == [""]
    assert [item.title for item in found[Chapter.PROOF]] == [""]


def test_the_table_has_titles_and_values() -> None:
    traffic = sections(RANKED)[Chapter.LOAD][0]

    assert cells(traffic) == [
        ("Requests a second, on average", "100/s"),
        ("Requests a second at peak", "200/s"),
    ]


def test_the_working_is_a_chain_of_equations_with_the_note_at_its_end() -> None:
    found = sections(RANKED)
    working = [
        line.replace(TIMES, "*")
        for part in found[Chapter.COST]
        for line in part.working
    ]

    assert working[:2] == [
        "**Running cost** = rank = 1 USD/h = 1.00 USD/h. "
        "What states no cost is left out, so this is the least.",
        "**Running cost of a month** = per hour * 730 h = 1.00 USD/h * 730 h "
        "= 730.00 USD/month",
    ]


def test_what_cannot_be_computed_says_what_it_needs() -> None:
    availability = sections(RANKED)[Chapter.LOAD][-1]

    assert availability.figures is None
    assert availability.working == ()
    assert availability.missing[0] == (
        r"Requests that are answered: needs components.\*.availability "
        "(share of good answers of each part needed)"
    )


def test_assumptions_are_listed_with_the_reason_and_where_to_state_ones_own() -> None:
    found = defaults(estimated(RANKED))

    assert found is not None
    assert found.headings == snapshot(
        ("Number            ", "Assumed", "Because", "State your own at")
    )
    assert [row[3] for row in found.rows] == snapshot(
        [
            "`components.rank.concurrency`",
            "`components.rank.target-utilisation`",
            "`experiment.alpha`",
            "`experiment.power`",
            "`experiment.arms`",
        ]
    )
    assert found.rows[1][:3] == snapshot(
        (
            "target utilisation",
            "60%    ",
            "queues grow fast above 70% busy (Harchol-Balter 2013, Performance Modeling "
            "and Design of Computer Systems)",
        )
    )


def test_where_nothing_is_assumed_there_is_no_list() -> None:
    assert defaults(estimated("components: {app: {kind: client}}")) is None


def written(design: Design) -> str:
    """Return the sections with numbers of the write-up of `design`."""
    document = write_up(design, {})
    titles = "|".join(map(re.escape, Chapter))
    found = re.findall(rf"^## (?:{titles})\n.*?(?=^## )", document, re.M | re.S)
    return "".join(found)


def test_the_working_is_folded_and_still_markdown() -> None:
    design = loaded(RANKED).design
    assert design is not None
    text = written(design)

    assert text.count("\n<details>\n<summary>The working</summary>\n\n- **") == 4
    assert text.count("\n\n</details>\n") == 4
    assert block_structure(text).count("bullet_list_open") == 4 + 4
    assert text.index("Cannot be computed yet:") < text.index("Experiment plan")


def named(text: str) -> Design:
    """Return a design with every number of a name, where each name is `text`."""
    design = loaded(EVERY_NAME).design
    assert design is not None
    renamed = {"name": text}
    sections = ("components", "features", "models", "datasets")
    return design.model_copy(
        update={
            section: {
                id: item.model_copy(update=renamed)
                for id, item in getattr(design, section).items()
            }
            for section in sections
        }
    )


EVERY_NAME = """
    workload: {requests-per-day: 8.64 M, peak-factor: 2, features: 500}
    problem: {label: {positive-rate: 1%, delay: {p50: 1 d, p95: 9 d}}}
    components:
      app: {kind: client}
      rank: {kind: model-server, service-time: 10 ms}
      online: {kind: online-store}
      near: {kind: cache, entries: 5}
      log: {kind: event-log}
      lake: {kind: lake}
      profile: {kind: batch-transform, interval: 1 d, runtime: 1 h}
      ann: {kind: ann-index}
      train: {kind: trainer, throughput: 1 k/s, run-cost: 1 USD, interval: 1 d}
      deploy: {kind: deployer, canary: 1%, bake: 1 h}
      review: {kind: review-queue}
      eye: {kind: monitor, watch: feature, window: 1 h}
    features: {habits: {online-by: profile}, lost: {}}
    models: {m: {trained-by: train, datasets: [d], retrain: {every: 1 d}}}
    datasets: {d: {youngest: 1 d, negative-rate: 10%, examples: 1 M}}
    flows:
      calls: [app -> rank: request, rank -> app: response]
      batches: [profile -> online: feature-table]
      lookups: [online -> rank: feature-values]
"""


@every_hostile_text
def test_hostile_names_change_words_and_not_structure(text: str) -> None:
    found = written(named(text[:200]))
    html = [t.content.strip() for t in tokens(found) if t.type == "html_block"]
    inline = {token.type for token in inline_tokens(found)}

    assert block_structure(found) == block_structure(written(named("word")))
    assert set(html) == {"<details>\n<summary>The working</summary>", "</details>"}
    assert inline <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "code_inline",
        "softbreak",
    }
