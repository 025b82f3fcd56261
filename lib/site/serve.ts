/** Serves the built site on this machine alone, with the policy as a header too. `PORT` chooses the port. */
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { policyOf } from './header';

const port = Number(process.env.PORT ?? 3000);
const output = path.resolve(process.argv[2] ?? 'out');
const policies = await policyOf(output);

const files = sirv(output, {
  etag: true,
  setHeaders: (response, pathname) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader(
      'Cache-Control',
      pathname.startsWith('/_next/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    response.setHeader('Content-Security-Policy', `${policies(pathname)}; frame-ancestors 'none'`);
  },
});

const server = createServer((request, response) => {
  files(request, response, () => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('Not found');
  });
});

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another: PORT=3001 npm start` : error.message,
  );
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => console.log(`Sufficiency is ready at http://127.0.0.1:${port}`));
