"""What the window says of a recording's quality once it has ended. Pure.

Findings come in the check's own sentences; what each means is in `docs/quality.md`.
"""

from dataclasses import dataclass

from desktop.recording.quality import Quality
from desktop.ui import texts
from desktop.ui.retelling import retell
from desktop.ui.views import Banner
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found of one camera's recording; camera 0 is the first."""

    camera: int
    name: str
    quality: Quality

    @property
    def is_good(self) -> bool:
        """Whether it was looked at and nothing was found."""
        return not self.quality.findings and self.quality.not_checked is None


def and_checked(checked: tuple[Checked, ...], found: Checked) -> tuple[Checked, ...]:
    """One more, in the order of the cameras; of each camera the last recording counts."""
    others = [each for each in checked if each.camera != found.camera]
    return tuple(sorted([*others, found], key=lambda each: each.camera))


def findings_banner(checked: tuple[Checked, ...]) -> Banner | None:
    """What a person should see before the participant leaves; None where all is well."""
    poor = [each for each in checked if not each.is_good]
    if not poor:
        return None
    return Banner(
        "warn" if any(each.quality.findings for each in poor) else "info",
        "info",
        tr(texts.FINDINGS_TITLE),
        f"{' '.join(_sentences(each, len(checked)) for each in poor)} {tr(texts.FINDINGS_SAFE)}",
        "dismiss",
        tr(texts.DISMISS),
    )


def good_banner(checked: tuple[Checked, ...]) -> Banner | None:
    """That all is well; None before anything was checked, and where something was found."""
    if not checked or not all(each.is_good for each in checked):
        return None
    words = retell(checked[0].quality.words)
    return Banner(
        "ok", "check-circle", tr(texts.CHECKED_TITLE), words, "dismiss", tr(texts.DISMISS)
    )


def _sentences(checked: Checked, cameras: int) -> str:
    words = retell(checked.quality.words)
    return words if cameras == 1 else f"{checked.name}: {words}"
