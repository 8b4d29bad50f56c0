"""Work in several processes that inherit everything read so far."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def processes(jobs: int | None, pieces: int, worth: int) -> int:
    """How many processes to use: `jobs`, or as many as there are cores, each for `worth` pieces."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return max(1, min(jobs or min(os.cpu_count() or 1, 8), pieces // worth))


def spread(work: Callable[[Sequence[T]], R], pieces: Sequence[T], number: int) -> Iterator[R]:
    """Do `work` on `pieces`, split evenly over `number` processes; gives each part's result.

    Results travel through a pipe, so they should be small. Raises RuntimeError if a process dies.
    """
    if number == 1:
        yield work(pieces)
        return
    context = multiprocessing.get_context("fork")
    running = []
    for part in (pieces[i::number] for i in range(number)):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(work, part, sender))
        process.start()
        sender.close()
        running.append((process, receiver))
    for process, receiver in running:
        result: list[R] = []
        with contextlib.suppress(EOFError):
            result.append(receiver.recv())
        process.join()
        if not result or process.exitcode:
            raise RuntimeError("a process died at its work; see above")
        yield result[0]


def _send(work: Callable[[Sequence[T]], R], part: Sequence[T], sender: Any) -> None:
    sender.send(work(part))
    sender.close()
