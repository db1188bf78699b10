"""What `holdfast devices` prints for people. Values in, text out."""

from desktop.encoders import Survey
from desktop.recording.devices import Camera, Devices, Microphone


def listing(found: Devices, encoders: Survey) -> str:
    """Cameras with their modes and microphones, as the options of `record` name them."""
    lines = ["Cameras (--source):", *(_camera(each) for each in found.cameras)]
    if not found.cameras:
        lines.append("  none; --source test records the built-in scene")
    lines += ["Microphones (--audio):", *(_microphone(each) for each in found.microphones)]
    if not found.microphones:
        lines.append(f"  {found.microphones_note or 'none; recordings have no sound'}")
    lines.append(f"Encoder (capture.encoder): {encoders.used.encoder}")
    lines += [f"  {each.encoder} is not used: {each.reason}" for each in encoders.refused]
    return "\n".join(lines)


def _camera(camera: Camera) -> str:
    modes = ", ".join(
        f"{mode.width}x{mode.height} @ {mode.fps:g} {mode.format}" for mode in camera.modes
    )
    return f"  {camera.path}  {camera.name}\n      {modes or 'its modes are not known'}"


def _microphone(microphone: Microphone) -> str:
    return f"  {microphone.name}" + ("  (the default)" if microphone.is_default else "")
