"""A draft: a design with its opened tree, into which mutations can be put."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from designkit.handouts.fault_hunt.flow_tree import closed, ends_of, opened
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.visible import ShownValue, statements
from designkit.handouts.fault_hunt.wording import place_in_words, shortened, text_of
from designkit.model.design import Design
from designkit.model.figures import stated_quantities
from designkit.quantities.quantity import Quantity
from designkit.source.changing import with_value, without
from designkit.source.loader import Loaded, load_tree
from designkit.source.node import Path, YamlNode
from designkit.source.report import node_at


@dataclass(frozen=True)
class Draft:
    """A design that loads, and its opened tree."""

    loaded: Loaded
    design: Design
    root: YamlNode

    @cached_property
    def statements(self) -> tuple[ShownValue, ...]:
        """Everything that is stated and that a sheet shows."""
        return tuple(statements(self.root))

    @cached_property
    def stated(self) -> Mapping[Path, tuple[ShownValue, ...]]:
        """What each part and section states, without what lies below that."""
        found: dict[Path, tuple[ShownValue, ...]] = {}
        for statement in self.statements:
            of = statement.path[:-1]
            found[of] = (*found.get(of, ()), statement)
        return found

    @cached_property
    def quantities(self) -> tuple[tuple[Path, Quantity], ...]:
        """The numbers among the statements, with their paths."""
        shown = {statement.path for statement in self.statements}
        return tuple(
            item for item in stated_quantities(self.design) if item[0] in shown
        )

    @cached_property
    def flows(self) -> tuple[YamlNode, ...]:
        """The flows of the opened tree."""
        section = self.root.child("flows")
        return section.items if section else ()

    def node(self, path: Path) -> YamlNode | None:
        """Return what stands at `path`."""
        return node_at(self.root, path)

    def words(self, path: Path) -> str:
        """Say what is meant by `path`."""
        return place_in_words(self.design, self.root, path)

    def changed(self, changes: Iterable[Mutation]) -> Loaded:
        """Load the design as if all `changes` had been made in it."""
        root, gone = self.root, list[Path]()
        for change in changes:
            for path, text in change.puts:
                root = with_value(root, path, text)
            gone += change.gone
        return load_tree(self.loaded, closed(without(root, gone)))

    def put(self, path: Path, text: str) -> Mutation:
        """Return the change that puts another value at `path`."""
        before = text_of(self.node(path))
        what = f"{self.words(path)}: {shortened(before)} became {text}"
        if not before:
            what = f"{self.words(path)} was stated: {text}"
        return Mutation(path, what, before, text, self.owners(path), ((path, text),))

    def left_out(self, path: Path, *more: Path) -> Mutation:
        """Return the change that leaves out what stands at `path`, and at `more`."""
        before = text_of(self.node(path))
        what = f"{self.words(path)} was left out: {shortened(before)}"
        owners = self.owners(path, *more)
        return Mutation(path, what, before, "", owners, gone=(path, *more))

    def owners(self, *paths: Path) -> frozenset[str]:
        """Return the parts of the design in which `paths` lie."""
        return frozenset(owner for path in paths for owner in self._owners(path))

    def _owners(self, path: Path) -> Iterator[str]:
        if path[0] == "flows" and len(path) > 1 and isinstance(path[1], int):
            yield from owners_of_flow(*ends_of(self.flows[path[1]]))
        else:
            yield ".".join(map(str, path[:2]))


def owners_of_flow(source: str, target: str) -> tuple[str, ...]:
    """Return the parts that a flow concerns: itself and its two ends."""
    return f"{source}->{target}", f"components.{source}", f"components.{target}"


def draft_of(loaded: Loaded) -> Draft:
    """Return the draft of a design.

    Raises:
        ValueError: the design does not load.
    """
    if loaded.design is None or loaded.root is None:
        raise ValueError(f"{loaded.file} does not load")
    return Draft(loaded, loaded.design, opened(loaded))
