"""What the field window advises whoever sits in front of the camera.

Constants in English, translated by whoever shows them; docs/translating.md has the rules.
"""

from typing import Final

from desktop.framing import Advice

ADVICE: Final[dict[Advice, str]] = {
    Advice.GOOD: "Good: the face is in the frame",
    Advice.TOO_DARK: "Too dark",
    Advice.NO_FACE: "No face in the picture",
    Advice.CLOSER: "Move closer",
    Advice.BACK: "Move back a little",
    Advice.LEFT: "Move to your left",
    Advice.RIGHT: "Move to your right",
    Advice.UP: "Sit up a little, or lower the camera",
    Advice.DOWN: "Sit down a little, or raise the camera",
}
