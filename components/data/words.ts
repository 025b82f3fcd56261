/** Words for how a file was made and read. */
const vocabularies: Readonly<Record<string, string>> = {
  template: 'headings of the spreadsheet template',
  json: 'names of the v2 data standard',
  property: 'names of the 2026 publication',
  label: 'the template’s human labels',
  mixed: 'headings of several kinds',
};

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

interface Form {
  readonly vocabulary: string;
  readonly template: string | null;
  readonly encoding: string | null;
}

export function vocabularyWords(vocabulary: string): string {
  return vocabularies[vocabulary] ?? vocabulary;
}

export function encodingWords(encoding: string | null): string {
  return encoding === null ? 'not text' : (encodings[encoding] ?? encoding);
}

/** `the April 2026 form, headings of the spreadsheet template, UTF-8`. */
export function formWords({ vocabulary, template, encoding }: Form): string {
  const form = template === null || template === 'Not recognised' ? 'no known form' : `the ${template} form`;
  return `${form}, ${vocabularyWords(vocabulary)}, ${encodingWords(encoding)}`;
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** More authorities than a region has make a table worth laying out only when somebody comes to it. */
const manyAuthorities = 40;

export function scrollName(authorities: number): string {
  return authorities > manyAuthorities ? 'table-scroll laid-out-late' : 'table-scroll';
}
