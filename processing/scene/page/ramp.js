// The one ramp for "how good": which class a share belongs to and what the classes are called.

const AREA_BREAKS = [0.6, 0.7, 0.8, 0.9];

/** Class 1 (worst) to 5 of an area's share, 0 where it is not known; lower bounds are inclusive. */
export function shareClass(share) {
  return typeof share === 'number' ? 1 + AREA_BREAKS.filter((bound) => share >= bound).length : 0;
}

/** The bounds between the classes of areas, as shares. */
export function shareBounds() {
  return AREA_BREAKS;
}

/** The colour of a class as CSS. */
export function classColour(one) {
  return `var(--ramp-${one})`;
}

/** The colour of a bar: against its target where there is one, else by class. */
export function barColour(share, target) {
  if (typeof target === 'number') return share < target ? 'var(--bad)' : 'var(--good)';
  return classColour(shareClass(share));
}
