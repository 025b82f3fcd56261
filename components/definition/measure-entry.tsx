import type { Measure } from '@/lib/measure/measure';

export function MeasureEntry({
  measure,
}: {
  readonly measure: Pick<Measure, 'id' | 'title' | 'definition' | 'basis'>;
}) {
  const { id, title, definition, basis } = measure;
  return (
    <article className="definition" id={id}>
      <h3>
        <a href={`#${id}`}>{title}</a> <code>{id}</code>
      </h3>
      <p>{definition.words}</p>
      <dl className="definition-pairs">
        <div>
          <dt>Formula</dt>
          <dd>{definition.formula}</dd>
        </div>
        <div>
          <dt>Counted</dt>
          <dd>{definition.denominator}</dd>
        </div>
        <div>
          <dt>Dated by</dt>
          <dd>
            {basis === 'referral' ? 'the date the referral was received' : 'the date the placement was agreed to start'}
          </dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>{definition.source}</dd>
        </div>
      </dl>
    </article>
  );
}
