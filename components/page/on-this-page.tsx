interface Props {
  readonly entries: readonly { readonly id: string; readonly title: string }[];
  /** Every figure is shown in full. */
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

/** The sections of a long page, beside it where there is room: what it answers, in order, each one press away. */
export function OnThisPage({ entries, all, onAll }: Props) {
  return (
    <nav className="on-this-page" aria-label="On this page">
      <p className="on-this-page-title">On this page</p>
      <ol>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
      <button type="button" className="plain-button" aria-pressed={all} onClick={() => onAll(!all)}>
        {all ? 'Show the main charts only' : 'Show every chart'}
      </button>
    </nav>
  );
}
