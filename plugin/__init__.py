"""Windows and buttons; computes nothing."""
