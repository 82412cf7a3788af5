"""The numbers of a write-up: sections in order, working folded, assumptions listed."""

import re
from collections.abc import Iterable
from typing import TypeVar

import pytest
from inline_snapshot import snapshot

from designkit.documents.paper import (
    Block,
    Folded,
    Heading,
    Items,
    Paragraph,
    Table,
)
from designkit.documents.write_up.numbers import defaults, numbers
from designkit.estimates.estimator import estimate
from designkit.estimates.topic import Chapter
from designkit.model.design import Design
from designkit.quantities.writing import TIMES
from tests.computed import estimated, loaded
from tests.hostile import every_hostile_text
from tests.markdown_tokens import block_structure, inline_tokens, tokens
from tests.mutated import DESIGNS, shipped
from tests.written import document

Kind = TypeVar("Kind", bound=Block)

RANKED = """
    workload: {requests-per-day: 8.64 M, peak-factor: 2}
    components:
      app: {kind: client}
      rank: {kind: model-server, service-time: 10 ms, cost: 1 USD/h}
    flows: {calls: [app -> rank: request, rank -> app: response]}
    experiment: {baseline-rate: 5%, mde: 2%}
"""


def blocks(yaml: str, chapter: Chapter) -> tuple[Block, ...]:
    return tuple(numbers(estimated(yaml), chapter))


def of_type(kind: type[Kind], found: Iterable[Block]) -> list[Kind]:
    return [block for block in found if isinstance(block, kind)]


def test_figures_stand_under_the_headings_of_a_design_doc() -> None:
    titles = [b.text for b in of_type(Heading, blocks(RANKED, Chapter.LOAD))]

    assert all(blocks(RANKED, chapter) for chapter in Chapter)
    assert titles == ["Traffic", "Latency", "Serving", "Availability"]


@pytest.mark.parametrize("name", DESIGNS)
def test_every_figure_of_a_shipped_design_is_written_once(name: str) -> None:
    design = shipped(name).design
    assert design is not None
    found = estimate(design)
    told = [block for chapter in Chapter for block in numbers(found, chapter)]

    tables, folded = of_type(Table, told), of_type(Folded, told)
    assert sum(len(table.rows) for table in tables) == len(found.figures)
    assert sum(len(item.items) for item in folded) == len(found.figures)
    assert of_type(Paragraph, told) == []


def test_a_part_that_is_alone_under_its_heading_needs_no_title() -> None:
    for chapter in (Chapter.COST, Chapter.PROOF):
        assert of_type(Heading, blocks(RANKED, chapter)) == []


def test_the_table_has_titles_and_values() -> None:
    traffic = of_type(Table, blocks(RANKED, Chapter.LOAD))[0]

    assert traffic.rows == (
        ("Requests a second, on average", "100/s"),
        ("Requests a second at peak", "200/s"),
    )


def test_the_working_is_a_chain_of_equations_with_the_note_at_its_end() -> None:
    (folded,) = of_type(Folded, blocks(RANKED, Chapter.COST))
    working = [line.replace(TIMES, "*") for line in folded.items]

    assert working[:2] == [
        "**Running cost** = rank = 1 USD/h = 1.00 USD/h. "
        "What states no cost is left out, so this is the least.",
        "**Running cost of a month** = per hour * 730 h = 1.00 USD/h * 730 h "
        "= 730.00 USD/month",
    ]


def test_what_cannot_be_computed_says_what_it_needs() -> None:
    *_, said, missing = blocks(RANKED, Chapter.LOAD)

    assert said == Paragraph("Cannot be computed yet:")
    assert isinstance(missing, Items)
    assert missing.items[0] == (
        "Requests that are answered: needs components.rank.availability "
        "(share of good answers)"
    )


def test_assumptions_are_listed_with_the_reason_and_where_to_state_ones_own() -> None:
    found = defaults(estimated(RANKED))

    assert found is not None
    assert found.headings == snapshot(
        ("Number", "Assumed", "Because", "State your own at")
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
            "60%",
            "queues grow fast above 70% busy (Harchol-Balter 2013, Performance Modeling "
            "and Design of Computer Systems)",
        )
    )


def test_where_nothing_is_assumed_there_is_no_list() -> None:
    assert defaults(estimated("components: {app: {kind: client}}")) is None


def written(design: Design) -> str:
    """Return the sections with numbers of the write-up of `design`."""
    page = document(design, {})
    titles = "|".join(map(re.escape, Chapter))
    found = re.findall(rf"^## (?:{titles})\n.*?(?=^## )", page, re.M | re.S)
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
