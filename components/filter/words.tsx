import { describeView } from '@/lib/view/describe';
import type { MonthRange } from '@/lib/view/month';
import type { View } from '@/lib/view/view';

interface Props {
  readonly view: View;
  readonly months: MonthRange | null;
}

/** The filter written out, for paper: the bar itself is not printed. */
export function FilterWords({ view, months }: Props) {
  return (
    <dl className="filter-words">
      {describeView(view, months).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
