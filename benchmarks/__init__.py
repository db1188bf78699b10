"""Measurements of speed and loss, run by `make bench`; no test depends on their figures."""
