// The page's controls and panels. The boot calls it once, when figures and map are there.

// context: {model, state, map, words}; words is {en: {key: sentence}, zh: {…}}.
export function mountInterface(context) {
  return context;
}
