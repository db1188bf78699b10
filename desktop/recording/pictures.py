"""Camera pictures made ready for the encoder: YUV 4:2:0, BT.601, limited range, even size.

JPEG is full range and a camera's pixels are BGR; each is converted once, on the cheapest path that
keeps its colours. No encoder, no file and no clock.
"""

from dataclasses import replace
from typing import Final

import av
import av.error
import cv2
import numpy as np
from av.video.plane import VideoPlane

from desktop.recording.errors import PictureSizeChanged
from desktop.recording.sources import Frame, Pixels

LIMITED_RANGE: Final = 1
BT601: Final = 5
"""AVCOL_SPC_BT470BG: the matrix of JPEG (JFIF) and of OpenCV's conversions."""

# From full to limited range, ITU-R BT.601: luma 16 to 235, chroma 16 to 240 around 128.
_LUMA_SCALE, _LUMA_ZERO = 219 / 255, 16.0
_CHROMA_SCALE = 224 / 255
_CHROMA_ZERO = 128 - 128 * _CHROMA_SCALE


class PictureUnreadable(Exception):
    """A camera's JPEG could not be decoded. The picture is lost; those around it are not."""


def compact(frame: Frame) -> Frame:
    """A raw picture as the encoder wants it, half as large: so twice as many can wait for it."""
    pixels = frame.pixels
    if pixels is None or pixels.ndim == 2 or not _fits(*pixels.shape[:2]):
        return frame
    planes = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2YUV_I420), np.uint8)
    return replace(frame, pixels=planes)


def _fits(height: int, width: int) -> bool:
    # PyAV 18 lays other heights out for one that is 2 lines less, and the colours shift.
    return height % 4 == 0 and width % 2 == 0


class PictureConverter:
    """Converts pictures of one size; an odd width or height is padded by its last column or row."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width + width % 2, height + height % 2
        self._jpeg = av.CodecContext.create("mjpeg", "r")
        # A second thread would only make the decoder answer one picture late.
        self._jpeg.thread_count = 1
        # One buffer for all pictures: the encoder has copied it when `encode` returns.
        self._yuv = np.empty((self.height * 3 // 2, self.width), np.uint8)
        self._frame: av.VideoFrame | None = None
        if _fits(self.height, self.width):
            self._frame = _planar(self._yuv)
        self._luma = self._yuv[: self.height]
        shape = (2, self.height // 2, self.width // 2)
        self._chroma: Pixels = self._yuv[self.height :].reshape(shape)

    def convert(self, frame: Frame) -> av.VideoFrame:
        """The picture as the encoder wants it, valid until the next call.

        Raises PictureUnreadable for a broken JPEG and EncoderFailed for a picture of another size.
        """
        if frame.jpeg is None:
            if frame.pixels is None:
                raise PictureUnreadable
            return self._from_pixels(frame.pixels)
        return self._from_jpeg(frame.jpeg)

    def _from_jpeg(self, jpeg: bytes) -> av.VideoFrame:
        try:
            decoded = self._jpeg.decode(av.Packet(jpeg))
        except av.error.FFmpegError as error:
            raise PictureUnreadable from error
        if not decoded:
            raise PictureUnreadable
        picture = decoded[-1]
        if not isinstance(picture, av.VideoFrame):
            raise PictureUnreadable
        self._check_size(picture.width, picture.height)
        if (picture.width, picture.height) != (self.width, self.height):
            return self._from_pixels(np.asarray(picture.to_ndarray(format="bgr24"), np.uint8))
        if self._frame is not None and picture.format.name in ("yuvj420p", "yuvj422p"):
            self._narrow(picture)
            return self._frame
        return _limited(picture)

    def _narrow(self, picture: av.VideoFrame) -> None:
        """Bring a JPEG's planes into our buffer: limited range, and 4:2:0 where it is 4:2:2.

        What swscale does, four times faster; each value is rounded once, and a line of chroma is
        the mean of the two that it stands for.
        """
        luma, *chroma = picture.planes
        cv2.convertScaleAbs(
            _samples(luma, self.width), dst=self._luma, alpha=_LUMA_SCALE, beta=_LUMA_ZERO
        )
        for plane, narrow in zip(chroma, self._chroma, strict=True):
            full = _samples(plane, self.width // 2)
            if len(full) == len(narrow):
                cv2.convertScaleAbs(full, dst=narrow, alpha=_CHROMA_SCALE, beta=_CHROMA_ZERO)
            else:
                half = _CHROMA_SCALE / 2
                cv2.addWeighted(full[0::2], half, full[1::2], half, _CHROMA_ZERO, dst=narrow)

    def _from_pixels(self, pixels: Pixels) -> av.VideoFrame:
        if pixels.ndim == 2:
            self._check_size(pixels.shape[1], pixels.shape[0] * 2 // 3)
            return _planar(pixels)
        height, width = pixels.shape[:2]
        self._check_size(width, height)
        if (width, height) != (self.width, self.height):
            right, below = self.width - width, self.height - height
            pixels = np.pad(pixels, ((0, below), (0, right), (0, 0)), mode="edge")
        if self._frame is None:
            whole = np.ascontiguousarray(pixels)
            return _limited(av.VideoFrame.from_numpy_buffer(whole, format="bgr24"))
        # Five times cheaper than swscale's conversion, and it does not hold the GIL.
        cv2.cvtColor(pixels, cv2.COLOR_BGR2YUV_I420, dst=self._yuv)
        return self._frame

    def _check_size(self, width: int, height: int) -> None:
        if (width + width % 2, height + height % 2) != (self.width, self.height):
            raise changed_size(width, height)


def changed_size(width: int, height: int) -> PictureSizeChanged:
    """What is said when a picture has another size than the part's first one."""
    return PictureSizeChanged(
        f"The camera's picture changed its size to {width} x {height}. What was recorded so far is"
        " safe; the recording goes on as a new part."
    )


def is_readable(frame: Frame) -> bool:
    """Whether a picture can be shown at all; a part must not begin with one that cannot."""
    if frame.jpeg is None:
        return frame.pixels is not None
    try:
        return bool(av.CodecContext.create("mjpeg", "r").decode(av.Packet(frame.jpeg)))
    except av.error.FFmpegError:
        return False


def _samples(plane: VideoPlane, width: int) -> Pixels:
    """A plane as it lies in the decoder's memory, without the padding of its lines."""
    return np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:, :width]


def _planar(planes: Pixels) -> av.VideoFrame:
    """A frame that shares its memory with these planes."""
    picture = av.VideoFrame.from_numpy_buffer(planes, format="yuv420p")
    picture.color_range, picture.colorspace = LIMITED_RANGE, BT601
    return picture


def _limited(picture: av.VideoFrame) -> av.VideoFrame:
    # More threads cost more processor time than they save at these sizes.
    return picture.reformat(
        format="yuv420p", dst_color_range="MPEG", dst_colorspace=BT601, threads=1
    )
