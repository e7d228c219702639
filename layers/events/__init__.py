"""Lists of events (12345, city management): categories by words, places, and nothing that people wrote freely."""
