import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from pydantic import BaseModel

from designkit.diagnostics import Diagnostic, Severity, Span
from designkit.documents.printing.outline import anchor
from designkit.files import bundled
from designkit.model.citations import with_numbers
from designkit.model.design import Design
from designkit.quantities.quantity import Origin, Quantity
from designkit.source.loader import load_text
from designkit.text.escape import markdown
from tests.drawn import shipped_design as design
from tests.golden_files import assert_golden
from tests.hostile import every_hostile_text
from tests.markdown_tokens import block_structure, inline_tokens, links, shown, tokens
from tests.written import document

VIEWS = ("overview", "request-path", "training", "feedback-loop", "full")
PICTURES = {view: f"{view}.svg" for view in VIEWS}
NAMES = tuple(sorted(path.stem for path in bundled("designs").glob("*.yaml")))
EVERYTHING = """
designkit: 1
name: Everything
system: generic
summary: One of each.
tier: 2
owner: team
problem:
  objective: a
  framing: b
  task: c
  decision: d
  why-ml: e
  label: {name: f, window: {value: 1 d, assumed: g}, key: h, bias: i}
  baseline: j
  costs: {false-positive: {value: 1 USD, derived: k}, false-negative: 2 USD}
  metrics: {offline: [l, m], online: n, guardrails: o, trap: p}
  non-goals: [q]
requirements: {functional: [r, s], in-scope: t, out-of-scope: u}
clarifications: [{question: v, answer: w}]
workload: {requests-per-day: {value: 1 M, assumed: x}}
objectives: {latency: {p99: {value: 1 s, source: paper}}, freshness: {f: 5 s}}
components:
  app: {kind: client, name: App, technology: y, why: z, note: a, owner: b}
  server: {kind: model-server, name: Server, region: [c], latency: {p99: 5 ms}}
  joiner: {kind: label-joiner, name: Joiner, join-key: d, why: e}
  sets: {kind: dataset-builder, name: Sets, group-by: f}
  trainer: {kind: trainer, name: Trainer, algorithm: g}
  registry: {kind: model-registry, name: Registry, approval: h, why: i}
  deploy: {kind: deployer, name: Deploy, gates: [j, k], why: l}
  watch: {kind: monitor, name: Watch, threshold: m, runbook: n, slices: [o]}
  alerts: {kind: alert-manager, name: Alerts, route: p, on-call: q}
  retrain: {kind: retrain-trigger, name: Retrain, why: r}
  vault: {kind: privacy-service, name: Vault, covers: [s, sets]}
flows:
  calls: [app -> server: {carries: request, note: t, contract: u}]
  batches: [joiner -> sets: label]
features:
  f: {name: F, entity: v, definition: w, dtype: x, default: y, owner: z, why: a}
models:
  m:
    name: M
    task: b
    algorithm: c
    loss: d
    calibration: e
    pretrained: f
    why: g
    fallback: h
    ladder: [{model: i, why: j}]
    retrain: {on: [k]}
datasets: {d: {name: D, split: [l], group-by: m, preprocess-fit-on: n, note: o}}
evaluation: {baseline: p, metrics: q, slices: r, gates: [s], fairness: t, note: u}
experiment: {unit: v, primary: w, guardrails: x, ethics: y, note: z}
privacy: {data: a, basis: b, deletion: c, access: d, fairness: e, recourse: f}
scenarios: [{name: Rollback, steps: [app -> server: g], note: h}]
tradeoffs: [{name: i, chosen: j, rejected: k, because: l, revisit-when: m}]
failure-modes:
  - {name: n, at: [server], symptom: o, cause: p, effect: q, mitigation: r}
questions: [{question: s, answer: t, level: core, concept: u}]
sources: {paper: {title: v, by: w, year: x, url: "https://a.example", note: y}}
waivers: [{rule: z, at: app, reason: a, until: b}]
"""
"""A small design with every section and every free text in it."""

IDENTIFIERS = frozenset(
    (
        "id",
        "kind",
        "system",
        "source",
        "target",
        "mode",
        "carries",
        "level",
        "available_at",
        "at",
        "absent",
        "offline_by",
        "online_by",
        "used_by",
        "trained_by",
        "served_by",
        "datasets",
        "built_by",
    )
)
"""Fields that hold no free text, so that a design with them changed would not load."""

every_design = pytest.mark.parametrize("name", NAMES)


@cache
def loaded(text: str) -> Design:
    found = load_text(text).design
    assert found is not None
    return found


@cache
def written(name: str) -> str:
    return document(design(name), PICTURES)


def sketch(text: str) -> str:
    return document(loaded(text), {})


def headings(text: str) -> list[tuple[int, str]]:
    found = tokens(text)
    return [
        (int(token.tag[1:]), "".join(c.content for c in inner.children or ()))
        for token, inner in pairwise(found)
        if token.type == "heading_open"
    ]


def with_texts(part: object, text: str, field: str = "") -> object:
    """Put `text` in place of every free text of `part`."""
    if field in IDENTIFIERS:
        return part
    if isinstance(part, BaseModel):
        fields = type(part).model_fields
        changed = {name: with_texts(getattr(part, name), text, name) for name in fields}
        return part.model_copy(update=changed)
    if isinstance(part, Quantity):
        return part if part.origin is Origin.SOURCE else replace(part, note=text)
    if isinstance(part, dict):
        return {key: with_texts(value, text) for key, value in part.items()}
    if isinstance(part, tuple):
        return tuple(with_texts(value, text) for value in part)
    return text if isinstance(part, str) else part


def written_with(text: str) -> str:
    hostile = with_texts(loaded(EVERYTHING), text)
    assert isinstance(hostile, Design)
    found = Diagnostic(
        "DK101", "x", Severity.ERROR, text, text, Span(1, 1, 1, 2), text, text
    )
    return document(hostile, PICTURES, [found])


@every_design
def test_the_write_up_is_as_expected(name: str) -> None:
    assert_golden(f"{name}.md", written(name))


@every_design
def test_every_component_appears_by_name_and_id(name: str) -> None:
    components = re.search(r"^## Components\n.*?^## ", written(name), re.M | re.S)
    assert components

    for component in design(name).components.values():
        assert f"**{markdown(component.title)}** `{component.id}`" in components[0]


@every_design
def test_every_reason_in_the_design_is_written_down(name: str) -> None:
    page = shown(written(name))
    stated = with_numbers(design(name))
    reasons = [
        *(c.why for c in stated.components.values()),
        *(item.because for item in stated.tradeoffs),
        *(item.mitigation for item in stated.failure_modes),
        *(item.answer for item in stated.questions),
    ]

    unmarked = [r for r in reasons if r and not set(r) & set("*`")]

    assert len(unmarked) > 60
    assert [r for r in unmarked if " ".join(r.split()) not in page] == []


@every_design
def test_no_value_of_the_program_shows_through(name: str) -> None:
    text = (bundled("designs") / f"{name}.yaml").read_text(encoding="utf-8")
    leaks = re.findall(r"Quantity\(|Percentiles\(|<[\w.]+ ", written(name))

    assert leaks == []
    assert written(name).count("None") == text.count("None")


@every_design
def test_headings_nest_and_none_is_empty(name: str) -> None:
    levels = [level for level, _ in headings(written(name))]
    types = block_structure(written(name))
    empty = [
        pair
        for pair in pairwise(tokens(written(name)))
        if pair[0].type == "heading_close"
        and pair[1].type == "heading_open"
        and pair[1].tag <= pair[0].tag
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert empty == []
    assert types[-1] != "heading_close"


@every_design
def test_every_internal_link_leads_to_one_heading(name: str) -> None:
    anchors = Counter(anchor(title) for _, title in headings(written(name)))
    targets = [link[1:] for link in links(written(name)) if link.startswith("#")]

    assert len(targets) > 20
    assert [target for target in targets if anchors[target] != 1] == []


@every_design
def test_every_row_of_a_table_has_as_many_cells_as_its_head(name: str) -> None:
    rows = [r for r in written(name).splitlines() if r.startswith("|")]
    counts = [len(re.findall(r"(?<!\\)\|", row)) for row in rows]
    changes = [
        row
        for row, count, before in zip(rows[1:], counts[1:], counts, strict=False)
        if count != before and not row.startswith("| -")
    ]

    assert all(rows[rows.index(head) + 1].startswith("| -") for head in changes)


@every_design
def test_every_picture_is_embedded_once_with_words_that_stand_for_it(name: str) -> None:
    images = [t for t in inline_tokens(written(name)) if t.type == "image"]

    assert [image.attrs["src"] for image in images] == list(PICTURES.values())
    assert all(len(image.content) > 40 for image in images)


def test_without_pictures_there_is_no_image() -> None:
    types = {token.type for token in inline_tokens(document(design("fraud"), {}))}

    assert "image" not in types


def test_a_file_name_cannot_break_out_of_its_link() -> None:
    page = document(design("fraud"), {"overview": "a b) ![x](y.svg"})
    images = [t for t in inline_tokens(page) if t.type == "image"]

    assert [i.attrs["src"] for i in images] == ["a%20b%29%20%21%5Bx%5D%28y.svg"]


def test_the_same_design_gives_the_same_text() -> None:
    assert document(design("fraud"), PICTURES) == written("fraud")


@every_hostile_text
def test_hostile_texts_change_words_and_not_structure(text: str) -> None:
    page = written_with(text[:200])
    kinds = [token.type for token in inline_tokens(page)]

    assert block_structure(page) == block_structure(harmless())
    assert kinds.count("image") == len(PICTURES)
    assert "html_inline" not in kinds
    assert all(re.match(r"https?://|#", link) for link in links(page))


@cache
def harmless() -> str:
    return written_with("word")


def test_a_sketch_has_only_what_it_states() -> None:
    text = """
        designkit: 1
        name: Sketch
        system: generic
        components:
          app: {kind: client}
    """

    assert_golden("sketch.md", sketch(text))


def test_what_is_absent_is_said() -> None:
    page = sketch("""
        designkit: 1
        name: Sketch
        system: generic
        owner: none
        problem: {label: none, baseline: none}
        experiment: none
        components:
          deploy: {kind: deployer, rollback: none, owner: none}
        models: {m: {fallback: none, algorithm: rules}}
    """)

    for said in (
        "- **Baseline:** none",
        "- **Label:** none",
        "- **Rollback:** none",
        "- **Fallback:** none",
        "## Experiment\n\nNone, and the design says so.",
    ):
        assert said in page


def test_findings_stand_at_the_end() -> None:
    found = Diagnostic(
        code="DK204",
        name="no-rollback",
        severity=Severity.ERROR,
        message="deploy says nothing of rollback",
        file="design.yaml",
        span=Span(7, 3, 7, 9),
        help="state `rollback`",
    )
    page = document(design("fraud"), {}, [found])
    last = page[page.index("## Findings") :]

    assert "| error    | DK204 no-rollback | 7    |" in last
    assert "state `rollback`" in last
