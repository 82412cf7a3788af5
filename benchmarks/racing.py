"""Runs a command and its peer in turn, each as a whole process, and compares them.

Nothing of designkit is imported here: a child begins with the memory of its parent, so
a small parent keeps the readings of the children honest.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"  # else every run would compile everything
}

Command = Sequence[str | Path]
"""A program and its arguments."""

Job = Sequence[Command]
"""Commands that run one after the other and are timed as one."""


class BenchmarkError(Exception):
    """A command failed, so that its time means nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """What one run took: seconds, and bytes of the largest of its processes."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Race:
    """Seconds of all runs, pair by pair, and the most memory that ours took."""

    ours: tuple[float, ...]
    peer: tuple[float, ...]
    memory: int = 0

    @property
    def ratio(self) -> float:
        """The median of the ratios of the pairs."""
        pairs = zip(self.ours, self.peer, strict=True)
        return median(ours / peer for ours, peer in pairs)


def race(ours: Job, peer: Job, *, runs: int) -> Race:
    """Run both jobs in turn, `runs` times after one that is not counted.

    A single run is not preceded by any: it is of a job that takes minutes.

    Raises:
        BenchmarkError: a command failed.
    """
    warm_up = int(runs > 1)
    pairs = [(measure(ours), measure(peer)) for _ in range(runs + warm_up)][warm_up:]
    return Race(
        ours=tuple(our.seconds for our, _ in pairs),
        peer=tuple(other.seconds for _, other in pairs),
        memory=max(our.memory for our, _ in pairs),
    )


def measure(job: Job, accepted: Sequence[int] = (0,)) -> Reading:
    """Run the commands of `job`, which end with `accepted` codes; measure all of them.

    Raises:
        BenchmarkError: one of them failed.
    """
    readings = [_run(command, accepted) for command in job]
    return Reading(
        sum(reading.seconds for reading in readings),
        max(reading.memory for reading in readings),
    )


def answer(command: Command) -> bytes:
    """Run `command` and return what it prints.

    Raises:
        BenchmarkError: it failed.
    """
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT)
    if done.returncode:
        raise BenchmarkError(_failure(command, done.stderr))
    return done.stdout


def _run(command: Command, accepted: Sequence[int]) -> Reading:
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=said, stderr=said, env=ENVIRONMENT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in accepted:
            said.seek(0)
            raise BenchmarkError(_failure(command, said.read()))
    return Reading(seconds, usage.ru_maxrss * 1024)


def _failure(command: Command, said: bytes) -> str:
    words = " ".join(Path(word).name for word in command[:6])
    return f"this failed: {words}\n{said.decode(errors='replace')[-800:]}"
