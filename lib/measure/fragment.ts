/** Pieces of SQL with their own parameters, so that order can never be got wrong. Text is always ours; values are always bound. */
import type { Parameter } from '@/lib/database/database';

export interface Fragment {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

export function fragment(sql: string, ...parameters: readonly Parameter[]): Fragment {
  return { sql, parameters };
}

export function joined(parts: readonly Fragment[], separator: string): Fragment {
  return {
    sql: parts.map(({ sql }) => sql).join(separator),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

export const always = fragment('true');
export const never = fragment('false');

export function allOf(parts: readonly Fragment[]): Fragment {
  const real = parts.filter((part) => part.sql !== always.sql);
  if (real.some((part) => part.sql === never.sql)) return never;
  return real.length === 0 ? always : wrapped(joined(real, ' AND '));
}

export function anyOf(parts: readonly Fragment[]): Fragment {
  const real = parts.filter((part) => part.sql !== never.sql);
  if (real.some((part) => part.sql === always.sql)) return always;
  return real.length === 0 ? never : wrapped(joined(real, ' OR '));
}

/** Three-valued: a condition that is neither true nor false counts as false on both sides. */
export function not(part: Fragment): Fragment {
  if (part.sql === always.sql) return never;
  return part.sql === never.sql ? always : fragment(`NOT coalesce(${part.sql}, false)`, ...part.parameters);
}

/** `column IN (?, …)`; of one value `column = ?`, which the engine does in half the time. */
export function oneOf(column: string, values: readonly Parameter[]): Fragment {
  if (values.length === 0) return never;
  if (values.length === 1) return fragment(`${column} = ?`, ...values);
  return fragment(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
}

function wrapped({ sql, parameters }: Fragment): Fragment {
  return { sql: `(${sql})`, parameters };
}
