"""How much memory this process takes, and how much the computer has left. Reads only.

The one place that asks: psutil knows it on each system, and what counts as available, which the
systems' own numbers do not say alike.
"""

import psutil


class Memory:
    """Memory of this process and of the computer, in bytes."""

    def __init__(self) -> None:
        self._process = psutil.Process()

    def own_bytes(self) -> int:
        """What this process holds in memory (its resident set)."""
        return self._process.memory_info().rss

    def available_bytes(self) -> int:
        """What programs can still have without anything being swapped out."""
        return psutil.virtual_memory().available
