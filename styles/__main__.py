"""Writes all style files and print layouts anew: python3 styles"""

import importlib
import sys
from pathlib import Path

# No QGIS runs here, so that its own package processing cannot be shadowed.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
importlib.import_module("styles.make_qml").main()
importlib.import_module("styles.make_layouts").main()
