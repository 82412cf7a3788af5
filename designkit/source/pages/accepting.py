"""Pages of the faults of waivers, and of a rule that failed."""

from collections.abc import Mapping
from types import MappingProxyType

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "DK040": """\
A waiver covers something.

A waiver that covers no finding any more was true once: the fault was mended, or the
element was renamed. If it stays, it will silently accept the same fault when that comes
back.

Bad:
```yaml
components:
  score: {kind: model-server}
  watch: {kind: monitor, watch: [data, prediction, ops]}
waivers:
  - {rule: no-monitoring, reason: the platform watches it}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server}
waivers:
  - {rule: no-monitoring, reason: the platform watches it}
```

Fix: Delete the waiver, or correct the element it names.
""",
        "DK041": """\
A waiver says why.

An exception without a reason cannot be reviewed, and a year later nobody dares to
delete it. With a reason it is a documented trade-off: the write-up shows it as one.
Until there is a reason, the finding stands.

Bad:
```yaml
components:
  score: {kind: model-server}
waivers:
  - {rule: no-monitoring, reason: ""}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server}
waivers:
  - {rule: no-monitoring, reason: the platform watches every model on it}
```

Fix: Say what makes the finding acceptable here, in words that hold when you are gone.
""",
        "DK042": """\
A waiver names a rule.

A misspelt rule accepts nothing, and a waiver for everything at once would accept what
nobody has seen yet. So each waiver names one rule, by its code or its name.

Bad:
```yaml
components:
  score: {kind: model-server}
waivers:
  - {rule: no-monitor, reason: the platform watches it}  # <-
```

Good:
```yaml
components:
  score: {kind: model-server}
waivers:
  - {rule: no-monitoring, reason: the platform watches it}
```

Fix: Take the name from the finding. `designkit explain` lists all of them.
""",
        "DK099": """\
A rule answers, whatever the design.

A rule that fails has found nothing, and that would look like a pass. So its failure is
an error of its own and the exit code is 2, while all other rules still run. The design
is not at fault.

Fix: Report it together with the design, or the part of it that is enough. Until it is
mended, `--ignore` leaves the rule out.
""",
    }
)
