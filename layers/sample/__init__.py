"""Invented data: a town to work out on paper and a district in the manner of Suzhou."""
