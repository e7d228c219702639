"""Doorplates as they come from registers: rooms summed at the door, checked, matched to buildings."""
