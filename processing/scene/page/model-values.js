// Two values that are no numbers: hidden for privacy, and not known.

// Stands for a count that is there but too small to be shown ("<5"; the bound is model.meta.suppressBelow).
export const SUPPRESSED = -1;

// The value, or null where it is not known.
export function knownOrNull(value) {
  return value === null || value === undefined || Number.isNaN(value) ? null : value;
}
