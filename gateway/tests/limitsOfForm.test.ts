import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, GraphQLError, getIntrospectionQuery, parse, visit } from 'graphql';
import { clientOperations } from '../../schema/clientOperations.ts';
import { assertShallow } from '../admit/assertShallow.ts';
import { defaultQueryLimits as limits } from '../admit/limits.ts';
import { measureDocument } from '../admit/measure.ts';
import { assertWithinLimits } from '../admit/queryLimits.ts';
import { scanText } from '../admit/scanText.ts';
import { aliased, bombs, deep } from './support/bombs.ts';
import { randomDocument } from './support/randomDocument.ts';
import { sizeOf, writtenOut } from './support/writtenOut.ts';

/** The code, the limit and the value that a text is refused with; null when it is let in. */
function refusal(text: string): { code: string; limit: number; value: number | null; where: string } | null {
  try {
    scanText(text, limits);
    assertWithinLimits(parse(text), limits);
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions.code === undefined) throw error;
    return error.extensions as never;
  }
}

function nodesOf(document: DocumentNode): number {
  let nodes = 0;
  visit(document, {
    enter: () => {
      nodes += 1;
    },
  });
  return nodes;
}

describe('a document', () => {
  it.each([
    ['depth', deep(12), deep(13), { code: 'DEPTH_LIMIT', limit: 12, value: 13 }],
    ['depth, far beyond', deep(12), deep(49), { code: 'DEPTH_LIMIT', limit: 12, value: 49 }],
    ['brackets', deep(12), deep(10_000), { code: 'DEPTH_LIMIT', limit: 50, value: 51 }],
    [
      'brackets of a value',
      '{ a(v: [[1]]) }',
      `{ a(v: ${'['.repeat(60)} }`,
      { code: 'DEPTH_LIMIT', limit: 50, value: 51 },
    ],
    ['aliases', `{ a ${aliased(9).slice(1)}`, aliased(16), { code: 'ALIAS_LIMIT', limit: 15, value: 16 }],
    [
      'root fields',
      `{ ${'a '.repeat(10)}}`,
      `{ ${'a '.repeat(11)}}`,
      { code: 'ROOT_FIELD_LIMIT', limit: 10, value: 11 },
    ],
    [
      'directives',
      `{ a ${'@d '.repeat(50)}}`,
      `query @d { a ${'@d '.repeat(50)}}`,
      { code: 'DIRECTIVE_LIMIT', limit: 50, value: 51 },
    ],
    [
      'selections',
      `{ a { ${'b '.repeat(999)}} }`,
      `{ a { ${'b '.repeat(1_000)}} }`,
      { code: 'EXPANSION_LIMIT', limit: 1_000, value: 1_001 },
    ],
    [
      'tokens',
      `{ a(v: [${'1 '.repeat(1_991)}]) }`,
      `{ a(v: [${'1 '.repeat(1_992)}]) }`,
      { code: 'TOKEN_LIMIT', limit: 2_000, value: 2_001 },
    ],
    [
      'comments',
      `{ a } ${'#\n'.repeat(1_997)}`,
      `{ a } ${'#\n'.repeat(1_998)}`,
      { code: 'TOKEN_LIMIT', limit: 2_000, value: 2_001 },
    ],
    [
      'operations',
      [1, 2, 3, 4, 5].map((name) => `query Q${name} { a }`).join(),
      [1, 2, 3, 4, 5, 6].map((name) => `query Q${name} { a }`).join(),
      { code: 'OPERATION_LIMIT', limit: 5, value: 6 },
    ],
  ])('is let in up to the limit of %s and refused beyond it', (_what, within, beyond, expected) => {
    expect(refusal(within)).toBeNull();
    expect(refusal(beyond)).toMatchObject(expected);
  });

  it('is told where it is too much', () => {
    expect(refusal(`query Q { ${'b { '.repeat(12)}c${' }'.repeat(13)}`)?.where).toBe(`query Q, at ${'b.'.repeat(12)}c`);
    expect(refusal(`{ ...F } fragment F on T { t { ${aliased(16).slice(1)} }`)?.where).toBe('query without a name');
    expect(refusal(`{\n${'a '.repeat(3_000)}`)?.where).toBe('line 2, column 3999');
  });

  it('is not answered with a personal number or a long name of its own', () => {
    expect(refusal(`query Q_3510135801929000 ${aliased(16)}`)?.where).toBe('query Q_[number hidden]');
    expect(refusal(`query ${'Q'.repeat(50_000)} ${aliased(16)}`)?.where.length).toBeLessThan(130);
  });

  it.each(['{ a', '{ a(b: "open) }', '}', ''])('that is no GraphQL (%s) is left to the parser', (text) => {
    expect(() => scanText(text, limits)).not.toThrow();
  });
});

describe('what a client names', () => {
  const names = ['__schema', '__type', 'IntrospectionQuery', '__proto__', 'constructor'];
  const tooMuch = {
    DEPTH_LIMIT: deep(13),
    ALIAS_LIMIT: aliased(16),
    ROOT_FIELD_LIMIT: `{ ${'a '.repeat(11)}}`,
    DIRECTIVE_LIMIT: `{ a ${'@d '.repeat(51)}}`,
    EXPANSION_LIMIT: `{ a { ${'b '.repeat(1_000)}} }`,
    TOKEN_LIMIT: `{ a { ${'b '.repeat(2_000)}} }`,
  };

  it.each(names)(
    '%s lifts no limit, in a fragment, an inline fragment or an operation that is not asked for',
    (name) => {
      for (const [code, heavy] of Object.entries(tooMuch)) {
        expect(refusal(`query ${name} ${heavy}`)?.code).toBe(code);
        expect(refusal(`query Light { a } query ${name} ${heavy}`)?.code).toBe(code);
        expect(refusal(`{ ...${name} } fragment ${name} on Query ${heavy}`)?.code).toBe(code);
        expect(refusal(`{ ... on Query ${heavy} }`)?.code).toBe(code);
      }
    },
  );

  it.each(['__schema', '__type'])('%s below the root, or beside other fields, gives no deeper limit', (name) => {
    expect(refusal(`{ a { ${name} ${deep(12)} } }`)).toMatchObject({ code: 'DEPTH_LIMIT', limit: 12 });
    expect(refusal(`{ a ${name} ${deep(12)} }`)).toMatchObject({ code: 'DEPTH_LIMIT', limit: 12 });
  });
});

describe('a question for the schema', () => {
  it('is let in as tools ask it', () => {
    expect(refusal(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }))).toBeNull();
  });

  it('is refused when it goes round in circles', () => {
    const circle = `{ __type(name: "Query") ${'{ ofType '.repeat(20)}{ name ${'}'.repeat(22)}`;
    expect(refusal(circle)).toMatchObject({ code: 'DEPTH_LIMIT', limit: 15, value: 22 });
  });

  it('is refused under many aliases', () => {
    const twice = (alias: string) => `${alias}: __schema { types { name } }`;
    expect(refusal(`{ ${twice('a')} ${twice('b')} }`)).toBeNull();
    expect(refusal(`{ a ${twice('a')} ${twice('b')} ${twice('c')} }`)).toMatchObject({ code: 'ALIAS_LIMIT', limit: 2 });
  });
});

describe.each(Object.entries(bombs))('fragments that spread one another twice, %s', (_form, bomb) => {
  it.each([10, 12, 16, 20, 25, 30])('are refused at %i levels', (levels) => {
    expect(refusal(bomb(levels))?.code).toBe('EXPANSION_LIMIT');
  });

  it('are looked at once each', () => {
    for (const levels of [10, 20, 30]) {
      const document = parse(bomb(levels));
      expect(measureDocument(document).visits).toBeLessThanOrEqual(nodesOf(document));
    }
  });
});

describe('fragments', () => {
  it.each([
    ['itself', '{ ...A } fragment A on T { a ...A }'],
    ['one that spreads it', '{ a } fragment A on T { ...B } fragment B on T { c { ...A } }'],
    ['a circle further on', '{ ...A } fragment A on T { ...B } fragment B on T { ...C } fragment C on T { ...B }'],
  ])('that spread %s have no end', (_what, text) => {
    expect(refusal(text)).toMatchObject({ code: 'EXPANSION_LIMIT', value: null });
  });

  it('count at each place where they are spread', () => {
    const text = (times: number) => `{ ${'...F '.repeat(times)}} fragment F on T { t { a: b c: d } }`;
    expect(refusal(text(7))).toBeNull();
    expect(refusal(text(8))).toMatchObject({ code: 'ALIAS_LIMIT', value: 16 });
  });

  it('that nobody spreads, or that do not exist, hold nobody up', () => {
    const unused = Array.from({ length: 5_000 }, (_, index) => `fragment F${index} on T { a }`).join(' ');
    expect(refusal(`{ a } ${unused}`)?.code).toBe('TOKEN_LIMIT');
    expect(refusal('{ ...Nowhere }')).toBeNull();
  });
});

describe('measuring', () => {
  it('gives what writing every fragment out gives, for a thousand random documents', () => {
    for (let seed = 0; seed < 1_000; seed++) {
      const document = parse(randomDocument(seed));
      const [measured] = measureDocument(document).definitions;
      expect({ seed, ...sizeOf(measured?.size) }).toEqual({ seed, ...writtenOut(document) });
    }
  });

  it('looks at no node twice and always ends, also where fragments spread themselves', () => {
    for (let seed = 0; seed < 1_000; seed++) {
      const document = parse(randomDocument(seed, { cyclic: true }));
      expect(measureDocument(document).visits).toBeLessThanOrEqual(nodesOf(document));
    }
  });
});

describe('our own documents', () => {
  it.each(clientOperations())('$name is within every limit', ({ document }) => {
    expect(refusal(document)).toBeNull();
  });
});

describe('what comes beside a document', () => {
  const nested = (levels: number) => JSON.parse(`${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`) as unknown;

  it('may be twenty lists and objects deep', () => {
    expect(() => assertShallow(nested(20), 20)).not.toThrow();
    expect(() => assertShallow(nested(22), 20)).toThrow('21 lists and objects inside one another, at most 20');
    expect(() => assertShallow(nested(10_000), 20)).toThrow('21 lists and objects');
  });
});
