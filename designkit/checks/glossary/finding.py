"""Finds what a word means: a rule, kind, stage, data type, key, unit or figure."""

import json
from collections.abc import Iterator, Sequence

from designkit.checks.explanation import Explanation, find_explanation
from designkit.checks.explanation_text import FORMATS, tell_explanation
from designkit.checks.glossary.catalogue import catalogue_terms, own_terms
from designkit.checks.glossary.figures import figure_terms, find_figure
from designkit.checks.glossary.keys import find_keys, key_names, key_paths
from designkit.checks.glossary.telling import as_markdown, as_text, plain_terms
from designkit.checks.glossary.term import Term
from designkit.checks.glossary.units import find_unit, unit_names
from designkit.errors import NotFoundError
from designkit.model.vocabulary import NO_WORDS, Vocabulary
from designkit.text.choices import one_of
from designkit.text.suggestion import nearest


def explain_word(
    word: str,
    rules: Sequence[Explanation],
    format: str,
    *,
    cells: int,
    bold: bool,
    words: Vocabulary = NO_WORDS,
) -> str:
    """Tell what a word means, in `format`; a rule of `rules` comes before all else.

    `words` are the kinds and data types of the project.

    Raises:
        NotFoundError: nothing is called so, or no format is.
    """
    if any(word.strip().lower() in (it.code.lower(), it.name) for it in rules):
        found = find_explanation(word, rules)
        return tell_explanation(found, format, cells=cells, bold=bold)
    terms = find_terms(word, words)
    if not terms:
        raise _unknown(word, rules)
    match one_of("format", format, FORMATS):
        case "json":
            return json.dumps({"version": 1, "terms": plain_terms(terms)}, indent=2)
        case "markdown":
            return "\n\n".join(map(as_markdown, terms))
        case _:
            return "\n\n".join(as_text(it, cells=cells, bold=bold) for it in terms)


def find_terms(word: str, words: Vocabulary = NO_WORDS) -> tuple[Term, ...]:
    """Return all that `word` means beside rules; a kind may be called like a type."""
    wanted = word.strip()
    name = "-".join(wanted.lower().split())
    known = (*catalogue_terms(), *own_terms(words))
    found = tuple(term for term in known if term.name == name)
    others = (find_unit(wanted), find_figure(wanted.lower()) if "." in name else None)
    return (*found, *find_keys(wanted), *(term for term in others if term))


def _unknown(word: str, rules: Sequence[Explanation]) -> NotFoundError:
    keys = key_paths() if "." in word else key_names()
    sorts = (_words(rules), keys, figure_terms())
    near = nearest(word, filter(None, (nearest(word, sort) for sort in sorts)))
    hint = f"did you mean {near}? " if near else ""
    return NotFoundError(
        f"nothing is called {word!r}; {hint}`designkit list` shows rules, kinds and "
        "data types, `designkit estimate` figures"
    )


def _words(rules: Sequence[Explanation]) -> Iterator[str]:
    for item in rules:
        yield from (item.code, item.name)
    yield from (term.name for term in catalogue_terms())
    yield from (unit for unit in unit_names() if len(unit) > 1)
