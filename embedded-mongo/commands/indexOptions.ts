import { MongoError, notSupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import type { IndexDefinition } from '../storage/indexDefinition.ts';
import { type Document, isDocument, typeNameOf } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { booleanField } from './command.ts';

/** What a client asks for, before it has a number. */
export type WantedIndex = Omit<IndexDefinition, 'id' | 'multikey' | 'shortened'>;

const acceptedOptions = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'hidden',
  'v',
  'ns',
  'collation',
];
const refusedOptions = [
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'wildcardProjection',
  'storageEngine',
  'bucketSize',
  'clustered',
  'prepareUnique',
];

/** Reads and checks the specification of one index. */
export const parseIndex = (source: unknown): WantedIndex => {
  if (!isDocument(source)) throw new MongoError(14, 'Each index must be an object');
  for (const option of refusedOptions) if (option in source) throw notSupported(`The index option ${option}`, 67);
  const unknown = Object.keys(source).find((option) => !acceptedOptions.includes(option));
  if (unknown) throw new MongoError(197, `The field '${unknown}' is not valid for an index specification.`);
  const { key, name, partialFilterExpression: partial, expireAfterSeconds: expire, collation } = source;
  if (collation !== undefined && (!isDocument(collation) || collation['locale'] !== 'simple'))
    throw notSupported('An index with a collation', 67);
  if (!isDocument(key) || Object.keys(key).length === 0) throw new MongoError(67, 'Index keys cannot be empty.');
  if (typeof name !== 'string' || name === '') throw new MongoError(67, 'index name cannot be empty');
  assertKey(key);
  if (partial !== undefined && !isDocument(partial))
    throw new MongoError(14, 'partialFilterExpression must be an object');
  if (partial) assertPartial(partial);
  const sparse = booleanField(source, 'sparse', false);
  if (partial && sparse) throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  if (expire !== undefined) assertExpiry(expire, key);
  return {
    key: Object.fromEntries(
      Object.entries(key).map(([path, direction]) => [path, Math.sign(toNumber(direction as number))]),
    ),
    name,
    unique: booleanField(source, 'unique', false),
    sparse,
    ...(partial ? { partial } : {}),
    ...(isNumeric(expire) ? { expireAfterSeconds: toNumber(expire) } : {}),
    ...(booleanField(source, 'hidden', false) ? { hidden: true } : {}),
  };
};

const assertKey = (key: Document): void => {
  for (const [path, direction] of Object.entries(key)) {
    if (typeof direction === 'string') throw notSupported(`An index of the kind ${direction}`, 67);
    if (path.includes('$**')) throw notSupported('A wildcard index', 67);
    if (path === '' || path.split('.').includes(''))
      throw new MongoError(67, 'Index keys cannot contain an empty field.');
    if (path.startsWith('$') || path.includes('.$'))
      throw new MongoError(67, `Index key contains an illegal field name: field name starts with '$'.`);
    if (!isNumeric(direction))
      throw new MongoError(
        67,
        `Values in v:2 index key pattern cannot be of type ${typeNameOf(direction)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    if (toNumber(direction) === 0 || Number.isNaN(toNumber(direction)))
      throw new MongoError(67, 'Values in the index key pattern cannot be 0.');
  }
};

const partialOperators = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in'];

const assertPartial = (partial: Document): void => {
  for (const [path, value] of Object.entries(partial)) {
    if (path === '$and' || path === '$or') {
      if (Array.isArray(value)) for (const child of value) if (isDocument(child)) assertPartial(child);
      continue;
    }
    if (!isDocument(value)) continue;
    for (const [operator, operand] of Object.entries(value)) {
      const allowed =
        !operator.startsWith('$') ||
        (partialOperators.includes(operator) && !(operator === '$exists' && operand !== true && operand !== 1));
      if (!allowed) throw new MongoError(67, `Expression not supported in partial index: ${operator}`);
    }
  }
  parseFilter(partial);
};

const assertExpiry = (expire: unknown, key: Document): void => {
  if (!isNumeric(expire))
    throw new MongoError(
      67,
      `TTL index 'expireAfterSeconds' option must be numeric, but received a type of '${typeNameOf(expire)}'.`,
    );
  const seconds = toNumber(expire);
  if (!(seconds >= 0 && seconds <= 2147483647))
    throw new MongoError(67, "TTL index 'expireAfterSeconds' option must be within an acceptable range");
  if (Object.keys(key).length > 1)
    throw new MongoError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  if ('_id' in key)
    throw new MongoError(197, "The field 'expireAfterSeconds' is not valid for an _id index specification.");
};
