"""What a proof is: the things that a design must say before a test counts as shown."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from designkit.analysis.facts import Facts
from designkit.documents.write_up.blocks import shown
from designkit.model.component import Component
from designkit.text.sentences import ended

Witness = Callable[[Facts], str]
"""Says, in sentences for a cell, what speaks for a test; nothing if nothing does."""

SENTENCE = re.compile(r".*?(?:;(?=\s)|\.(?=\s+\W?[A-Z0-9]))")
"""Up to the first semicolon, or a full stop before a capital: not that of ``e.g.``"""

FEW = 3
"""Items of a list that a cell shows."""


class Status(StrEnum):
    """How far a design shows that a test is passed."""

    SHOWN = "shown"
    PARTLY = "partly"
    ASK = "ask"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True)
class Proof:
    """What must speak for a test, and what may besides.

    Where not even a complete design shows the whole, the proof is `only_part`.
    """

    needs: tuple[Witness, ...]
    helps: tuple[Witness, ...] = ()
    only_part: bool = False

    def weigh(self, facts: Facts) -> tuple[Status, str]:
        """Say how far `facts` shows the test, and by what."""
        needed = [witness(facts) for witness in self.needs]
        text = sentences((*needed, *(witness(facts) for witness in self.helps)))
        if not text:
            return Status.ASK, ""
        shown = all(needed) and not self.only_part
        return (Status.SHOWN if shown else Status.PARTLY), text


def sentences(texts: Iterable[str]) -> str:
    """Write safe texts one after the other, each once and with a full stop."""
    return " ".join(dict.fromkeys(ended(text) for text in texts if text))


def by_each(
    components: Iterable[Component], tell: Callable[[Component], Iterable[str]]
) -> str:
    """Write a sentence for each component of which `tell` has something to say."""
    told = ((item, "; ".join(filter(None, tell(item)))) for item in components)
    return sentences(f"{named(item)}: {text}" for item, text in told if text)


def named(component: Component) -> str:
    """Write the name of a component, with what it runs on."""
    technology = f" ({shown(component.technology)})" if component.technology else ""
    return f"{component.title}{technology}"


def stated(component: Component, name: str, form: str = "{}") -> str:
    """Write the attribute `name` in the words of `form`; nothing if it is unstated."""
    value = component.attributes.get(name)
    return form.format(shown(value)) if value is not None else ""


def some(texts: Iterable[str]) -> str:
    """Write the first few of `texts`, and how many more there are."""
    return counted([shown(text) for text in texts])


def counted(written: list[str]) -> str:
    """Join the first few of safe texts, and say how many more there are."""
    more = len(written) - FEW
    if more < 2:  # the last takes no more room than its count
        return ", ".join(written)
    return f"{', '.join(written[:FEW])} and {more} more"


def opening(text: str | None) -> str:
    """Write the first sentence of `text` for a cell."""
    whole = " ".join((text or "").split())
    first = SENTENCE.match(whole)
    return shown((first[0] if first else whole).rstrip(".;"))
