/** Files that were to be read together must be read one at a time, for one of them needs an answer or bears on another. */
export class Apart extends Error {
  override readonly name = 'Apart';
}
