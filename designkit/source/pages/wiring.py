"""Pages of the faults between parts: types, inputs, cycles, orphans, repetitions."""

from collections.abc import Mapping
from types import MappingProxyType

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "DK030": """\
A flow carries what its source gives and its target takes.

An arrow of the wrong type hides a missing part: events do not become a dataset on their
way to a trainer. Something has to join them with outcomes and cut them at a time, and
that something is what can go wrong.

Bad:
```yaml
components:
  app: {kind: client}
  log: {kind: event-log}
  train: {kind: trainer}
flows:
  streams:
    - app -> log: event
    - log -> train: event  # <- a trainer learns from a dataset
```

Good:
```yaml
components:
  app: {kind: client}
  log: {kind: event-log}
  outcomes: {kind: label-joiner}
  sets: {kind: dataset-builder}
  train: {kind: trainer}
flows:
  streams:
    - app -> log -> outcomes: event
  batches:
    - outcomes -> sets: label
    - sets -> train: dataset
```

Fix: Put the component between them that turns one into the other; the message names the
kinds that do. The page of each kind says what it takes and gives.
""",
        "DK031": """\
A component gets what it cannot work without.

A model server without a model, a dataset builder without labels, an index server
without an index: each can be drawn, and none can run. A kind names what it must take,
and at least one flow has to bring it.

Bad:
```yaml
components:
  sets: {kind: dataset-builder}  # <- nothing tells it what happened
  check: {kind: data-validator}
flows:
  batches:
    - sets -> check: dataset
```

Good:
```yaml
components:
  outcomes: {kind: label-joiner}
  sets: {kind: dataset-builder}
  check: {kind: data-validator}
flows:
  batches:
    - outcomes -> sets: label
    - sets -> check: dataset
```

Fix: Draw the flow that brings it. If nothing in the design gives it, a component is
missing.
""",
        "DK032": """\
Services that wait for an answer do not wait for each other.

When each of two services holds a worker until the other answers, load fills both pools
and neither finishes: the request path stops as a whole, and restarting one of the two
does not help. Calls and lookups therefore have no cycle; the response that closes the
path is not counted.

Bad:
```yaml
components:
  app: {kind: client}
  front: {kind: gateway}
  inner: {kind: gateway}
flows:
  calls:
    - app -> front: request
    - front -> inner: request  # <-
    - inner -> front: request
```

Good:
```yaml
components:
  app: {kind: client}
  front: {kind: gateway}
  inner: {kind: gateway}
flows:
  calls:
    - app -> front -> inner: request
```

Fix: Mark the answer as a `response`, keep a copy of what is asked for (a cache, a
store), or send an event instead of a call.

Source: Nygard 2018, Release It!, 2nd edition, chapter 4: blocked threads and cascading
failures.
""",
        "DK033": """\
A component takes part in at least one flow.

A box without an arrow is forgotten, or left over from an earlier version. Readers will
ask what it is for, and nobody pays for something that nothing uses.

Bad:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
  cache: {kind: cache}  # <-
flows:
  calls:
    - app -> gate: request
```

Good:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
```

Fix: Draw what it takes and what it gives, or delete it. While a design has no flows at
all, this is not asked.
""",
        "DK034": """\
A flow is written once.

The same arrow twice is drawn over itself, and doubles the load that is counted for its
target. Often one of the two was meant to carry something else.

Bad:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request  # <-
    - app -> gate: request
```

Good:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
```

Fix: Delete one of them, or say what the other one carries.
""",
    }
)
