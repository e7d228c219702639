"""The thin QGIS face: one small file per algorithm."""
