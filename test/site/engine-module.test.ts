import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { withNamesUsed } from '@/lib/site/engine-module';
import { exportSection, exportsOf, sectionsOf } from '@/lib/site/wasm';
import { handMade } from '../support/wasm';

const namesOf = (module: Uint8Array) =>
  sectionsOf(module)
    .filter(({ id }) => id === exportSection)
    .flatMap((section) => exportsOf(section).map(({ name }) => name));

describe('a module with only the names used', () => {
  test('keeps what the script calls, what it imports itself with its twin, and what is called by signature', () => {
    const used = withNamesUsed(handMade, 'engine._add(1), f("added")');
    expect(namesOf(used)).toEqual(['add', 'both', 'orig$both', 'dynCall_ii']);
  });

  test('does what it did', async () => {
    const imports = {
      env: {
        both: () => 7,
        table: new WebAssembly.Table({ element: 'anyfunc', initial: 1, maximum: 200 }),
        memory: new WebAssembly.Memory({ initial: 1 }),
      },
      GOT: { place: new WebAssembly.Global({ value: 'i32', mutable: true }) },
    };
    const { instance } = await WebAssembly.instantiate(withNamesUsed(handMade, ''), imports);
    const { both, orig$both } = instance.exports;
    expect([both, orig$both].map((call) => (typeof call === 'function' ? call() : null))).toEqual([7, 42]);
  });
});

describe('the engine’s own module', () => {
  const { resolve } = createRequire(import.meta.url);
  const file = (name: string) => readFileSync(resolve(`@duckdb/duckdb-wasm/dist/duckdb${name}`));
  const whole = new Uint8Array(file('-eh.wasm'));
  const script = file('-browser-eh.worker.js').toString();
  const used = withNamesUsed(whole, script);

  test('keeps every function that its script asks it for, and few more', () => {
    const all = new Set(namesOf(whole));
    const kept = new Set(namesOf(used));
    const asked = [...new Set(script.match(/\bduckdb_web_\w+/g))].filter((name) => all.has(name));
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((name) => !kept.has(name))).toEqual([]);
    expect(kept.size).toBeLessThan(all.size / 100);
  });

  test('has every other byte as it was', () => {
    const others = (module: Uint8Array) =>
      sectionsOf(module)
        .filter(({ id }) => id !== exportSection)
        .map(({ id, content }) => [id, Buffer.from(content)] as const);
    const before = others(whole);
    const after = others(used);
    expect(after.map(([id]) => id)).toEqual(before.map(([id]) => id));
    expect(after.every(([, content], at) => before[at]?.[1].equals(content))).toBe(true);
  });
});
