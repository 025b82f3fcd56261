import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { isPrinting, onPrint } from '../page/on-print';

/** True while the page is being printed: a table that draws only what is on screen then draws everything. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(isPrinting);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    return onPrint(begin, end);
  }, []);
  return printing;
}
