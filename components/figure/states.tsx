import type { ReactNode } from 'react';
import type { FigureState } from './state';

/** Holds the figure's place while the first result is on its way. */
export function Skeleton({ folded = false }: { readonly folded?: boolean }) {
  return (
    <div className={folded ? 'skeleton skeleton-folded' : 'skeleton'} role="status">
      <span className="visually-hidden">Working out this figure</span>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

interface EmptyProps extends Pick<Extract<FigureState, { status: 'empty' }>, 'advice' | 'remedy'> {
  readonly children?: ReactNode;
}

export function EmptyBody({ advice, remedy, children }: EmptyProps) {
  return (
    <div className="figure-empty">
      <p>{advice}</p>
      {remedy && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={remedy.apply}>
          {remedy.label}
        </button>
      )}
      {children && <div className="figure-tools">{children}</div>}
    </div>
  );
}

export function ErrorBody({ title, message }: { readonly title: string; readonly message: string }) {
  return (
    <div className="figure-error" role="alert">
      <p>
        <strong>{title} could not be worked out.</strong> Your data is still loaded and the other figures are not
        affected. Change a filter to try again, or load the page again.
      </p>
      <details className="details">
        <summary>Details (no data in them)</summary>
        <pre>{message}</pre>
      </details>
    </div>
  );
}
