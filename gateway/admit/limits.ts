import { z } from 'zod';
import { setting } from '#kit/setting.ts';

/** The most that one operation may be. docs/adr/0015 says where the numbers come from. */
export interface QueryLimits {
  /** Words and marks of a document, comments counted. */
  readonly tokens: number;
  readonly operations: number;
  /** Fields inside one another. */
  readonly depth: number;
  /** The same for an operation that asks for nothing but the schema. */
  readonly introspectionDepth: number;
  readonly aliases: number;
  /** Aliases of an operation that asks for the schema, also beside other things. */
  readonly introspectionAliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Fields and fragments, those of a fragment counted wherever it is spread. */
  readonly selections: number;
  /** Objects that the answer may hold, by `@cost` and `@listSize`. */
  readonly cost: number;
  /** Lists and objects inside one another, in what comes beside the document. */
  readonly variablesDepth: number;
}

/** How often one caller may ask. */
export interface RateLimits {
  /** Requests of somebody who is signed in. */
  readonly callerPerMinute: number;
  /** Requests from one address that nobody is signed in for; many people may share it. */
  readonly addressPerMinute: number;
  /** Requests that come by one client application, of all its people together; as many as come when left out. */
  readonly clientPerMinute?: number;
}

export const defaultQueryLimits: QueryLimits = {
  tokens: 2_000,
  operations: 5,
  depth: 12,
  introspectionDepth: 15,
  aliases: 15,
  introspectionAliases: 2,
  rootFields: 10,
  directives: 50,
  selections: 1_000,
  cost: 5_000,
  variablesDepth: 20,
};

export const defaultRateLimits = {
  callerPerMinute: 600,
  addressPerMinute: 3_000,
  clientPerMinute: 300_000,
} as const satisfies RateLimits;

/** Reads `LIMIT_...`. @throws SettingError naming the one that is no whole number above zero */
export function readQueryLimits(): QueryLimits {
  const defaults = defaultQueryLimits;
  return {
    tokens: wholeNumber('LIMIT_TOKENS', defaults.tokens),
    operations: wholeNumber('LIMIT_OPERATIONS', defaults.operations),
    depth: wholeNumber('LIMIT_DEPTH', defaults.depth),
    introspectionDepth: wholeNumber('LIMIT_INTROSPECTION_DEPTH', defaults.introspectionDepth),
    aliases: wholeNumber('LIMIT_ALIASES', defaults.aliases),
    introspectionAliases: wholeNumber('LIMIT_INTROSPECTION_ALIASES', defaults.introspectionAliases),
    rootFields: wholeNumber('LIMIT_ROOT_FIELDS', defaults.rootFields),
    directives: wholeNumber('LIMIT_DIRECTIVES', defaults.directives),
    selections: wholeNumber('LIMIT_SELECTIONS', defaults.selections),
    cost: wholeNumber('LIMIT_COST', defaults.cost),
    variablesDepth: wholeNumber('LIMIT_VARIABLES_DEPTH', defaults.variablesDepth),
  };
}

/** Reads `RATE_...`. @throws SettingError naming the one that is no whole number above zero */
export function readRateLimits(): RateLimits {
  return {
    callerPerMinute: wholeNumber('RATE_CALLER_PER_MINUTE', defaultRateLimits.callerPerMinute),
    addressPerMinute: wholeNumber('RATE_ADDRESS_PER_MINUTE', defaultRateLimits.addressPerMinute),
    clientPerMinute: wholeNumber('RATE_CLIENT_PER_MINUTE', defaultRateLimits.clientPerMinute),
  };
}

function wholeNumber(name: string, fallback: number): number {
  return setting(name, z.coerce.number().int().positive().default(fallback));
}
