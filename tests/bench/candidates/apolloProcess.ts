import { readFileSync } from 'node:fs';
import {
  ApolloGateway,
  type GraphQLDataSource,
  LocalGraphQLDataSource,
  RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { Pool } from 'undici';
import { applicationTypesName } from '../../../schema/applicationTypes.ts';
import { applicationTypesSubgraph } from '../stubs/stubSubgraph.ts';
import { authenticationFromSettings } from './authentication.ts';
import { serveJson } from './jsonServer.ts';

type SourceRequest = Parameters<GraphQLDataSource<BenchContext>['process']>[0];
type SourceResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;
interface BenchContext {
  readonly citizen: string;
}

// Whoever starts this file sets APOLLO_TELEMETRY_DISABLED, since the gateway's constructor reports home otherwise.
const [port = '', supergraphFile = '', flavour = 'default'] = process.argv.slice(2);
const authentication = process.argv.includes('--with-auth') ? authenticationFromSettings() : null;

class SigningSource extends RemoteGraphQLDataSource<BenchContext> {
  private readonly agency: string;

  constructor(name: string, url: string) {
    super({ url });
    this.agency = name;
  }

  override willSendRequest({ request, context }: SourceRequest): void {
    const citizen = 'citizen' in context ? context.citizen : '';
    const signed = authentication?.sign(this.agency, JSON.stringify(request), citizen) ?? {};
    for (const [header, value] of Object.entries(signed)) request.http?.headers.set(header, value);
  }
}

class UndiciSource implements GraphQLDataSource<BenchContext> {
  private readonly agency: string;
  private readonly pool: Pool;
  private readonly path: string;

  constructor(name: string, url: string) {
    const { origin, pathname } = new URL(url);
    this.agency = name;
    this.path = pathname;
    this.pool = new Pool(origin, { connections: 64, pipelining: 1 });
  }

  async process({ request, context }: SourceRequest): Promise<SourceResponse> {
    const body = JSON.stringify({ query: request.query, variables: request.variables });
    const signed = authentication?.sign(this.agency, body, 'citizen' in context ? context.citizen : '');
    const response = await this.pool.request({
      path: this.path,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...signed },
      body,
    });
    return (await response.body.json()) as SourceResponse;
  }
}

function sourceFor(name: string, url: string): GraphQLDataSource {
  // Like ours, it answers the application types without a call.
  if (name === applicationTypesName) return new LocalGraphQLDataSource(applicationTypesSubgraph().executable);
  if (flavour === 'undici') return new UndiciSource(name, url);
  return authentication ? new SigningSource(name, url) : new RemoteGraphQLDataSource({ url });
}

const server = new ApolloServer<BenchContext>({
  gateway: new ApolloGateway({
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    buildService: ({ name, url = '' }) => sourceFor(name, url),
  }),
});
await server.start();

serveJson(Number(port), async (body, request) => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, body: JSON.parse(body), search: '' },
    context: async () => ({
      citizen: authentication ? await authentication.verify(request.headers.authorization) : '',
    }),
  });
  if (answer.body.kind !== 'complete') throw new Error('The bench asks for no answer in parts.');
  return answer.body.string;
});
