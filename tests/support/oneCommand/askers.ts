import { readFileSync } from 'node:fs';
import { Kind, parse, visit } from 'graphql';
import { anonymous, type Principal } from '#kit/principal.ts';
import { castStaff, citizenSlugs } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { agencyNames, subgraphsFolder } from '../../../schema/agencies.ts';
import type { Row } from './registers.ts';

/** Every scope that a schema asks for, or that somebody of the cast has. */
const everyScope = [...new Set([...scopesOfSchemas(), ...Object.values(castStaff).flatMap(({ scopes }) => scopes)])];

/**
 * Whom to ask as: nobody, who sees what is for everybody; then, so that as much as can be of these rows is seen, the citizen
 * of the cast, the officer of the agency and the clerk whose rows they are most often, and an agency's account; staff with
 * every scope there is.
 */
export function askersFor(agency: string, rows: readonly Row[]): Principal[] {
  const texts = rows.map((row) => JSON.stringify(row));
  const citizens = citizenSlugs.map(principalOf).filter((one) => one.kind === 'citizen');
  const citizen = mostOften(
    texts,
    citizens.map(({ id }) => id),
  );
  const province = mostOften(texts, foundIn(texts, /"(\d\d)\.\d\d[.\d]*"/g)) ?? '35';
  const mall = mostOften(texts, foundIn(texts, /"(mall-[.\d]+)"/g)) ?? castStaff['mall-clerk'].mall;
  const account = Object.values(castStaff).find(({ kind }) => kind === 'service');
  return [
    anonymous,
    citizens.find(({ id }) => id === citizen) ?? principalOf('food-seller'),
    { kind: 'officer', id: `off-${agency}`, agency, region: province, scopes: everyScope },
    { ...castStaff['mall-clerk'], mall, region: mall.slice('mall-'.length), scopes: everyScope },
    ...(account ? [{ ...account, scopes: everyScope }] : []),
  ];
}

/** The one that stands in most of the texts; the first of those that stand in as many. */
function mostOften(texts: readonly string[], ones: readonly string[]): string | undefined {
  let best: { readonly one?: string; readonly count: number } = { count: 0 };
  for (const one of ones) {
    const count = texts.filter((text) => text.includes(`"${one}`)).length;
    if (count > best.count) best = { one, count };
  }
  return best.one;
}

function foundIn(texts: readonly string[], form: RegExp): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(form)].map(([, found = '']) => found)))].sort();
}

function scopesOfSchemas(): string[] {
  const scopes: string[] = [];
  for (const agency of agencyNames()) {
    visit(parse(readFileSync(`${subgraphsFolder}/${agency}/schema.graphql`, 'utf8')), {
      Directive(directive) {
        if (directive.name.value !== 'requiresScopes') return;
        visit(directive, { [Kind.STRING]: ({ value }: { value: string }) => void scopes.push(value) });
      },
    });
  }
  return scopes;
}
