"""An ONNX model with the inputs and outputs of YuNet that takes white squares for faces.

It is written byte by byte (protobuf, and the messages of onnx.proto 3), because no package brings a
model of faces: OpenCV's `FaceDetectorYN` reads it, gives it pictures and decodes its answers as it
does with the real one. A score is how white one of the cells of 32 points is.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

CELL: Final = 32
"""The side of a square that is surely found, where it lies on the grid of such squares."""
_STRIDES: Final = (8, 16, CELL)
_HEADS: Final = {"cls": 1, "obj": 1, "bbox": 4, "kps": 10}
_SIDE: Final = 320
_FLOAT, _INT64 = 1, 7
_INTS_ATTRIBUTE = 7


def white_square_model() -> bytes:
    """The content of the file."""
    nodes, weights, outputs = [], [], []
    for stride in _STRIDES:
        pool = {"kernel_shape": [stride, stride], "strides": [stride, stride]}
        nodes.append(_node("AveragePool", ["input"], f"mean{stride}", pool))
        for head, channels in _HEADS.items():
            name = f"{head}_{stride}"
            weights += _weights(head, stride, name)
            own = [f"mean{stride}", f"w_{name}", f"b_{name}"]
            nodes.append(_node("Conv", own, f"conv_{name}", {"kernel_shape": [1, 1]}))
            turned = {"perm": [0, 2, 3, 1]}
            nodes.append(_node("Transpose", [f"conv_{name}"], f"turned_{name}", turned))
            nodes.append(_node("Reshape", [f"turned_{name}", f"shape_{name}"], name, {}))
            cells = (_SIDE // stride) ** 2
            outputs.append(_field(12, _value(name, [1, cells, channels])))
    graph = b"".join(
        [
            *(_field(1, each) for each in nodes),
            _field(2, b"white squares"),
            *(_field(5, each) for each in weights),
            _field(11, _value("input", [1, 3, _SIDE, _SIDE])),
            *outputs,
        ]
    )
    opset = _field(1, b"") + _field(2, 11)
    return _field(1, 7) + _field(7, graph) + _field(8, opset)


def _weights(head: str, stride: int, name: str) -> list[bytes]:
    channels = _HEADS[head]
    weight = np.zeros((channels, 3, 1, 1), np.float32)
    bias = np.zeros(channels, np.float32)
    if head in ("cls", "obj") and stride == CELL:
        weight[0] = 1 / (3 * 255)
    if head == "bbox":
        # The middle of the cell; e to the 0 cells wide and high.
        bias[:2] = 0.5
    shape = np.array([1, -1, channels], np.int64)
    return [
        _tensor(f"w_{name}", weight),
        _tensor(f"b_{name}", bias),
        _tensor(f"shape_{name}", shape),
    ]


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _tensor(name: str, values: npt.NDArray[np.float32] | npt.NDArray[np.int64]) -> bytes:
    kind = _FLOAT if values.dtype == np.float32 else _INT64
    sides = b"".join(_field(1, side) for side in values.shape)
    return sides + _field(2, kind) + _field(8, name.encode()) + _field(9, values.tobytes())


def _value(name: str, shape: Sequence[int]) -> bytes:
    sides = b"".join(_field(1, _field(1, side)) for side in shape)
    kind = _field(1, _field(1, _FLOAT) + _field(2, sides))
    return _field(1, name.encode()) + _field(2, kind)


def _node(kind: str, inputs: Sequence[str], output: str, attributes: dict[str, list[int]]) -> bytes:
    return b"".join(
        [
            *(_field(1, each.encode()) for each in inputs),
            _field(2, output.encode()),
            _field(4, kind.encode()),
            *(_field(5, _attribute(*each)) for each in attributes.items()),
        ]
    )


def _attribute(name: str, numbers: Sequence[int]) -> bytes:
    listed = b"".join(_field(8, each) for each in numbers)
    return _field(1, name.encode()) + listed + _field(20, _INTS_ATTRIBUTE)
