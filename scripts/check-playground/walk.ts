import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { gravestFaults, visit } from './browse.ts';
import {
  assertWhole,
  downloadCsv,
  goToCosts,
  lookUp,
  moveMap,
  readPlan,
  runExample,
  searchMap,
  signIn,
} from './steps.ts';

export interface Walk {
  /** Where the playground is, and One ID. */
  readonly url: string;
  readonly oneId: string;
  readonly nik: string;
  readonly pin: string;
  readonly width: number;
  readonly height: number;
  /** Takes the picture of a view. */
  readonly picture: (view: string) => string;
}

/**
 * Walks through the playground as a citizen: signs in, runs the dashboard, reads its plan, looks a field up, opens the map,
 * downloads a list. Each view is photographed and looked over by axe-core.
 *
 * @throws AssertionError for what does not hold, and for everything that the browser complained of
 */
export async function walk(browser: Browser, { url, oneId, nik, pin, width, height, picture }: Walk): Promise<string> {
  const origins = [new URL(url).origin, new URL(oneId).origin];
  const { page, complaints } = await visit(browser, { width, height, origins });
  const look = async (view: string) => {
    // Monaco colours its text a moment after it has set it, and panes glide in.
    await page.waitForTimeout(400);
    await page.screenshot({ path: picture(view) });
    complaints.push(...(await gravestFaults(page, view)));
  };
  try {
    await page.goto(`${url}/playground/`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await signIn(page, nik, pin);
    await runExample(page, 'CitizenDashboard');
    const told = await readPlan(page);
    await look('plan');
    await goToCosts(page);
    await assertWhole(page);
    await look('costs');
    const [head = '', first] = await downloadCsv(page, 'me.applications');
    assert.match(head, /(^|,)id(,|$)/);
    assert.ok(first, 'The file has no rows.');
    await lookUp(page, 'nik');
    await look('docs');
    await assertWhole(page);
    for (const pane of ['History', 'GraphiQL Explorer']) {
      await page.getByRole('button', { name: `Show ${pane}` }).click();
      await look(pane === 'History' ? 'history' : 'explorer');
    }
    await searchMap(page, 'taxp', 'Taxpayer');
    await look('entity');
    await moveMap(page);
    await page.getByRole('searchbox').fill('');
    await look('map');
    assert.deepEqual(complaints, []);
    return told;
  } catch (failure) {
    if (complaints.length > 0) console.error(complaints.join('\n'));
    await page.screenshot({ path: picture('failure') });
    throw failure;
  } finally {
    await page.context().close();
  }
}
