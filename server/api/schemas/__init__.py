"""The shapes of bodies and answers, as types that mypy checks and the API's document shows."""
