import { request } from 'undici';
import { SupergraphRefused } from './refused.ts';
import { ledgerName, type SupergraphSource } from './source.ts';

const longestMs = 10_000;
const largestText = 16 * 1024 * 1024;

interface Kept {
  readonly etag: string | undefined;
  readonly text: string;
}

/**
 * A supergraph at an address. What did not change is not sent again, if the server gives an ETag; a redirect is not
 * followed, and what is late or too large is given up.
 */
export function urlSource(url: URL, withLedger: boolean): SupergraphSource {
  const text = conditional(url);
  const ledger = withLedger ? conditional(new URL(ledgerName, url)) : null;
  return {
    name: `${url.origin}${url.pathname}`,
    // Publishing writes the text first: whoever reads the publications first never believes a new text too early.
    read: async () => ({ ledger: (await ledger?.()) ?? null, text: await text() }),
    watch: () => () => undefined,
  };
}

function conditional(url: URL): () => Promise<string> {
  let kept: Kept | null = null;
  return async () => {
    try {
      kept = await fetched(url, kept);
      return kept.text;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new SupergraphRefused('UNREACHABLE', `${url.origin}${url.pathname} does not answer as it should: ${why}`);
    }
  };
}

async function fetched(url: URL, kept: Kept | null): Promise<Kept> {
  const headers = kept?.etag === undefined ? {} : { 'if-none-match': kept.etag };
  const {
    statusCode,
    headers: answered,
    body,
  } = await request(url, { headers, signal: AbortSignal.timeout(longestMs) });
  if (statusCode === 304 && kept) {
    await body.dump();
    return kept;
  }
  if (statusCode !== 200) {
    await body.dump();
    throw new Error(`status ${statusCode}`);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestText) throw new Error('too large');
    parts.push(part);
  }
  const etag = answered.etag;
  return { etag: typeof etag === 'string' ? etag : undefined, text: Buffer.concat(parts).toString('utf8') };
}
