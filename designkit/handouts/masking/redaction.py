"""Secrets: where they stand in a text, and what the text is without them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from designkit.handouts.masking.numerals import Span, joined
from designkit.text.escape import plain

BLANK = "……"
"""What is left of a secret: to Markdown it is a text like any other."""
"""What stands in place of a secret in a text."""

HIDDEN = "\x00"
"""What stands in a text for a character that is hidden already."""

GAP = r"[*_`]{0,3}\s+[*_`]{0,3}"
"""What may be between two words of a phrase: spaces, and marks of emphasis or code."""

CODE = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,999}?)(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
ID = re.compile(r"[A-Za-z][A-Za-z0-9-]*?(?=->|[^A-Za-z0-9-]|$)")
WORD = re.compile(r"[^\W_]+")
EMPHASIS = frozenset("*_")
MARK = "-"
"""What phrases are listed under that begin with no letter and no digit."""

MOST_WORDS = 20
"""Words of a phrase that are looked for together."""

AMOUNT = re.compile(r"[\d.,]*")


@dataclass(frozen=True)
class Secrets:
    """What must not be read, by where it counts.

    `phrases` count everywhere, in small letters or capitals: titles of components,
    technologies, figures with a number. `capitalised` are technologies that may be
    ordinary words as well, such as ``Ray`` or ``in-house``: in prose they count only
    with a capital. `notes` of flows, of three words or more, count in prose and at the
    arrows of pictures. `codes` are ids, kinds and types of data, which are ordinary
    words too (``log``, ``train``, ``page``): they count in the attributes of pictures
    and in code spans of prose. `drawn` are labels of types of data (``events``,
    ``model``), shorter notes, and figures without a number: they count where pictures
    show them, at arrows and on cards, and nowhere in prose.
    """

    phrases: frozenset[str] = frozenset()
    capitalised: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    drawn: frozenset[str] = frozenset()

    @cached_property
    def in_pictures(self) -> frozenset[str]:
        """What no text of a picture may hold, however it is written."""
        return self.phrases | self.capitalised

    @cached_property
    def in_prose(self) -> frozenset[str]:
        """What prose may not say in small letters either."""
        return self.phrases | self.notes

    def __or__(self, other: "Secrets") -> "Secrets":
        """Return the secrets of both."""
        return Secrets(
            self.phrases | other.phrases,
            self.capitalised | other.capitalised,
            self.notes | other.notes,
            self.codes | other.codes,
            self.drawn | other.drawn,
        )


def redacted(text: str, secrets: Secrets) -> str:
    """Return a text of prose with ``……`` in place of each secret.

    A secret is found as a whole word or phrase, also where it is broken over lines,
    partly emphasised, or has a plural or possessive ``s``. Other forms of a word are
    not found ("ranking" for "Ranker"), nor are parts of a phrase.
    """
    without_codes = partial(_without_codes, codes=secrets.codes)
    text = CODE.sub(without_codes, printable(text))
    text = blanked(text, found(text, secrets.in_prose))
    spans = found(text, secrets.capitalised)
    return blanked(text, [span for span in spans if not text[span[0]].islower()])


def _without_codes(match: re.Match[str], codes: frozenset[str]) -> str:
    code = ID.sub(lambda id: BLANK if id[0] in codes else id[0], match["code"])
    return f"{match['ticks']}{code}{match['ticks']}"


def _with_marks(text: str, start: int, end: int) -> Span:
    """Return a span with the marks of emphasis around it if some are inside it."""
    if EMPHASIS.isdisjoint(text[start:end]):
        return start, end
    left, right = text[:start].rstrip("*_"), text[end:].lstrip("*_")
    return len(left), len(text) - len(right)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with ``……`` in place of each of `spans`, which are in order."""
    parts, last = list[str](), 0
    for start, end in (_with_marks(text, *span) for span in spans):
        parts += (text[last:start], BLANK)
        last = end
    return "".join((*parts, text[last:]))


def found(text: str, phrases: frozenset[str]) -> tuple[Span, ...]:
    """Return where any of `phrases` stands in `text` as a whole."""
    return joined(span for _, span in _matches(text, phrases))


def said_in(text: str, phrases: frozenset[str]) -> frozenset[str]:
    """Return those of `phrases` that stand in `text` as a whole."""
    return frozenset(phrase for phrase, _ in _matches(text, phrases))


def found_beside(
    text: str, phrases: frozenset[str], spans: Sequence[Span]
) -> tuple[Span, ...]:
    """Return `spans`, and where `phrases` stand in what these leave of `text`."""
    rest = text
    for start, end in spans:
        rest = rest[:start] + HIDDEN * (end - start) + rest[end:]
    return joined((*spans, *found(rest, phrases)))


def printable(text: str) -> str:
    """Return `text` as it is printed, so that what is not cannot hide a secret."""
    return plain(text.replace("\r", " "))


def normal(text: str) -> str:
    """Return `text` as it is compared: printable, with single spaces."""
    return " ".join(printable(text).split())


def telling(texts: Iterable[str]) -> frozenset[str]:
    """Return `texts` as phrases, without those that are a number or one character.

    A very long text gives several, so that looking for it takes no longer.
    """
    phrases = {phrase for text in texts for phrase in _phrases_of(normal(text))}
    return frozenset(p for p in phrases if len(p) > 1 and not AMOUNT.fullmatch(p))


def _phrases_of(text: str) -> Iterator[str]:
    """Give the words of `text` in stretches of `MOST_WORDS` to twice as many."""
    words = text.split()
    while len(words) >= 2 * MOST_WORDS:
        yield " ".join(words[:MOST_WORDS])
        words = words[MOST_WORDS:]
    yield " ".join(words)


def _matches(text: str, phrases: frozenset[str]) -> Iterator[tuple[str, Span]]:
    """Give each phrase that stands in `text`, wherever it does."""
    by_word = _by_first_word(phrases)
    for word in WORD.finditer(text):
        first = word[0].casefold()
        singular = first[:-1] if first.endswith("s") else ""
        for phrase in (*by_word.get(first, ()), *by_word.get(singular, ())):
            match = _pattern(phrase).match(text, word.start())
            if match:
                yield phrase, match.span()
    for phrase in by_word.get(MARK, ()):
        if phrase.split()[0].casefold() in text.casefold():
            yield from ((phrase, m.span()) for m in _pattern(phrase).finditer(text))


@lru_cache(maxsize=16)
def _by_first_word(phrases: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the phrases by their first word, or by `MARK` if they begin with one."""
    found = dict[str, tuple[str, ...]]()
    for phrase in sorted(phrases):
        word = WORD.match(phrase)
        first = word[0].casefold() if word else MARK
        found[first] = (*found.get(first, ()), phrase)
    return found


@lru_cache(maxsize=1 << 14)
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(_whole(phrase), re.IGNORECASE)


def _whole(phrase: str) -> str:
    """Return a pattern for `phrase` that does not begin or end inside a word."""
    first, last = phrase[0], phrase[-1]
    before = r"(?<![^\W_])" if first.isalnum() else ""
    before += r"(?<!\d[.,])" if first.isdigit() else ""
    plural = "(?:['\u2019]?s)?" if last.isalpha() else ""
    after = r"(?![^\W_])" if last.isalnum() else ""
    after += r"(?![.,]\d)" if last.isdigit() else ""
    return f"{before}{GAP.join(map(re.escape, phrase.split()))}{plural}{after}"
