"""Kinds of language-model systems outside serving: texts, prompts, grading."""

from designkit.catalog.attributes import (
    count,
    flag,
    fraction,
    schedule,
    text,
    trust,
)
from designkit.catalog.kind import Kind, Plane, Stage
from designkit.catalog.role import Role

DOCUMENT_PARSER = Kind(
    name="document-parser",
    stage=Stage.INGESTION,
    plane=Plane.OFFLINE,
    roles=(
        Role.ESSENTIAL,
        Role.COMPUTES,
    ),
    glyph="snippets",
    definition=(
        "Turns files into passages: layout, tables, headings, cuts, with the rights "
        "and the version of the source. What it cuts badly no search can find, and "
        "rights that it drops are gone."
    ),
    takes=("raw-table", "event", "completion", "policy"),
    needs_one=(("raw-table", "event"),),
    gives=("passages", "prompt"),
    attributes=(
        *schedule("parsing"),
        count("passage-tokens", "tokens of one passage"),
        count("overlap", "tokens that two neighbours share"),
        flag("context-line", "whether each passage says what it is a part of"),
        flag("keeps-rights", "whether each passage carries the rights of its source"),
        trust("who can write its sources, where they do not say it themselves"),
    ),
    technologies=("Docling", "Unstructured.io", "Tika"),
    example=(
        "{technology: Docling, interval: 10 min, runtime: 4 min, passage-tokens: 400, "
        "overlap: 50, context-line: true, keeps-rights: true}"
    ),
)

PROMPT_REGISTRY = Kind(
    name="prompt-registry",
    stage=Stage.REGISTRY,
    plane=Plane.CONTROL,
    roles=(
        Role.ESSENTIAL,
        Role.RELEASES,
    ),
    glyph="prompt-versions",
    definition=(
        "Keeps every version of prompts, tool descriptions, routing and examples, with "
        "author, reason and evaluation. The prompt is the part that changes most often "
        "and is looked at least."
    ),
    takes=("policy", "metric"),
    gives=("policy",),
    attributes=(
        count("keep-versions", "versions that stay ready to be used"),
        text("approval", "who or what lets a version pass"),
        text("secrets", "secrets that its texts hold"),
    ),
    technologies=("Git", "Langfuse", "MLflow", "PromptLayer"),
    example="{technology: Git, keep-versions: 20, approval: support lead}",
)

JUDGE = Kind(
    name="judge",
    stage=Stage.TRAINING,
    plane=Plane.ANY,
    roles=(Role.LOOP_LABELS,),
    glyph="checklist",
    definition=(
        "A model, or rules, that grades answers. It is an instrument with an error: "
        "what it says is worth as much as its agreement with people."
    ),
    takes=(
        "trace",
        "completion",
        "dataset",
        "label",
        "passages",
        "policy",
    ),
    needs_one=(("trace", "completion", "dataset"),),
    gives=("label", "metric", "prompt"),
    attributes=(
        text("rubric", "what is graded, and by which scale"),
        text("judge-version", "exact version of the model and of the rubric"),
        fraction("agreement", "agreement with people beyond chance (kappa)"),
        fraction("human-agreement", "agreement of people with each other (kappa)"),
        count("agreement-cases", "cases that people graded as well"),
        flag("both-orders", "whether each pair is graded in both orders"),
        fraction("sample-rate", "part of the traces that is graded"),
    ),
    technologies=("Ragas", "promptfoo", "Braintrust", "LLM"),
    example=(
        "{technology: Ragas, rubric: 'supported by the passages, yes or no', "
        "judge-version: name-2026-09-28, agreement: 62%, human-agreement: 68%, "
        "agreement-cases: 300, both-orders: true, sample-rate: 2%}"
    ),
)
