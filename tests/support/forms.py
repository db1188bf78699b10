"""Hypothesis strategies for the values that Holdfast writes as JSON."""

from typing import Any

from hypothesis import strategies as st

from holdfast.annotations import Annotations
from holdfast.announcement import Announcement, Audio, Video
from holdfast.ids import new_id
from holdfast.journal import Ended, JournalEntry, Losses, Marker, PartLost, PartStarted
from holdfast.manifest import Gap, Manifest, ManifestSegment, Part
from holdfast.protocol import SegmentStatus
from holdfast.receipt import Receipt, ReceiptSegment
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SoundLoss
from tests.support.manual_clock import EPOCH

# Lone surrogates cannot be written as UTF-8, and no JSON file holds them.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
ids = st.builds(lambda: new_id(EPOCH))
wholes = st.integers(0, 2**63 - 1)
seconds = st.floats(0, 1e7)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
losses = st.lists(st.tuples(seconds, st.integers(0, 10_000)), max_size=4).map(tuple)
spans = st.lists(st.tuples(seconds, seconds), max_size=4).map(tuple)
sound_losses = st.none() | st.builds(SoundLoss, lost=spans, silent=spans)
states = st.sampled_from(("complete", "interrupted"))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(-1e9, 1e9) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
optional_mappings = st.none() | st.dictionaries(texts, json_values, max_size=3)
extras = st.dictionaries(texts.map("x-".__add__), json_values, max_size=3)

videos = st.builds(
    Video,
    codec=texts,
    width=st.integers(1, 10_000),
    height=st.integers(1, 10_000),
    nominal_fps=seconds,
    camera_id=texts,
    camera_name=texts,
    padded=st.booleans(),
)
audios = st.builds(
    Audio,
    codec=texts,
    rate_hz=st.integers(1, 400_000),
    channels=st.integers(1, 8),
    microphone=texts,
)
announcements = st.builds(
    Announcement,
    recording=ids,
    session=ids,
    participant=texts,
    study=st.none() | texts,
    prompt=st.none() | texts,
    take=st.integers(1, 99),
    device=ids,
    app_version=texts,
    started_at=texts,
    boot_id=texts,
    started_monotonic_ns=wholes,
    video=st.none() | videos,
    audio=st.none() | audios,
    extra=extras,
)
sidecars = st.builds(
    Sidecar,
    recording=ids,
    segment=wholes,
    part=wholes,
    size_bytes=wholes,
    sha256=digests,
    start_s=seconds,
    duration_s=seconds,
    frames=wholes,
    samples=wholes,
    lost_frames=wholes,
    losses=losses,
    base_monotonic_ns=wholes,
    frame_times_us=st.lists(wholes, max_size=5).map(tuple),
    container=texts,
    salvaged=st.booleans(),
    enc=optional_mappings,
    sound=sound_losses,
    sound_clock_ppm=st.none() | st.floats(-2000, 2000),
    extra=extras,
)
journal_entries: st.SearchStrategy[JournalEntry] = st.one_of(
    st.builds(
        PartStarted,
        part=wholes,
        offset_s=seconds,
        reason=texts,
        first_segment=wholes,
        started_monotonic_ns=wholes,
        boot_id=texts,
        video=st.none() | videos,
        audio=st.none() | audios,
    ),
    st.builds(Marker, t_s=seconds, name=texts, source=texts),
    st.builds(PartLost, part=wholes, reason=texts),
    st.builds(
        Losses,
        segment=wholes,
        until_s=seconds,
        frames=losses,
        sound=sound_losses,
    ),
    st.builds(Ended, state=states, reason=texts, end_s=seconds),
)
manifest_segments = st.builds(
    ManifestSegment,
    segment=wholes,
    part=wholes,
    container=texts,
    size_bytes=st.integers(0, 2**40),
    sha256=digests,
    start_s=seconds,
    duration_s=seconds,
    frames=st.integers(0, 2**20),
    losses=losses,
    lost=st.none() | texts,
    enc=optional_mappings,
    sound=sound_losses,
)


def in_order(segments: list[ManifestSegment]) -> tuple[ManifestSegment, ...]:
    """As a manifest lists them."""
    return tuple(sorted(segments, key=lambda each: each.segment))


manifests = st.builds(
    Manifest,
    announcement=announcements,
    state=states,
    parts=st.lists(st.builds(Part, part=wholes, offset_s=seconds, reason=texts), max_size=3).map(
        tuple
    ),
    gaps=st.lists(st.builds(Gap, from_s=seconds, to_s=seconds, reason=texts), max_size=3).map(
        tuple
    ),
    markers=st.lists(st.builds(Marker, t_s=seconds, name=texts, source=texts), max_size=3).map(
        tuple
    ),
    segments=st.lists(manifest_segments, max_size=4, unique_by=lambda each: each.segment).map(
        in_order
    ),
    duration_s=seconds,
    lost_frames=wholes,
    clock_offset_s=optional_mappings,
    prev_session_manifest_sha256=st.none() | digests,
    signature=st.none() | texts,
)
receipts = st.builds(
    Receipt,
    recording=ids,
    manifest_sha256=digests,
    segments=st.lists(
        st.builds(ReceiptSegment, segment=wholes, size_bytes=wholes, sha256=digests), max_size=4
    ).map(tuple),
    stored_at=texts,
    receiver=texts,
    key_id=texts,
    signature=texts,
)
clock_offsets = st.none() | st.one_of(
    st.fixed_dictionaries({"value": st.none(), "reason": texts}),
    st.fixed_dictionaries({"value": st.floats(-1e9, 1e9), "uncertainty": seconds}),
)
annotations = st.builds(
    Annotations,
    version=wholes,
    quality=optional_mappings,
    clock_offset_s=clock_offsets,
    extra=extras,
)
segment_statuses = st.builds(
    SegmentStatus,
    size_bytes=st.none() | wholes,
    sha256=st.none() | digests,
    missing=st.lists(st.tuples(wholes, wholes), max_size=4).map(tuple),
    complete=st.booleans(),
)

strange_values: st.SearchStrategy[Any] = st.one_of(
    json_values,
    st.sampled_from([10**400, -1, 1e308, float("inf"), float("nan"), [[1]], [["a", "b"]], "é"]),
)
"""What a damaged, hostile or newer file may hold where something else is expected."""


@st.composite
def damaged(draw: st.DrawFn, value: Any) -> Any:
    """The same JSON with one value in it, at any depth, replaced or removed."""
    if isinstance(value, dict) and value and draw(st.booleans() | st.just(True)):
        key = draw(st.sampled_from(sorted(value)))
        if draw(st.booleans()):
            return {each: value[each] for each in value if each != key}
        return {**value, key: draw(damaged(value[key]))}
    if isinstance(value, list) and value and draw(st.booleans()):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], draw(damaged(value[place])), *value[place + 1 :]]
    return draw(strange_values)
