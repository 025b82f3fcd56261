import type { ExportFile } from './export';

/** Hands a file to the browser's own saving. Nothing is sent anywhere. */
export function saveFile(file: ExportFile): void {
  const url = URL.createObjectURL(new Blob([file.content], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the content only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
