"""A call is sent and not waited for, or the other way round."""

from collections.abc import Iterator, Mapping

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.model.component import Mode

OTHERWISE: Mapping[Mode, Mode] = {
    Mode.CALL: Mode.STREAM,
    Mode.LOOKUP: Mode.CALL,
    Mode.STREAM: Mode.CALL,
}
"""What each mode is taken for."""


@mutation_operator(together=8)
def flow_unawaited(draft: Draft) -> Iterator[Mutation]:
    """A call is sent and not waited for, or an event is waited for."""
    for number, flow in enumerate(draft.design.flows):
        if flow.mode in OTHERWISE:
            yield draft.put(("flows", number, "mode"), OTHERWISE[flow.mode].value)
