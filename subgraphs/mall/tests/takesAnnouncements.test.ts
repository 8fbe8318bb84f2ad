import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { wayTo } from '#kit/sandbox/journey.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { inbox } from '../changes/inbox.ts';
import { sealedApplication } from '../model/applications.ts';
import type { MallModels } from '../model.ts';
import { aMall, announced } from './aMall.ts';

let agency: TestAgency;
let models: MallModels;
beforeAll(async () => {
  ({ agency, models } = await aMall());
}, 60_000);
afterAll(() => agency?.stop());

const take = (told: readonly unknown[], teller = 'tax') => inbox(models, agency.vault).take(teller, told);
/** An announcement as it was when it had this many steps. */
const upTo = (whole: ApplicationAnnouncement, sequence: number): ApplicationAnnouncement => ({
  ...whole,
  steps: whole.steps.slice(0, sequence),
});
const notices = async (applicationId: string) =>
  (await models.Notification.find({ applicationId }).sort({ at: 1, _id: 1 }).lean()).map(({ _id }) => _id);

/** All that the inbox holds of an application, opened. */
async function heldOf(id: string) {
  const stored = await models.Application.findById(id).lean();
  return {
    envelope: stored && agency.vault.of(sealedApplication).open(stored as never),
    notices: (await notices(id)).sort(),
    documents: await models.Document.find({ usedIn: id }).sort({ _id: 1 }).lean(),
  };
}

describe('what an agency tells', () => {
  it('is kept once, however often it comes, with one notification for each step', async () => {
    const told = announced(wayTo.COMPLETED);
    expect(await take([told, told])).toEqual([]);
    const first = await heldOf(told.id);
    for (let n = 0; n < 5; n++) expect(await take([told])).toEqual([]);
    expect(await heldOf(told.id)).toEqual(first);
    expect(first.notices).toHaveLength(told.steps.length);
  });

  it('is kept once though it comes many times at the same moment', async () => {
    const whole = announced(wayTo.ISSUED);
    const all = Array.from({ length: 30 }, (_, n) => upTo(whole, (n % whole.steps.length) + 1));
    const refused = await Promise.all(all.map((one) => take([one])));
    expect(refused.flat()).toEqual([]);
    const { envelope, notices } = await heldOf(whole.id);
    expect(envelope).toMatchObject({ status: 'ISSUED', sequence: whole.steps.length, steps: whole.steps });
    expect(notices).toHaveLength(whole.steps.length);
  });

  it('leaves the same behind in whichever order it comes, as a replay in order does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...(['VERIFICATION', 'RETURNED', 'ISSUED', 'REJECTED'] as const)), {
          minLength: 4,
          maxLength: 6,
        }),
        fc.infiniteStream(fc.nat()),
        async (ways, picks) => {
          const inOrder = ways.map((to) => announced(wayTo[to]));
          const shuffled = inOrder.map((one) => ({ ...one, id: announced(['SUBMIT']).id }));
          const everyStep = (of: readonly ApplicationAnnouncement[]) =>
            of.flatMap((one) => one.steps.map(({ sequence }) => upTo(one, sequence)));
          for (const one of everyStep(inOrder)) await take([one]);
          for (const batch of batches(outOfOrder(everyStep(shuffled), picks), 7)) await take(batch);
          for (const [index, one] of inOrder.entries()) {
            const other = shuffled[index]?.id ?? '';
            const expected = await heldOf(one.id);
            const found = await heldOf(other);
            expect({ ...found.envelope, _id: one.id }).toEqual(expected.envelope);
            expect(found.notices).toHaveLength(expected.notices.length);
          }
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  }, 90_000);

  it('does not touch what the mall itself adds: who has it on the desk, and that it was asked about', async () => {
    const whole = announced(wayTo.ISSUED);
    await take([upTo(whole, 3)]);
    const own = { assigneeId: 'off-tax', surveyed: true };
    await models.Application.updateOne({ _id: whole.id }, { $set: own });
    await take([upTo(whole, 2)]);
    await take([upTo(whole, 3)]);
    expect((await heldOf(whole.id)).envelope).toMatchObject({ ...own, sequence: 3 });
    await take([whole]);
    expect((await heldOf(whole.id)).envelope).toMatchObject({ surveyed: true, sequence: whole.steps.length });
  });

  it('is refused where it is not the teller’s: another agency, its service, or its application', async () => {
    const own = announced(wayTo.VERIFICATION);
    await take([own]);
    const foreign = announced(['SUBMIT'], { agency: 'business-licensing', serviceCode: 'NIB-BUSINESS-REGISTRATION' });
    const cases: [string, ApplicationAnnouncement][] = [
      ['tax', foreign],
      ['tax', { ...announced(['SUBMIT']), serviceCode: foreign.serviceCode }],
      ['tax', { ...announced(['SUBMIT']), serviceCode: 'NO-SUCH-SERVICE' }],
      ['business-licensing', own],
    ];
    for (const [teller, told] of cases) {
      expect(await take([told], teller)).toEqual([{ id: told.id, reason: expect.any(String) }]);
    }
    const [licensed] = await models.Service.find({ agencyCode: { $ne: 'DJP' } }, { _id: 1, agencyCode: 1 }).lean();
    const owner = await models.Agency.findById(licensed?.agencyCode).lean();
    const stolen = {
      ...announced(wayTo.ISSUED),
      id: own.id,
      agency: owner?.subgraph ?? '',
      serviceCode: licensed?._id ?? '',
    };
    expect(await take([stolen], stolen.agency)).toMatchObject([{ id: own.id }]);
    expect((await heldOf(own.id)).envelope).toMatchObject({ agency: 'tax', sequence: own.steps.length });
  });

  it('is refused one by one: a poison one among others holds none of them up', async () => {
    const good = Array.from({ length: 5 }, () => announced(['SUBMIT']));
    const poison = { ...announced(['SUBMIT']), nik: 'not to be told' };
    const refused = await take([...good.slice(0, 3), poison, null, 'nonsense', ...good.slice(3)]);
    expect(refused.map(({ id }) => id)).toEqual([poison.id, '', '']);
    expect(JSON.stringify(refused)).not.toContain('not to be told');
    for (const { id } of good) expect((await heldOf(id)).envelope?.sequence).toBe(1);
  });
});

/** Every announcement up to a hundred places from where it belongs, and one of ten twice. */
function outOfOrder<Told>(told: readonly Told[], picks: Iterator<number>): Told[] {
  const window: Told[] = [];
  const out: Told[] = [];
  const pick = (below: number) => (picks.next().value as number) % below;
  const takeOne = () => out.push(...window.splice(pick(window.length), 1));
  for (const one of told) {
    window.push(one);
    if (pick(10) === 0) window.push(one);
    if (window.length > 100) takeOne();
  }
  while (window.length > 0) takeOne();
  return out;
}

function batches<Told>(told: readonly Told[], size: number): Told[][] {
  return Array.from({ length: Math.ceil(told.length / size) }, (_, n) => told.slice(n * size, (n + 1) * size));
}
