/** What a source's answers suggest about how it was filled in (methods §1), in words. Signs are read once a pool. */
import type { SourceFacts } from '@/lib/measure/context';
import { percent } from '@/lib/measure/words';

/** More than this share of rows showing the sign, and a source is asked about. */
const suspicious = 0.05;
/** Both groups need this many answers before education polarity is hinted at. */
const fewestForHint = 30;
const hintPoints = 0.05;

function share(k: number, n: number): number {
  return n === 0 ? 0 : k / n;
}

/** How often a source shows either sign of counting the child itself; null where it does not, or is set so. */
function siblingSigns({ siblingsIncludeChild, signs }: SourceFacts) {
  const oneMore = share(signs.siblingOneMore, signs.siblingRows);
  const oneOfNone = share(signs.siblingOneOfNone, signs.siblingNoneRows);
  return siblingsIncludeChild || Math.max(oneMore, oneOfNone) <= suspicious ? null : { oneMore, oneOfNone };
}

/** GSS codes of the authorities whose returns seem to count the child itself among siblings. */
export function siblingsDoubted(sources: readonly SourceFacts[]): ReadonlySet<string> {
  return new Set(sources.filter((source) => siblingSigns(source) !== null).flatMap(({ authorities }) => authorities));
}

/** One warning a source that seems to count the child itself and is not set so. */
export function siblingWarnings(sources: readonly SourceFacts[]): readonly string[] {
  return sources.flatMap((source) => {
    const signs = siblingSigns(source);
    if (signs === null) return [];
    const { name } = source;
    const { oneMore, oneOfNone } = signs;
    const why =
      oneMore > suspicious
        ? `one more sibling placed than sought in ${percent(oneMore)} of its sibling rows`
        : `one sibling placed where none was sought in ${percent(oneOfNone)} of such rows`;
    return [
      `${name} seems to count the child itself among siblings placed together: ${why}. If it does, say so on the data page.`,
    ];
  });
}

/** What Yes seems to mean in a source: rarer where the location was preferred, it is likely to mean disrupted. */
export function educationHint({ signs }: SourceFacts): SourceFacts['educationPolarity'] | null {
  if (signs.preferredAnswers < fewestForHint || signs.otherAnswers < fewestForHint) return null;
  const difference = share(signs.otherYes, signs.otherAnswers) - share(signs.preferredYes, signs.preferredAnswers);
  if (Math.abs(difference) <= hintPoints) return null;
  return difference > 0 ? 'disrupted' : 'continued';
}

/** One warning a source whose answers point the other way from its setting. */
export function educationWarnings(sources: readonly SourceFacts[]): readonly string[] {
  return sources.flatMap((source) => {
    const hint = educationHint(source);
    if (hint === null || hint === source.educationPolarity) return [];
    return [
      `${source.name} is read as “Yes = ${source.educationPolarity}”, but its answers look like “Yes = ${hint}”: Yes is ${hint === 'disrupted' ? 'rarer' : 'commoner'} where the location was preferred. Switch it on the data page if so.`,
    ];
  });
}

/** Every warning of how sources are read, those of education first. */
export function readingWarnings(sources: readonly SourceFacts[]): readonly string[] {
  return [...educationWarnings(sources), ...siblingWarnings(sources)];
}
