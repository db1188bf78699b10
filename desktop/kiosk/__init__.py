"""The guided visit of one participant: what comes after what, and who drives the station by it."""
