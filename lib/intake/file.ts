import { openBytes } from './open';
import { type Part, refused } from './part';

const largestInMemory = 512 * 1024 * 1024;

/** Content alone decides; only the first bytes of a text file are read here, so that a large CSV is never held twice. */
export async function openFile(name: string, content: Blob): Promise<readonly Part[]> {
  const head = new Uint8Array(await content.slice(0, 4096).arrayBuffer());
  const archive = head[0] === 0x50 && head[1] === 0x4b;
  const whole = archive || head[0] === 0xd0 || /^\s*[[{<]/.test(new TextDecoder().decode(head.subarray(0, 64)));
  if (!whole) return head.length === 0 ? openBytes(name, head) : [{ kind: 'text', name, content }];
  if (content.size > largestInMemory) {
    return [
      refused(name, new Error('This file is larger than 512 MB. Save the data sheet as “CSV UTF-8” and add that.')),
    ];
  }
  return openBytes(name, new Uint8Array(await content.arrayBuffer()));
}
