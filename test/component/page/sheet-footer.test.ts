import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sheetFooter } from '@/components/page/use-sheet-footer';

it('writes the view at the foot of a sheet', () => {
  expect(sheetFooter('Somerset · Cost – Sufficiency')).toBe(
    '@page { @bottom-left { content: "Somerset · Cost – Sufficiency"; } }',
  );
});

it('keeps whatever a pool is called inside its string', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const inside = /^@page \{ @bottom-left \{ content: "(.*)"; \} \}$/s.exec(sheetFooter(name))?.[1];
      expect(inside).toBeDefined();
      expect(inside).not.toMatch(/["\n\r\f<>{}]/);
      expect(inside?.replaceAll(/\\[0-9a-f]+ /g, '')).not.toContain('\\');
    }),
  );
});
