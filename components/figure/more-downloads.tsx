'use client';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type Form, forms } from '@/lib/pack/form';
import { keepOnPage } from '../page/keep-on-page';

interface Props {
  readonly title: string;
  readonly disabled: boolean;
  readonly short: boolean;
  readonly onChoose: (form: Form, from: Element) => void;
}

/** The other forms a figure can be taken in. Escape closes and gives the focus back; so does choosing one. */
export function MoreDownloads({ title, disabled, short, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    if (open) keepOnPage(list.current);
  }, [open]);

  useEffect(() => {
    if (!open) return undefined;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  }
  function onBlur(event: FocusEvent) {
    // A press on plain text gives the focus to nothing: that is not leaving.
    if (event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget)) setOpen(false);
  }
  const choose = (form: Form) => (event: MouseEvent<HTMLButtonElement>) => {
    onChoose(form, event.currentTarget);
    close();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Escape from the buttons inside it
    <div className="more-downloads" ref={root} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        type="button"
        ref={button}
        className="plain-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        More{short ? <span className="visually-hidden"> downloads</span> : ' downloads'}
        <span className="visually-hidden"> of {title}</span>
      </button>
      <ul id={id} ref={list} className="more-downloads-list" hidden={!open}>
        {open &&
          forms.map(({ form, label }) => (
            <li key={form}>
              <button type="button" className="plain-button" disabled={disabled} onClick={choose(form)}>
                {label}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
