"""Computes: network, snapping, travel time, coverage, roll-up. Frames in, frames out."""
