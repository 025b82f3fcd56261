import { percent } from '@/lib/figure/format';
import type { ReturnLinked } from '@/lib/session/ssda903';

const count = new Intl.NumberFormat('en-GB');

interface Props {
  readonly result: ReturnLinked;
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
}

/** What joined, what did not and why. */
export function LinkReportText({ result, authorities }: Props) {
  if (result.kind === 'refused') {
    return (
      <div className="figure-error" role="alert">
        <p>
          <strong>{result.name} was not linked.</strong> {result.message} The pool is as it was.
        </p>
      </div>
    );
  }
  const { report, again } = result;
  const name = authorities.find(({ code }) => code === report.authority)?.name ?? report.authority;
  const lines: readonly (readonly [string, number])[] = [
    ['placements of this authority', report.placements],
    ['with the date a join needs', report.dated],
    ['joined to an episode', report.joined],
    ['given a distance', report.distances],
    ['with two episodes equally near: not joined', report.ambiguous],
    ['whose episode another placement is nearer to', report.contested],
    ['with no episode near enough in time', report.outside],
    ['of children not in the return', report.strangers],
    ['of unaccompanied asylum-seeking children', report.unaccompanied],
  ];
  return (
    <div className="link-report">
      <p>
        {name}:{' '}
        <strong>
          {report.dated === 0
            ? 'Nothing to join.'
            : `${percent(report.joined / report.dated)} of dated placements joined`}
        </strong>{' '}
        within {report.window} days. {report.advice}
        {again && ' Joined again, because placements were read since.'}
      </p>
      <ul>
        {lines.map(([label, n]) => (
          <li key={label}>
            {count.format(n)} {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
