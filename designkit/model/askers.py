"""Who sends requests to a system: its clients, else devices and people that call."""

from designkit.model.component import Component, Flow, Mode
from designkit.model.design import Design
from designkit.model.unknown import chosen, known, mapped
from designkit.model.waiting import waits

ASKING = ("client", "device", "person")
"""Kinds of whoever may send the requests of which the workload speaks."""


def askers(design: Design) -> tuple[Component, ...]:
    """Return whoever sends the requests of `design`, in the order of the file.

    Those are its clients. Where none of them calls, a device or a person that does is
    the one whose requests are counted; beside a client that calls, they work with the
    system, as a teacher does with the page of the class.
    """
    clients = design.of_kind("client")
    others = design.of_kind("device", "person")
    if not known(others):
        return clients
    calling = mapped(chosen(design.flows, _is_call), lambda flow: flow.source)
    if any(client.id in calling for client in clients):
        return clients
    return clients + chosen(others, lambda part: part.id in calling)


def _is_call(flow: Flow) -> bool:
    return flow.mode is Mode.CALL and waits(flow)
