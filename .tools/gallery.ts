import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumArguments, requireChromium } from './chromium.ts';
import { serveSite } from './serve.ts';

/**
 * Writes a picture of every screen × state × language × theme × width of the built site into `gallery/`, with a page to
 * look through them. Words on the command line narrow it: `npm run gallery -- design ko dark`.
 */
const screens = [
  '',
  'import',
  'customers',
  'ideas',
  'design',
  'assignment',
  'results',
  'rollout',
  'history',
  'sql?show=quota',
  'tools',
  'tools/significance?arms=1000:120,1000:150&alpha=0.05',
  'tools/sample-size?baseline=0.05&lift=0.01&alpha=0.05&power=0.8',
  'tools/win-back',
  'tools/ice?items=Coupon:8:7:9,Points:6:5:3,Gift:10:1:10',
];
const states = ['empty', 'sample'] as const;
const languages = ['ko', 'en'] as const;
const themes = ['light', 'dark'] as const;
const widths = [1440, 390] as const;

const nameOf = (screen: string) => screen.replace(/\?.*/, '').replaceAll('/', '-') || 'home';
const wanted = process.argv.slice(2);
const isWanted = (words: readonly string[]) => wanted.every((word) => words.includes(word));

const { address, server } = await serveSite({ port: 0 });
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: chromiumArguments,
});
mkdirSync('gallery', { recursive: true });
const pictures: string[] = [];
for (const state of states)
  for (const language of languages)
    for (const theme of themes)
      for (const width of widths) {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme: theme,
          locale: language === 'ko' ? 'ko-KR' : 'en-GB',
        });
        const page = await context.newPage();
        for (const screen of screens) {
          if (state === 'sample' && (screen === '' || screen.startsWith('tools'))) continue;
          if (!isWanted([nameOf(screen), state, language, theme, String(width)])) continue;
          const query = new URLSearchParams(screen.split('?')[1] ?? '');
          query.set('lang', language);
          if (state === 'sample') query.set('project', 'sample');
          const path = screen.split('?')[0] ?? '';
          await page.goto(`${address}/${path}${path ? '/' : ''}?${query}`);
          await page.locator('#content').waitFor();
          await page.waitForLoadState('networkidle');
          // The sample's screens are done when the last figure has come and nothing more is being saved.
          await page.waitForTimeout(state === 'sample' ? 1800 : 300);
          const file = `${[nameOf(screen), state, language, theme, width].join('.')}.png`;
          await page.screenshot({ path: `gallery/${file}`, fullPage: true });
          pictures.push(file);
          console.log(file);
        }
        await context.close();
      }
await browser.close();
server.close();
writeFileSync(
  'gallery/index.html',
  `<!doctype html><meta charset="utf-8"><title>Carrotlab gallery</title>${pictures
    .map(
      (file) => `<figure><figcaption>${file}</figcaption><img src="${file}" width="700"></figure>`,
    )
    .join('')}`,
);
console.log(`${pictures.length} pictures in gallery/`);
