"""Draw resources/icons/cardprep.svg into build/cardprep.ico, in the sizes that Windows shows."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def drawn(renderer: QSvgRenderer, size: int) -> Image.Image:
    """The icon drawn at this size, not scaled down from a larger one."""
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    pixels = bytes(image.constBits())
    return Image.frombytes("RGBA", (size, size), pixels, "raw", "RGBA", image.bytesPerLine())


def main() -> int:
    """Write the icon."""
    application = QGuiApplication(sys.argv)
    renderer = QSvgRenderer(str(ROOT / "resources" / "icons" / "cardprep.svg"))
    pictures = [drawn(renderer, size) for size in SIZES]
    (ROOT / "build").mkdir(exist_ok=True)
    sizes = [(size, size) for size in SIZES]
    pictures[-1].save(ROOT / "build" / "cardprep.ico", sizes=sizes, append_images=pictures[:-1])
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
