import { createHash } from 'node:crypto';

/** The whole look of the pages: no font, picture or script is fetched, so that they open on a slow line too. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f27; --soft: #565e6c; --paper: #fff; --ground: #f2f3f6; --line: #7d8593;
  --mark: #b00d25; --on-mark: #fff; --link: #0b57b0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef0f4; --soft: #b3bac6; --paper: #1c2028; --ground: #12151a; --line: #8d95a4; --mark: #ff8b96;
    --on-mark: #2b0207; --link: #8cbcff; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header, main { width: 100%; max-width: 30rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding-top: 1.25rem;
  padding-bottom: 1.25rem; }
header strong { display: flex; align-items: center; gap: .6rem; }
header strong::before { content: ""; width: 1.6rem; height: 1.6rem; border-radius: .4rem; border: 1px solid #0003;
  background: linear-gradient(#c8102e 50%, #fff 50%); }
main { background: var(--paper); border-radius: .75rem; padding-top: 1.75rem; padding-bottom: 1.75rem; }
@media (max-width: 31rem) { main { border-radius: 0; flex: 1; } }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.25; }
p { margin: 0 0 1.25rem; }
a { color: var(--link); }
ul { margin: 0 0 1.25rem; padding-left: 1.25rem; }
label { display: block; font-weight: 600; }
.hint { margin: 0 0 .4rem; color: var(--soft); font-size: .95rem; }
.field { margin-bottom: 1.25rem; }
.wrong { border-left: .3rem solid var(--mark); padding-left: .8rem; }
.fault { margin: 0 0 .4rem; color: var(--mark); font-weight: 600; }
input { width: 100%; padding: .65rem .75rem; font: inherit; font-size: 1.15rem; letter-spacing: .06em; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
.wrong input { border: 2px solid var(--mark); }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.75rem 0 1.5rem; }
button { flex: 1 1 9rem; min-height: 3rem; padding: .5rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  border-radius: .4rem; border: 1px solid var(--line); background: transparent; color: inherit; }
button.first { background: var(--mark); border-color: var(--mark); color: var(--on-mark); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.summary { margin: 1rem 0 1.5rem; padding: 1rem 1.25rem; border: 2px solid var(--mark); border-radius: .4rem; }
.summary h2 { margin: 0 0 .4rem; font-size: 1.05rem; }
.summary ul { margin: 0; }
.summary a { color: var(--mark); }
.help { margin: 0; color: var(--soft); font-size: .95rem; }
code { font-size: 1.05rem; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * What the browser may do on a page: show our style, and send its form back here. Nothing is fetched, nothing runs, and no
 * other page may frame it.
 *
 * @param goesOnTo the relying party's address, for a page whose form leads there: Chromium counts redirects as well
 */
export function contentSecurityPolicy(goesOnTo?: unknown): string {
  const origin = typeof goesOnTo === 'string' && URL.canParse(goesOnTo) ? ` ${new URL(goesOnTo).origin}` : '';
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self'${origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
