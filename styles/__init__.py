"""Colours, symbols and layer styles."""
