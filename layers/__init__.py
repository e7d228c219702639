"""What data must look like, and the one door it comes through."""
