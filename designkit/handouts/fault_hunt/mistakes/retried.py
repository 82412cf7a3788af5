"""What is slow is asked again and again."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.change import Change
from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mistake import mistake

OFTEN = "3"


@mistake()
def retried(draft: Draft) -> Iterator[Change]:
    """What does not answer is asked again and again."""
    for number, flow in enumerate(draft.design.flows):
        if flow.mode.is_synchronous and flow.retries is None:
            yield draft.put(("flows", number, "retries"), OFTEN)
