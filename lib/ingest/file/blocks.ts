import { plainHeading } from '@/lib/standard/heading';
import { headerKey } from '@/lib/standard/key';
import { cleanText } from '../cell/text';
import { type Layout, type Mapping, saidOf } from './layout';

/** Most rows are done with here: a heading of the child is short and has the word in it, or is one the user named. */
const mayBeChild = /child/i;
const longestHeading = 60;

/**
 * Files pasted together: where headings come again in another order or with other columns, the rows below them are put
 * under the first headings, and columns those lack are added at the end.
 */
export class Blocks {
  readonly headings: string[];
  /** Where each cell of a row belongs; null while the first headings hold. */
  private places: readonly number[] | null = null;
  private readonly enough: number;
  private readonly named: ReadonlySet<string>;

  constructor(
    private readonly layout: Pick<Layout, 'headings' | 'joined'>,
    private readonly mapping: Mapping,
  ) {
    this.headings = [...layout.headings];
    const score = this.recognised(layout.headings);
    this.enough = Math.min(score, Math.max(2, Math.ceil(score / 2)));
    this.named = new Set(Object.keys(mapping).filter((heading) => saidOf(mapping, heading) === 'childId'));
  }

  /** The cells of a row under `headings`; those beyond the last heading of its block follow after. */
  placed(cells: readonly string[]): readonly string[] {
    if (!this.layout.joined && this.areHeadings(cells)) this.places = this.placesOf(cells.map(cleanText));
    const { places, headings } = this;
    if (places === null) return cells;
    const row = headings.map(() => '');
    for (const [at, place] of places.entries()) row[place] = cells[at] ?? '';
    return [...row, ...cells.slice(places.length)];
  }

  private fieldOf(heading: string): string | null {
    const said = saidOf(this.mapping, heading);
    return said === undefined ? plainHeading(heading) : said;
  }

  private recognised(headings: readonly string[]): number {
    return new Set(headings.flatMap((heading) => this.fieldOf(heading) ?? [])).size;
  }

  private areHeadings(cells: readonly string[]): boolean {
    const { named, enough } = this;
    const short = (cell: string) =>
      cell.length <= longestHeading && (mayBeChild.test(cell) || named.has(cleanText(cell)));
    if (!cells.some((cell) => short(cell) && this.fieldOf(cleanText(cell)) === 'childId')) return false;
    return this.recognised(cells.map(cleanText)) >= enough;
  }

  /** The same headings in the same places: nothing need be moved. */
  private placesOf(headings: readonly string[]): readonly number[] | null {
    const last = headings.findLastIndex((heading) => heading !== '');
    const free = new Map<string, number[]>();
    const keyOf = (heading: string) => this.fieldOf(heading) ?? ` ${headerKey(heading)}`;
    for (const [at, heading] of this.headings.entries())
      free.set(keyOf(heading), [...(free.get(keyOf(heading)) ?? []), at]);
    const places = headings
      .slice(0, last + 1)
      .map((heading) => free.get(keyOf(heading))?.shift() ?? this.headings.push(heading) - 1);
    return places.every((place, at) => place === at) && this.headings.length === this.layout.headings.length
      ? null
      : places;
  }
}
