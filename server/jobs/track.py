"""One track of the joined file while it is written: packets at their places, holes filled."""

import hashlib
from fractions import Fraction

from av.container import OutputContainer
from av.packet import Packet
from av.stream import Stream

Silence = tuple[bytes, int]
"""A packet and its length in samples."""


class PacketDigest:
    """Digest and number of the payloads of a sequence of packets."""

    def __init__(self) -> None:
        self._hasher = hashlib.sha256()
        self.count = 0

    def add(self, payload: bytes) -> None:
        """Count one packet."""
        self._hasher.update(len(payload).to_bytes(8, "big"))
        self._hasher.update(payload)
        self.count += 1

    def hexdigest(self) -> str:
        """The digest over all payloads and their lengths."""
        return self._hasher.hexdigest()


class Track:
    """Times are ticks of the source's time base; every part must have the same one."""

    def __init__(self, stream: Stream, time_base: Fraction) -> None:
        self._stream = stream
        self._time_base = time_base
        self._silence: Silence | None = None
        self._shift = 0
        self._last_dts: int | None = None
        self._end = 0
        self._decoded_end = 0
        self._muxed = 0
        self.packets = PacketDigest()
        """Of the packets that came from segments."""
        self.fillers: set[int] = set()
        """Which packets of the track are silence that was put into holes."""

    def begin_part(self, offset_s: float, silence: Silence | None) -> None:
        """What follows belongs to a part with this offset; holes in sound are filled up."""
        self._shift = round(offset_s / self._time_base)
        self._silence = silence if self._stream.type == "audio" else None

    def place(self, output: OutputContainer, packet: "Packet[Stream]") -> None:
        """Write a packet of the current part."""
        assert packet.dts is not None
        assert packet.pts is not None
        begins = packet.dts + self._shift
        if not self._muxed:
            # An encoder's priming lies before the clock's zero and is not heard.
            self._decoded_end = min(0, begins)
        self.fill(output, begins)
        payload = bytes(packet)
        self.packets.add(payload)
        self._mux(output, packet, begins, packet.pts + self._shift)

    def fill(self, output: OutputContainer, until: int | None = None) -> None:
        """Put silence up to `until`, or up to where the current part would begin."""
        if self._silence is None:
            return
        payload, samples = self._silence
        until = self._shift if until is None else until
        # Whole packets only: the nearest number, so that what is decoded never runs away from the
        # clock by more than half a packet, however many holes there are.
        for _ in range(round((until - self._decoded_end) / samples)):
            packet = Packet(payload)
            packet.time_base = self._time_base
            packet.duration = samples
            packet.is_keyframe = True
            self.fillers.add(self._muxed)
            self._mux(output, packet, self._end, self._end)

    def _mux(self, output: OutputContainer, packet: "Packet[Stream]", dts: int, pts: int) -> None:
        if self._last_dts is not None and dts <= self._last_dts:
            # The priming of a part that begins within a packet's length of the last one's end.
            dts = self._last_dts + 1
            pts = max(pts, dts)
        packet.dts, packet.pts = dts, pts
        duration = packet.duration or 0
        self._last_dts, self._end = dts, dts + duration
        self._decoded_end += duration
        self._muxed += 1
        packet.stream = self._stream
        output.mux_one(packet)
