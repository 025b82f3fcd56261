import { needFlags } from '@/lib/standard/needs';
import { needChoices } from '@/lib/view/choices';
import type { View } from '@/lib/view/view';
import { CheckboxList, RadioList } from './choice-list';
import { changing, type FilterProps } from './options';

const risks = new Set<string>(needFlags.filter(({ risk }) => risk).map(({ name }) => name));
const riskChoices = needChoices.filter(({ value }) => risks.has(value));
const otherChoices = needChoices.filter(({ value }) => !risks.has(value));

/** The 23 needs and risks; only a recorded yes counts, so a blank is never kept. */
export function NeedsFilter(props: FilterProps) {
  const { view, options } = props;
  return (
    <>
      <RadioList
        name="filter-needs-match"
        legend="Keep placements of children with"
        choices={[
          { value: 'any', label: 'Any of those ticked' },
          { value: 'all', label: 'All of those ticked' },
        ]}
        chosen={view.needsMatch}
        {...changing(props, (needsMatch: View['needsMatch']) => ({ needsMatch }))}
      />
      <CheckboxList
        name="filter-risks"
        legend="Risks"
        choices={riskChoices}
        counts={options.counts?.needs}
        chosen={view.needs}
        {...changing(props, (needs: View['needs']) => ({ needs }))}
        columns
      />
      <CheckboxList
        name="filter-needs"
        legend="Needs"
        choices={otherChoices}
        counts={options.counts?.needs}
        chosen={view.needs}
        {...changing(props, (needs: View['needs']) => ({ needs }))}
        columns
      />
    </>
  );
}
