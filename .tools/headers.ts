import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes `build/_headers` (the format of Netlify and Cloudflare Pages, and what `npm start` serves): the policy of the
 * pages' `<meta>` elements, with the union of their script hashes, plus what only a header can say.
 */
const pages = globSync('build/**/*.html').map((path) => readFileSync(path, 'utf8'));
const policies = pages.map((page) => {
  const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(page)?.[1];
  if (!policy) throw new Error('A built page carries no Content-Security-Policy.');
  return policy.replaceAll('&#39;', "'");
});
const scriptSource = /script-src [^;]+/;
const hashes = new Set(
  policies.flatMap((policy) => scriptSource.exec(policy)?.[0].match(/'sha256-[^']+'/g) ?? []),
);
for (const page of pages) {
  for (const [, script] of page.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    const hash = `'sha256-${createHash('sha256')
      .update(script ?? '')
      .digest('base64')}'`;
    if (!hashes.has(hash))
      throw new Error(`An inline script of a built page is in no policy: ${hash}`);
  }
}
const withoutHashes = new Set(
  policies.map((policy) =>
    policy.replace(scriptSource, (directive) => directive.replace(/ 'sha256-[^']+'/g, '')),
  ),
);
if (withoutHashes.size !== 1) throw new Error('The built pages disagree on their policy.');
const [shared] = withoutHashes;
const policy =
  shared?.replace(scriptSource, (directive) => [directive, ...hashes].join(' ')) +
  "; frame-ancestors 'none'";

writeFileSync(
  'build/_headers',
  [
    '/*',
    `  Content-Security-Policy: ${policy}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    '',
  ].join('\n'),
);
