"""Camera pictures made ready for the encoder: YUV 4:2:0, BT.601, limited range, even size.

JPEG is full range and a camera's pixels are BGR; each is converted once, on the cheapest path that
keeps its colours. No encoder, no file and no clock.
"""

from typing import Final

import av
import av.error
import cv2
import numpy as np

from desktop.recording.errors import EncoderFailed
from desktop.recording.sources import Frame, Pixels

LIMITED_RANGE: Final = 1
BT601: Final = 5
"""AVCOL_SPC_BT470BG: the matrix of JPEG (JFIF) and of OpenCV's conversions."""


class PictureUnreadable(Exception):
    """A camera's JPEG could not be decoded. The picture is lost; those around it are not."""


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
        # PyAV 18 lays other heights out for one that is 2 lines less, and the colours shift.
        if self.height % 4 == 0:
            self._frame = av.VideoFrame.from_numpy_buffer(self._yuv, format="yuv420p")
            self._frame.color_range = LIMITED_RANGE
            self._frame.colorspace = BT601

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
        return _limited(picture)

    def _from_pixels(self, pixels: Pixels) -> av.VideoFrame:
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
            raise EncoderFailed(
                f"The camera's picture changed its size to {width} x {height}. What was recorded"
                " so far is safe; the recording goes on as a new part."
            )


def _limited(picture: av.VideoFrame) -> av.VideoFrame:
    # More threads cost more processor time than they save at these sizes.
    return picture.reformat(
        format="yuv420p", dst_color_range="MPEG", dst_colorspace=BT601, threads=1
    )
