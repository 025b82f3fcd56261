import { areCuts } from '@/lib/view/canonical';
import type { View } from '@/lib/view/view';
import { SelectField } from './select-field';

interface Props {
  readonly cuts: View['cuts'];
  readonly onChange: (cuts: View['cuts']) => void;
}

const numbers = Array.from({ length: 11 }, (_, index) => index + 1);

/** Where Medium and Higher begin, in recorded risks. Only pairs in order are offered. */
export function CutsFilter({ cuts: [medium, higher], onChange }: Props) {
  return (
    <div className="filter-pair">
      <SelectField
        id="filter-cut-medium"
        label="Medium from"
        value={String(medium)}
        onChange={(value) => onChange([Number(value), higher])}
      >
        {numbers.filter((number) => areCuts(number, higher)).map(riskOption)}
      </SelectField>
      <SelectField
        id="filter-cut-higher"
        label="Higher from"
        value={String(higher)}
        onChange={(value) => onChange([medium, Number(value)])}
      >
        {numbers.filter((number) => areCuts(medium, number)).map(riskOption)}
      </SelectField>
    </div>
  );
}

function riskOption(number: number) {
  return (
    <option key={number} value={number}>
      {number} {number === 1 ? 'risk' : 'risks'}
    </option>
  );
}
