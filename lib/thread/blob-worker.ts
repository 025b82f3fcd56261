/**
 * A classic worker of a script of our own. One loaded by URL would not inherit the page's policy and could reach other
 * hosts; one from a blob does. `release` frees the blob once the worker stands. `first` is run before the script, `then`
 * after it.
 */
export function blobWorker(
  script: string | URL,
  first = '',
  then = '',
): { readonly worker: Worker; readonly release: () => void } {
  const absolute = new URL(script, location.href).href;
  const url = URL.createObjectURL(
    new Blob([`${first}importScripts(${JSON.stringify(absolute)});${then}`], { type: 'text/javascript' }),
  );
  return { worker: new Worker(url), release: () => URL.revokeObjectURL(url) };
}
