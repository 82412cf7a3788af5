"""A flow runs the wrong way."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.change import Change
from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mistake import mistake
from designkit.handouts.fault_hunt.opening import ends_of


@mistake(together=8)
def flow_reversed(draft: Draft) -> Iterator[Change]:
    """An arrow points the wrong way."""
    for number, flow in enumerate(draft.flows):
        path = ("flows", number)
        source, target = ends_of(flow)
        yield Change(
            path=path,
            what=f"{draft.words(path)} was turned round",
            before=f"{source} -> {target}",
            after=f"{target} -> {source}",
            owners=draft.owners(path),
            puts=(((*path, "source"), target), ((*path, "target"), source)),
        )
