import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface RowFocus {
  /** The row Tab reaches. */
  readonly current: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly setCurrent: (id: string) => void;
}

const page = 10;

/**
 * One stop for Tab in the whole table; arrows, Page Up and Down, Home and End move it, drawing rows that are not on
 * screen first. `ids` are the rows in order; `show` scrolls to a place among them.
 */
export function useRowFocus(ids: readonly string[], show: (index: number) => void): RowFocus {
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const body = useRef<HTMLElement | null>(null);
  const moving = useRef(false);
  const at = asked === undefined ? -1 : ids.indexOf(asked);
  const current = at >= 0 ? asked : ids[0];

  // The row may be drawn only once the table has scrolled to it.
  useEffect(() => {
    if (!moving.current || current === undefined) return;
    const find = () => body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"] button`);
    const focus = () => {
      const button = find();
      if (!button) return false;
      button.focus();
      moving.current = false;
      return true;
    };
    if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus));
  }, [current]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = Math.max(0, at);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: ids.length - 1,
    };
    const next = places[event.key];
    if (next === undefined || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(ids.length - 1, next));
    const id = ids[to];
    if (id === undefined) return;
    body.current = event.currentTarget;
    moving.current = true;
    show(to);
    setAsked(id);
  }

  return { current, onKeyDown, setCurrent: setAsked };
}
