import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { course, wayTo } from '#kit/sandbox/journey.ts';
import { Random } from '#kit/sandbox/random.ts';
import { loadSealed } from '#kit/sandbox/seed.ts';
import { seededFile } from '#kit/sandbox/seededFile.ts';
import { startTestAgency, type TestAgency } from '#kit/testing/testAgency.ts';
import { identityApplicationStore } from '../applications.ts';
import {
  type IdentityApplicationRecord,
  type IdentityModels,
  identityModels,
  type RegisterEntry,
  sealedEntry,
} from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';
import { services } from '../rules/services.ts';
import { identity } from '../subgraph.ts';
import { anEntry } from './anEntry.ts';

let agency: TestAgency;
let models: IdentityModels;
beforeAll(async () => {
  agency = await startTestAgency(identity);
  models = identityModels(agency.connection);
  await loadSealed(models.citizens, [anEntry()], agency.vault.of(sealedEntry).seal);
});
afterAll(() => agency.stop());

/** An application about Sari that was issued some days ago. */
function issued(
  kind: IdentityServiceKind,
  daysAgo: number,
  changes: IdentityApplicationRecord['changes'] = [],
): IdentityApplicationRecord {
  const now = new Date();
  const startedAt = new Date(now.getTime() - (daysAgo + 10) * 86_400_000);
  const _id = `MPP-3510-261101-00000${daysAgo}-0`;
  const steps = course({
    events: wayTo.ISSUED,
    startedAt,
    now,
    clockStart: 'DOCUMENTS_COMPLETE',
    random: new Random(_id),
  });
  const file = {
    _id,
    applicantId: 'ctz-sari',
    serviceCode: services[kind].code,
    channel: 'ONLINE' as const,
    regionCode: '35.10',
    steps,
    pendingAction: null,
    outcome: null,
  };
  return { ...seededFile(file), kind, subjectId: 'ctz-sari', changes, verificationCode: 'CODE' };
}

const store = () => identityApplicationStore(models, agency.vault, () => {});

async function entry(): Promise<RegisterEntry> {
  const stored = await models.citizens.findById('ctz-sari').lean();
  if (!stored) throw new Error('The entry is gone.');
  return agency.vault.of(sealedEntry).open(stored);
}

describe('what was issued', () => {
  const renamed = issued('DATA_CHANGE', 3, [
    { field: 'fullName', before: 'Sari Contohwati', after: 'Sari Misalkan' },
    { field: 'education', before: 'SENIOR_SECONDARY', after: 'BACHELOR' },
  ]);

  it('comes into the register from the application alone, also when whoever decided was cut off', async () => {
    const before = await entry();
    await store().settle(renamed);
    expect(await entry()).toEqual({
      ...before,
      fullName: 'Sari Misalkan',
      education: 'BACHELOR',
      updatedAt: renamed.steps.find(({ to }) => to === 'ISSUED')?.at,
      settled: [`${renamed._id} ISSUED`],
    });
  });

  it('lies sealed there', async () => {
    const stored = await agency.connection.collection('citizens').findOne({});
    expect(JSON.stringify(stored)).not.toMatch(/Misalkan|Contohwati/);
  });

  it('does not undo what was changed later, however often it is brought in line', async () => {
    await store().settle(issued('DATA_CHANGE', 1, [{ field: 'education', before: 'BACHELOR', after: 'MASTER' }]));
    const later = await entry();
    expect(later).toMatchObject({ fullName: 'Sari Misalkan', education: 'MASTER' });
    await Promise.all(Array.from({ length: 5 }, () => store().settle(renamed)));
    expect(await entry()).toEqual(later);
  });

  it('leaves a digital identity alone that is not waiting to be activated', async () => {
    await models.citizens.updateOne({ _id: 'ctz-sari' }, { $set: { digitalIdentityStatus: 'BLOCKED' } });
    await store().settle(issued('DIGITAL_ID_ACTIVATION', 2));
    expect(await entry()).toMatchObject({ digitalIdentityStatus: 'BLOCKED' });
    await models.citizens.updateOne({ _id: 'ctz-sari' }, { $set: { digitalIdentityStatus: 'NOT_ACTIVATED' } });
    await store().settle(issued('DIGITAL_ID_ACTIVATION', 2));
    expect(await entry()).toMatchObject({ digitalIdentityStatus: 'ACTIVE' });
  });
});
