import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether a type is another one, implements it or is a member of it. */
export interface TypeTest {
  (typename: unknown, condition: string): boolean;
  /** Whether the schema has an object type or interface of this name. */
  knows(typename: unknown): boolean;
}

/** The test by one schema, each answer found once. */
export function typeTest(schema: GraphQLSchema): TypeTest {
  const known = new Map<string, boolean>();

  const find = (typename: string, condition: string): boolean => {
    const type = schema.getType(typename);
    const wider = schema.getType(condition);
    return isAbstractType(wider) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wider, type);
  };
  const knows = (typename: unknown): boolean => {
    const type = typeof typename === 'string' ? schema.getType(typename) : undefined;
    return isObjectType(type) || isInterfaceType(type);
  };
  const isA = (typename: unknown, condition: string): boolean => {
    if (typename === condition) return true;
    if (typeof typename !== 'string' || !knows(typename)) return false;
    const key = `${typename} ${condition}`;
    const answer = known.get(key) ?? find(typename, condition);
    known.set(key, answer);
    return answer;
  };
  return Object.assign(isA, { knows });
}
