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

/** One warning a source that seems to count the child itself and is not set so. */
export function siblingWarnings(sources: readonly SourceFacts[]): readonly string[] {
  return sources.flatMap(({ name, siblingsIncludeChild, signs }) => {
    const oneMore = share(signs.siblingOneMore, signs.siblingRows);
    const oneOfNone = share(signs.siblingOneOfNone, signs.siblingNoneRows);
    if (siblingsIncludeChild || Math.max(oneMore, oneOfNone) <= suspicious) return [];
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
