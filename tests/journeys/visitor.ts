import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { inject } from 'vitest';
import { chromiumArguments, requireChromium } from '../../.tools/chromium.ts';

let browser: Browser | undefined;

async function launch(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: requireChromium(),
    args: chromiumArguments,
  });
  return browser;
}

/** Closes the browser of this test file. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** A person at the built site, and everything the site must never do while they are there. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly site: string;
  /** Addresses of other hosts that the page or a worker asked for. */
  readonly foreignRequests: string[];
  /** Errors in the console, uncaught exceptions and refused resources. */
  readonly complaints: string[];
  /** Goes to a path of the site, e.g. `design/?project=sample`. */
  go(path: string): Promise<void>;
  /** Goes to a path of the site as a link on the page leads there: the page stays and changes its screen. */
  follow(path: string): Promise<void>;
  /** The machine value of a figure, or null where it has none. Attributes narrow it: `{ arm: 'POINT' }`. */
  figure(name: string, attributes?: Record<string, string>): Promise<number | null>;
  /** The machine values of all figures of a name, in document order. */
  figures(name: string, attributes?: Record<string, string>): Promise<number[]>;
}

/** Lets somebody in with an empty browser profile. */
export async function visit(
  options: { language?: 'ko' | 'en'; site?: string; width?: number } = {},
): Promise<Visitor> {
  const { language = 'ko', site = inject('site'), width = 1440 } = options;
  const context = await (
    await launch()
  ).newContext({
    viewport: { width, height: 900 },
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    acceptDownloads: true,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const foreignRequests: string[] = [];
  const complaints: string[] = [];
  const host = new URL(site).host;
  context.on('request', (request) => {
    const address = new URL(request.url());
    if (/^(https?|wss?):$/.test(address.protocol) && address.host !== host) {
      foreignRequests.push(address.href);
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });

  const selector = (name: string, attributes: Record<string, string> = {}) =>
    `data[data-figure="${name}"]` +
    Object.entries(attributes)
      .map(([key, value]) => `[data-${key}="${value}"]`)
      .join('');
  return {
    context,
    page,
    site,
    foreignRequests,
    complaints,
    go: async (path) => {
      await page.goto(`${site}/${path}`);
      await page.locator('#content').waitFor();
    },
    follow: async (path) => {
      const address = new URL(`${site}/${path}`);
      await page.evaluate((href) => {
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
        link.remove();
      }, address.href);
      await page.waitForURL(({ pathname }) => pathname.startsWith(address.pathname), {
        waitUntil: 'commit',
      });
    },
    figure: async (name, attributes) => {
      const element = page.locator(selector(name, attributes)).first();
      await element.waitFor();
      const value = await element.getAttribute('value');
      return value === null ? null : Number(value);
    },
    figures: async (name, attributes) => {
      await page.locator(selector(name, attributes)).first().waitFor();
      const values = await page
        .locator(selector(name, attributes))
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('value')));
      return values.filter((value) => value !== null).map(Number);
    },
  };
}
