"""Paints the report's drawings as PNG pictures with Qt; no window is needed."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QTransform

if TYPE_CHECKING:
    from ..report.word.drawing import Drawing, Hatch, Line, Outline, Piece

DOTS_PER_MM = 300 / 25.4
FAMILIES = ("Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "SimHei", "PingFang SC", "Arial", "sans-serif")
CAPS = {"round": "RoundCap", "square": "SquareCap"}
DOT = 0.01  # units
TRUE_COLOUR = 2  # of PNG
FONT_PX = 200  # letters are outlines of this size, scaled to their place: the same at any resolution


def paint(drawing: Drawing, width_mm: float) -> bytes:
    """The drawing on white as PNG, so many millimetres wide at 300 dots per inch."""
    scale = width_mm * DOTS_PER_MM / drawing.width
    image = QImage(round(drawing.width * scale), round(drawing.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        painter.translate(-drawing.left, -drawing.top)
        for item in drawing.items:
            painter.save()
            if item.clip is not None:
                painter.setClipRect(QRectF(*item.clip))
            _draw_words(painter, item) if hasattr(item, "pieces") else _draw_outline(painter, item, scale)
            painter.restore()
    finally:
        painter.end()
    return _png(image)


def _png(image: QImage) -> bytes:
    """The picture as PNG. Rows are stored as they are: drawings are flat colours, which need no filter and pack in no time."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height, step = plain.width(), plain.height(), plain.bytesPerLine()
    dots = plain.constBits().asstring(step * height)
    rows = b"".join(b"\0" + dots[k * step : k * step + 3 * width] for k in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, TRUE_COLOUR, 0, 0, 0)
    resolution = struct.pack(">IIB", round(DOTS_PER_MM * 1000), round(DOTS_PER_MM * 1000), 1)
    parts = ((b"IHDR", head), (b"pHYs", resolution), (b"IDAT", zlib.compress(rows, 4)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(kind, data) for kind, data in parts)


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _draw_outline(painter: QPainter, item: Outline, scale: float) -> None:
    path = _path(item)
    if isinstance(item.fill, str):
        painter.fillPath(path, QColor(item.fill))
    elif item.fill is not None:
        painter.fillPath(path, _hatched(item.fill, scale))
    if item.stroke and item.stroke_width:
        painter.strokePath(path, _pen(item))


def _path(item: Outline) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, numbers in item.steps:
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "L":
            # A dot is a line of no length with round ends; Qt would leave it out.
            still = path.currentPosition() == QPointF(*numbers)
            path.lineTo(numbers[0] + (DOT if still else 0.0), numbers[1])
        elif letter == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


def _pen(item: Outline) -> QPen:
    colour = QColor(item.stroke)
    colour.setAlphaF(item.opacity)
    pen = QPen(colour, item.stroke_width)
    pen.setCapStyle(getattr(Qt.PenCapStyle, CAPS.get(item.cap, "FlatCap")))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if item.rounded else Qt.PenJoinStyle.MiterJoin)
    if item.dashes:
        pen.setDashPattern([length / item.stroke_width for length in item.dashes])
    return pen


def _hatched(hatch: Hatch, scale: float) -> QBrush:
    """The pattern as a tile of whole dots, so that tiles join without a seam."""
    across, down = max(round(hatch.width * scale), 2), max(round(hatch.height * scale), 2)
    tile = QImage(across, down, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(QColor(0, 0, 0, 0))
    painter = QPainter(tile)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(across / hatch.width, down / hatch.height)
        for item in hatch.items:
            _draw_outline(painter, item, scale)
    finally:
        painter.end()
    brush = QBrush(tile)
    turned = QTransform()
    turned.rotate(hatch.angle)
    turned.scale(hatch.width / across, hatch.height / down)
    brush.setTransform(turned)
    return brush


def _draw_words(painter: QPainter, line: Line) -> None:
    fonts = [_font(piece) for piece in line.pieces]
    widths = [_width(piece, font) + piece.right for piece, font in zip(line.pieces, fonts)]
    x = line.x - {"middle": 0.5, "end": 1.0}.get(line.anchor, 0.0) * sum(widths)
    y = line.y
    # A loop over pieces: each stands where the one before ended.
    for piece, font, width in zip(line.pieces, fonts, widths):
        y += piece.down
        letters = _letters(piece, font, x + piece.right, y)
        if line.halo:
            pen = QPen(QColor(line.halo), line.halo_width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(letters, pen)
        painter.fillPath(letters, QColor(piece.colour))
        x += width


def _font(piece: Piece) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(FONT_PX)
    font.setBold(piece.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _width(piece: Piece, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(piece.words) * piece.size / FONT_PX


def _letters(piece: Piece, font: QFont, x: float, y: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addText(QPointF(0.0, 0.0), font, piece.words)
    placed = QTransform()
    placed.translate(x, y)
    placed.scale(piece.size / FONT_PX, piece.size / FONT_PX)
    return placed.map(path)
