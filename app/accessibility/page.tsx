import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Accessibility statement – Sufficiency' };

export default function AccessibilityPage() {
  return (
    <div className="prose">
      <h1 className="page-title">Accessibility statement</h1>
      <p>
        Sufficiency is built to be used by everyone who commissions homes for children. It aims to meet the Web Content
        Accessibility Guidelines version 2.2 at level AA.
      </p>
      <h2>What you should be able to do</h2>
      <ul>
        <li>use every filter, chart, table and download with a keyboard alone</li>
        <li>read every chart as a table with the same numbers: choose “Table” above the figure</li>
        <li>zoom in to 400% without text running off the screen</li>
        <li>use a screen reader: figures are regions named by their title, and changes are announced</li>
        <li>tell everything apart without colour: series are labelled, dashed or shaped as well</li>
        <li>use it without animation: nothing moves on its own</li>
      </ul>
      <h2>How it is tested</h2>
      <p>
        Every screen is checked with axe in Chromium at each change, with no rule switched off, and whole journeys are
        run by keyboard. It has not yet been audited by an independent body or tested with assistive technology by
        disabled people.
      </p>
      <h2>What is not fully accessible</h2>
      <ul>
        <li>
          Charts are drawings: a screen reader is given their headline, and the numbers are in the table behind each
          chart rather than in the drawing.
        </li>
        <li>
          Wide tables scroll sideways on a narrow screen. The scrolling area can be reached and moved with the keyboard.
        </li>
        <li>Files you download open in other programs, whose accessibility is their own.</li>
      </ul>
      <h2>Telling us about a problem</h2>
      <p>
        Tell whoever runs this site for your region, or raise it where the project is kept. Say which page, what you
        were doing and what you use. Never include children’s data.
      </p>
      <p>This statement was prepared on 21 November 2026.</p>
    </div>
  );
}
