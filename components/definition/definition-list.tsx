import { allMeasures } from '@/lib/measure/registry';
import { groups } from '@/lib/standard/field';
import { fields } from '@/lib/standard/fields';
import { needFlags } from '@/lib/standard/needs';
import { FieldEntry } from './field-entry';
import { MeasureEntry } from './measure-entry';
import { methodNotes, symbolNotes } from './notes';

const pages = [
  ['needs', 'Needs sought and provision secured'],
  ['cost', 'Cost per week'],
  ['distance', 'Distance from home'],
  ['providers', 'Providers'],
  ['overview', 'Overview'],
] as const;

/** Each measure on the first screen that explains it best; the overview repeats others, so it comes last. */
function measuresOf(page: string) {
  return allMeasures.filter((measure) => pages.find(([name]) => measure.pages.includes(name))?.[0] === page);
}

/** Everything the product counts or calls by a name, top to bottom, each entry linkable. Read from the tables the code uses. */
export function DefinitionList() {
  return (
    <div className="definitions">
      <h1 className="page-title">Definitions</h1>
      <p className="lede">
        What every number means, who is counted and where the formula is from; then the fields of the Placements Data
        Standard, and the symbols.
      </p>
      <nav aria-label="On this page">
        <ul>
          {pages.map(([page, title]) => (
            <li key={page}>
              <a href={`#page-${page}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#limits">Limits of the data</a>
          </li>
          <li>
            <a href="#needs-and-risks">Needs and risks</a>
          </li>
          <li>
            <a href="#symbols">Symbols</a>
          </li>
          <li>
            <a href="#fields">Fields of the standard</a>
          </li>
        </ul>
      </nav>
      <section className="prose">
        <h2 id="limits">Limits of the data</h2>
        {methodNotes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </section>
      {pages.map(([page, title]) => (
        <section key={page}>
          <h2 id={`page-${page}`} className="section-title">
            {title}
          </h2>
          {measuresOf(page).map((measure) => (
            <MeasureEntry key={measure.id} measure={measure} />
          ))}
        </section>
      ))}
      <section className="prose">
        <h2 id="needs-and-risks">Needs and risks</h2>
        <p>
          These {needFlags.length} are compared as one family. Each sets children for whom a yes was recorded beside
          those for whom a no was recorded; blanks, “Not specified” and “Not known” are in neither and are counted.
        </p>
        <ul className="definition-columns">
          {needFlags.map(({ name, label }) => (
            <li key={name} id={`need-${name}`}>
              {label}
            </li>
          ))}
        </ul>
        <h2 id="symbols">Symbols</h2>
        <dl className="definition-pairs">
          {symbolNotes.map(([symbol, words]) => (
            <div key={symbol}>
              <dt>[{symbol}]</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <h2 id="fields" className="section-title">
        Fields of the Placements Data Standard
      </h2>
      {groups.map((group) => (
        <section key={group}>
          <h3 className="definition-group">{group}</h3>
          {fields
            .filter((field) => field.group === group)
            .map((field) => (
              <FieldEntry key={field.name} field={field} />
            ))}
        </section>
      ))}
    </div>
  );
}
