'use client';
import { useEffect } from 'react';
import { onPrint } from './on-print';

/** Text as a CSS string: nothing in it can end the string or the rule. */
function cssString(text: string): string {
  const safe = text.replaceAll(/["\\\n\r\f<>{}]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `"${safe}"`;
}

/** The rule that writes `words` at the foot of every sheet, in place of the product's name alone (print.css). */
export function sheetFooter(words: string): string {
  return `@page { @bottom-left { content: ${cssString(words)}; } }`;
}

/** Sheets come apart: each says which page, view and pool it is of. `pool`: whose data, in a word or two. */
export function useSheetFooter(pool: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const before = () => {
      sheet.replaceSync(sheetFooter([document.title, pool].filter((part) => part !== '').join(' · ')));
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    };
    const after = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
    const stop = onPrint(before, after);
    return () => {
      after();
      stop();
    };
  }, [pool]);
}
