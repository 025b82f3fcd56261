/** One figure taken away as a file, a picture or a copy, in the reader's chosen form. Heavy writers come when asked for. */
import { copyPicture, copyTable } from '@/lib/export/clipboard';
import { csvFile } from '@/lib/export/csv';
import type { ExportFile } from '@/lib/export/export';
import { saveFile } from '@/lib/export/save';
import type { Figure } from '@/lib/figure/figure';
import { poolSession } from '@/lib/session/pool-session';
import { checkComplements } from './complement';
import { exportContext, type Origin } from './context';
import { type Cleared, release, whenLive } from './export';
import type { Form } from './form';

const drawings = () => import('@/lib/export/picture');

interface Taken {
  readonly figure: Figure;
  /** The chart as drawn on the page; null where the figure is a table, or leaves with less than is drawn. */
  readonly chart: SVGSVGElement | null;
  readonly origin: Origin;
}

async function fileOf(form: Exclude<Form, 'table' | 'picture'>, { figure, chart, origin }: Taken): Promise<ExportFile> {
  const context = exportContext(figure.title, [figure.id], origin);
  switch (form) {
    case 'csv':
      return csvFile(figure);
    case 'xlsx':
      return (await import('@/lib/export/xlsx')).xlsxFile([figure], context, figure.id);
    case 'ods':
      return (await import('@/lib/export/ods')).odsFile([figure], context, figure.id);
    case 'svg': {
      const { figurePicture, svgFile } = await drawings();
      return svgFile(figure, figurePicture(figure, chart, context));
    }
    case 'png': {
      const { figurePicture, pngFile } = await drawings();
      return pngFile(figure, figurePicture(figure, chart, context));
    }
  }
}

async function pictureOf({ figure, chart, origin }: Taken): Promise<Blob> {
  const { figurePicture, pngBlob } = await drawings();
  return pngBlob(figurePicture(figure, chart, exportContext(figure.title, [figure.id], origin)));
}

async function given(form: Form, taken: Taken): Promise<string> {
  if (form === 'table') {
    await copyTable(taken.figure);
    return 'Table copied.';
  }
  if (form === 'picture') {
    await copyPicture(pictureOf(taken));
    return 'Picture copied.';
  }
  const file = await fileOf(form, taken);
  saveFile(file);
  return `Saved as ${file.name}.`;
}

function takenFrom({ figures: [figure], changed }: Cleared, chart: SVGSVGElement | null, origin: Origin): Taken | null {
  return figure ? { figure, chart: changed.has(figure.id) ? null : chart, origin } : null;
}

interface Shown {
  /** As they stand now, and as they stand when asked again. */
  readonly figures: () => readonly Figure[];
  /** The chart as drawn now. */
  readonly chart: () => SVGSVGElement | null;
}

/** What is shown as it may leave now, written down as gone. */
async function released(shown: Shown['figures'], from: () => Origin): Promise<{ cleared: Cleared; origin: Origin }> {
  const figures = await whenLive(shown);
  const origin = from();
  await checkComplements(figures, origin.limits, poolSession.query);
  return { cleared: release(figures, origin.fingerprint, origin.limits), origin };
}

/** What happened, in words to be announced. Rejects when the browser refuses or cannot draw. */
export async function take(form: Form, shown: Shown, from: () => Origin): Promise<string> {
  const { cleared, origin } = await released(shown.figures, from);
  const taken = takenFrom(cleared, shown.chart(), origin);
  if (!taken) return cleared.words;
  return [await given(form, taken), cleared.words].filter((part) => part !== '').join(' ');
}

/** All of a page's figures as one workbook. */
export async function takeWorkbook(
  form: 'xlsx' | 'ods',
  title: string,
  shown: Shown['figures'],
  from: () => Origin,
): Promise<string> {
  const { cleared, origin } = await released(shown, from);
  const ids = cleared.figures.map(({ id }) => id);
  const context = exportContext(title, ids, origin);
  const file =
    form === 'xlsx'
      ? await (await import('@/lib/export/xlsx')).xlsxFile(cleared.figures, context, title)
      : (await import('@/lib/export/ods')).odsFile(cleared.figures, context, title);
  saveFile(file);
  return [`Saved as ${file.name}.`, cleared.words].filter((part) => part !== '').join(' ');
}
