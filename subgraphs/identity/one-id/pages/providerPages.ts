import type { Context } from 'oidc-provider';
import type { Language } from '../scopes.ts';
import { Html, html } from './html.ts';
import { languageOf } from './language.ts';
import { page } from './page.ts';
import { contentSecurityPolicy } from './style.ts';
import { texts } from './texts.ts';

/** The page that asks whether to sign out. `form` is the provider's, with its own protection against forgery. */
export function renderSignOut(context: Context, form: string): void {
  const language = languageIn(context);
  const words = texts[language];
  context.set('content-security-policy', contentSecurityPolicy(context.oidc.params?.['post_logout_redirect_uri']));
  context.body = page(language, {
    title: words.signOut,
    body: html`<p>${words.signOutMeans}</p>
${new Html(form)}
<div class="buttons">
<button class="first" form="op.logoutForm" name="logout" value="yes">${words.signOutButton}</button>
<button form="op.logoutForm">${words.staySignedIn}</button>
</div>`,
  });
}

/** The page after signing out, for a relying party that wants nobody back. */
export function renderSignedOut(context: Context): void {
  const language = languageIn(context);
  const words = texts[language];
  context.type = 'html';
  context.body = page(language, { title: words.signedOut, body: html`<p>${words.signedOutMeans}</p>` });
}

/** The page for a request that cannot go on. It shows the code of the error and nothing of what was sent. */
export function renderError(context: Context, { error }: { readonly error: string }): void {
  context.type = 'html';
  context.body = failurePage(languageIn(context), error);
}

/** A page for what went wrong; a sign-in that took too long has words of its own. */
export function failurePage(language: Language, code: string): string {
  const words = texts[language];
  if (code === 'expired') {
    return page(language, { title: words.expired, isFaulty: true, body: html`<p>${words.expiredMeans}</p>` });
  }
  const body = html`<p>${words.failedMeans} <code>${code}</code></p>`;
  return page(language, { title: words.failed, isFaulty: true, body });
}

function languageIn(context: Context): Language {
  return languageOf(context.oidc.params?.['ui_locales'], context.req.headers['accept-language']);
}
