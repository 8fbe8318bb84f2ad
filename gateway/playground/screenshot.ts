/**
 * Opens the playground in a headless Chromium, runs the operation it opens with, and takes a picture:
 *
 *   tsx gateway/playground/screenshot.ts <url> <file.png> [width height] [--plan] [--dark] [--browser path]
 *
 * Exits 1, and says why, when the browser reports an error (one against the content policy too), when the page asks
 * another server than its own, or when the operation brings no data.
 */
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';

const { values: chosen, positionals } = parseArgs({
  allowPositionals: true,
  options: { plan: { type: 'boolean' }, dark: { type: 'boolean' }, browser: { type: 'string' } },
});
const [url, file, width = '1280', height = '800'] = positionals;
if (!url || !file) {
  console.error(
    'Usage: tsx gateway/playground/screenshot.ts <url> <file.png> [width height] [--plan] [--dark] [--browser path]',
  );
  process.exit(2);
}

const complaints: string[] = [];
try {
  await photograph(url, file);
} catch (failure) {
  complaints.push(failure instanceof Error ? failure.message : String(failure));
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

async function photograph(url: string, file: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: chosen.browser ?? setting('CHROMIUM_PATH', z.string().default('/usr/bin/chromium')),
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
  try {
    const page = await browser.newPage({
      viewport: { width: Number(width), height: Number(height) },
      colorScheme: chosen.dark ? 'dark' : 'light',
    });
    listen(page, new URL(url).host);
    await page.goto(url);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    if (chosen.plan) await page.getByLabel('Show plan').check();
    await runOperation(page);
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

function listen(page: Page, host: string): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`The console reports: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`The page failed: ${error.message}`));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (!['data:', 'blob:'].includes(asked.protocol) && asked.host !== host)
      complaints.push(`The page asked another server: ${asked.origin}`);
  });
}

async function runOperation(page: Page): Promise<void> {
  const answered = page.waitForResponse(
    (response) =>
      new URL(response.url()).pathname === '/graphql' &&
      !response.request().postData()?.includes('"operationName":"IntrospectionQuery"'),
  );
  await page.locator('.graphiql-execute-button').click();
  const response = await answered;
  const { data } = await response.json();
  if (!data) complaints.push(`The operation brought no data (HTTP ${response.status()}): ${await response.text()}`);

  await page.locator('.graphiql-response .view-line', { hasText: /\S/ }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.graphiql-spinner'));
  // Monaco colours its text a moment after it has set it.
  await page.waitForTimeout(500);
}
