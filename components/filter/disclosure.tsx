'use client';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  /** What is chosen, in a few words; empty where nothing is. */
  readonly summary: string;
  /** Marks the button of a filter that is on. */
  readonly set?: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** For a button so far along the line that its panel would hang off the page. */
  readonly end?: boolean;
  readonly children: ReactNode;
}

/**
 * A button and the panel it opens. Escape closes and gives the focus back; focus or a press elsewhere
 * closes, so that the panel never lies over what the keyboard is on.
 */
export function FilterDisclosure({ id, label, summary, set = false, open, onToggle, end = false, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) onToggle(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open, onToggle]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    onToggle(false);
    button.current?.focus();
  }

  function onBlur(event: FocusEvent) {
    // A press on plain text gives the focus to nothing: that is not leaving.
    if (open && event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget)) onToggle(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Escape from the controls inside it
    <div
      className={end ? 'filter-disclosure filter-disclosure-end' : 'filter-disclosure'}
      ref={root}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <button
        type="button"
        ref={button}
        className="filter-button"
        aria-expanded={open}
        aria-controls={`${id}-panel`}
        data-set={set}
        onClick={() => onToggle(!open)}
      >
        {label}
        {summary !== '' && <span className="filter-button-summary">: {summary}</span>}
        <span className="filter-arrow" aria-hidden="true" />
      </button>
      <div className="filter-panel" id={`${id}-panel`} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
