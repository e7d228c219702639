"""The panel: data, checks, living circle, results."""
