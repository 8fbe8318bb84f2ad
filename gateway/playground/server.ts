import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import { z } from 'zod';
import { badInput } from '#kit/errors.ts';
import type { Principal } from '#kit/principal.ts';
import { castCitizens, castStaff, personaSlugs } from '#kit/sandbox/cast.ts';
import { developmentIssuer } from '#kit/sandbox/issuer.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { clientOperations } from '../../schema/clientOperations.ts';
import type { GatewayConfig } from '../config.ts';
import type { CallersFacts } from './callersFacts.ts';

const builtPages = fileURLToPath(new URL('./dist/', import.meta.url));

/** Assets carry the hash of their content in their name. */
const unchanging = 'public, max-age=31536000, immutable';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** What the playground asks of the rest of the gateway. */
export interface PlaygroundParts {
  readonly facts: CallersFacts;
  /** Who asks, counted as any other request. @throws UNAUTHENTICATED, RATE_LIMIT */
  readonly callerIn: (request: FastifyRequest) => Promise<Principal>;
}

/**
 * Serves the playground: built pages, the clients' operations as examples, what a caller may know of the graph, and in
 * development tokens of the cast.
 */
export async function servePlayground(
  http: FastifyInstance,
  config: GatewayConfig,
  { facts, callerIn }: PlaygroundParts,
): Promise<void> {
  const { issuer } = config.tokens;
  const clientId = config.playgroundClient;
  const signIn = clientId !== undefined && URL.canParse(issuer) ? { issuer, clientId } : null;
  serveFiles(http, contentSecurityPolicy(signIn));
  const settings = {
    operations: examples(),
    personas: config.developmentIssuerKey ? personas() : [],
    trustedOnly: config.trustedOnly ?? false,
  };
  http.get('/playground/settings.json', async () => ({
    ...settings,
    signIn: signIn && { ...signIn, scopes: facts.scopes },
  }));
  http.get('/playground/schema-facts.json', async (request) => facts.for(await callerIn(request)));
  if (config.developmentIssuerKey) await giveTokens(http, config.developmentIssuerKey, config.tokens.issuer);
}

/** Scripts and everything else from here alone; beside the gateway only the provider is asked, for tokens. */
export function contentSecurityPolicy(signIn: { readonly issuer: string } | null): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    // Monaco places its lines with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self'${signIn ? ` ${new URL(signIn.issuer).origin}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

function serveFiles(http: FastifyInstance, policy: string): void {
  http.get('/playground', async (_request, reply) => reply.redirect('/playground/'));
  const files = existsSync(builtPages)
    ? readdirSync(builtPages, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  for (const { name, parentPath } of files) {
    const file = `${parentPath.replace(/\/?$/, '/')}${name}`;
    const content = readFileSync(file);
    const path = `/playground/${file.slice(builtPages.length)}`;
    http.get(path.replace(/index\.html$/, ''), async (_request, reply) =>
      reply
        .header('content-type', mediaTypes[extname(name)] ?? 'application/octet-stream')
        .header('content-security-policy', policy)
        .header('cache-control', path.startsWith('/playground/assets/') ? unchanging : 'no-cache')
        .send(content),
    );
  }
}

async function giveTokens(http: FastifyInstance, issuerKey: string, issuerName: string): Promise<void> {
  const issuer = await developmentIssuer(JSON.parse(issuerKey) as JWK, issuerName);
  const wanted = z.object({ persona: z.enum(personaSlugs as [(typeof personaSlugs)[number]]) });
  http.post('/playground/token', async (request) => {
    const { data } = wanted.safeParse(request.body);
    const principal = data ? principalOf(data.persona) : null;
    if (!principal || principal.kind === 'anonymous') throw badInput('There is no such persona.', 'persona');
    return { token: await issuer.tokenFor(principal) };
  });
}

/** Our clients' operations, with what whoever they are written for is. */
function examples() {
  const kinds = new Map(personas().map(({ slug, kind }) => [slug, kind]));
  return clientOperations().map(({ budgetMs: _ours, ...operation }) => ({
    ...operation,
    id: createHash('sha256').update(operation.document).digest('hex'),
    role: operation.persona === null ? null : (kinds.get(operation.persona) ?? null),
  }));
}

function personas(): { slug: string; kind: string; shows: string }[] {
  return [
    ...castCitizens.map(({ slug, shows }) => ({ slug, kind: 'citizen', shows })),
    ...Object.entries(castStaff).map(([slug, { kind, scopes }]) => ({ slug, kind, shows: `may ${scopes.join(', ')}` })),
  ];
}
