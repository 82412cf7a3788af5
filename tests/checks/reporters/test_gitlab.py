from dataclasses import replace
from json import loads

from inline_snapshot import snapshot

from designkit.checks.reporters.gitlab import gitlab
from tests.checks.reporters.samples import CLEAN, FULL, HOLE, hostile
from tests.hostile import every_hostile_text


def test_each_finding_that_is_not_waived_is_an_entry():
    assert gitlab.report(FULL) == snapshot("""\
[
  {
    "description": "3 components have no owner",
    "check_name": "DK117 nobody-owns-it",
    "fingerprint": "22686fe72bae09747aa965849cac5bed",
    "severity": "info",
    "location": {
      "path": "designs/pay.yaml",
      "lines": {
        "begin": 3,
        "end": 3
      }
    }
  },
  {
    "description": "ttl 1 d is shorter than a refresh (1 d + 30 min)",
    "check_name": "DK306 ttl-hole",
    "fingerprint": "299c9594df8245497d236f482feaaf3d",
    "severity": "major",
    "location": {
      "path": "designs/pay.yaml",
      "lines": {
        "begin": 4,
        "end": 4
      }
    }
  },
  {
    "description": "gate lets everybody in",
    "check_name": "DK758 no-auth",
    "fingerprint": "429b6c0c787236ed023cfcb69a833e05",
    "severity": "minor",
    "location": {
      "path": "designs/pay.yaml",
      "lines": {
        "begin": 6,
        "end": 8
      }
    }
  }
]
""")


def test_no_findings_are_an_empty_list():
    assert gitlab.report(CLEAN) == "[]\n"


def test_no_two_entries_have_one_fingerprint():
    file = replace(FULL.files[0], diagnostics=(HOLE, replace(HOLE, message="again")))
    found = loads(gitlab.report(replace(FULL, files=(file,))))

    assert len({entry["fingerprint"] for entry in found}) == 2


@every_hostile_text
def test_hostile_texts_stay_in_one_entry(text: str):
    (entry,) = loads(gitlab.report(hostile(text)))

    assert list(entry) == [
        *("description", "check_name", "fingerprint", "severity", "location")
    ]
    assert not set(entry["description"]) & set("\x1b\0\u202e\ud800")
