import { MongoError } from '../errors.ts';
import { type Document, isDocument, setField } from '../values/document.ts';
import { type Expression, parseExpression } from './expression.ts';
import { each, type StageParser } from './flow.ts';

/** Adds computed fields. All of them are computed from the document as it came. */
export const addFields: StageParser = (operand) => {
  const fields = Object.entries(asFields(operand)).map(([path, value]) => {
    if (path.split('.').includes('')) throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    if (path.startsWith('$'))
      throw new MongoError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    return { path: path.split('.'), expression: parseNested(value) };
  });
  return each((document) =>
    fields.reduce(
      (result, { path, expression }) => withField(result, path, expression, document) as Document,
      document,
    ),
  );
};

/** In `$addFields` a sub-document means its fields, one by one; an operator means its value. */
const parseNested = (value: unknown): Expression | ReadonlyMap<string, ReturnType<typeof parseNestedField>> =>
  isDocument(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$')
    ? new Map(Object.entries(value).map(([field, inner]) => [field, parseNestedField(inner)]))
    : parseExpression(value);

type Nested = Expression | ReadonlyMap<string, Nested>;
const parseNestedField = (value: unknown): Nested => parseNested(value);

/** Puts a value at a path, going into every document of an array on the way. */
export const withField = (value: unknown, path: readonly string[], nested: Nested, root: Document): unknown => {
  const [field, ...rest] = path;
  if (field === undefined) {
    if (typeof nested === 'function') return nested({ root });
    if (Array.isArray(value)) return value.map((element) => withField(element, path, nested, root));
    return [...nested].reduce(
      (result, [name, inner]) => withField(result, [name], inner, root) as Document,
      isDocument(value) ? value : {},
    );
  }
  if (Array.isArray(value)) return value.map((element) => withField(element, path, nested, root));
  const result: Document = isDocument(value) ? { ...value } : {};
  const made = withField(result[field], rest, nested, root);
  if (made === undefined) delete result[field];
  else setField(result, field, made);
  return result;
};

const asFields = (operand: unknown): Document => {
  if (!isDocument(operand)) throw new MongoError(40272, '$addFields specification stage must be an object');
  return operand;
};
