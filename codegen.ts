import { readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { agencyNames } from './schema/agencies.ts';

/**
 * Makes the resolver types of every agency, in `subgraphs/<agency>/generated/resolvers.ts`.
 *
 * By convention a resolver's parent is the stored record: where an agency's model.ts exports `TaxpayerRecord` and its
 * schema has a type `Taxpayer`, the one maps to the other. Its context is the `Context` that loaders.ts exports.
 */
const config: CodegenConfig = {
  generates: Object.fromEntries(
    agencyNames().map((agency) => [`subgraphs/${agency}/generated/resolvers.ts`, resolverTypes(agency)]),
  ),
};

export default config;

function resolverTypes(agency: string): CodegenConfig['generates'][string] {
  return {
    schema: ['schema/shared.graphql', `subgraphs/${agency}/schema.graphql`],
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      federation: true,
      contextType: '../loaders.ts#Context',
      mappers: recordMappers(agency),
      useTypeImports: true,
      enumsAsTypes: true,
      defaultScalarType: 'unknown',
      scalars: {
        Date: 'string',
        DateTime: { input: 'Date', output: 'Date' },
        Nib: 'string',
        Nik: 'string',
        Npwp: 'string',
        RegionCode: 'string',
        ID: { input: 'string', output: 'string' },
      },
      maybeValue: 'T | null | undefined',
      resolverTypeWrapperSignature: 'Promise<T> | T',
    },
  };
}

function recordMappers(agency: string): Record<string, string> {
  const model = readFileSync(`subgraphs/${agency}/model.ts`, 'utf8');
  const schema = readFileSync(`subgraphs/${agency}/schema.graphql`, 'utf8');
  const records = [...model.matchAll(/^export (?:interface|type) (\w+)Record\b/gm)].map(([, type = '']) => type);
  return Object.fromEntries(
    records
      .filter((type) => new RegExp(`^(?:type|interface|union) ${type}\\b`, 'm').test(schema))
      .map((type) => [type, `../model.ts#${type}Record`]),
  );
}
