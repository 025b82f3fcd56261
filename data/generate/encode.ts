export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252';

/** The few characters of the sample that Windows-1252 holds elsewhere than Latin-1 does. */
const windows: Readonly<Record<string, number>> = { '‘': 0x91, '’': 0x92, '–': 0x96, '€': 0x80 };

/** Text as the bytes an authority's own tool would write; UTF-16 as Excel's "Unicode text", with its mark. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Uint8Array.from(text, (character) => {
    const byte = windows[character] ?? character.charCodeAt(0);
    if (byte > 0xff) throw new Error(`Windows-1252 has no ${character}`);
    return byte;
  });
}
