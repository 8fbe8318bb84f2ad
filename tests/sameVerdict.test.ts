import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Principal } from '#kit/principal.ts';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { citizenIdOf, createPopulation, principalOf } from '#kit/sandbox/population.ts';
import { signRequest } from '#kit/signature.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { nodesAt } from './support/reading.ts';

/** Who sees what, as the access matrix found it by asking plainly. */
const matrix = JSON.parse(readFileSync(new URL('./access-matrix.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** Callers by their names in the matrix. */
const callers: readonly (readonly [name: string, as: PersonaSlug | undefined])[] = [
  ['anonymous', undefined],
  ['owner', 'food-seller'],
  ['other-citizen', 'nurse'],
  ['officer-identity', 'officer-identity'],
  ['officer-licensing', 'officer-licensing'],
  ['officer-civil', 'officer-civil'],
  ['officer-tax', 'officer-tax'],
  ['officer-other-region', 'officer-elsewhere'],
  ['clerk', 'mall-clerk'],
  ['analyst', 'analyst'],
  ['service', 'service-licensing'],
];

const asked = ['nik', 'fullName', 'religion', 'maskedNik', 'birthDate'] as const;
const fields = asked.join(' ');
const aliased = asked.map((name) => `other_${name}: ${name}`).join(' ');

/** The same fields of the same person, in every form that GraphQL has for it. */
const everyWay = `
  query ($nik: Nik!, $yes: Boolean = true) {
    plain: citizen(nik: $nik) { id ${fields} }
    aliased: citizen(nik: $nik) { ${aliased} }
    spread: citizen(nik: $nik) { ...Wanted }
    inline: citizen(nik: $nik) { ... on Citizen { ... @include(if: $yes) { ${fields} } } }
    listed: citizen(nik: $nik) { family { members { citizen { id ...Wanted } } } }
  }
  fragment Wanted on Citizen { ${fields} }`;

const application = `
  query ($id: ID!) {
    plain: application(id: $id) { id status submittedAt }
    typed: application(id: $id) { ... on LicenseApplication { id status submittedAt } }
    spread: application(id: $id) { ...Wanted }
    aliased: application(id: $id) { other_id: id other_status: status other_submittedAt: submittedAt }
  }
  fragment Wanted on Application { id ... on LicenseApplication { status submittedAt } }`;

type Shown = Record<string, unknown> | null;

let platform: TestPlatform;
let nik: string;
let licence: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  const people = createPopulation(0, new Date()).flatMap(({ members }) => members);
  nik = people.find(({ persona }) => persona === 'food-seller')?.nik ?? '';
  const own = await platform.ask('{ me { applications { edges { node { id typeName } } } } }', { as: 'food-seller' });
  const found = nodesAt(own.data, 'me.applications').find(({ typeName }) => typeName === 'LicenseApplication');
  licence = String(found?.id);
}, 90_000);
afterAll(() => platform.stop());

/** Which of the fields have a value, whatever they are called in the answer. */
function seen(shown: unknown, names: readonly string[]): string[] {
  if (shown === null || shown === undefined) return [];
  return names.filter((name) => ((shown as Record<string, unknown>)[name] ?? aliasIn(shown, name)) != null);
}

function aliasIn(shown: object, name: string): unknown {
  return (shown as Record<string, unknown>)[`other_${name}`];
}

describe('the verdict on a person’s data', () => {
  it.each(callers)(
    'is the same for %s by alias, fragment and list, and as the access matrix says',
    async (name, as) => {
      const { data } = await platform.ask(everyWay, { ...(as ? { as } : {}), variables: { nik } });
      const found = (data ?? {}) as Record<string, Shown>;
      const plain = seen(found['plain'], asked);
      const written = asked.filter((field) => {
        const viewers = matrix['citizen']?.[`Citizen.${field}`] ?? '';
        return viewers === 'everybody' || viewers.split(' ').includes(name);
      });
      expect(plain).toEqual(written);
      for (const way of ['aliased', 'spread', 'inline']) expect([way, seen(found[way], asked)]).toEqual([way, plain]);

      const members = (found['listed'] as { family: { members: { citizen: Shown }[] } | null } | null)?.family?.members;
      const self = members?.find(({ citizen }) => citizen?.['id'] === citizenIdOf('food-seller'))?.citizen;
      if (self) expect(seen(self, asked)).toEqual(plain);
      else expect(plain.length === 0 || members === undefined).toBe(true);
    },
  );
});

describe('the verdict on an application', () => {
  it.each(callers)('is the same for %s by its interface and by its own type', async (_name, as) => {
    const { data } = await platform.ask(application, { ...(as ? { as } : {}), variables: { id: licence } });
    const names = ['id', 'status', 'submittedAt'];
    const found = (data ?? {}) as Record<string, Shown>;
    const plain = seen(found['plain'], names);
    for (const way of ['typed', 'spread', 'aliased']) expect([way, seen(found[way], names)]).toEqual([way, plain]);
  });

  it('is that its owner and its office see it, and another citizen and another region do not', async () => {
    const visibleTo = async (as: PersonaSlug) =>
      (await platform.ask(application, { as, variables: { id: licence } })).data?.['plain'] != null;
    expect(await visibleTo('food-seller')).toBe(true);
    expect(await visibleTo('officer-licensing')).toBe(true);
    expect(await visibleTo('nurse')).toBe(false);
    expect(await visibleTo('officer-elsewhere')).toBe(false);
  });
});

describe('the verdict by reference, when an agency is asked at its own port', () => {
  /** Asks as the gateway would, so that only the agency's own rules stand between. */
  async function entity(agency: string, representation: object, names: readonly string[], who: Principal) {
    const { __typename: typeName } = representation as { __typename: string };
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typeName} { ${names.join(' ')} } } }`;
    const body = JSON.stringify({ query, variables: { of: [representation] } });
    const reason = who.kind === 'anonymous' || who.kind === 'citizen' ? {} : { purpose: 'a test', caseId: 'test-file' };
    const identity = { principal: who, requestId: 'same-verdict', ...reason };
    const response = await fetch(platform.agencyUrls.get(agency) ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signRequest(platform.gatewayKey, { agency, path: '/graphql', body, identity }),
      },
      body,
    });
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as { data: { _entities: Shown[] } | null };
    return seen(data?._entities[0], names);
  }

  it.each(callers)('on a person’s data is for %s what the access matrix says', async (name, as) => {
    const who = as ? principalOf(as) : anonymous;
    // The owner may not look anybody up by NIK, and is `me`.
    const written = asked.filter((field) => {
      const viewers = matrix[name === 'owner' ? 'me' : 'citizen']?.[`Citizen.${field}`] ?? '';
      return viewers === 'everybody' || viewers.split(' ').includes(name);
    });
    expect(await entity('identity', { __typename: 'Citizen', id: citizenIdOf('food-seller') }, asked, who)).toEqual(
      written,
    );
  });

  it.each(callers)('on an application is for %s what the mall says of it', async (_name, as) => {
    const names = ['id', 'status', 'submittedAt'];
    const { data } = await platform.ask(application, { ...(as ? { as } : {}), variables: { id: licence } });
    const plain = seen(data?.['plain'], names).filter((name) => name !== 'id');
    const who = as ? principalOf(as) : anonymous;
    // The id is what was asked by, and says nothing.
    const representation = { __typename: 'Application', id: licence, typeName: 'LicenseApplication' };
    expect(await entity('mall', representation, ['status', 'submittedAt'], who)).toEqual(plain);
  });
});
