import { type Language, type StaffRole, wordsOfScope } from '../scopes.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { type Texts, texts } from './texts.ts';

/** What the pages of one sign-in have in common. */
export interface SignInPage {
  readonly language: Language;
  /** Where the form is sent: the page's own address. */
  readonly address: string;
  /** Proves that a form came from this page. */
  readonly token: string;
  readonly relyingParty: string;
}

export type SignInFault = 'nikWrong' | 'pinWrong' | 'refused' | 'tooManyTries' | 'tooBusy';

/** The page that asks for NIK (of staff: NIP) and PIN; what was wrong the last time stands above the form and at its field. */
export function signInPage(
  { language, address, token, relyingParty }: SignInPage,
  before: { readonly nik: string; readonly faults: readonly SignInFault[] } = { nik: '', faults: [] },
): string {
  const words = texts[language];
  const { faults } = before;
  return page(language, {
    title: words.signIn,
    isFaulty: faults.length > 0,
    otherLanguage: `${address}?lang=${language === 'id' ? 'en' : 'id'}`,
    body: html`${summaryOf(faults, words)}
<p>${words.goesOnTo(relyingParty)}</p>
<form method="post" action="${address}?lang=${language}">
<input type="hidden" name="token" value="${token}">
${field(words, {
  name: 'nik',
  type: 'text',
  label: words.nik,
  hint: words.nikHint,
  value: before.nik,
  complete: 'username',
  fault: faults.includes('nikWrong') ? words.nikWrong : null,
})}
${field(words, {
  name: 'pin',
  type: 'password',
  label: words.pin,
  hint: words.pinHint,
  value: '',
  complete: 'current-password',
  fault: faults.includes('pinWrong') ? words.pinWrong : null,
})}
<div class="buttons">
<button class="first" name="action" value="sign-in">${words.signInButton}</button>
<button name="action" value="cancel" formnovalidate>${words.cancel}</button>
</div>
</form>
<p class="help">${words.help}</p>`,
  });
}

/** The page that asks whether a relying party may act for whoever signed in, with these scopes of their role. */
export function consentPage(
  { language, address, token, relyingParty }: SignInPage,
  role: StaffRole | 'citizen',
  scopes: readonly string[],
): string {
  const words = texts[language];
  const grants = scopes.map((scope) => wordsOfScope(role, scope)).filter((inWords) => inWords !== null);
  return page(language, {
    title: words.consent(relyingParty),
    otherLanguage: `${address}?lang=${language === 'id' ? 'en' : 'id'}`,
    body: html`<p>${words.consentMeans(relyingParty)}</p>
<ul>
<li>${role === 'citizen' ? words.consentBasic : words.consentBasicOfStaff}</li>
${grants.map((inWords) => html`<li>${inWords[language]}</li>`)}
</ul>
<p>${words.consentEnds}</p>
<form method="post" action="${address}?lang=${language}">
<input type="hidden" name="token" value="${token}">
<div class="buttons">
<button class="first" name="action" value="allow">${words.allow}</button>
<button name="action" value="cancel">${words.deny}</button>
</div>
</form>`,
  });
}

const fieldOfFault: Readonly<Record<SignInFault, string>> = {
  nikWrong: 'nik',
  pinWrong: 'pin',
  refused: 'nik',
  tooManyTries: 'nik',
  tooBusy: 'nik',
};

function summaryOf(faults: readonly SignInFault[], words: Texts): Html | null {
  if (faults.length === 0) return null;
  return html`<div class="summary" role="alert" aria-labelledby="summary">
<h2 id="summary">${words.errorSummary}</h2>
<ul>
${faults.map((fault) => html`<li><a href="#${fieldOfFault[fault]}">${words[fault]}</a></li>`)}
</ul>
</div>`;
}

function field(
  words: Texts,
  is: {
    readonly name: 'nik' | 'pin';
    readonly type: 'text' | 'password';
    readonly label: string;
    readonly hint: string;
    readonly value: string;
    readonly complete: string;
    readonly fault: string | null;
  },
): Html {
  const described = is.fault ? `${is.name}-hint ${is.name}-fault` : `${is.name}-hint`;
  return html`<div class="${is.fault ? 'field wrong' : 'field'}">
<label for="${is.name}">${is.label}</label>
<p class="hint" id="${is.name}-hint">${is.hint}</p>
${is.fault ? html`<p class="fault" id="${is.name}-fault">${words.errorMark}: ${is.fault}</p>` : null}
<input id="${is.name}" name="${is.name}" type="${is.type}" value="${is.value}" inputmode="numeric" maxlength="32" required
 autocomplete="${is.complete}" spellcheck="false" aria-describedby="${described}"${is.fault ? html` aria-invalid="true"` : null}>
</div>`;
}
