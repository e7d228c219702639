// The words of the page in both languages; the dictionaries travel in the file.

/** A translator that follows the page's language: t('key', {name: value}). */
export function createWords(dictionaries, languageNow) {
  const t = (key, values = {}) => fillIn(dictionaries[languageNow()]?.[key] ?? key, values);
  t.languages = Object.keys(dictionaries);
  t.has = (key) => key in (dictionaries[languageNow()] ?? {});
  return t;
}

/** The sentence with its {names} filled in; doubled braces stand for themselves. */
export function fillIn(sentence, values) {
  return sentence.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, name) => {
    if (found === '{{') return '{';
    if (found === '}}') return '}';
    return name in values ? String(values[name]) : found;
  });
}
