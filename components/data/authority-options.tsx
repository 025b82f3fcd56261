import { authorities } from '@/lib/place/authority';

const byName = [...authorities].sort((a, b) => a.name.localeCompare(b.name));

/** Every English authority with children's services, by name. */
export function AuthorityOptions() {
  return byName.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
