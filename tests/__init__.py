"""Tests of the project; `conftest.py` says what markers and fixtures mean."""
