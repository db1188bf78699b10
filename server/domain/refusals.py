"""A call of the domain that is refused: a code of the wire's table and one sentence."""

from typing import Any

from holdfast.protocol import PROBLEMS


class Refusal(Exception):
    """Nothing was changed unless the sentence says so. `more` goes into the answer."""

    def __init__(self, code: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.kind = PROBLEMS[code]
        self.code = code
        self.detail = detail
        self.more = more
