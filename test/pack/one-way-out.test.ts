import { describe, expect, test } from 'vitest';
import { nameOf, projectModules } from '../support/modules';

const product = projectModules().filter(({ file }) => /^(app|components|lib)\//.test(file));

function importersOf(target: RegExp): readonly string[] {
  return product
    .filter(({ imports }) => imports.some((one) => !one.typeOnly && target.test(one.target)))
    .map(nameOf)
    .sort();
}

describe('the one way out', () => {
  test('is the only one that writers of figures are reached by', () => {
    const outside = importersOf(/^lib\/export\/(csv|xlsx|ods|picture|clipboard|deck)$/).filter(
      (name) => !/^lib\/(export|pack)\//.test(name),
    );
    expect(outside).toEqual([]);
  });

  test('alone asks what a figure was protected from, which the runner alone tells', () => {
    expect(importersOf(/^lib\/measure\/provenance$/)).toEqual([
      'lib/measure/run',
      'lib/pack/complement',
      'lib/pack/export',
    ]);
  });
});
