"""The plugin's page in QGIS's options, and the settings it keeps."""
