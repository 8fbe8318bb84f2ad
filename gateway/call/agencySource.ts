import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, parse } from 'graphql';
import type { Log } from '#kit/log.ts';
import type { GatewayContext } from '../context.ts';
import type { AgencyAnswer, AgencyConnection, AgencyError } from './askAgency.ts';
import { NoAnswer } from './askAgency.ts';
import { pathOf, type SourceRequest, type SourceResponse } from './sourceRequest.ts';
import { unanswered } from './unanswered.ts';

export interface AgencySourceOptions {
  readonly connection: Pick<AgencyConnection, 'agency' | 'ask'>;
  readonly addKeys: (operation: string) => string;
  readonly sharedRootFields: ReadonlyMap<string, readonly string[]>;
  readonly log: Log;
}

/** Asks one agency for the fetches of a plan, and turns what it says (or that it says nothing) into the plan's terms. */
export class AgencySource implements GraphQLDataSource<GatewayContext> {
  private readonly options: AgencySourceOptions;

  constructor(options: AgencySourceOptions) {
    this.options = options;
  }

  async process(request: SourceRequest): Promise<SourceResponse> {
    const { connection, addKeys, log } = this.options;
    const { agency } = connection;
    const context = request.context as GatewayContext;
    const operation = request.request.query ?? '';
    const path = pathOf(request);
    const started = performance.now();
    const record = (error: string | null) =>
      context.trail.calls.push({ agency, operation, path, ms: performance.now() - started, error });

    try {
      const { principal, purpose, requestId } = context;
      const variables = request.request.variables ?? {};
      const answer = await connection.ask(
        { query: addKeys(operation), variables },
        { principal, requestId, ...(purpose === undefined ? {} : { purpose }) },
      );
      record(answer.errors[0] ? String(answer.errors[0].extensions.code) : null);
      return this.inTermsOfThePlan(answer, request, path);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const code = String(error.extensions.code);
      record(code);
      log.warn({ agency, code, requestId: context.requestId }, 'An agency did not answer');
      return this.withoutAnswer([error], request, path);
    }
  }

  private inTermsOfThePlan(answer: AgencyAnswer, request: SourceRequest, path: string): SourceResponse {
    const { agency } = this.options.connection;
    const errors = answer.errors.map((error) => placed(error, agency, path));
    if (answer.data === null) return this.withoutAnswer(errors, request, path);
    return { data: answer.data, ...(errors.length > 0 ? { errors } : {}) } as SourceResponse;
  }

  private withoutAnswer(errors: readonly GraphQLError[], request: SourceRequest, path: string): SourceResponse {
    const { representations } = (request.request.variables ?? {}) as { representations?: unknown[] };
    const document = parse(request.request.query ?? '');
    const missing = unanswered(document, this.options.sharedRootFields, representations?.length ?? null);
    const fields = missing.fields.map((field) => (path === '' ? field : `${path}.${field}`));
    return {
      data: missing.data,
      errors: errors.map(
        (error) => new GraphQLError(error.message, { extensions: { ...error.extensions, missing: fields } }),
      ),
    } as SourceResponse;
  }
}

/**
 * An agency's error in the terms of the whole answer. At the root its path is right as it stands. Below, @apollo/gateway
 * would count through the list and take the wrong item when only some of it was asked about (docs/adr/0004), so the
 * place is told as a path with `@` for the items.
 */
function placed(error: AgencyError, agency: string, path: string): GraphQLError {
  const extensions = { retryable: false, ...error.extensions, agency };
  if (path === '') return new GraphQLError(error.message, { path: error.path, extensions });
  const below = error.path.filter((part) => typeof part === 'string' && part !== '_entities');
  return new GraphQLError(error.message, { extensions: { ...extensions, missing: [[path, ...below].join('.')] } });
}
