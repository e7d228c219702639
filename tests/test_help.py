"""The pages of the help."""

from __future__ import annotations

import pytest


@pytest.mark.qgis
def test_a_page_opens_in_the_language_of_the_help(qgis_app, monkeypatch):
    from community3d.plugin import help_pages
    from qgis.core import QgsSettings

    opened = []
    monkeypatch.setattr(help_pages.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    try:
        for language in ("zh", "en"):
            QgsSettings().setValue(help_pages.SETTING, language)
            assert help_pages.open_page("quickstart", "start")
            assert opened[-1].isLocalFile()
            assert opened[-1].toString().endswith(f"/plugin/help/{language}/quickstart.html#start")
    finally:
        QgsSettings().remove(help_pages.SETTING)


@pytest.mark.qgis
def test_an_unknown_page_opens_the_first(qgis_app):
    from community3d.i18n import pages

    assert pages.path("none", "fr") == pages.FOLDER / "en" / "quickstart.html"
