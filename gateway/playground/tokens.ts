/** The access tokens of this visit. They live in memory only: whoever reloads the page gets new ones. */
export interface Tokens {
  of(persona: string): Promise<string>;
  forget(persona: string): void;
}

/** Tokens from the gateway's development issuer, each asked for when it is first needed. */
export function personaTokens(): Tokens {
  const asked = new Map<string, Promise<string>>();
  return {
    of(persona) {
      const token = asked.get(persona) ?? askToken(persona);
      asked.set(persona, token);
      // A refusal is not remembered: the next question tries again.
      token.catch(() => asked.delete(persona));
      return token;
    },
    forget: (persona) => void asked.delete(persona),
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
