import { keptFields } from '../keptFields.ts';
import type { AgencySchema, Finding } from './lint.ts';

/** Finds fields with `@cacheControl` whose answers may differ from one caller to the next: one would see another's. */
export function keptForAll({ name: agency, typeDefs }: AgencySchema): Finding[] {
  return keptFields(typeDefs).flatMap(({ coordinate, fault }) =>
    fault === null ? [] : [{ agency, coordinate, message: `has @cacheControl, but ${fault}` }],
  );
}
