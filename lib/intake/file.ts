import { openBytes } from './open';
import { type Part, refused } from './part';

const largestInMemory = 512 * 1024 * 1024;

/** Whether a file is opened and read whole (a spreadsheet, an archive, records), told by its first bytes; text is not. */
export async function isRead(content: Blob): Promise<boolean> {
  const head = new Uint8Array(await content.slice(0, 64).arrayBuffer());
  const archive = head[0] === 0x50 && head[1] === 0x4b;
  return archive || head[0] === 0xd0 || /^\s*[[{<]/.test(new TextDecoder().decode(head));
}

/** Content alone decides; only the first bytes of a text file are read here, so that a large CSV is never held twice. */
export async function openFile(name: string, content: Blob): Promise<readonly Part[]> {
  if (!(await isRead(content)))
    return content.size === 0 ? openBytes(name, new Uint8Array(0)) : [{ kind: 'text', name, content }];
  if (content.size > largestInMemory) {
    return [
      refused(name, new Error('This file is larger than 512 MB. Save the data sheet as “CSV UTF-8” and add that.')),
    ];
  }
  return openBytes(name, new Uint8Array(await content.arrayBuffer()));
}
