'use client';
import { type MouseEvent, useRef } from 'react';
import type { Consider } from '@/lib/session/use-ahead';
import type { Chip, ViewPatch } from '@/lib/view/chips';
import { defaultView } from '@/lib/view/view';
import { considered } from './considered';

interface Props {
  readonly chips: readonly Chip[];
  readonly onChange: (patch: ViewPatch) => void;
  readonly onConsider: Consider;
  readonly onReset: () => void;
}

/** What is set, each removable. The focus moves on to a neighbour, so that the keyboard is never left nowhere. */
export function FilterChips({ chips, onChange, onConsider, onReset }: Props) {
  const root = useRef<HTMLDivElement>(null);

  function moveFocus(from: HTMLElement) {
    const buttons = [...(root.current?.querySelectorAll('button') ?? [])].filter((button) => button !== from);
    const next = buttons.find((button) => from.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING);
    // The last chip takes Reset with it.
    (chips.length > 1 ? (next ?? buttons.at(-1)) : root.current)?.focus();
  }

  function remove(event: MouseEvent<HTMLButtonElement>, patch: ViewPatch) {
    moveFocus(event.currentTarget);
    onChange(patch);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: what is set is no set of fields
    <div className="filter-chips" ref={root} tabIndex={-1} role="group" aria-label="Filters">
      {chips.length > 0 && (
        <>
          <ul aria-label="Filters set">
            {chips.map(({ id, label, patch }) => (
              <li key={id}>
                <button
                  type="button"
                  className="filter-chip"
                  onClick={(event) => remove(event, patch)}
                  {...considered(onConsider, patch)}
                >
                  <span className="visually-hidden">Remove filter: </span>
                  {label}
                  <span className="filter-cross" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="plain-button"
            onClick={() => {
              root.current?.focus();
              onReset();
            }}
            {...considered(onConsider, defaultView)}
          >
            Reset<span className="visually-hidden"> all filters</span>
          </button>
        </>
      )}
    </div>
  );
}
