import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { bindAtOnce, boundAtOnce } from '@/lib/database/engine-worker';

interface Message {
  readonly messageId: number;
  readonly type: string;
  readonly data: unknown;
}

/** The engine's side of its protocol: every message answered before the call returns, some things said unasked. */
function engine(fails: string | null = null) {
  const asked: Message[] = [];
  const said: { readonly message: Readonly<Record<string, unknown>>; readonly transfer: unknown }[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    CREATE_PREPARED: { type: 'PREPARED_STATEMENT_ID', data: 7 },
    RUN_PREPARED: { type: 'QUERY_RESULT', data: new Uint8Array([1, 2]) },
    CLOSE_PREPARED: { type: 'OK', data: null },
    RUN_QUERY: { type: 'QUERY_RESULT', data: new Uint8Array([3]) },
  };
  const self: {
    postMessage: (message: Readonly<Record<string, unknown>>, transfer?: unknown) => void;
    onmessage: (event: { readonly data: Message }) => unknown;
  } = {
    postMessage: (message, transfer) => said.push({ message, transfer }),
    onmessage: ({ data }) => {
      asked.push(data);
      self.postMessage({ type: 'LOG', data: `busy with ${data.type}` });
      const answer = data.type === fails ? { type: 'ERROR', data: { message: 'no such column' } } : answers[data.type];
      self.postMessage({ requestId: data.messageId, ...(answer as object) });
    },
  };
  vm.runInNewContext(bindAtOnce, { self });
  return { self, asked, said, answered: () => said.filter(({ message }) => message.requestId !== undefined) };
}

describe('a bound query in one message', () => {
  const whole = { messageId: 4, type: 'RUN_PREPARED', data: [1, boundAtOnce, ['SELECT ? + ?', 2, 3]] };

  test('is prepared, run with its parameters and closed, and answered once with its result', () => {
    const { self, asked, answered } = engine();
    self.onmessage({ data: whole });
    expect(asked.map(({ type, data }) => [type, data])).toEqual([
      ['CREATE_PREPARED', [1, 'SELECT ? + ?']],
      ['RUN_PREPARED', [1, 7, [2, 3]]],
      ['CLOSE_PREPARED', [1, 7]],
    ]);
    const [only, ...rest] = answered();
    expect(rest).toEqual([]);
    expect(only?.message).toMatchObject({ requestId: 4, type: 'QUERY_RESULT' });
    expect(only?.transfer).toHaveLength(1);
  });

  test.each([
    ['CREATE_PREPARED', 1],
    ['RUN_PREPARED', 3],
  ])('says what went wrong where %s fails, and leaves no statement open', (fails, steps) => {
    const { self, asked, answered } = engine(fails);
    self.onmessage({ data: whole });
    expect(answered().map(({ message }) => message)).toEqual([
      { requestId: 4, type: 'ERROR', data: { message: 'no such column' } },
    ]);
    expect(asked).toHaveLength(steps);
  });

  test('lets everything else through: other messages, and what the engine says unasked', () => {
    const { self, said, answered } = engine();
    self.onmessage({ data: { messageId: 5, type: 'RUN_QUERY', data: [1, 'SELECT 1'] } });
    self.onmessage({ data: { messageId: 6, type: 'RUN_PREPARED', data: [1, 7, [2]] } });
    expect(answered().map(({ message }) => message.requestId)).toEqual([5, 6]);
    expect(said.filter(({ message }) => message.type === 'LOG')).toHaveLength(2);
  });
});
