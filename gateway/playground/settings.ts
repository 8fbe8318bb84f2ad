/** One of the trusted documents of `schema/operations/`. */
export interface ExampleOperation {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly summary: string;
}

/** Somebody of the sandbox's cast whom one can be here. */
export interface Persona {
  readonly slug: string;
  readonly kind: string;
  readonly shows: string;
}

/** What the gateway tells the page. Outside development nobody can be impersonated: `personas` is empty. */
export interface Settings {
  readonly operations: readonly ExampleOperation[];
  readonly personas: readonly Persona[];
}

export async function loadSettings(): Promise<Settings> {
  const answer = await fetch('/playground/settings.json');
  if (!answer.ok) throw new Error(`The gateway did not give the playground's settings (HTTP ${answer.status}).`);
  return answer.json();
}

/** The operation that the page opens with. */
export function openingOperation({ operations }: Settings): ExampleOperation | undefined {
  return operations.find(({ name }) => name === 'CitizenDashboard') ?? operations[0];
}

/** Who one is when the page opens. */
export function openingPersona({ personas }: Settings): Persona | undefined {
  return personas.find(({ slug }) => slug === 'food-seller') ?? personas[0];
}

/** An operation's variables, as one would type them. */
export function writtenVariables({ variables }: ExampleOperation): string {
  return variables ? JSON.stringify(variables, null, 2) : '';
}
