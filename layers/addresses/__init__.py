"""Addresses as people write them, taken apart into the elements of GA/T 2000.32, and compared."""
