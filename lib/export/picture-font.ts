const family = 'Atkinson Hyperlegible Next';

let faces: Promise<string> | undefined;

function faceRules(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter(
      (rule): rule is CSSFontFaceRule =>
        rule instanceof CSSFontFaceRule && rule.style.getPropertyValue('font-family').includes(family),
    ),
  );
}

async function asData(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}

async function load(): Promise<string> {
  const rules = await Promise.all(
    faceRules().map(async (rule) => {
      const source = /url\("?([^")]+\.woff2[^")]*)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (source === undefined) return '';
      const data = await asData(new URL(source, rule.parentStyleSheet?.href ?? document.baseURI).href);
      const weight = rule.style.getPropertyValue('font-weight');
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${data})}`;
    }),
  );
  return rules.join('');
}

/**
 * The page's own type as `@font-face` rules with the fonts inside: an image sees no style sheet of the page.
 * Empty when the page has none or it cannot be read; the picture then uses the type that stands in for it.
 */
export function pictureFonts(): Promise<string> {
  faces ??= load().catch(() => '');
  return faces;
}
