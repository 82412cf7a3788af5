"""Explanations: what every code means, of rules and of what is found before them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from designkit.checks.engine_codes import ENGINE_CODES
from designkit.checks.rule import Page
from designkit.checks.rule_index import RuleEntry, rule_entries
from designkit.diagnostics import Severity
from designkit.text.choices import unknown_rule

LOADING = "loading"
"""The stage of all that is found before and beside the rules."""

PAGES = "docs/rules"
"""Where the page of each code lies."""


@dataclass(frozen=True)
class Explanation:
    """A code with its page, which `read` reads when it is looked at.

    `systems` are those that are asked (all when empty); `raised` says where it matters
    more than `severity`: in designs of tier 1, or of a system.
    """

    code: str
    name: str
    severity: Severity
    stage: str
    read: Callable[[], Page] = field(compare=False, repr=False)
    brief: str = ""
    systems: tuple[str, ...] = ()
    raised: Mapping[str, Severity] = field(default_factory=dict)
    home: str = PAGES

    @cached_property
    def page(self) -> Page:
        """Summary, reason, examples, fix and source."""
        return self.read()

    @property
    def summary(self) -> str:
        """What is asked, in a sentence; where it is `brief`, no page is read."""
        return self.brief or self.page.summary

    @property
    def help(self) -> str:
        """The page in Markdown, without its title."""
        return "\n\n".join(markdown_of(self))

    @property
    def url(self) -> str:
        """The place of the page; rules of plugins have none."""
        return f"{self.home}/{self.name}.md" if self.home else ""

    @property
    def matters(self) -> str:
        """How much it matters, and where it matters more."""
        more = (f"{level} for {where}" for where, level in self.raised.items())
        return ", ".join((self.severity.value, *more))

    @property
    def asked(self) -> str:
        """Which systems are asked."""
        return ", ".join(self.systems) or "all"


@cache
def explanations() -> tuple[Explanation, ...]:
    """Return every explanation, by code."""
    return explanations_of(rule_entries())


def explanations_of(rules: Iterable[RuleEntry]) -> tuple[Explanation, ...]:
    """Return the explanations of loading and of `rules`, by code."""
    found = (*_of_loading(), *map(explanation_of, rules))
    return tuple(sorted(found, key=lambda item: item.code))


def find_explanation(
    word: str, known: Sequence[Explanation] | None = None
) -> Explanation:
    """Return the explanation of a code or a name, among those `known` or our own.

    Raises:
        NotFoundError: there is none.
    """
    wanted = word.strip().lower()
    items = explanations() if known is None else known
    for item in items:
        if wanted in (item.code.lower(), item.name):
            return item
    words = [text for item in items for text in (item.code, item.name)]
    raise unknown_rule(word, words)


def by_stage(items: Iterable[Explanation]) -> Mapping[str, tuple[Explanation, ...]]:
    """Group explanations by stage, in the order in which the stages come."""
    found: dict[str, tuple[Explanation, ...]] = {}
    for item in items:
        found[item.stage] = (*found.get(item.stage, ()), item)
    return found


def explanation_of(rule: RuleEntry, home: str = PAGES) -> Explanation:
    """Return the explanation of a rule whose page lies in `home`, if it has one."""
    tier_1 = {"tier 1": rule.tier_1} if rule.tier_1 else {}
    return Explanation(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        stage=rule.stage,
        read=lambda: rule.page,
        brief=rule.summary,
        systems=rule.systems,
        raised={**tier_1, **rule.raised},
        home=home,
    )


def markdown_of(item: Explanation) -> tuple[str, ...]:
    """Return the page as blocks of Markdown, without its title."""
    page = item.page
    facts = (
        "| Code | Severity | Stage | Systems |",
        "| --- | --- | --- | --- |",
        f"| {item.code} | {item.matters} | {item.stage} | {item.asked} |",
    )
    parts = (
        ("Bad", _fenced(page.bad)),
        ("Good", _fenced(page.good)),
        ("What to do", page.fix),
        ("Source", page.source),
    )
    sections = (f"## {title}\n\n{body}" for title, body in parts if body)
    return (page.summary, "\n".join(facts), page.why, *sections)


def _of_loading() -> Iterator[Explanation]:
    for item in ENGINE_CODES:
        yield Explanation(item.code, item.name, item.severity, LOADING, item.read)


def _fenced(example: str) -> str:
    return f"```yaml\n{example}```" if example else ""
