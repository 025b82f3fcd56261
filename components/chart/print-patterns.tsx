/** On paper two colours may be one grey: what is far, residential or unknown is hatched there as well (chart.css). */
const hatchings = [
  { id: 'hatch-rising', colour: '#801650', line: 'M-2 2 2-2M0 8 8 0M6 10 10 6', width: 1.4 },
  { id: 'hatch-falling', colour: '#F46A25', line: 'M-2 6 2 10M0 0 8 8M6-2 10 2', width: 2.4 },
  { id: 'hatch-dots', colour: '#858d91', line: 'M2 2h2M6 6h2', width: 2 },
] as const;

/** A key's square is drawn smaller than it is said to be: its pattern is larger by as much. */
const scales = [
  ['', 1],
  ['-key', 2.2],
] as const;

/** The patterns charts refer to when a page is printed. Nothing of it is seen on screen. */
export function PrintPatterns() {
  return (
    <svg className="print-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {scales.flatMap(([end, scale]) =>
          hatchings.map(({ id, colour, line, width }) => (
            <pattern
              key={id + end}
              id={id + end}
              width="8"
              height="8"
              patternUnits="userSpaceOnUse"
              patternTransform={`scale(${scale})`}
            >
              <rect width="8" height="8" fill={colour} />
              <path d={line} stroke="#fff" strokeWidth={width} />
            </pattern>
          )),
        )}
      </defs>
    </svg>
  );
}
