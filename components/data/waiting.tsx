interface Props {
  /** What the engine said, where it could not answer; null while it is still counting. */
  readonly failure: string | null;
}

/** In the place of what is being counted; where it cannot be, says so and what to do. */
export function Waiting({ failure }: Props) {
  if (failure === null) return <p role="status">Counting…</p>;
  return (
    <p role="alert">
      This could not be counted: {failure} The placements are still loaded. Save the pool to a file before you reload
      the page to try again.
    </p>
  );
}
