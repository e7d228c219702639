"""Engine results become an HTML report and a workbook."""
