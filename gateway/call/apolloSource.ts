import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayContext } from '../context.ts';
import { type Agency, type AgencyAnswer, prepareOperation } from './agency.ts';

/** An agency as @apollo/gateway asks it when its own executor is chosen, for comparison (`GATEWAY_EXECUTOR=apollo`). */
export function apolloSource(agency: Agency): GraphQLDataSource {
  return {
    async process({ request, context, ...where }) {
      const { query = '', variables } = request;
      const { principal, purpose, caseId, requestId, trail } = context as GatewayContext;
      const started = performance.now();
      const path = 'pathInIncomingRequest' in where ? (where.pathInIncomingRequest ?? []).join('.') : '';
      const record = (error: string | null) =>
        trail.calls.push({ agency: agency.agency, operation: query, path, ms: performance.now() - started, error });
      try {
        const answer = await agency.ask({
          operation: prepareOperation(query, query.startsWith('mutation')),
          variables: JSON.stringify(variables ?? {}),
          identity: { principal, requestId, purpose, caseId },
          made: null,
        });
        record(null);
        return inItsTerms(answer);
      } catch (error) {
        record(error instanceof Error ? error.message : '');
        throw error;
      }
    },
  };
}

function inItsTerms({ data, errors }: AgencyAnswer): Awaited<ReturnType<GraphQLDataSource['process']>> {
  return { data, ...(errors.length > 0 ? { errors } : {}) } as Awaited<ReturnType<GraphQLDataSource['process']>>;
}
