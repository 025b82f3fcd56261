import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Measure } from '@/lib/measure/measure';
import type { PageResult } from '@/lib/measure/run';
import { stopAhead, takeAhead, workAhead } from '@/lib/session/ahead';

let needs: readonly Measure[] = [];
const asked = (view: string, of = '1 sharing', measures = needs) => ({ measures, of, view });
const result = (kept: number): PageResult => ({ figures: {}, kept });

/** A page under way: ended by hand, and whether it was given up. */
function underWay() {
  let end: (found: PageResult) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  let signal: AbortSignal | undefined;
  const run = vi.fn((given: AbortSignal) => {
    signal = given;
    return new Promise<PageResult>((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
  });
  return {
    run,
    end: async (found: PageResult) => {
      end(found);
      await Promise.resolve();
    },
    fail: async (error: Error) => {
      fail(error);
      await Promise.resolve();
      await Promise.resolve();
    },
    givenUp: () => signal?.aborted === true,
  };
}

beforeEach(() => {
  stopAhead();
  needs = [];
});

describe('a view worked out before it is asked for', () => {
  test('is there when it is asked for', async () => {
    const devon = underWay();
    workAhead(asked('devon'), devon.run);
    await devon.end(result(7));
    await expect(takeAhead(asked('devon'))?.result).resolves.toEqual(result(7));
  });

  test('is joined where it is still under way, and can then be given up by whoever asked', async () => {
    const devon = underWay();
    workAhead(asked('devon'), devon.run);
    const taken = takeAhead(asked('devon'));
    // A pointer that moves on afterwards is in nobody's way.
    workAhead(asked('somerset'), underWay().run);
    expect(devon.givenUp()).toBe(false);
    await devon.end(result(7));
    await expect(taken?.result).resolves.toEqual(result(7));
    taken?.cancel();
    expect(devon.givenUp()).toBe(true);
  });

  test('is given up for another that seems likelier, and for another that is asked for', () => {
    const [devon, somerset] = [underWay(), underWay()];
    workAhead(asked('devon'), devon.run);
    workAhead(asked('somerset'), somerset.run);
    expect(devon.givenUp()).toBe(true);
    expect(takeAhead(asked('dorset'))).toBeUndefined();
    expect(somerset.givenUp()).toBe(true);
  });

  test('is begun once, however often the pointer comes back to it', async () => {
    const devon = underWay();
    workAhead(asked('devon'), devon.run);
    workAhead(asked('devon'), devon.run);
    await devon.end(result(7));
    workAhead(asked('devon'), devon.run);
    expect(devon.run).toHaveBeenCalledTimes(1);
  });

  test('is of one page, one pool and one mode only', async () => {
    const devon = underWay();
    workAhead(asked('devon', '1 working'), devon.run);
    expect(takeAhead(asked('devon', '1 working', [{} as Measure]))).toBeUndefined();
    expect(devon.givenUp()).toBe(false);
    await devon.end(result(7));
    expect(takeAhead(asked('devon', '1 sharing'))).toBeUndefined();
    expect(takeAhead(asked('devon', '1 working'))).toBeUndefined();
  });

  test('that failed is nothing: it is asked for anew', async () => {
    const devon = underWay();
    workAhead(asked('devon'), devon.run);
    await devon.fail(new Error('memory'));
    expect(takeAhead(asked('devon'))).toBeUndefined();
    workAhead(asked('devon'), devon.run);
    expect(devon.run).toHaveBeenCalledTimes(2);
  });
});
