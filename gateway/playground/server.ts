import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import { z } from 'zod';
import { badInput } from '#kit/errors.ts';
import { castCitizens, castStaff, personaSlugs } from '#kit/sandbox/cast.ts';
import { developmentIssuer } from '#kit/sandbox/issuer.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { clientOperations } from '../../schema/clientOperations.ts';
import type { GatewayConfig } from '../config.ts';

const builtPages = fileURLToPath(new URL('./dist/', import.meta.url));

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

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

/** Serves the playground: built pages, the clients' operations as examples, and in development tokens of the cast. */
export async function servePlayground(http: FastifyInstance, config: GatewayConfig): Promise<void> {
  serveFiles(http);
  http.get('/playground/settings.json', async () => ({
    operations: clientOperations(),
    personas: config.developmentIssuerKey ? personas() : [],
  }));
  if (config.developmentIssuerKey) await giveTokens(http, config.developmentIssuerKey, config.tokens.issuer);
}

function serveFiles(http: FastifyInstance): void {
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
        .header('content-security-policy', contentSecurityPolicy)
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

function personas(): { slug: string; kind: string; shows: string }[] {
  return [
    ...castCitizens.map(({ slug, shows }) => ({ slug, kind: 'citizen', shows })),
    ...Object.entries(castStaff).map(([slug, { kind, scopes }]) => ({ slug, kind, shows: `may ${scopes.join(', ')}` })),
  ];
}
