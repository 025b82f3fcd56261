'use client';
import { type FormEvent, useId, useState } from 'react';
import {
  bases,
  checkedSettings,
  defaultSettings,
  reasonLength,
  settingsWords,
  thresholds,
} from '@/lib/disclosure/settings';
import { poolSession } from '@/lib/session/pool-session';

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly values: readonly number[];
  readonly chosen: number;
  readonly onChoose: (value: number) => void;
  readonly words: (value: number) => string;
}

function Choice({ label, name, values, chosen, onChoose, words }: ChoiceProps) {
  const id = useId();
  return (
    <div className="protection-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        className="govuk-select"
        value={chosen}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What counts as a small number in this pool, and why: it may be set stricter than the standard, never weaker. */
export function ProtectionForm() {
  const id = useId();
  const [current, setCurrent] = useState(poolSession.protection);
  const [threshold, setThreshold] = useState<number>(current.threshold);
  const [base, setBase] = useState<number>(current.base);
  const [reason, setReason] = useState(current.reason);
  const [said, setSaid] = useState<{ readonly fault: boolean; readonly words: string } | null>(null);

  function use(settings: Parameters<typeof checkedSettings>[0]) {
    const checked = checkedSettings(settings);
    if (typeof checked === 'string') return setSaid({ fault: true, words: checked });
    poolSession.setProtection(checked);
    setCurrent(checked);
    setThreshold(checked.threshold);
    setBase(checked.base);
    setReason(checked.reason);
    setSaid({ fault: false, words: 'In force now, on every screen and in every download.' });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const changed = threshold !== current.threshold || base !== current.base;
    if (changed && reason === current.reason)
      return setSaid({ fault: true, words: 'Say why this is changed: the reason written there is of the old choice.' });
    use({ threshold, base, reason });
  }
  const invalid = said?.fault === true;

  return (
    <form className="protection-form" onSubmit={submit} noValidate>
      <p>{settingsWords(current)}</p>
      <details className="details">
        <summary>Change how small numbers are protected</summary>
        <p className="hint">
          For everyone who sees the sharing view of this pool and everything taken from it. It can be stricter than
          usual, never weaker. It lasts as long as the pool stays open, or is kept on this computer.
        </p>
        <Choice
          label="Hide counts"
          name="threshold"
          values={thresholds}
          chosen={threshold}
          onChoose={setThreshold}
          words={(value) => `1 to ${value - 1}`}
        />
        <Choice
          label="Round other counts to the nearest"
          name="base"
          values={bases}
          chosen={base}
          onChoose={setBase}
          words={String}
        />
        <div className="protection-field">
          <label htmlFor={`${id}-reason`}>Reason, printed on the cover of every download</label>
          <textarea
            id={`${id}-reason`}
            className="govuk-textarea"
            rows={3}
            maxLength={reasonLength.most}
            value={reason}
            aria-invalid={invalid}
            aria-describedby={invalid ? `${id}-fault` : undefined}
            onChange={({ target }) => setReason(target.value)}
          />
          {invalid && (
            <p id={`${id}-fault`} className="protection-fault" role="alert">
              {said?.words}
            </p>
          )}
        </div>
        <div className="button-row">
          <button type="submit" className="govuk-button">
            Use this protection
          </button>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={() => use(defaultSettings)}>
            Back to the usual
          </button>
        </div>
      </details>
      <p role="status">{said && !said.fault ? said.words : ''}</p>
    </form>
  );
}
