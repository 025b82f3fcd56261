import type { StandardField } from '@/lib/standard/fields';

/** One field: its names in each version, what it may hold, and what to beware of. */
export function FieldEntry({ field }: { readonly field: StandardField }) {
  const { name, label, template, json, options, caveats, type } = field;
  const names = [...new Set([name, ...(template ? [template] : []), ...(json ? [json] : [])])];
  return (
    <article className="definition" id={`field-${name}`}>
      <h4>
        <a href={`#field-${name}`}>{label}</a> <code>{names.join(' · ')}</code>
      </h4>
      {options && <p>One of: {options.map(({ value }) => value).join('; ')}.</p>}
      {type === 'officer' && <p>A person’s name: it is never read into the pool.</p>}
      {caveats?.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
    </article>
  );
}
