"""Recording itself, in a process of its own: no Qt, no queue, no network."""
