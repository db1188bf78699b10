"""What `holdfast doctor --sync` prints for people: the measurement in a few lines. No measuring."""

from desktop.recording.sync import Sync


def sync_text(sync: Sync, name: str) -> str:
    """Offset, drift and what is missing, a line each."""
    offset = sync.to_json()["offset_ms"]
    lines = [
        f"{name}: {_count(len(sync.pairs), 'pair')} of flash and beep",
        f"  offset  {offset['mean']:+.1f} ms on average: {_whose(offset['mean'])}",
        f"          {offset['min']:+.1f} to {offset['max']:+.1f}, deviation {offset['std']:.1f}",
        f"  drift   {_drift(sync)}",
    ]
    for times_s, thing in (
        (sync.flashes_alone_s, "flash without a beep"),
        (sync.beeps_alone_s, "beep without a flash"),
    ):
        if times_s:
            at = ", ".join(f"{each:.2f}" for each in times_s[:10])
            more = ", ..." if len(times_s) > 10 else ""
            lines.append(f"  missing {len(times_s)} x {thing}, at {at}{more} s")
    return "\n".join(lines)


def _whose(mean_ms: float) -> str:
    if abs(mean_ms) < 0.05:
        return "together"
    return "the sound comes late" if mean_ms > 0 else "the sound comes early"


def _drift(sync: Sync) -> str:
    drift = sync.drift
    if drift is None:
        return "one pair says nothing about it"
    slope = f"{drift.ms_per_min:+.2f} ms a minute"
    if drift.standard_error is None:
        return f"{slope}, from two pairs only"
    fit = "" if drift.r2 is None else f", R² {drift.r2:.2f}"
    return f"{slope} ± {drift.standard_error:.2f} (standard error){fit}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
