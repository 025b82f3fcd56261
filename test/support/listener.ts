import { createServer, type Server } from 'node:http';

export interface Listener {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** Another origin on this machine that answers everything and remembers what it was asked. */
export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const server: Server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/csv' });
    response.end('a,b\n1,2\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port for the listener');
  return {
    url: `http://127.0.0.1:${address.port}`,
    heard,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
