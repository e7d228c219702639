"""Totals shared out among rows by their shares; every total is kept, in whole numbers where it is whole."""

from __future__ import annotations

import numpy as np

EXACT = 1e-9  # quotas nearer to a whole number, or to each other, than this are it


def apportioned(totals: np.ndarray, group: np.ndarray, shares: np.ndarray, rank: np.ndarray) -> np.ndarray:
    """Each row's part of the total of its group, by its share of the shares there; the parts add up to the total.

    totals are by group, finite and not below zero; group gives each row's position in them, every row in one. Where all
    shares of a group are zero its rows count alike. A whole total gives whole parts: everybody gets the whole number
    below the exact part, and what is left goes to the largest remainders one by one, among equal ones to every so-many-th
    row in the order of rank, so that nobody's part depends on the order of the rows. Other totals give exact parts.
    """
    order = np.lexsort((rank, group))
    of, begins = np.unique(group[order], return_index=True)
    at = np.repeat(np.arange(len(of)), np.diff([*begins, len(order)]))
    part = _quotas(totals[of], at, shares[order], len(of))
    whole = (totals[of] == np.floor(totals[of]))[at]
    part[whole] = _rounded(part, at, totals[of])[whole]
    parts = np.empty(len(group))
    parts[order] = part
    return parts


def _quotas(totals: np.ndarray, at: np.ndarray, shares: np.ndarray, groups: int) -> np.ndarray:
    nobody = np.bincount(at, shares, groups) <= 0
    counted = np.where(nobody[at], 1.0, shares)
    return totals[at] * counted / np.bincount(at, counted, groups)[at]


def _rounded(quotas: np.ndarray, at: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """The quotas as whole numbers by largest remainder; rows lie group by group, in the order of their rank."""
    below = np.floor(quotas + EXACT)
    remainder = np.round(np.maximum(quotas - below, 0.0) / EXACT)
    left = np.round(totals - np.bincount(at, below, len(totals)))
    order = np.lexsort((-remainder, at))
    # Rows of one group with equal remainders form a tie; the larger remainders of their group stand before it.
    ties = np.flatnonzero(np.diff(at[order], prepend=-1).astype(bool) | np.diff(remainder[order], prepend=-1).astype(bool))
    sizes = np.diff([*ties, len(order)])
    before = ties - np.searchsorted(at, at[ties])
    given = np.clip(left[at[ties]] - before, 0, sizes)
    tie = np.repeat(np.arange(len(ties)), sizes)
    turn = np.arange(len(order)) - ties[tie]
    extra = np.empty(len(quotas), bool)
    extra[order] = turn * given[tie] % sizes[tie] < given[tie]
    return below + extra
