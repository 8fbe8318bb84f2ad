import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Signs a citizen in at One ID and comes back. */
export async function signIn(page: Page, nik: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with One ID' }).click();
  await page.locator('input[name=nik]').fill(nik);
  await page.locator('input[name=pin]').fill(pin);
  await page.locator('button[value="sign-in"]').click();
  await page.locator('button[value="allow"]').click();
  await page.waitForURL('**/playground/');
  assert.equal(new URL(page.url()).search, '', 'The answer of One ID stays in the address.');
  await page.getByRole('option', { name: 'signed in (citizen)' }).waitFor({ state: 'attached' });
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  assert.doesNotMatch(kept, /eyJ[\w-]+\.|mpp-sign-in/, 'A token or an old attempt is kept in the browser.');
}

/** Opens an example, runs it, and waits for its whole answer: agencies that have just started may be late once or twice. */
export async function runExample(page: Page, name: string): Promise<void> {
  await page.getByLabel('Example').selectOption(name);
  await page.locator('.graphiql-query-editor .view-line', { hasText: name }).first().waitFor();
  for (let tries = 1; ; tries++) {
    const { data, errors } = await run(page);
    assert.ok(data?.me, `${name} brought no data.`);
    if (!errors) break;
    assert.ok(tries < 3, `${name} brought errors: ${JSON.stringify(errors).slice(0, 500)}`);
  }
  await page.locator('.graphiql-response .view-line', { hasText: /\S/ }).first().waitFor();
}

async function run(page: Page): Promise<{ data?: { me?: unknown }; errors?: unknown }> {
  const answered = page.waitForResponse(
    (response) =>
      new URL(response.url()).pathname === '/graphql' &&
      !response.request().postData()?.includes('"operationName":"IntrospectionQuery"'),
  );
  await page.locator('.graphiql-execute-button').click();
  return (await answered).json();
}

/** The plan under the answer names agencies, steps and cost. */
export async function readPlan(page: Page): Promise<string> {
  const told = page.locator('.answer-bar p');
  await told.filter({ hasText: /\d+ calls in \d+ steps, .*cost [\d,]+ of [\d,]+/ }).waitFor();
  const plan = page.getByRole('region', { name: 'Plan' });
  for (const text of ['Step 1', 'Step 2', 'identity', 'tax']) {
    assert.match((await plan.textContent()) ?? '', new RegExp(text));
  }
  const cost = await plan.locator('tfoot tr', { hasText: 'The operation' }).locator('td').first().textContent();
  assert.ok(((await told.textContent()) ?? '').includes(`cost ${cost} of`), 'Plan and summary tell two costs.');
  const costs = await plan.locator('tbody tr:not(.step) td:nth-child(3)').evaluateAll((cells) =>
    // What a call costs besides stands before it, in a piece of its own.
    cells.map((cell) => Number(cell.lastChild?.textContent?.replaceAll(',', ''))),
  );
  assert.equal(sumOf(costs), Number(cost?.replaceAll(',', '')), 'The calls do not cost what the operation does.');
  return (await told.textContent()) ?? '';
}

/** Goes by keyboard to where the plan says how its costs go together. */
export async function goToCosts(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Plan' }).focus();
  await page.keyboard.press('End');
}

/** Whether all stands within its frame, and the page ends where that does. @throws AssertionError where not */
export async function assertWhole(page: Page): Promise<void> {
  const {
    isMoved,
    plan: foot,
    answer,
    page: end,
    length,
  } = await page.evaluate(() => {
    const [plan, answer, page] = ['.plan', '.graphiql-response', 'main'].map(
      (part) => (document.querySelector(part)?.getBoundingClientRect().bottom ?? 0) + scrollY,
    );
    const isMoved = [...document.querySelectorAll('.graphiql-container')].some(({ scrollTop }) => scrollTop > 0);
    return { isMoved, plan, answer, page, length: document.documentElement.scrollHeight };
  });
  assert.ok(!isMoved, 'The focus moved the page within its frame.');
  assert.ok(
    Number(foot) <= Math.min(Number(answer), Number(end)) + 1,
    `The plan ends at ${foot}, its frame at ${answer}.`,
  );
  assert.ok(length <= Number(end) + 50, `The page ends at ${end} and goes on to ${length}.`);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Looks a field up in the docs, by the search of the pane: its owner, its rule and its class stand there. */
export async function lookUp(page: Page, field: string): Promise<void> {
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const pane = page.locator('.graphiql-doc-explorer');
  await pane.getByRole('combobox').click();
  await pane.getByRole('combobox').fill(field);
  await pane
    .getByRole('option', { name: new RegExp(`^Citizen\\.?\\s*${field}`) })
    .first()
    .click();
  await pane.getByText('Owner:').waitFor();
  const text = (await pane.textContent()) ?? '';
  assert.match(text, /Owner: identity/);
  assert.match(text, /Who may see it: whoever is signed in with/);
  assert.match(text, /Personal data: (general|specific)/);
}

/** Finds an entity in the schema map. */
export async function searchMap(page: Page, wanted: string, expected: string): Promise<void> {
  await page.getByRole('button', { name: 'Schema map' }).click();
  await page.getByRole('searchbox').fill(wanted);
  await page.getByText(/^\d+ of \d+ entities$/).waitFor();
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('article', { name: expected }).waitFor();
  const pressed = page.locator('.drawing [role=button][aria-pressed=true]');
  assert.match((await pressed.getAttribute('aria-label')) ?? '', new RegExp(`^${expected}`));
}

/** Moves and zooms the map by keys, wheel and pointer. @throws AssertionError where it does not follow */
export async function moveMap(page: Page): Promise<void> {
  const svg = page.locator('.drawing svg');
  const window = () => svg.getAttribute('viewBox');
  const moved = async (what: string, act: () => Promise<void>) => {
    const before = await window();
    await act();
    await page.waitForFunction(
      (old) => document.querySelector('.drawing svg')?.getAttribute('viewBox') !== old,
      before,
      { timeout: 5_000 },
    );
    assert.notEqual(await window(), before, what);
  };
  await moved('The map does not follow the arrow keys.', async () => {
    await svg.focus();
    await page.keyboard.press('ArrowRight');
  });
  await moved('The map does not zoom by key.', () => page.keyboard.press('+'));
  const box = await svg.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 30, box.y + 30);
  await moved('The map does not zoom by wheel.', () => page.mouse.wheel(0, 200));
  await moved('The map does not follow the pointer.', async () => {
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 60, { steps: 3 });
    await page.mouse.up();
  });
  await moved('The map does not show all.', () => page.getByRole('button', { name: 'Show all' }).click());
}

/** Downloads a list of the answer. @returns its lines */
export async function downloadCsv(page: Page, list: string): Promise<string[]> {
  await page.getByLabel('List to download').selectOption(list);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const download = await downloading;
  const text = readFileSync(await download.path(), 'utf8');
  assert.ok(text.startsWith('\uFEFF'), 'The file does not say that it is UTF-8.');
  return text.slice(1).trim().split('\r\n');
}
