let printing = false;

if (typeof window !== 'undefined') {
  // Before anybody else hears of it: what is made for the paper as it is laid out is made knowing that.
  window.addEventListener('beforeprint', () => {
    printing = true;
  });
  window.addEventListener('afterprint', () => {
    printing = false;
  });
}

export function isPrinting(): boolean {
  return printing;
}

/** Runs `before` as the page is laid out for paper and `after` when it is back on screen. Gives back the way to stop. */
export function onPrint(before: () => void, after: () => void): () => void {
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
