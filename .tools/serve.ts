import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
};

/** The response headers of `build/_headers`, so that what is tested is what a host is told to send. */
function readHeaders(folder: string): Record<string, string> {
  const lines = readFileSync(join(folder, '_headers'), 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .map((line) => /^ {2}([\w-]+): (.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, name, value]) => [name, value]),
  );
}

/**
 * Serves the built site as a plain static host would.
 * `under` is the sub-path it answers below ('' for the root); `withHeaders: false` plays a host that sends none of ours.
 */
export function serveSite(options: {
  port: number;
  folder?: string;
  under?: string;
  withHeaders?: boolean;
}): Promise<{ address: string; server: Server }> {
  const { port, folder = 'build', under = '', withHeaders = true } = options;
  const headers = withHeaders ? readHeaders(folder) : {};
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(under)) return void response.writeHead(404).end('Not found');
    const inside = normalize(path.slice(under.length) || '/');
    if (inside.startsWith('..') || inside === '/_headers') {
      return void response.writeHead(404).end('Not found');
    }
    let file = join(folder, inside);
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) {
        return void response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
      }
      file = join(file, 'index.html');
    }
    const found = existsSync(file);
    const shown = found ? file : join(folder, '404.html');
    if (!existsSync(shown)) return void response.writeHead(404).end('Not found');
    const immutable = inside.includes('/immutable/');
    response.writeHead(found ? 200 : 404, {
      'content-type': contentTypes[extname(shown)] ?? 'application/octet-stream',
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...headers,
    });
    createReadStream(shown).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      const boundPort = typeof bound === 'object' && bound ? bound.port : port;
      resolve({ address: `http://localhost:${boundPort}${under}`, server });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wanted = Number(process.env.PORT ?? 4173);
  const { address } = await serveSite({ port: wanted }).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EADDRINUSE') throw problem;
    return serveSite({ port: 0 });
  });
  console.log(`\n  Carrotlab is at ${address}/\n  Ctrl+C stops it.\n`);
}
