// Reported events: what kind, in which state, how old at the date of the data, and where; nothing of who or what was written.

/** Events by index. */
export function createEvents(head) {
  const table = head.events ?? { category: [], state: [], age: [], x: [], y: [] };
  return Object.freeze({
    count: table.x.length,
    category: (i) => table.category[i],
    state: (i) => table.state[i],
    ageDays: (i) => table.age[i],
    xy: (i) => [table.x[i], table.y[i]],
  });
}
