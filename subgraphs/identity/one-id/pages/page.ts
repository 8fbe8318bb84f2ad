import type { Language } from '../scopes.ts';
import { Html, html } from './html.ts';
import { style } from './style.ts';
import { texts } from './texts.ts';

/** A whole page. `otherLanguage` is the address of the same page in the other language, where it can be shown again. */
export function page(
  language: Language,
  content: {
    readonly title: string;
    readonly body: Html;
    readonly isFaulty?: boolean;
    readonly otherLanguage?: string;
  },
): string {
  const words = texts[language];
  const other = language === 'id' ? 'en' : 'id';
  // A screen reader says the title first, so a mistake is told there already.
  const title = content.isFaulty ? `${words.errorMark}: ${content.title}` : content.title;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.serviceName}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header>
<strong>${words.serviceName}</strong>
${content.otherLanguage ? html`<a href="${content.otherLanguage}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>` : null}
</header>
<main>
<h1>${content.title}</h1>
${content.body}
</main>
</body>
</html>
`.text;
}
