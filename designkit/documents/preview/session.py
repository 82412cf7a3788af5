"""What the preview knows: the designs, the pages made of them, and who waits for news.

A page is made when it is asked for, and anew when a file that it is made of is another.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Lock
from types import MappingProxyType
from urllib.parse import quote

from designkit.documents.preview.pages import Pages, index, pages
from designkit.documents.preview.places import WatchedPlaces, places
from designkit.documents.preview.served import Served, served
from designkit.documents.preview.watched import stamps, version
from designkit.errors import DesignkitError
from designkit.files import Output
from designkit.source.inputs import Input, find_inputs
from designkit.source.project import normal
from designkit.text.cells import safe

EVENTS = "/-/events/"
"""Where news of a design are told; no design is called ``-``."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages of a design in one version, by name; the first is shown first."""

    version: str
    files: tuple[Path, ...]
    pages: Mapping[str, Served]
    is_refused: bool = False

    def page(self, name: str) -> Served | None:
        """Return a page by its name; what is wrong stands in the place of all."""
        first = next(iter(self.pages.values()))
        return first if self.is_refused or not name else self.pages.get(name)


class Session:
    """The designs that `words` mean while the preview runs; for all threads."""

    def __init__(self, words: Sequence[str], tell: Callable[[str], None]) -> None:
        """Find the designs; `tell` is given a line on each page that is made.

        Raises:
            NotFoundError: a word means no design.
        """
        self._words, self._tell = tuple(words), tell
        self._roots = tuple(normal(Path(it)) for it in words if Path(it).is_dir())
        self._designs = _by_name(find_inputs(words))
        self._shown: dict[str, Edition] = {}
        self._making, self._news, self._count = Lock(), Condition(), 0
        self.places = self._places()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the designs."""
        return tuple(self._designs)

    @property
    def only(self) -> str:
        """The name of the one design, or nothing where there is an index."""
        is_single = len(self._designs) == 1 and not self._roots
        return self.names[0] if is_single else ""

    def index(self) -> Served:
        """Return the page that links to all designs."""
        links = ((f"/{quote(key)}/", it.name) for key, it in self._designs.items())
        return served(index(links), EVENTS, version(self.names))

    def page(self, key: str, name: str = "") -> Served | None:
        """Return a page of a design, the first without a name; None if none is so."""
        if key not in self._designs:
            return None
        with self._making:
            shown = self._shown.get(key)
            if shown is None or shown.version != version(stamps(shown.files)):
                shown = self._shown[key] = self._made(key)
                self._watch()
        return shown.page(name)

    def version(self, key: str) -> str | None:
        """Return a word for what a design is now, or without a key the list of them."""
        if not key:
            return version(self.names)
        if key not in self._designs:
            return None
        shown = self._shown.get(key)
        return version(stamps(shown.files)) if shown else ""

    def wait(self, count: int, seconds: float) -> int:
        """Wait until something may have changed since `count`; return the new one."""
        with self._news:
            self._news.wait_for(lambda: self._count != count, seconds)
            return self._count

    def wake(self, *, search: bool = False) -> None:
        """Have everybody look again, after a `search` for designs if there are new."""
        if search:
            self._search()
        self._watch()
        with self._news:
            self._count += 1
            self._news.notify_all()

    def _made(self, key: str) -> Edition:
        started, item = time.perf_counter(), self._designs[key]
        made = pages(item, self._files(key))
        self._tell(_line(item, made, time.perf_counter() - started))
        return _edition(key, made)

    def _files(self, key: str) -> tuple[Path, ...]:
        return self._shown[key].files if key in self._shown else ()

    def _search(self) -> None:
        try:
            self._designs = _by_name(find_inputs(self._words))
        except DesignkitError:  # none is left for now: their pages say so
            return

    def _watch(self) -> None:
        places = self._places()
        if places != self.places:
            self.places = places

    def _places(self) -> WatchedPlaces:
        files = [normal(item.path) for item in self._designs.values()]
        shown = [path for it in self._shown.values() for path in it.files]
        return places([*files, *shown], self._roots)


def _by_name(inputs: Iterable[Input]) -> Mapping[str, Input]:
    """Name each design by what its outputs are called; two of one name get numbers."""
    named: dict[str, Input] = {}
    for item in inputs:
        key, number = item.stem, 1
        while key in named:
            number += 1
            key = f"{item.stem}-{number}"
        named[key] = item
    return MappingProxyType(named)


def _edition(key: str, made: Pages) -> Edition:
    now, refused = version(made.seen), bool(made.refused)

    def sent(output: Output) -> Served:
        text = output.data.decode()
        return served(text, EVENTS + quote(key), now, keeps_scroll=not refused)

    by_name = MappingProxyType({it.name: sent(it) for it in made.outputs})
    return Edition(now, tuple(made.seen), by_name, refused)


def _line(item: Input, made: Pages, seconds: float) -> str:
    told = f": {safe(made.refused)}" if made.refused else ""
    return f"{safe(item.name)} in {seconds * 1000:.0f} ms{told}"
