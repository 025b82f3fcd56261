'use client';
import Link from 'next/link';
import { type FocusEvent, type KeyboardEvent, memo } from 'react';
import type { Named } from '@/lib/measure/measure';
import { keepOnPage } from '../page/keep-on-page';

interface Props {
  readonly measure: Named;
  /** In one word, where there is little room. */
  readonly short?: boolean;
}

/** It lies over what follows: the keyboard leaves nothing behind that hides where it is. */
function onKeyDown(event: KeyboardEvent<HTMLDetailsElement>) {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}

function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) {
  if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

/** The definition, in place: what the number means, its formula, who is counted. */
export const DefinitionNote = memo(function DefinitionNote({ measure, short = false }: Props) {
  const { id, title, definition } = measure;
  return (
    <details
      className="details definition-note"
      onToggle={(event) => keepOnPage(event.currentTarget.lastElementChild)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <summary>
        {short ? 'Meaning' : 'What this means'}
        <span className="visually-hidden">: {title}</span>
      </summary>
      <div>
        <p>{definition.words}</p>
        <p>
          <strong>Formula:</strong> {definition.formula}
        </p>
        <p>
          <strong>Counted:</strong> {definition.denominator}
        </p>
        <p>
          <strong>Source:</strong> {definition.source}
        </p>
        <p>
          <Link href={`/definitions/#${id}`}>All definitions</Link>
        </p>
      </div>
    </details>
  );
});
