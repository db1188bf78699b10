"""Measurements of speed and size; no test depends on their figures."""
