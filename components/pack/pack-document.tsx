import { useRef } from 'react';
import { workingWarning } from '@/lib/export/export';
import { isNumber, type PackBlock, type PackDocument, type PackFigure } from '@/lib/export/pack';
import { PackFigureBlock, PackNumber } from './pack-figure';
import { useSheets } from './use-sheets';

type BlockOf<Kind extends PackBlock['kind']> = Extract<PackBlock, { kind: Kind }>;

interface Part {
  readonly section: BlockOf<'section'>;
  readonly figures: readonly PackFigure[];
}

function partsOf(blocks: readonly PackBlock[]): readonly Part[] {
  const parts: { section: BlockOf<'section'>; figures: PackFigure[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'section') parts.push({ section: block, figures: [] });
    if (block.kind === 'figure') parts.at(-1)?.figures.push(block);
  }
  return parts;
}

function Cover({ pack, lines }: { readonly pack: PackDocument; readonly lines: BlockOf<'cover'>['lines'] }) {
  return (
    <header className="pack-cover">
      <p className="pack-brand">Sufficiency</p>
      <h1 id="pack-title">{pack.title}</h1>
      {pack.internal && <p className="pack-internal">{workingWarning}</p>}
      <dl>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value.startsWith('http') ? <a href={value}>{value}</a> : value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

interface ContentsProps {
  readonly entries: BlockOf<'contents'>['entries'];
  readonly notes: boolean;
  /** By the id of what is listed; none on screen. */
  readonly sheets: ReadonlyMap<string, number>;
}

function Contents({ entries, notes, sheets }: ContentsProps) {
  const line = (id: string, title: string) => (
    <span className="pack-entry">
      <a href={`#${id}`}>{title}</a>
      <span className="pack-sheet">{sheets.get(id)}</span>
    </span>
  );
  return (
    <nav className="pack-contents" aria-labelledby="pack-contents">
      <h2 id="pack-contents">Contents</h2>
      <ol>
        <li>{line('pack-summary', 'What these figures say')}</li>
        {entries.map(({ id, title, figures }) => (
          <li key={id}>
            {line(`pack-section-${id}`, title)}
            <ul>
              {figures.map(({ number, title: name, figure }) => (
                <li key={number}>{line(`figure-${figure}`, `Figure ${number}. ${name}`)}</li>
              ))}
            </ul>
          </li>
        ))}
        {notes && <li>{line('pack-notes', 'Before you use these figures')}</li>}
      </ol>
    </nav>
  );
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Summary({ block }: { readonly block: BlockOf<'summary'> }) {
  return (
    <section className="pack-summary" id="pack-summary" aria-labelledby="pack-summary-title">
      <h2 id="pack-summary-title">What these figures say</h2>
      <ol>
        {block.headlines.map(({ number, title, sentence }) => (
          <li key={number} value={number}>
            <strong>{title}:</strong> {sentence}.
          </li>
        ))}
      </ol>
      <h3>What changed</h3>
      <ul>
        {block.changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Notes({ block }: { readonly block: BlockOf<'notes'> }) {
  return (
    <section className="pack-notes" id="pack-notes" aria-labelledby="pack-notes-title">
      <h2 id="pack-notes-title">Before you use these figures</h2>
      <List title="Quality of the data" lines={block.quality} />
      <List title="What bears on them" lines={block.caveats} />
      <List title="How small numbers are protected" lines={[...block.protection, ...block.symbols]} />
      <h3>Definitions</h3>
      <dl>
        {block.definitions.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <List title="Sources" lines={block.sources} />
    </section>
  );
}

interface Props {
  readonly pack: PackDocument;
  /** Figures to be shown by their tables alone. */
  readonly tablesOnly: ReadonlySet<string>;
}

/** The pack as it prints: cover, contents, what it says, the figures by section, and what to know before using them. */
export function PackDocumentView({ pack, tablesOnly }: Props) {
  const article = useRef<HTMLElement>(null);
  const sheets = useSheets(article);
  const [cover, contents, summary] = pack.blocks;
  const notes = pack.blocks.find((block) => block.kind === 'notes');
  return (
    <article ref={article} className="pack" data-internal={pack.internal} aria-labelledby="pack-title">
      {cover?.kind === 'cover' && <Cover pack={pack} lines={cover.lines} />}
      {contents?.kind === 'contents' && (
        <Contents entries={contents.entries} notes={notes !== undefined} sheets={sheets} />
      )}
      {summary?.kind === 'summary' && <Summary block={summary} />}
      {partsOf(pack.blocks).map(({ section, figures }) => (
        <section
          key={section.id}
          className="pack-section"
          id={`pack-section-${section.id}`}
          aria-labelledby={`pack-title-${section.id}`}
        >
          <header>
            <h2 id={`pack-title-${section.id}`}>{section.title}</h2>
            {section.introduction !== '' && <p>{section.introduction}</p>}
            {pack.internal && figures.every(isNumber) && <p className="pack-internal">{workingWarning}</p>}
          </header>
          {figures.some(isNumber) && (
            <div className="pack-numbers">
              {figures.filter(isNumber).map((block) => (
                <PackNumber key={block.number} block={block} />
              ))}
            </div>
          )}
          {figures
            .filter((block) => !isNumber(block))
            .map((block) => (
              <PackFigureBlock key={block.number} block={block} tableOnly={tablesOnly.has(block.figure.id)} />
            ))}
        </section>
      ))}
      {notes?.kind === 'notes' && <Notes block={notes} />}
    </article>
  );
}
