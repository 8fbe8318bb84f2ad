/** Somebody whom the page can ask as. */
export interface Caller {
  /** An access token that is good now. */
  token(): Promise<string>;
  /** Told that the gateway did not take the last one. */
  forget(): void;
}

/** The access tokens of this visit. They live in memory only: whoever reloads the page gets new ones. */
export interface Tokens {
  of(persona: string): Caller;
}

/** Tokens from the gateway's development issuer, each asked for when it is first needed. */
export function personaTokens(): Tokens {
  const asked = new Map<string, Promise<string>>();
  const tokenOf = (persona: string) => {
    const token = asked.get(persona) ?? askToken(persona);
    asked.set(persona, token);
    // A refusal is not remembered: the next question tries again.
    token.catch(() => asked.delete(persona));
    return token;
  };
  return {
    of: (persona) => ({ token: () => tokenOf(persona), forget: () => void asked.delete(persona) }),
  };
}

async function askToken(persona: string): Promise<string> {
  const answer = await fetch('/playground/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!answer.ok) throw new Error(`The gateway gave no token for ${persona} (HTTP ${answer.status}).`);
  const { token }: { token: string } = await answer.json();
  return token;
}
