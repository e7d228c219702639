"""Engine results become one web page."""
