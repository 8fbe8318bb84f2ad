import type { FastifyInstance } from 'fastify';
import type { MountRequest } from '#kit/subgraph.ts';
import type { IdentityModels } from '../model.ts';
import { lockOutNotices } from './lockOutNotice.ts';
import type { OneIdModels } from './model.ts';
import { contentSecurityPolicy } from './pages/style.ts';
import { startHashPool } from './pin/hashPool.ts';
import { oneIdProvider } from './provider.ts';
import { relyingParties } from './relyingParties.ts';
import { derivedKey, type OneIdSettings, oneIdPath } from './settings.ts';
import { signInCheck } from './signIn.ts';
import { serveSignIn } from './signInRoutes.ts';

type Models = IdentityModels & OneIdModels;

/** Mounts the provider and the pages of One ID with these settings. */
export function oneIdWith(settings: OneIdSettings) {
  return async (http: FastifyInstance, request: MountRequest<Models>): Promise<void> => {
    const { models, log } = request;
    const pool = startHashPool();
    http.addHook('onClose', () => pool.stop());
    const provider = oneIdProvider(models, settings);
    // A registration that is not right must stop the start, not the first citizen who comes.
    for (const { client_id } of relyingParties(settings)) await provider.Client.find(client_id);
    // A message may quote what somebody sent, so a log line says where it failed and no more.
    const reportFailure = (path: string, { name, stack = '' }: Error) =>
      log.error(
        {
          path,
          error: name,
          stack: stack
            .split('\n')
            .filter((line) => /^ +at /.test(line))
            .slice(0, 5),
        },
        'One ID failed',
      );
    provider.on('server_error', ({ path }: { path: string }, error: Error) => reportFailure(path, error));

    const { host, protocol } = new URL(settings.issuer);
    http.addHook('onRequest', async ({ raw }, reply) => {
      // Addresses are made from the issuer's name, never from what the client calls us.
      raw.headers.host = host;
      raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
      delete raw.headers['x-forwarded-host'];
      for (const [name, value] of Object.entries(securityHeaders(protocol === 'https:'))) {
        reply.header(name, value);
        // The provider writes to the socket itself.
        reply.raw.setHeader(name, value);
      }
    });

    const notice = lockOutNotices(request);
    const countingKey = derivedKey(settings.secrets[0] ?? '', 'counters');
    await http.register(async (scope) =>
      serveSignIn(scope, {
        provider,
        settings,
        models,
        check: signInCheck(request, pool.hash, countingKey, (...tried) => void notice(...tried)),
        reportFailure,
      }),
    );
    await http.register(async (scope) => {
      const answer = provider.callback();
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      scope.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url: `${oneIdPath}/*`,
        handler: async ({ raw }, reply) => {
          reply.hijack();
          const url = raw.url ?? '';
          await answer(Object.assign(raw, { originalUrl: url, url: url.slice(oneIdPath.length) }), reply.raw);
        },
      });
    });
  };
}

function securityHeaders(isSecure: boolean): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Not `no-referrer`: with it, browsers send `Origin: null` with our own forms.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
