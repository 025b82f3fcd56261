import { SaxesParser } from 'saxes';

/** The texts of an SVG in order; throws when it is not well formed. */
export function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let inside = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    inside = name === 'text';
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.on('text', (text) => inside && texts.push(text));
  parser.write(svg).close();
  return texts;
}
