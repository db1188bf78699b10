"""One thing that the doctor looked at: whether it is well, and what to do. Values only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """`do` is empty where there is nothing to do. Without what is `essential` nothing is safe."""

    name: str
    ok: bool
    detail: str
    do: str = ""
    essential: bool = True

    def to_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "ok": self.ok,
            "detail": self.detail,
            "do": self.do,
            "essential": self.essential,
        }

    def line(self) -> str:
        """The check as people read it: tick or cross, what was seen, what to do."""
        mark = "✓" if self.ok else "✗"
        done = f" {self.do}" if self.do else ""
        return f"{mark} {self.name:<11} {self.detail}{done}"
