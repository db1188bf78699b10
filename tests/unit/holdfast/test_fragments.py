"""Fragmented MP4 as bytes: whatever happened to a file, what is whole in it is found."""

import io
import operator
import random
import struct
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast import fragments
from holdfast.fragments import Damaged, Fragment, Init, Splitter
from tests.support.scene_media import encoded_scene

SECONDS = 5


@pytest.fixture(scope="module")
def media() -> bytes:
    """Five seconds of picture and sound, in fragments of half a second, as our encoder writes."""
    return encoded_scene(SECONDS * 30, 64, 48).data


@pytest.fixture(scope="module")
def ends(media: bytes) -> list[int]:
    """Where each fragment ends; the first entry is where the init ends."""
    init, parts = split(media)
    positions = [len(init.data)]
    for part in parts:
        positions.append(positions[-1] + len(part.data))
    return positions


def split(data: bytes) -> tuple[Init, list[Fragment]]:
    init, *rest = Splitter().feed(data)
    assert isinstance(init, Init)
    return init, [each for each in rest if isinstance(each, Fragment)]


def packets(data: bytes) -> list[tuple[int, int | None, bytes]]:
    with av.open(io.BytesIO(data), "r") as container:
        return [
            (packet.stream_index, packet.pts, bytes(packet))
            for packet in container.demux()
            if packet.size
        ]


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def test_a_real_part_is_read_to_its_last_byte(media: bytes, ends: list[int]) -> None:
    init, parts = split(media)
    video, audio = init.track("video"), init.track("audio")

    assert video is not None
    assert audio is not None
    assert (video.codec, video.width, video.height, video.timescale) == ("avc1", 64, 48, 90_000)
    assert (audio.codec, audio.timescale, audio.media_start) == ("mp4a", 48_000, 1024)
    assert ends[-1] == len(media)
    assert len(parts) == SECONDS * 2


def test_content_counts_pictures_and_sound_to_the_sample(media: bytes) -> None:
    content = fragments.content(*split(media))

    assert content.frames == SECONDS * 30
    assert content.samples == SECONDS * 48_000
    assert content.video_pts == tuple(range(0, SECONDS * 90_000, 3000))
    assert content.video_end == content.video_duration == SECONDS * 90_000
    assert content.starts_with_key


def test_times_agree_with_a_demuxer(media: bytes) -> None:
    init, parts = split(media)

    demuxed = [pts for stream, pts, _ in packets(media) if stream == 0]

    assert list(fragments.content(init, parts).video_pts) == demuxed


@given(data=st.data())
@settings(max_examples=30)
def test_pieces_of_any_size_give_the_same(media: bytes, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(media)), max_size=40)))
    splitter = Splitter()

    items = [
        item
        for first, end in zip([0, *cuts], [*cuts, len(media)], strict=True)
        for item in splitter.feed(media[first:end])
    ]

    assert items == Splitter().feed(media)
    assert splitter.is_between_fragments
    assert splitter.consumed_bytes == len(media)


def test_a_tail_torn_at_every_byte_keeps_all_fragments_before_it(
    media: bytes, ends: list[int]
) -> None:
    whole, begun = ends[1], ends[2]

    kept = {fragments.whole_prefix(media[:cut]) for cut in range(whole, begun)}

    assert kept == {whole}
    assert fragments.whole_prefix(media[:begun]) == begun


def test_without_init_and_one_fragment_nothing_is_whole(media: bytes, ends: list[int]) -> None:
    assert fragments.whole_prefix(b"") == 0
    assert fragments.whole_prefix(media[: ends[0]]) == 0
    assert fragments.whole_prefix(media[: ends[1] - 1]) == 0
    assert fragments.whole_prefix(media[: ends[1]]) == ends[1]


@given(data=st.data())
@settings(max_examples=300)
def test_flipped_bits_never_raise_anything_but_damage(media: bytes, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(media)))
    broken = bytearray(media[:length])
    for _ in range(data.draw(st.integers(1, 8)) if length else 0):
        place = data.draw(st.integers(0, length - 1))
        broken[place] ^= 1 << data.draw(st.integers(0, 7))

    kept = fragments.whole_prefix(bytes(broken))

    assert 0 <= kept <= length
    if kept:
        init, parts = split(bytes(broken[:kept]))
        fragments.content(init, parts)


def test_thousands_of_mutated_descriptions_never_raise_anything_but_damage(
    media: bytes, ends: list[int]
) -> None:
    # Descriptions are a hundredth of the bytes, so chance alone would hardly meet them.
    rng = random.Random(11)
    descriptions = [*range(ends[0]), *range(ends[0], ends[0] + 700)]
    short = media[: ends[2]]
    raised = 0
    for _ in range(4000):
        broken = bytearray(short)
        for _ in range(rng.randint(1, 3)):
            broken[rng.choice(descriptions)] = rng.choice((0, 1, 0x7F, 0x80, 0xFF))
        try:
            items = Splitter().feed(bytes(broken))
        except Damaged:
            raised += 1
            continue
        if items and isinstance(items[0], Init):
            fragments.content(items[0], [each for each in items if isinstance(each, Fragment)])
    assert 0 < raised < 4000


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_noise_is_damage_or_nothing(noise: bytes) -> None:
    assert fragments.whole_prefix(noise) == 0


def test_zeros_where_a_power_cut_took_the_data_are_damage(media: bytes, ends: list[int]) -> None:
    broken = bytearray(media)
    broken[ends[4] - 600 : ends[4]] = bytes(600)
    # The last bytes of a fragment are sound, which has no structure; the picture comes before.
    broken[ends[3] + 1200 : ends[4]] = bytes(ends[4] - ends[3] - 1200)

    assert fragments.whole_prefix(bytes(broken)) == ends[3]


def described(track: int, sizes: list[int], data: bytes, count: int | None = None) -> bytes:
    """A fragment made by hand: samples of these sizes, one after the other, in `data`."""
    tfhd = box(b"tfhd", struct.pack(">III", 0x020008, track, 1024))
    tfdt = box(b"tfdt", struct.pack(">IQ", 0x01000000, 0))

    def moof(offset: int) -> bytes:
        fields = struct.pack(">IIi", 0x201, len(sizes) if count is None else count, offset)
        trun = box(b"trun", fields + b"".join(struct.pack(">I", size) for size in sizes))
        return box(b"moof", box(b"traf", tfhd + tfdt + trun))

    return moof(len(moof(0)) + 8) + box(b"mdat", data)


@pytest.mark.parametrize(
    ("track", "sizes", "data"),
    [(2, [3, 5], bytes(8)), (1, [6, 5], b"\0\0\0\2ab\0\0\0\1c")],
)
def test_samples_that_fill_their_data_are_whole(
    media: bytes, track: int, sizes: list[int], data: bytes
) -> None:
    init, _ = split(media)

    _, [fragment] = split(init.data + described(track, sizes, data))

    assert fragment.runs[0].count == 2
    assert fragment.runs[0].duration == 2048


@pytest.mark.parametrize(
    ("track", "sizes", "data", "sentence"),
    [
        (2, [3, 6], bytes(8), "lies outside of its data"),
        (2, [9], bytes(8), "lies outside of its data"),
        (1, [8], bytes(8), "data is empty"),
        (1, [7], b"\0\0\0\2abc", "does not end where it should"),
        (1, [6], b"\0\0\0\3ab", "does not end where it should"),
        (3, [8], bytes(8), "which the init does not have"),
    ],
)
def test_samples_that_cannot_be_are_damage(
    media: bytes, track: int, sizes: list[int], data: bytes, sentence: str
) -> None:
    init, _ = split(media)

    with pytest.raises(Damaged, match=sentence):
        Splitter().feed(init.data + described(track, sizes, data))


@pytest.mark.parametrize(
    ("count", "sentence"), [(3, "cut short"), (0xFFFFFFFF, "4294967295 samples")]
)
def test_a_description_cannot_claim_more_samples_than_it_lists(
    media: bytes, count: int, sentence: str
) -> None:
    init, _ = split(media)

    with pytest.raises(Damaged, match=sentence):
        Splitter().feed(init.data + described(2, [3, 5], bytes(8), count))


CONTAINERS = {b"moov", b"trak", b"edts", b"mdia", b"minf", b"stbl", b"mvex"}


def altered(data: bytes, name: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """These boxes with the body of every one of this name changed, at any depth."""
    done, position = b"", 0
    while position < len(data):
        size = int.from_bytes(data[position : position + 4], "big")
        here, body = data[position + 4 : position + 8], data[position + 8 : position + size]
        position += size
        if here == name:
            body = change(body)
        elif here in CONTAINERS:
            body = altered(body, name, change)
        done += box(here, body)
    return done


@pytest.mark.parametrize("name", [b"tkhd", b"mdhd", b"stsd", b"elst", b"trex", *sorted(CONTAINERS)])
def test_an_init_with_a_box_cut_anywhere_is_damage_or_no_matter(
    media: bytes, ends: list[int], name: bytes
) -> None:
    init = media[: ends[0]]
    damaged = 0
    for kept in range(130):
        broken = altered(init, name, operator.itemgetter(slice(kept)))
        try:
            Splitter().feed(broken)
        except Damaged:
            damaged += 1

    assert damaged > 0


def test_a_track_without_a_time_scale_is_damage(media: bytes, ends: list[int]) -> None:
    broken = altered(media[: ends[0]], b"mdhd", lambda body: body[:12] + bytes(4) + body[16:])

    with pytest.raises(Damaged, match="no time scale"):
        Splitter().feed(broken)


def test_samples_without_bytes_are_counted_against_a_limit(media: bytes) -> None:
    init, _ = split(media)
    tfhd = box(b"tfhd", struct.pack(">II", 0x020000, 1))
    tfdt = box(b"tfdt", struct.pack(">IQ", 0x01000000, 0))
    trun = box(b"trun", struct.pack(">II", 0, 0xFFFFFFFF))
    moof = box(b"moof", box(b"traf", tfhd + tfdt + trun))

    with pytest.raises(Damaged, match="4294967295 samples"):
        Splitter().feed(init.data + moof + box(b"mdat", b""))


@pytest.mark.parametrize(
    "size", [struct.pack(">I", 7), struct.pack(">I", 0), b"\0\0\0\1ftyp" + b"\xff" * 8]
)
def test_a_box_of_impossible_size_is_damage(size: bytes) -> None:
    with pytest.raises(Damaged, match="claims to have"):
        Splitter().feed(size.ljust(16, b"f"))


def test_a_box_that_never_ends_is_damage_at_once_if_its_name_is_wrong() -> None:
    with pytest.raises(Damaged, match="no box"):
        Splitter().feed(b"\0\1\0\0JUNK")


def write_segments(folder: Path, data: bytes, ends: list[int]) -> list[Path]:
    init = data[: ends[0]]
    paths = []
    for number, (first, last) in enumerate([(0, 4), (4, 8), (8, 10)]):
        path = folder / f"{number:06d}.mp4"
        path.write_bytes(init + data[ends[first] : ends[last]])
        paths.append(path)
    return paths


def test_joined_segments_are_the_part_again(media: bytes, ends: list[int], tmp_path: Path) -> None:
    paths = write_segments(tmp_path, media, ends)

    joined = b"".join(fragments.join(paths))

    assert joined == media
    assert packets(joined) == packets(media)


def test_segments_of_different_parts_are_not_joined(
    media: bytes, ends: list[int], tmp_path: Path
) -> None:
    paths = write_segments(tmp_path, media, ends)
    paths[1].write_bytes(encoded_scene(30, 96, 48).data)

    with pytest.raises(Damaged, match=r"000001\.mp4 belongs to another part"):
        b"".join(fragments.join(paths))


@pytest.mark.parametrize("cut", [1, 700])
def test_a_finished_segment_must_be_whole_to_its_last_byte(
    media: bytes, tmp_path: Path, cut: int
) -> None:
    path = tmp_path / "000000.mp4"
    path.write_bytes(media[:-cut])

    with pytest.raises(Damaged, match=r"000000\.mp4 is cut short"):
        fragments.read(path)


def test_a_torn_file_is_described_by_what_is_whole(
    media: bytes, ends: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "000000.part"
    path.write_bytes(media[: ends[3] + 40])

    torn = fragments.read_torn(path)

    assert torn.size_bytes == ends[3]
    assert torn.init is not None
    assert fragments.content(torn.init, torn.fragments).frames == 45
