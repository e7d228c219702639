"""Areas: boundary layers joined, checked, mended, numbered and compared."""
