"""Community 3D (社区三维): 15-minute living circles, decided door by door."""


def classFactory(iface):  # noqa: N802, the name is QGIS's
    """The plugin object; iface is None in qgis_process."""
    from .plugin.plugin import Community3DPlugin

    return Community3DPlugin(iface)
