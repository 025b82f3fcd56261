'use client';
import { useMemo } from 'react';
import type { Figure } from '@/lib/figure/figure';
import { likeForLikeProviders } from '@/lib/measure/cost/standard/like-for-like-providers';
import { providerStrata } from '@/lib/measure/providers/panel-strata';
import type { Figures } from '@/lib/session/shown-figures';
import { usePageChoice } from '@/lib/view/use-page-choice';
import { SelectField } from '../filter/select-field';
import { ChosenFigure } from './chosen-figure';

/** The providers compared whose rows may be seen here, in the order of the table. */
function comparedIn(figure: Figure | undefined): readonly string[] {
  const names = figure?.table.rows.flatMap(({ provider, n }) =>
    typeof provider === 'string' && typeof n === 'number' ? [provider] : [],
  );
  return [...new Set(names)];
}

/** Opens what one provider's comparison rests on: of those the table above shows, and of no other. */
export function ProviderStrata({ figures }: { readonly figures: Figures }) {
  const [asked, choose] = usePageChoice('provider');
  const worked = figures[likeForLikeProviders.id];
  const figure = worked?.state === 'ready' ? worked.figure : undefined;
  const names = useMemo(() => comparedIn(figure), [figure]);
  if (names.length === 0) return null;
  const urn = names.find((name) => name === asked?.[0]) ?? '';
  return (
    <section aria-label="What a provider’s comparison rests on" className="provider-strata">
      <SelectField
        id="provider-strata"
        label="Open what the comparison of one provider rests on"
        value={urn}
        onChange={(name) => choose(name === '' ? null : [name])}
      >
        <option value="">Choose a provider</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      {urn !== '' && (
        <ChosenFigure
          key={`${urn} ${figure?.protection}`}
          of={urn}
          measureOf={providerStrata}
          failed="This could not be worked out. Change a filter or choose another provider."
        />
      )}
    </section>
  );
}
