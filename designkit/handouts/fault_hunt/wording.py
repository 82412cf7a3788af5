"""Says in words what of a design is meant, and what stands there.

The words are those of the design, as its author wrote them.
"""

from designkit.handouts.fault_hunt.flow_tree import ends_of
from designkit.model.design import Design
from designkit.source.node import Path, YamlNode

LONGEST = 60
"""Characters of a value that a line of the key has room for."""

NAMES = {
    "problem": "the problem",
    "workload": "the workload",
    "objectives": "the objectives",
    "evaluation": "the evaluation",
    "experiment": "the experiment",
    "privacy": "privacy",
}
"""What the sections without parts are called in a sentence."""


def place_in_words(design: Design, root: YamlNode, path: Path) -> str:
    """Say what stands at `path` of an opened tree: ``ttl of Online store``."""
    steps = [str(step).replace("-", " ") for step in path[_depth(path) :]]
    words = " ".join(step for step in steps if not step.isdigit())
    owner = part_in_words(design, root, path)
    return f"{words} of {owner}" if words else owner


def part_in_words(design: Design, root: YamlNode, path: Path) -> str:
    """Say which part or section of a design holds `path`."""
    section, *steps = path
    if section in NAMES or not steps:
        return NAMES.get(str(section), str(section))
    if section == "flows":
        flow = root.child("flows")
        item = flow.child(steps[0]) if flow else None
        return flow_in_words(design, *ends_of(item)) if item else "a flow"
    return title_of(design, str(section), str(steps[0]))


def flow_in_words(design: Design, source: str, target: str) -> str:
    """Say which flow it is by its ends."""
    ends = (title_of(design, "components", id) for id in (source, target))
    return "the flow from {} to {}".format(*ends)


def title_of(design: Design, section: str, id: str) -> str:
    """Return the name of a part, else its id in words."""
    if section == "components" and id in design.components:
        return design.components[id].title
    names = {
        "features": {key: item.name for key, item in design.features.items()},
        "models": {key: item.name for key, item in design.models.items()},
        "datasets": {key: item.name for key, item in design.datasets.items()},
    }
    name = names.get(section, {}).get(id)
    return name or id.replace("-", " ").capitalize()


def _depth(path: Path) -> int:
    """Return how many steps of a path name the part."""
    return 1 if path[0] in NAMES else 2


def text_of(node: YamlNode | None) -> str:
    """Write a value in one line, as its author spelled it."""
    if node is None:
        return ""
    if node.kind == "mapping":
        return ", ".join(f"{key} {text_of(item)}" for key, item in node.entries.items())
    if node.kind == "sequence":
        return ", ".join(map(text_of, node.items))
    return " ".join(node.text.split())


def shortened(text: str, longest: int = LONGEST) -> str:
    """Cut a text that is too long for a line at the end of a word."""
    if len(text) <= longest:
        return text
    head = text[:longest].rpartition(" ")[0] or text[:longest]
    return f"{head.rstrip(' ,;:.')} …"
