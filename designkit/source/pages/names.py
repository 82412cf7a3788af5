"""Pages of the faults of names: kinds, types, ids, flows that nothing answers to."""

from collections.abc import Mapping
from types import MappingProxyType

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "DK020": """\
A component is of a kind that is in the catalogue.

The kind says what a component takes, what it gives and what it should state, so nothing
can be judged about a component of an unknown kind. The list is closed on purpose: with
words of one's own, two designs of the same system could not be compared.

Bad:
```yaml
components:
  score: {kind: model-sever}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server}
```

Fix: Take the nearest kind of `designkit list kinds`, and say with `name`, `technology`
and `note` what is special about yours.
""",
        "DK021": """\
Every name that is used is the name of something in the design.

A flow to a component that does not exist draws an arrow into nothing, and a feature
that is made by nobody looks as if it had a source. Past loading, every name leads
somewhere; that is what makes the pictures and the numbers agree.

Bad:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gateway: request  # <- it is called gate
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

Fix: Correct the name, or add what is missing to its section.
""",
        "DK022": """\
A flow carries a data type that is in the catalogue.

The data type decides whether two components fit together: the source must give it and
the target must take it. A type that is not in the catalogue fits everywhere and
nowhere.

Bad:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: http-request  # <-
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

Fix: Take one of `designkit list data-types`. How it travels can be said in a note:
`{carries: request, note: HTTP/2}`.
""",
        "DK023": """\
An id has small letters, digits and hyphens, and begins with a letter.

Ids stand in flows, in file names, in links and in the code of pictures. A space, a dot
or a capital letter means something different in each of them. For people there is
`name`, which may be any text.

Bad:
```yaml
components:
  Score_1: {kind: model-server}  # <-
```

Good:
```yaml
components:
  score-1: {kind: model-server, name: Score (first stage)}
```

Fix: Write the id in small letters with hyphens, and keep the spelling you like in
`name`.
""",
        "DK024": """\
A flow is written as an arrow between ids.

`a -> b: request` says who gives, who takes and what. A chain `a -> b -> c` is a flow
for each of its arrows, and `a -> b, c` one for each target. A line without an arrow may
have been meant as one, so it is not passed over.

Bad:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app => gate  # <-
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

Fix: Write `source -> target: data-type`. Put options into braces behind the colon:
`app -> gate: {carries: request, timeout: 50 ms}`.
""",
        "DK025": """\
A design says which kind of system it is.

What must be there depends on it: fraud detection needs a review queue and a cost for
each mistake, a search needs an index. An unknown system would be asked for nothing.

Bad:
```yaml
system: fraud  # <-
components:
  checkout: {kind: client}
```

Good:
```yaml
system: fraud-detection
components:
  checkout: {kind: client}
```

Fix: Take one of `designkit list systems`; `generic` is any other system that learns.
""",
        "DK026": """\
A step of a scenario follows a flow of the design.

A scenario is a walk through the picture. A step without its arrow tells a story about
another system than the one that is drawn, which is exactly what somebody who explains a
design should not do.

Bad:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
scenarios:
  - name: Pay
    steps:
      - gate -> app  # <- no answer was drawn
```

Good:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  calls:
    - app -> gate: request
scenarios:
  - name: Pay
    steps:
      - app -> gate
```

Fix: Add the flow to `flows`, or correct the step. A lookup runs from what is read to
its reader.
""",
    }
)
