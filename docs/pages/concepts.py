"""A page for every concept card, their index, and the crosswalk to interviews."""

from collections.abc import Iterator, Mapping
from functools import cache

from designkit.catalog.concept import Concept, Reference
from designkit.model.design import Design
from designkit.source.concepts import all_concepts, find_concept
from designkit.source.inputs import shipped
from designkit.source.loader import load_file
from pages.markdown import bullets, code, link, page, section, table
from pages.rule_index import explanations

SOURCE = "designkit/catalog/concepts"
TOPICS = {
    "fundamentals": "Fundamentals",
    "data": "Data and labels",
    "features": "Features",
    "models": "Models",
    "evaluation": "Evaluation",
    "experiments": "Experiments",
    "serving": "Serving",
    "operations": "Operations",
    "people": "People",
}

QUESTIONS = (
    "Explain the bias-variance trade-off. How do you diagnose which one you have?",
    "When would you use logistic regression over a random forest?",
    "Your model has high ROC-AUC but low precision. What is going on?",
    "How would you handle a dataset where 1% of the examples are positive?",
    "Design a recommendation system. Walk through the full pipeline.",
    "How do you decide which features to include?",
    "Explain L1 and L2 regularisation. When would you use each?",
    "Your model does well offline and poorly in production. What could cause it?",
    "How do you A/B test a machine learning model?",
    "Explain how a transformer works. Why has it replaced RNNs?",
)
"""The ten questions that keep showing up, in their order."""

STEPS = (
    ("Problem formulation", "The prompt; 1 Problem formulation; The numbers"),
    ("Data collection", "2 Data collection"),
    ("Feature engineering", "3 Feature engineering"),
    ("Model selection", "4 Model selection"),
    ("Evaluation", "5 Evaluation"),
    ("Deployment", "6 Deployment"),
    ("Monitoring", "7 Monitoring and retraining"),
)
"""The seven steps of a case, and the sections of a handout."""

COMPONENTS = (
    (
        "Data ingestion",
        "2 Data collection",
        ("event-log", "batch-ingest", "data-validator"),
    ),
    (
        "Feature store",
        "3 Feature engineering",
        ("offline-store", "online-store", "feature-log"),
    ),
    (
        "Training pipeline",
        "4 Model selection",
        ("dataset-builder", "trainer", "evaluator"),
    ),
    ("Model registry", "6 Deployment", ("model-registry", "deployer")),
    ("Serving infrastructure", "6 Deployment", ("gateway", "model-server", "fallback")),
    (
        "Monitoring and retraining",
        "7 Monitoring and retraining",
        ("monitor", "alert-manager", "retrain-trigger"),
    ),
)
"""The six components, the section of a handout, and the kinds that do the work."""

PROMPTS = (
    ("Design a recommendation system", "recommendation", "recommendation"),
    ("Design a fraud detection pipeline", "fraud", "fraud-detection"),
    ("Design a search ranking system", "search-ranking", "search-ranking"),
    ("Design an ad click prediction system", "ad-click", "ad-click-prediction"),
    ("ML model serving and monitoring", "", "serving-platform"),
    ("How does a news feed rank? (Meta)", "", "news-feed"),
    ("Detect harmful content at scale (Meta)", "", "content-moderation"),
    ("Detect fraudulent reviews (Amazon)", "", "review-fraud"),
    ("Optimise delivery routing (Amazon)", "", "delivery-eta"),
)
"""What is asked to be designed: the shipped design, or the system of a starter."""


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of each page."""
    yield "concepts/README.md", _index()
    for card in all_concepts().values():
        yield f"concepts/{card.id}.md", _page(card)
    yield "interview.md", _interview()


def _index() -> bytes:
    cards = all_concepts()
    introduction = (
        f"{len(cards)} concepts that interviews ask for, each with the question as "
        "it is asked, an answer of a minute, the follow-up that catches people, a "
        "worked number, and the places in a design where it bites. Handouts quote "
        "them, decks drill them, and a book has them all."
    )
    parts = (
        section(
            title,
            table(
                ("Concept", "As it is asked", "Level"),
                [
                    (link(card.title, f"{card.id}.md"), card.asked, card.level)
                    for card in cards.values()
                    if card.topic == topic
                ],
            ),
        )
        for topic, title in TOPICS.items()
    )
    return page("Concepts", SOURCE, introduction, *parts)


def _page(card: Concept) -> bytes:
    other = ", ".join(card.aliases)
    return page(
        card.title,
        f"{SOURCE}/{card.id}.md",
        f"> {card.asked}",
        f"Level: {card.level}. Also called: {other}.",
        section("In sixty seconds", card.answer),
        section("The follow-up", f'**"{card.follow_up}"** {card.follow_up_answer}'),
        section("A worked number", card.worked_number),
        section("At a glance", card.table),
        section("Where it bites", bullets(map(_linked, card.bites))),
        section("In the shipped designs", bullets(_uses(card))),
        section("Sources", bullets(map(_cited, card.sources))),
        link("All concepts", "README.md"),
    )


def _linked(bite: str) -> str:
    """Link the kind or the rule at the head of an item to its page."""
    _, name, rest = bite.split("`", 2)
    rules = {item.name: item.url for item in explanations()}
    target = f"../rules/{name}.md" if name in rules else f"../kinds/{name}.md"
    return f"{link(code(name), target)}{rest}"


def _uses(card: Concept) -> Iterator[str]:
    """Give the questions of shipped designs that rest on the concept."""
    for name, design in _designs().items():
        place = link(design.name, f"../../designs/{name}.yaml")
        for item in design.questions:
            if find_concept(item.concept or "") is card:
                yield f"{place}: {item.question}"


@cache
def _designs() -> Mapping[str, Design]:
    found = {name: load_file(path).design for name, path in shipped().items()}
    return {name: design for name, design in found.items() if design}


def _cited(source: Reference) -> str:
    title = link(source.title, source.url) if source.url else f"*{source.title}*"
    return f"{source.by}{f' ({source.year})' if source.year else ''}: {title}"


def _interview() -> bytes:
    return page(
        "What interviews ask, and where the answer is",
        "docs/pages/concepts.py",
        "Guides to machine learning interviews agree on what is asked. Here is each "
        "item with the card, the section of a handout or the design that answers it.",
        section("Ten questions that keep showing up", _questions()),
        section("Systems to design", _prompts()),
        section("Six components to know", _components()),
        section(
            "Seven steps of a case", table(("Step", "Sections of a handout"), STEPS)
        ),
    )


def _questions() -> str:
    rows = []
    for number, question in enumerate(QUESTIONS, 1):
        cards = [card for card in all_concepts().values() if number in card.guide]
        links = ", ".join(link(c.title, f"concepts/{c.id}.md") for c in cards)
        rows.append((str(number), question, links))
    return table(("", "Question", "Card"), rows)


def _prompts() -> str:
    rows = [
        (
            prompt,
            link(name, f"../designs/{name}.yaml")
            if name
            else "a starter with its profile",
            code(
                f"designkit handout {name}"
                if name
                else f"designkit init mine --system {system}"
            ),
        )
        for prompt, name, system in PROMPTS
    ]
    return table(("Prompt", "Design", "Command"), rows)


def _components() -> str:
    rows = [
        (name, part, ", ".join(link(kind, f"kinds/{kind}.md") for kind in kinds))
        for name, part, kinds in COMPONENTS
    ]
    return table(("Component", "Section of a handout", "Kinds"), rows)
