import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { Principal } from '#kit/principal.ts';
import { wayTo } from '#kit/sandbox/journey.ts';
import { asCitizen } from '#kit/testing/builders.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { inbox } from '../changes/inbox.ts';
import type { MallModels } from '../model.ts';
import { aMall, announced, codes } from './aMall.ts';

let agency: TestAgency;
let models: MallModels;
beforeAll(async () => {
  ({ agency, models } = await aMall());
}, 60_000);
afterAll(() => agency?.stop());

const officer = (id: string, facts: Partial<{ agency: string; region: string; scopes: string[] }> = {}): Principal => ({
  kind: 'officer',
  id,
  agency: 'tax',
  region: '35.10',
  scopes: ['applications:read', 'applications:verify'],
  ...facts,
});
const [first, second] = [officer('off-first'), officer('off-second')];

async function arrived(...told: ApplicationAnnouncement[]): Promise<string> {
  expect(await inbox(models, agency.vault).take('tax', told)).toEqual([]);
  return told[0]?.id ?? '';
}

interface Payload {
  readonly application: { readonly officer: { readonly assignee: string | null } } | null;
  readonly errors: readonly { readonly code: string }[];
}

async function ask(mutation: 'claimApplication' | 'releaseApplication', id: string, as: Principal): Promise<Payload> {
  const text = `mutation ($id: ID!) { done: ${mutation}(id: $id) {
    application { officer { assignee claimedAt } } errors { code } } }`;
  const { data } = await agency.ask(text, { id }, as);
  return (data as { done: Payload }).done;
}

const having = (assignee: string | null) => ({ application: { officer: { assignee } }, errors: [] });
const refused = (code: string) => ({ application: null, errors: [{ code }] });

describe('taking an application on', () => {
  it('gives it to one officer, and changes nothing when that officer asks again', async () => {
    const id = await arrived(announced(wayTo.VERIFICATION));
    const claimed = await ask('claimApplication', id, first);
    expect(claimed).toMatchObject(having('off-first'));
    expect(await ask('claimApplication', id, first)).toEqual(claimed);
    expect(await ask('claimApplication', id, second)).toEqual(refused('CONFLICT'));
  });

  it('is won by one of twenty who reach for it at the same time', async () => {
    const id = await arrived(announced(wayTo.VERIFICATION));
    const many = Array.from({ length: 20 }, (_, index) => ask('claimApplication', id, officer(`off-${index}`)));
    const answers = await Promise.all(many);
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(
      Array.from({ length: 19 }, () => 'CONFLICT'),
    );
  });

  it('is undone by the one who has it alone, and then open to anybody', async () => {
    const id = await arrived(announced(wayTo.VERIFICATION));
    await ask('claimApplication', id, first);
    expect(await ask('releaseApplication', id, second)).toEqual(refused('CONFLICT'));
    expect(await ask('releaseApplication', id, first)).toMatchObject(having(null));
    expect(await ask('releaseApplication', id, first)).toMatchObject(having(null));
    expect(await ask('claimApplication', id, second)).toMatchObject(having('off-second'));
  });

  it('is for officers of its agency and region who decide, and looks to others as if it did not exist', async () => {
    const id = await arrived(announced(wayTo.VERIFICATION));
    const draft = await arrived(announced(wayTo.DRAFT));
    const province = officer('off-province', { region: '35', scopes: ['applications:read', 'applications:approve'] });
    expect(await ask('claimApplication', id, officer('o', { region: '33.14' }))).toEqual(refused('NOT_FOUND'));
    expect(await ask('claimApplication', id, officer('o', { agency: 'identity' }))).toEqual(refused('NOT_FOUND'));
    expect(await ask('claimApplication', draft, first)).toEqual(refused('NOT_FOUND'));
    expect(await ask('claimApplication', 'MPP-3510-261118-000000-0', first)).toEqual(refused('NOT_FOUND'));
    expect(await ask('claimApplication', id, province)).toMatchObject(having('off-province'));
    const text = `mutation { claimApplication(id: "${id}") { errors { code } } }`;
    for (const other of [asCitizen('ctz-mother'), officer('o', { scopes: ['applications:read'] })]) {
      expect(codes(await agency.ask(text, {}, other))).toEqual(['FORBIDDEN']);
    }
    expect(codes(await agency.ask(text, {}, { kind: 'anonymous' }))).toEqual(['UNAUTHENTICATED']);
  });

  it('comes too late for what is decided', async () => {
    const id = await arrived(announced(wayTo.REJECTED));
    expect(await ask('claimApplication', id, first)).toEqual(refused('CONFLICT'));
  });

  it('outlives news of the file, and ends when it goes to the one who signs', async () => {
    const whole = announced(wayTo.AWAITING_APPROVAL);
    const upTo = (steps: number) => ({ ...whole, steps: whole.steps.slice(0, steps) });
    const id = await arrived(upTo(2));
    await ask('claimApplication', id, first);
    await arrived(upTo(3));
    expect(await ask('claimApplication', id, second)).toEqual(refused('CONFLICT'));
    await arrived(whole);
    expect(await ask('claimApplication', id, second)).toMatchObject(having('off-second'));
    await arrived(whole);
    expect(await ask('claimApplication', id, first)).toEqual(refused('CONFLICT'));
  });
});

describe('the worklist of an officer of a province', () => {
  it('is filtered by the regency that decides, and by the time that is left', async () => {
    await arrived(announced(wayTo.VERIFICATION, { regionCode: '35.23', daysAgo: 2 }));
    const far = officer('off-province', { region: '35' });
    const ids = async (filter: string, as = far) => {
      const text = `{ worklist(first: 100, filter: ${filter}) { edges { node { id } } totalCount } }`;
      return ((await agency.ask(text, {}, as)).data as { worklist: { totalCount: number } }).worklist.totalCount;
    };
    expect(await ids('{ region: "35.23" }')).toBe(1);
    expect(await ids('{ region: "35" }')).toBe((await ids('{ region: "35.10" }')) + 1);
    expect(await ids('{ region: "33" }')).toBe(0);
    expect(await ids('{ region: "35.23" }', first)).toBe(0);
    expect(await ids('{ region: "35.23", dueBefore: "2020-01-01T00:00:00Z" }')).toBe(0);
    expect(await ids('{ region: "35.23", dueBefore: "2099-01-01T00:00:00Z", status: [VERIFICATION] }')).toBe(1);
  });
});
