"""Pages of the faults that a text has before anybody asks what it means."""

from collections.abc import Mapping
from types import MappingProxyType

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "DK001": """\
A file has to be YAML before it can be a design.

A parser stops where the text cannot go on, so nothing is known about what follows. This
fault is therefore shown alone: mend it and look again. Most come from a bracket that is
left open, from a tab, or from a value that holds a colon and a space.

Bad:
```yaml
components:
  gateway: {kind: gateway, technology: Envoy  # <- the brace is left open
  score: {kind: model-server}
```

Good:
```yaml
components:
  gateway: {kind: gateway, technology: Envoy}
  score: {kind: model-server}
```

Fix: Close what is open, indent with spaces, and put quotes around a text that holds
`: ` or ` #`, or that begins with a sign such as `[`, `{`, `*`, `&`, `!`, `|`, `>`, `%`
or `@`.

Source: YAML 1.2.2, 2021, https://yaml.org/spec/1.2.2/
""",
        "DK002": """\
A key stands once in a mapping.

Many readers of YAML keep the last of two equal keys and say nothing. A second `score:`
then silently replaces the first one with its latency, its timeout and its reasons, and
the picture shows a system that nobody described.

Bad:
```yaml
components:
  score: {kind: model-server, technology: Triton, timeout: 40 ms}
  score: {kind: model-server, replicas: 6}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server, technology: Triton, timeout: 40 ms, replicas: 6}
```

Fix: Join the two, or give one of them another name.

Source: YAML 1.2.2, 2021, section 3.2.1.1: the keys of a mapping are unique.
""",
        "DK003": """\
A design has no tags: it is read, never run.

A tag such as `!env` or `!!python/object` asks the reader to do something: to look up a
secret, to open a file, to build an object. Readers that obeyed have run code for
strangers. A design may come from anybody, so every tag is refused.

Bad:
```yaml
components:
  score: {kind: model-server, technology: !env SERVER}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server, technology: Triton}
```

Fix: Write the value itself, or put it into quotes if its exclamation mark is meant as
text.

Source: CVE-2017-18342: loading untrusted YAML with PyYAML before 5.1 could run code.
""",
        "DK004": """\
A file holds one design.

Three hyphens begin another document, and everything below them would be lost: findings,
pictures and the write-up all speak of one design. Often the hyphens were meant as a
line between two sections.

Bad:
```yaml
designkit: 1
name: Payments
system: generic
components:
  gateway: {kind: gateway}
---  # <-
designkit: 1
name: Search
```

Good:
```yaml
designkit: 1
name: Payments
system: generic
components:
  gateway: {kind: gateway}
```

Fix: Move the second design to a file of its own. Where the hyphens only divide, write a
comment instead.

Source: YAML 1.2.2, 2021, section 9.1.2: document markers.
""",
        "DK005": """\
A design stays within what can be read in reasonable time.

A file may have a million characters, 50,000 values after aliases are followed, and 64
levels of nesting. What needs more is generated, or made to exhaust the memory of
whoever opens it: five lines of aliases are enough for a hundred thousand values, and
ten lines for ten billion.

Bad:
```yaml
notes:
  a: &a [x, x, x, x, x, x, x, x, x, x]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]  # <- 111,111 values
```

Good:
```yaml
components:
  rank: {kind: model-server, latency: &fast {p50: 4 ms, p99: 12 ms}}
  score: {kind: model-server, latency: *fast}
```

Fix: Divide the design into several, and keep aliases for values that are shared.

Source: CVE-2003-1564, known as billion laughs: entities that multiply.
""",
        "DK006": """\
An alias repeats a value that stands before it.

`*fast` means the value that was named with `&fast` further up in the file. Without that
name nobody knows what was meant, and an empty value in its place would look like a
design that says nothing.

Bad:
```yaml
components:
  rank: {kind: model-server, latency: {p50: 4 ms, p99: 12 ms}}
  score: {kind: model-server, latency: *fast}  # <-
```

Good:
```yaml
components:
  rank: {kind: model-server, latency: &fast {p50: 4 ms, p99: 12 ms}}
  score: {kind: model-server, latency: *fast}
```

Fix: Name the value with `&` where it first stands, or put quotes around a text that
begins with an asterisk.

Source: YAML 1.2.2, 2021, section 7.1: alias nodes.
""",
        "DK007": """\
A key is a name.

YAML lets a list or a mapping be a key, and a key be left out. Nothing in a design can
be called by such a key, so it is nearly always a slip: an attempt to say two things at
once, or a `<<` that merges something else than a mapping.

Bad:
```yaml
components:
  gateway: {kind: gateway}
  [rank, score]: {kind: model-server}  # <-
```

Good:
```yaml
components:
  gateway: {kind: gateway}
  rank: {kind: model-server}
  score: {kind: model-server}
```

Fix: Write an entry for each name. What the entries share may stand behind an anchor and
be merged with `<<`.
""",
        "DK008": """\
A design says at least what it is and one thing it is made of.

An empty file, or one with comments alone, has nothing to check, to draw or to count. It
is refused rather than passed, since a check that passes on nothing protects nobody.

Bad:
```yaml
# <- to be written
```

Good:
```yaml
designkit: 1
name: Card payment fraud
system: fraud-detection
components:
  checkout: {kind: client}
```

Fix: Begin with `designkit init NAME --from fraud`, or with the four keys of the good
example.
""",
        "DK009": """\
A design has no characters that cannot be seen.

Control characters and marks that turn the direction of text make a file look other than
it is: a reviewer approves one thing and the program reads another. They also reach
terminals and web pages that show the design.

Bad:
```yaml
components:
  score: {kind: model-server, technology: "Triton \\u202E gnitset"}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server, technology: Triton}
```

Fix: Delete the character; its number is in the message, since it cannot be shown.

Source: Boucher and Anderson 2021, Trojan Source: Invisible Vulnerabilities.
""",
    }
)
