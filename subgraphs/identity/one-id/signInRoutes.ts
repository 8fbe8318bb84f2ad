import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Interaction, type Provider } from 'oidc-provider';
import { z } from 'zod';
import { clientAddress } from '#kit/clientAddress.ts';
import type { IdentityModels } from '../model.ts';
import { type Account, findAccount } from './accounts.ts';
import { digitsOf } from './digits.ts';
import type { OneIdModels } from './model.ts';
import { languageOf } from './pages/language.ts';
import { failurePage } from './pages/providerPages.ts';
import { consentPage, type SignInFault, type SignInPage, signInPage } from './pages/signInPages.ts';
import { contentSecurityPolicy } from './pages/style.ts';
import type { Language } from './scopes.ts';
import { derivedKey, type OneIdSettings, oneIdPath } from './settings.ts';
import type { signInCheck } from './signIn.ts';

const form = z.object({
  token: z.string().max(100),
  action: z.enum(['sign-in', 'allow', 'cancel']).default('sign-in'),
  nik: z.string().max(100).default(''),
  pin: z.string().max(100).default(''),
});
type Form = z.output<typeof form>;

/** What came of a try that did not succeed: the status of the answer and what the page says. */
const failures = {
  REFUSED: { status: 401, fault: 'refused' },
  TOO_MANY_TRIES: { status: 429, fault: 'tooManyTries' },
  TOO_BUSY: { status: 503, fault: 'tooBusy' },
} as const;

/** Serves the pages on which a citizen or member of staff signs in and consents; the provider sends the browser here and takes it back. */
export function serveSignIn(
  http: FastifyInstance,
  parts: {
    readonly provider: Provider;
    readonly settings: OneIdSettings;
    readonly models: IdentityModels & OneIdModels;
    readonly check: ReturnType<typeof signInCheck>;
    /** Told of what failed on our side. */
    readonly reportFailure: (path: string, error: Error) => void;
  },
): void {
  const { provider, settings, models, check, reportFailure } = parts;
  const formKey = derivedKey(settings.secrets[0] ?? '', 'forms');
  const origin = new URL(settings.issuer).origin;
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4_096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  http.setErrorHandler((error, request, reply) => {
    const language = languageIn(request);
    if (error instanceof errors.SessionNotFound) return send(reply.status(400), failurePage(language, 'expired'));
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 400 && status < 500) return send(reply.status(status), failurePage(language, 'unreadable_form'));
    reportFailure(request.url, error as Error);
    return send(reply.status(500), failurePage(language, 'server_error'));
  });

  http.get(`${oneIdPath}/sign-in/:uid`, async (request, reply) => {
    const interaction = await findInteraction(request, reply);
    return send(reply, await show(interaction, languageIn(request, interaction)), interaction);
  });

  http.post(`${oneIdPath}/sign-in/:uid`, async (request, reply) => {
    const interaction = await findInteraction(request, reply);
    const sent = form.safeParse(request.body);
    if (!sent.success || !isOwnForm(request, interaction, sent.data)) {
      return send(reply.status(403), failurePage(languageIn(request), 'forged_form'));
    }
    if (sent.data.action === 'cancel') return finish(request, reply, { error: 'access_denied' });
    if (interaction.prompt.name === 'consent') {
      if (sent.data.action !== 'allow') {
        const shown = await show(interaction, languageIn(request, interaction));
        return send(reply.status(400), shown, interaction);
      }
      return finish(request, reply, { consent: { grantId: await grantAll(interaction) } });
    }
    return signIn(request, reply, interaction, sent.data);
  });

  async function signIn(request: FastifyRequest, reply: FastifyReply, interaction: Interaction, sent: Form) {
    const [nik, pin] = [digitsOf(sent.nik), digitsOf(sent.pin)];
    const again = async (status: number, faults: readonly SignInFault[]) => {
      const shown = await commonParts(interaction, languageIn(request, interaction));
      return send(reply.status(status), signInPage(shown, { nik, faults }), interaction);
    };
    const malformed: SignInFault[] = [
      ...(/^(\d{16}|\d{18})$/.test(nik) ? [] : (['nikWrong'] as const)),
      ...(/^\d{6}$/.test(pin) ? [] : (['pinWrong'] as const)),
    ];
    if (malformed.length > 0) return again(400, malformed);

    const outcome = await check({ number: nik, pin, address: addressOf(request), now: new Date() });
    if (outcome.kind === 'SIGNED_IN') {
      return finish(request, reply, { login: { accountId: outcome.accountId, amr: ['pin'], remember: false } });
    }
    const { status, fault } = failures[outcome.kind];
    if (outcome.kind === 'TOO_MANY_TRIES') reply.header('retry-after', '900');
    return again(status, [fault]);
  }

  async function findInteraction(request: FastifyRequest, reply: FastifyReply): Promise<Interaction> {
    const interaction = await provider.interactionDetails(request.raw, reply.raw);
    const { uid } = request.params as { uid: string };
    if (interaction.uid !== uid) throw new errors.SessionNotFound('Another sign-in is under way in this browser.');
    return interaction;
  }

  async function show(interaction: Interaction, language: Language): Promise<string> {
    const shown = await commonParts(interaction, language);
    if (interaction.prompt.name !== 'consent') return signInPage(shown);
    const account = await accountOf(interaction);
    return consentPage(shown, account.role, scopesToGrant(interaction).filter(account.mayHave));
  }

  async function accountOf({ session }: Interaction): Promise<Account> {
    const account = session && (await findAccount(models, session.accountId));
    if (!account) throw new errors.SessionNotFound('Whoever signed in may not be signed in any more.');
    return account;
  }

  async function commonParts(interaction: Interaction, language: Language): Promise<SignInPage> {
    const client = await provider.Client.find(String(interaction.params['client_id']));
    return {
      language,
      address: `${oneIdPath}/sign-in/${interaction.uid}`,
      token: tokenFor(interaction),
      relyingParty: client?.clientName ?? '',
    };
  }

  function tokenFor({ uid, prompt }: Interaction): string {
    return createHmac('sha256', formKey).update(`${prompt.name}:${uid}`).digest('base64url');
  }

  /** The cookie of the sign-in is not sent by other sites (SameSite), and the form says what only our page knows. */
  function isOwnForm(request: FastifyRequest, interaction: Interaction, { token }: Form): boolean {
    const from = request.headers.origin;
    if (from !== undefined && from !== origin) return false;
    const [sent, expected] = [Buffer.from(token), Buffer.from(tokenFor(interaction))];
    return sent.length === expected.length && timingSafeEqual(sent, expected);
  }

  async function grantAll(interaction: Interaction): Promise<string> {
    const { session, params, prompt } = interaction;
    const grant =
      (interaction.grantId && (await provider.Grant.find(interaction.grantId))) ||
      new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
    const missing = missingIn(prompt.details);
    if (missing.openId.length > 0) grant.addOIDCScope(missing.openId.join(' '));
    const { mayHave } = await accountOf(interaction);
    for (const [resource, scopes] of missing.ofResources) {
      grant.addResourceScope(resource, scopes.filter(mayHave).join(' '));
      // What was asked for in vain counts as answered, so that the provider does not ask for ever.
      grant.rejectResourceScope(resource, scopes.filter((scope) => !mayHave(scope)).join(' '));
    }
    return grant.save();
  }

  async function finish(request: FastifyRequest, reply: FastifyReply, result: Readonly<Record<string, unknown>>) {
    const isAnswer = 'consent' in result;
    const goOn = await provider.interactionResult(request.raw, reply.raw, result, {
      mergeWithLastSubmission: isAnswer,
    });
    return reply.header('cache-control', 'no-store').redirect(goOn, 303);
  }

  function addressOf({ headers, raw }: FastifyRequest): string {
    const forwardedFor = [headers['x-forwarded-for'] ?? ''].flat().join(',') || undefined;
    return clientAddress({ socketAddress: raw.socket.remoteAddress, forwardedFor }, settings.proxies);
  }
}

function languageIn(request: FastifyRequest, interaction?: Interaction): Language {
  const { lang } = request.query as { lang?: string };
  return languageOf(lang ?? interaction?.params['ui_locales'], request.headers['accept-language']);
}

function scopesToGrant({ prompt }: Interaction): string[] {
  return missingIn(prompt.details).ofResources.flatMap(([, scopes]) => scopes);
}

const consentDetails = z.object({
  missingOIDCScope: z.array(z.string()).default([]),
  missingResourceScopes: z.record(z.string(), z.array(z.string())).default({}),
});

function missingIn(details: unknown) {
  const { missingOIDCScope, missingResourceScopes } = consentDetails.parse(details);
  return { openId: missingOIDCScope, ofResources: Object.entries(missingResourceScopes) };
}

function send(reply: FastifyReply, page: string, interaction?: Interaction): FastifyReply {
  return reply
    .header('content-security-policy', contentSecurityPolicy(interaction?.params['redirect_uri']))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page);
}
