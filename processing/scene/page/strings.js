// Strings with numbers taken out: "丰泽路 118 号" is the pattern "丰泽路 \u0001 号" and the number 118.

// A list of strings that is put together only when one is asked for.
// which[i] names the pattern of row i (0 = no string, n = patterns[n - 1]); numbers holds the numbers of all rows in order.
export function createStrings(patterns, which, numbers) {
  const gaps = patterns.map((pattern) => pattern.split('\u0001').length - 1);
  const starts = new Uint32Array(which.length + 1);
  for (let i = 0; i < which.length; i += 1) starts[i + 1] = starts[i] + (which[i] ? gaps[which[i] - 1] : 0);

  function at(i) {
    if (!which[i]) return null;
    let next = starts[i];
    return patterns[which[i] - 1].replace(/\u0001/g, () => String(numbers[next++]));
  }
  return Object.freeze({ length: which.length, at });
}
