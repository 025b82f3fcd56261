/** Promises an engine that does as it is told and remembers every statement, what it took and the files it read. */
import type { Database, Query } from '@/lib/database/database';
import { clock, type Spent } from './clock';

export type Step =
  | ({ readonly kind: 'statement'; readonly query: Query } & Spent)
  | ({ readonly kind: 'file'; readonly name: string; readonly content: Uint8Array } & Spent)
  | ({ readonly kind: 'drop'; readonly name: string } & Spent);

export interface Recorder {
  readonly database: Database;
  /** Everything since the last `take`, in order. */
  take(): readonly Step[];
}

export function recorder(inner: Database): Recorder {
  let steps: Step[] = [];
  // The engine under test blocks: all its work is done in the call, and what follows is its caller's.
  const note = <Value>(work: () => Promise<Value>, step: (spent: Spent) => Step): Promise<Value> => {
    const spent = clock();
    const found = work();
    steps.push(step(spent()));
    return found;
  };
  const statement = (query: Query) => (spent: Spent) => ({ kind: 'statement' as const, query, ...spent });
  return {
    database: {
      ...inner,
      run: (query, signal) => note(() => inner.run(query, signal), statement(query)),
      execute: (sql, signal) => note(() => inner.execute(sql, signal), statement({ sql, parameters: [] })),
      registerFile: async (name, content) => {
        const bytes = content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
        await note(
          () => inner.registerFile(name, bytes),
          (spent) => ({ kind: 'file', name, content: bytes, ...spent }),
        );
      },
      dropFile: (name) =>
        note(
          () => inner.dropFile(name),
          (spent) => ({ kind: 'drop', name, ...spent }),
        ),
    },
    take: () => {
      const taken = steps;
      steps = [];
      return taken;
    },
  };
}

export function statementsOf(steps: readonly Step[]): readonly Extract<Step, { kind: 'statement' }>[] {
  return steps.filter((step) => step.kind === 'statement');
}
