"""Every kind of ML system that a design may say it is."""

from functools import cache

from designkit.catalog.system import System

SYSTEMS: tuple[System, ...] = (
    System(
        "recommendation",
        "Recommendation",
        "Chooses a handful of items for a user from a catalogue of millions.",
    ),
    System(
        "fraud-detection",
        "Fraud detection",
        "Scores a transaction before it happens and stops the fraudulent ones.",
    ),
    System(
        "search-ranking",
        "Search ranking",
        "Orders the items that answer a query.",
    ),
    System(
        "ad-click-prediction",
        "Ad click prediction",
        "Prices an ad slot by the probability that the ad is clicked.",
    ),
    System(
        "serving-platform",
        "Model serving platform",
        "Serves and watches the models of many teams.",
    ),
    System(
        "news-feed",
        "News feed ranking",
        "Orders the posts of friends and groups for one reader.",
    ),
    System(
        "content-moderation",
        "Content moderation",
        "Finds harmful content as it is posted and limits its spread.",
    ),
    System(
        "review-fraud",
        "Review fraud detection",
        "Finds reviews that were bought or made up.",
    ),
    System(
        "delivery-eta",
        "Delivery time and routing",
        "Predicts when an order arrives, and plans the way.",
    ),
    System(
        "assistant-with-retrieval",
        "Assistant with retrieval",
        "Answers people in words from documents, with a language model, and hands over "
        "what it cannot.",
    ),
    System(
        "agent-with-tools",
        "Agent with tools",
        "Does tasks by steps that a language model chooses, with tools and within "
        "limits.",
    ),
    System(
        "document-search-with-answers",
        "Document search with answers",
        "Answers people from the documents of a company, each from what they may read.",
    ),
    System(
        "labelling-with-a-model",
        "Labelling with a model",
        "Labels more than a language model could, with a small model that learnt from "
        "a large one.",
    ),
    System(
        "generic",
        "ML system",
        "Any other system that learns from data and serves predictions.",
    ),
)


def system(name: str) -> System | None:
    """Return the system called `name`, if there is one."""
    return _by_name().get(name)


@cache
def _by_name() -> dict[str, System]:
    return {item.name: item for item in SYSTEMS}
