"""Bytes as printable text, denser than base64: 13 bits in two of 91 characters, none of which HTML knows."""

from __future__ import annotations

import numpy as np

ALPHABET = bytes(code for code in range(33, 127) if code not in b"<>&")
GROUP_BITS = 13


def printable(data: bytes) -> str:
    """The bytes in groups of 13 bits, lowest first, each as two digits to the base of 91, the higher one first."""
    bits = np.unpackbits(np.frombuffer(data, dtype=np.uint8), bitorder="little")
    groups = -(-len(bits) // GROUP_BITS)
    padded = np.zeros(groups * GROUP_BITS, dtype=np.uint8)
    padded[: len(bits)] = bits
    values = padded.reshape(groups, GROUP_BITS) @ (1 << np.arange(GROUP_BITS, dtype=np.int32))
    digits = np.column_stack(np.divmod(values, len(ALPHABET)))
    return np.frombuffer(ALPHABET, dtype=np.uint8)[digits.ravel()].tobytes().decode("ascii")
