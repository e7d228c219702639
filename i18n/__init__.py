"""Translations: English in the source, Chinese beside it."""
