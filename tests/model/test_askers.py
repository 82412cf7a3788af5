"""Who sends the requests of which a workload speaks."""

from designkit.model.graph import Graph
from designkit.source.loader import load_text

HEAD = """\
designkit: 1
name: Small
system: generic
components:
  score: {kind: model-server}
"""


def askers_of(text: str) -> frozenset[str]:
    design = load_text(HEAD + text, "small.yaml").design
    assert design is not None
    return Graph(design).askers


FROM_DEVICE = """\
  phone: {kind: device}
flows:
  calls: [phone -> score: request / prediction]
"""

BESIDE_CLIENT = """\
  app: {kind: client}
  teacher: {kind: person}
  desk: {kind: service}
flows:
  calls:
    - app -> score: request / prediction
    - teacher -> desk: request
"""

CLIENT_THAT_IS_TOLD = """\
  clinician: {kind: person}
  patient: {kind: client}
  office: {kind: service}
flows:
  calls: [clinician -> score: request / prediction]
  streams: [office -> patient: decision]
"""

DEVICE_THAT_IS_TOLD = """\
  camera: {kind: device}
  log: {kind: event-log}
flows:
  streams: [camera -> log: event]
"""


def test_a_device_that_calls_asks() -> None:
    assert askers_of(FROM_DEVICE) == {"phone"}


def test_people_beside_a_client_that_calls_do_not_count() -> None:
    assert askers_of(BESIDE_CLIENT) == {"app"}


def test_a_client_that_is_only_told_leaves_the_asking_to_others() -> None:
    assert askers_of(CLIENT_THAT_IS_TOLD) == {"clinician", "patient"}


def test_a_device_that_only_sends_events_asks_nothing() -> None:
    assert askers_of(DEVICE_THAT_IS_TOLD) == frozenset()
