"""What to say when something is asked for that is not among the choices."""

from collections.abc import Iterable

from designkit.errors import NotFoundError
from designkit.text.suggestion import nearest


def unknown(what: str, word: str, known: Iterable[str]) -> NotFoundError:
    """Return the error for a `word` that names no `what`; it lists what is known."""
    names = tuple(known)
    near = nearest(word, names)
    hint = f"did you mean {near}? There" if near else "there"
    if not names:
        return NotFoundError(f"no {what} is called {word!r}; there are none")
    return NotFoundError(f"no {what} is called {word!r}; {hint} are {', '.join(names)}")


def unknown_rule(word: str, known: Iterable[str]) -> NotFoundError:
    """Return the error for a `word` that is no code and no name of a rule."""
    near = nearest(word, known)
    hint = f"did you mean {near}? " if near else ""
    return NotFoundError(
        f"no rule is called {word!r}; {hint}`designkit list rules` shows them all"
    )


def one_of(what: str, word: str, known: Iterable[str]) -> str:
    """Return the choice that `word` makes among `known`.

    Raises:
        NotFoundError: it is not among them.
    """
    names = tuple(known)
    if word.strip().lower() not in names:
        raise unknown(what, word, names)
    return word.strip().lower()


def chosen(what: str, words: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return the choices made by `words`, each of which may hold several by commas.

    Raises:
        NotFoundError: one of them is not among `known`, or there is none at all.
    """
    names = tuple(known)
    said = [part.strip().lower() for word in words for part in word.split(",")]
    picked = dict.fromkeys(part for part in said if part)
    for name in picked:
        if name not in names:
            raise unknown(what, name, names)
    if not picked:
        raise NotFoundError(f"no {what} is named; there are {', '.join(names)}")
    return tuple(picked)
