import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';

/** A page that is looked at, and everything that it complained of. */
export interface Visited {
  readonly page: Page;
  readonly complaints: string[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What axe calls these keeps somebody out. */
const gravest = ['serious', 'critical'];

/** Starts Debian's Chromium, or that of `CHROMIUM_PATH`, so that it asks nobody but the page's servers. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: setting('CHROMIUM_PATH', z.string().default('/usr/bin/chromium')),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * Opens a page that is listened to: console errors (what breaks the content policy is one), failures of scripts, and
 * requests to other servers than these are complaints.
 */
export async function visit(
  browser: Browser,
  options: { readonly width: number; readonly height: number; readonly origins: readonly string[] },
): Promise<Visited> {
  const { width, height, origins } = options;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: width < 720, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`The console reports: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`The page failed: ${error.message}`));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (!['data:', 'blob:'].includes(asked.protocol) && !origins.includes(asked.origin))
      complaints.push(`The page asked another server: ${asked.origin}`);
  });
  return { page, complaints };
}

/** What axe-core finds on the page as it is, of the faults that keep people out, as lines to read. */
export async function gravestFaults(page: Page, view: string): Promise<string[]> {
  // By the debugger, which the content policy does not bind; as a script the page would rightly refuse it.
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => gravest.includes(impact))
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${view}: ${impact} ${id} at ${target.join(' ')}: ${failureSummary}`),
    );
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}
