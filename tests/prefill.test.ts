import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOperation } from '../schema/clientOperations.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { valueAt } from './support/reading.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
}, 90_000);
afterAll(() => platform.stop());

const variables = { service: 'LICENSING-SUPPORTING-LICENSE' };

describe('a form that a citizen opens', () => {
  it('is filled in by three registers at once', async () => {
    const { data, errors } = await platform.ask(clientOperation('Prefill').document, { as: 'food-seller', variables });
    expect(errors).toEqual([]);
    expect(valueAt(data, 'me.prefill.values')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'applicant.fullName', value: 'Sari Contohwati', source: 'identity' }),
        expect.objectContaining({ field: 'business.name', value: 'Warung Contoh Bu Sari' }),
      ]),
    );
  });

  it('is there without the answer of an agency that is away', async () => {
    await platform.stopAgency('business-licensing');
    const { data } = await platform.ask(clientOperation('Prefill').document, { as: 'food-seller', variables });
    await platform.startAgency('business-licensing');
    expect(valueAt(data, 'me.prefill.values')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'applicant.fullName', value: 'Sari Contohwati' }),
        expect.objectContaining({ field: 'business.name', value: null }),
      ]),
    );
  });
});
