// Round lengths for scale bars.

const SCALE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000];

/** The largest round length that is not longer than `most` px: {metres, pixels}. */
export function scaleLength(metresPerPixel, most) {
  const metres = SCALE_STEPS.filter((step) => step / metresPerPixel <= most).pop() ?? SCALE_STEPS[0];
  return { metres, pixels: metres / metresPerPixel };
}
