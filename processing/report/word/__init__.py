"""The report as a Word document: the finished page, read once and written again for Word."""
