"""Pages of the faults of shape: keys, quantities and values that do not fit."""

from collections.abc import Mapping
from types import MappingProxyType

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "DK010": """\
Every key is one that designkit knows.

A misspelt key is the quietest fault there is: the value stands in the file, everybody
sees it, and nothing reads it. A design with `time-out: 40 ms` has no timeout. So an
unknown key is an error, with the key that was probably meant.

Bad:
```yaml
components:
  score: {kind: model-server, time-out: 40 ms}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server, timeout: 40 ms}
```

Fix: Take the key that is suggested. What designkit has no key for belongs in `note`.
`docs/keys.md` lists the common keys, `designkit list kinds --format json` those of each
kind.
""",
        "DK011": """\
A design states what nothing can be done without.

Nearly everything may be left out: a sketch is a legal design, and the rules ask for the
rest. The few keys that are required are those without which nothing can be said at all,
such as the kind of a component or the title of a source.

Bad:
```yaml
components:
  score: {technology: Triton}  # <- of what kind?
```

Good:
```yaml
components:
  score: {kind: model-server, technology: Triton}
```

Fix: Add the key. The message says what it means.
""",
        "DK012": """\
A quantity carries its unit.

A bare `40` is milliseconds to its author, seconds to a reader and nothing to a program.
The Mars Climate Orbiter was lost in 1999 because one side computed in pound-force
seconds and the other in newton-seconds. A number without a unit, where there has to be
one, is an error, and so is a unit of the wrong dimension.

Bad:
```yaml
components:
  score: {kind: model-server, timeout: 40}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server, timeout: 40 ms}
```

Fix: Write the unit after the number: `40 ms`, `30 M`, `2 TB/day`, `99.99%`, `5 USD`. A
range such as `50 M..80 M` may stand wherever a number may.

Source: NASA, Mars Climate Orbiter Mishap Investigation Board, Phase I Report, 1999.
""",
        "DK013": """\
A value is one of those that the key allows.

Some keys have a short list of values, because rules and pictures decide by them. A
value of your own would be read by nobody.

Bad:
```yaml
components:
  score: {kind: model-server, role: scorer}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server, role: rank}
```

Fix: Choose one of the values in the message. To say that there is no such thing, write
`none`; what does not fit any of them belongs in `note`.
""",
        "DK014": """\
A value has the shape of its key: a text, a list or a mapping.

A list where a mapping is wanted has no names to refer to, and a mapping where a text is
wanted is often a text with a colon in it. Guessing what was meant would make the same
file mean different things in different versions.

Bad:
```yaml
components:
  app: {kind: client}
  gate: {kind: gateway}
flows:
  - app -> gate: request  # <- who waits for it?
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

Fix: Follow the shape in the message. A list is `[a, b]` or lines that begin with a
hyphen, a mapping is `{key: value}` or lines with a key each, and a text with a colon
stands in quotes.
""",
    }
)
