"""A queue that can be waited for together with pipes."""

import os
import threading
from multiprocessing.connection import wait

from desktop.mailbox import Mailbox


def test_it_is_readable_while_something_is_in_it() -> None:
    box: Mailbox[int] = Mailbox()
    assert not wait([box.fileno()], 0)

    box.put(1)
    box.put(2)

    assert wait([box.fileno()], 0)
    assert list(box.take_all()) == [1, 2]
    assert not wait([box.fileno()], 0)


def test_putting_wakes_who_waits() -> None:
    box: Mailbox[str] = Mailbox()
    threading.Timer(0.01, lambda: box.put("now")).start()

    assert wait([box.fileno()], 30)
    assert list(box.take_all()) == ["now"]


def test_a_thousand_wake_ups_that_nobody_reads_block_nobody() -> None:
    box: Mailbox[int] = Mailbox()

    for number in range(100_000):
        assert box.put(number)

    assert list(box.take_all()) == list(range(100_000))


def test_once_closed_it_writes_to_nobody_elses_file() -> None:
    box: Mailbox[int] = Mailbox()
    box.close()
    box.close()
    reader, writer = os.pipe()
    os.set_blocking(reader, False)

    assert box.put(1) is False

    try:
        assert wait([reader], 0) == []
    finally:
        os.close(reader)
        os.close(writer)
