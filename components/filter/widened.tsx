import type { MonthRange } from '@/lib/view/month';
import { periodLabel } from '@/lib/view/period';
import type { Period } from '@/lib/view/view';

interface Props {
  /** What was asked for; null where that is what is shown. */
  readonly asked: Period | null;
  readonly shown: Period;
  readonly months: MonthRange | null;
}

/** Why the sharing view shows more months than were chosen: nobody reads another period without being told. */
export function WidenedPeriod({ asked, shown, months }: Props) {
  return (
    <div role="status">
      {asked && (
        <p className="filter-widened">
          <strong>{periodLabel(shown, months)} is shown</strong>, not {periodLabel(asked, months)}. The sharing view
          shows single months, quarters and financial years: set beside each other, periods of your own choosing could
          tell one child apart. The working view shows exactly the months you chose.
        </p>
      )}
    </div>
  );
}
