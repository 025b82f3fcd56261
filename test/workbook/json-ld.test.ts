import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonLd } from '@/lib/workbook/json-ld';
import { Unreadable } from '@/lib/workbook/unreadable';
import { published } from './fixture';

const record = {
  '@context': '../context.jsonld',
  '@id': 'ex:1',
  childId: '0012',
  placementAvailability: { '@id': 'ex:1/a', neededBy: '< 5 days', siblingCount: 2, isPreferredLocationLocal: false },
  'ps:placementRequirements': [{ specificCommunicationRequirement: ['ESOL', 'BSL'], pets: { '@id': 'ps:YesMust' } }],
  actualPlacement: { totalWeeklyCost: { '@value': 4500.5, '@type': 'xsd:decimal' }, placementDate: null },
};

describe('readJsonLd', () => {
  it('flattens a record into the standard’s own properties as text', () => {
    expect(readJsonLd(JSON.stringify(record)).records).toEqual([
      {
        number: 1,
        repeated: [],
        values: {
          childId: '0012',
          neededBy: '< 5 days',
          siblingCount: '2',
          isPreferredLocationLocal: 'No',
          specificCommunicationRequirement: 'ESOL;BSL',
          pets: 'YesMust',
          totalWeeklyCost: '4500.5',
          placementDate: '',
        },
      },
    ]);
  });

  it.each([
    ['a list', JSON.stringify([record, record])],
    ['a graph', JSON.stringify({ '@context': 'x', '@graph': [record, record] })],
    ['one record a line', `\uFEFF${JSON.stringify(record)}\r\n\r\n${JSON.stringify(record)}`],
  ])('reads %s', (_, text) => expect(readJsonLd(text).records.map(({ number }) => number)).toEqual([1, 2]));

  it('keeps labels whole and reports a property given twice', () => {
    const text = JSON.stringify({ 'Risk to child: Self-harm': 'x', a: { pets: 'No' }, b: { pets: 'Yes-can' } });
    expect(readJsonLd(text).records[0]).toMatchObject({
      values: { 'Risk to child: Self-harm': 'x', pets: 'No' },
      repeated: ['pets'],
    });
  });

  it('gives a result or a reason for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.json({ maxDepth: 6 }).map((text) => text.slice(1)),
          fc.string(),
        ),
        (text) => {
          try {
            readJsonLd(text);
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
          }
        },
      ),
    );
    expect(() => readJsonLd('['.repeat(100_000))).toThrowError(Unreadable);
    expect(() => readJsonLd(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).not.toThrowError(RangeError);
  });

  const example = published('examples/valid-placement.jsonld');
  it.skipIf(!example)('reads the published example whole', () => {
    const { records, fields } = readJsonLd(new TextDecoder().decode(example ?? new Uint8Array()));
    expect(fields).toHaveLength(43);
    expect(records[0]?.values).toMatchObject({
      childId: 'ABCD2012',
      deprivationOfLiberty: 'Yes',
      additionalSupport: 'TaxisToSchool',
      riskSexualExploitation: 'No known risk',
      totalWeeklyCost: '4500',
      costDate: '2024-03-25',
    });
  });
});
