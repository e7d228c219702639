"""The computing side: engine, scene, report and their QGIS face."""
