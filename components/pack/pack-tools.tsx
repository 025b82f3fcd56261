'use client';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { saveFile } from '@/lib/export/save';
import type { BuiltPack } from '@/lib/pack/build';
import { checkComplements } from '@/lib/pack/complement';
import type { Origin } from '@/lib/pack/context';
import { packDeck } from '@/lib/pack/deck';
import { type ClearedPack, packLeaving } from '@/lib/pack/document';
import { takeWorkbook } from '@/lib/pack/take';
import { poolSession } from '@/lib/session/pool-session';
import type { Task } from '@/lib/session/snapshot';
import { drawAll } from '../chart/turns';
import { chartsDrawn, drawnChart } from '../figure/drawn-chart';
import { TaskProgress } from '../page/task-progress';
import { usePrintLedger } from '../page/use-print-ledger';

interface Props {
  readonly pack: BuiltPack;
  readonly title: string;
  readonly origin: () => Origin;
  readonly disabled: boolean;
  /** What is shown becomes what left. */
  readonly onLeave: (left: ClearedPack) => void;
}

/** Charts come in pieces: what leaves waits for the last of them. */
const drawn = () => chartsDrawn(document.querySelector('.pack') ?? document);

function chartOf(id: string): SVGSVGElement | null {
  const figure = document.querySelector(`.pack [data-figure="${id}"]`);
  return figure ? drawnChart(figure) : null;
}

/** The ways a pack leaves: on paper, as slides, as a workbook. */
export function PackTools({ pack, title, origin, disabled, onLeave }: Props) {
  const figures = pack.sections.flatMap((section) => section.figures);
  usePrintLedger(figures, origin, true);
  const [task, setTask] = useState<Task | null>(null);
  const [said, setSaid] = useState('');
  const control = useRef<AbortController | null>(null);

  const checked = (signal: AbortSignal) => checkComplements(figures, origin().limits, poolSession.query, signal);

  function leave(): ClearedPack {
    const left = packLeaving(pack, title, origin());
    flushSync(() => onLeave(left));
    drawAll();
    return left;
  }

  async function work(label: string, run: (signal: AbortSignal) => Promise<string>) {
    const own = new AbortController();
    control.current = own;
    const cancel = () => {
      own.abort();
      setTask(null);
      setSaid('Stopped. Nothing was saved.');
    };
    setSaid('');
    setTask({ label, done: null, startedAt: Date.now(), cancel });
    try {
      const words = await run(own.signal);
      if (!own.signal.aborted) setSaid(words);
    } catch (error) {
      setSaid(
        `${label} did not finish${error instanceof Error ? ` (${error.message})` : ''}. Nothing was saved; try again.`,
      );
    } finally {
      if (control.current === own) setTask(null);
    }
  }

  const slides = () =>
    work('Drawing the slides', async (signal) => {
      await drawn();
      await checked(signal);
      const { document: left, words } = leave();
      const file = await packDeck(left, chartOf, {
        signal,
        progress: (done, total) => setTask((now) => now && { ...now, done: done / total }),
      });
      if (!file) return 'Stopped. Nothing was saved.';
      saveFile(file);
      return [`Saved as ${file.name}.`, words].filter((part) => part !== '').join(' ');
    });
  const workbook = () => work('Writing the workbook', () => takeWorkbook('xlsx', title, () => figures, origin));
  const print = () =>
    work('Making ready to print', async (signal) => {
      await drawn();
      await checked(signal);
      const { words } = leave();
      window.print();
      return words;
    });
  const busy = disabled || task !== null;

  return (
    <div className="pack-tools">
      <button type="button" className="govuk-button" disabled={busy} onClick={() => void print()}>
        Print or save as PDF
      </button>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        disabled={busy}
        onClick={() => void slides()}
      >
        Download slides (.pptx)
      </button>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        disabled={busy}
        onClick={() => void workbook()}
      >
        Download workbook (.xlsx)
      </button>
      <span role="status" className="download-status">
        {said}
      </span>
      {task && <TaskProgress task={task} />}
    </div>
  );
}
