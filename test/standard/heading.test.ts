import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fields } from '@/lib/standard/fields';
import { matchHeading } from '@/lib/standard/heading';
import { headerKey } from '@/lib/standard/key';

describe('headings', () => {
  it('never lets one heading mean two fields', () => {
    const owner = new Map<string, string>();
    for (const field of fields) {
      for (const heading of [field.name, field.template, field.json, ...field.headings, field.label]) {
        if (heading === undefined) continue;
        const before = owner.get(headerKey(heading));
        expect(before ?? field.name, heading).toBe(field.name);
        owner.set(headerKey(heading), field.name);
      }
    }
  });

  it.each(
    fields.flatMap((field) => [field.name, field.template, field.json, ...field.headings].map((h) => [h, field.name])),
  )('reads %s as %s', (heading, name) => {
    if (heading !== undefined) expect(matchHeading(heading)?.field).toBe(name);
  });

  it.each([
    ['\ufeffCHILD-id', 'childId'],
    ['  provider\u00a0URN ?', 'providerURN'],
    ['date  entry_referral', 'referralDate'],
    ['cultural_needs\n', 'culturalNeeds'],
    ['risk\u200b_to_child self–harm', 'riskSelfHarm'],
    ['Placement Location\n\nWhich area did we find a placement in?', 'placementLocation'],
  ])('overlooks case, spaces, dashes and invisible characters in %j', (heading, name) => {
    expect(matchHeading(heading)?.field).toBe(name);
  });

  it.each(['', 'chld id', 'notes', 'risk', 'cost'])('does not guess at %j', (heading) => {
    expect(matchHeading(heading)).toBeNull();
  });

  it('knows each vocabulary', () => {
    expect(matchHeading('education_continuity')?.vocabulary).toBe('template');
    expect(matchHeading('educationContinuity')?.vocabulary).toBe('json');
    expect(matchHeading('isEducationContinuous')?.vocabulary).toBe('property');
    expect(matchHeading('Education Continuity')?.vocabulary).toBe('label');
    expect(matchHeading('EducationContinuity')?.vocabulary).toBe('json');
    expect(matchHeading('EDUCATION_CONTINUITY')?.vocabulary).toBe('template');
  });
});

const schema = path.resolve('../shared/standard/placements-v2.json');

describe.skipIf(!existsSync(schema))('the published v2 schema', () => {
  it('names no field that is not known, and no option', () => {
    const { entities } = JSON.parse(readFileSync(schema, 'utf8')) as {
      entities: { fields: { name: string; description: string }[] }[];
    };
    for (const { name, description } of entities.flatMap((entity) => entity.fields)) {
      const found = matchHeading(name)?.field;
      expect(found, name).toBeDefined();
      const described = matchHeading(description.replace(/\.$/, ''))?.field;
      if (described) expect(described, description).toBe(found);
    }
  });
});
