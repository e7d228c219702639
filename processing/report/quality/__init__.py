"""The report on the quality of data: a page for the office and a check list to take outside."""
