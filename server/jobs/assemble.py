"""Joins a recording's segments into one MP4 without re-encoding, and proves that nothing changed.

Inside a part later inits are dropped; between parts packets are placed at their parts' offsets.
Parts whose format differs from the first one's get files of their own. It writes temporary files
only; whoever ran it gives them their names.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import av
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Stream

from holdfast import crash, durable
from holdfast.fragments import Damaged
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.kinds import Piece, temporary_name
from server.jobs.media import Formats, JoinedPart, formats_of, open_input
from server.jobs.parts import CannotSucceed, PartFiles, part_files, read_manifest
from server.jobs.room import require_room
from server.jobs.silence import silent_packet
from server.jobs.track import PacketDigest, Track

Progress = Callable[[float], None]


def assemble(folder: ReceivedRecording, attempt: str, progress: Progress) -> list[Piece]:
    """Write the recording's files under temporary names.

    Raises CannotSucceed, Damaged, NoRoom before anything is written, OSError.
    """
    return join_parts(folder, part_files(folder, read_manifest(folder)), attempt, progress)


def join_parts(
    folder: ReceivedRecording, parts: list[PartFiles], attempt: str, progress: Progress
) -> list[Piece]:
    """Write these parts' files under temporary names. Raises as `assemble`."""
    total_bytes = sum(path.stat().st_size for part in parts for path in part.paths)
    require_room(folder.path, total_bytes)
    groups = by_format(parts)
    report = _HalfWay(progress, total_bytes)
    done = []
    for number, (formats, members) in enumerate(groups):
        final = folder.assembled if number == 0 else folder.assembled_part(members[0].part)
        temporary = temporary_name(final, attempt)
        tracks = _write(temporary, formats, members, report)
        prove(temporary, tracks)
        descriptor = os.open(temporary, os.O_RDONLY)
        try:
            durable.fsync(descriptor)
        finally:
            os.close(descriptor)
        done.append(Piece(temporary, final))
    return done


class _HalfWay:
    """Turns bytes read into progress, and gives the crash test its place in the middle."""

    def __init__(self, progress: Progress, total_bytes: int) -> None:
        self._progress = progress
        self._total_bytes = max(1, total_bytes)
        self._before = 0
        self._passed = False

    def part_ended(self, read_bytes: int) -> None:
        self._before += read_bytes

    def at(self, read_bytes: int) -> None:
        done = min(1.0, (self._before + read_bytes) / self._total_bytes)
        if done >= 0.5 and not self._passed:
            self._passed = True
            crash.point("receiver.mid-assembly")
        self._progress(done)


def by_format(parts: list[PartFiles]) -> list[tuple[Formats, list[PartFiles]]]:
    """Parts that fit into the first one's file together; every other format for itself.

    A part without sound fits into a file with sound: that stretch is silent.
    """
    groups: list[tuple[Formats, list[PartFiles]]] = []
    for part in parts:
        with _opened(part)[0] as container:
            own = formats_of(container)
        if own.video is None:
            raise CannotSucceed(f"Part {part.part} has no picture.")
        for number, (formats, members) in enumerate(groups):
            alike = formats.video == own.video
            if alike and (None in (formats.audio, own.audio) or formats.audio == own.audio):
                groups[number] = (Formats(own.video, formats.audio or own.audio), [*members, part])
                break
        else:
            groups.append((own, [part]))
    return groups


def _opened(part: PartFiles) -> tuple[InputContainer, JoinedPart]:
    joined = JoinedPart(part.paths)
    try:
        return open_input(joined), joined
    except Damaged as error:
        raise CannotSucceed(f"A segment of part {part.part} is damaged: {error}.") from error


def _write(
    path: Path, formats: Formats, parts: list[PartFiles], report: _HalfWay
) -> dict[str, Track]:
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as output:
        tracks = _tracks(output, formats, parts)
        silence = None if formats.audio is None else silent_packet(formats.audio)
        start_s = parts[0].offset_s
        for part in parts:
            container, joined = _opened(part)
            with container:
                for track in tracks.values():
                    track.begin_part(part.offset_s - start_s, silence)
                for packet in _packets(container):
                    tracks[packet.stream.type].place(output, packet)
                    report.at(joined.read_bytes)
                has_sound = bool(container.streams.audio)
            report.part_ended(joined.read_bytes)
        if "audio" in tracks and not has_sound:
            tracks["audio"].begin_part(parts[-1].end_s - start_s, silence)
            tracks["audio"].fill(output)
    return tracks


def _packets(container: InputContainer) -> Iterator["Packet[Stream]"]:
    wanted = [*container.streams.video[:1], *container.streams.audio[:1]]
    for packet in container.demux(wanted):
        # The last one of a stream is empty: it only tells decoders to finish.
        if packet.dts is not None:
            yield packet


def _tracks(output: OutputContainer, formats: Formats, parts: list[PartFiles]) -> dict[str, Track]:
    tracks: dict[str, Track] = {}
    for part in parts:
        with _opened(part)[0] as container:
            for source in (*container.streams.video[:1], *container.streams.audio[:1]):
                if source.type not in tracks:
                    assert source.time_base is not None
                    stream = output.add_stream_from_template(source)
                    tracks[source.type] = Track(stream, source.time_base)
        if "audio" in tracks or formats.audio is None:
            break
    return tracks


def prove(path: Path, tracks: dict[str, Track]) -> None:
    """Read the file back: it must hold exactly the packets that were put in, in their order.

    Raises CannotSucceed.
    """
    found = {kind: PacketDigest() for kind in tracks}
    seen = dict.fromkeys(tracks, 0)
    with open_input(str(path)) as container:
        for packet in _packets(container):
            kind: str = packet.stream.type
            if seen[kind] not in tracks[kind].fillers:
                found[kind].add(bytes(packet))
            seen[kind] += 1
    for kind, track in tracks.items():
        if (found[kind].count, found[kind].hexdigest()) != (
            track.packets.count,
            track.packets.hexdigest(),
        ):
            raise CannotSucceed(
                f"The joined file does not hold the {kind} packets of the segments unchanged."
            )
