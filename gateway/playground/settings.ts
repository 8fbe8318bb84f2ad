/** One of the trusted documents of `schema/operations/`. */
export interface ExampleOperation {
  readonly name: string;
  /** What it is known by where texts are not taken. */
  readonly id: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly summary: string;
  /** The persona that it is written for. */
  readonly persona: string | null;
  /** What that persona is, such as `citizen`; null for an operation of everybody. */
  readonly role: string | null;
}

/** Somebody of the sandbox's cast whom one can be here. */
export interface Persona {
  readonly slug: string;
  readonly kind: string;
  readonly shows: string;
}

/** Where one signs in. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** The scopes that the graph knows. */
  readonly scopes: readonly string[];
}

/** What the gateway tells the page. Outside development nobody can be impersonated: `personas` is empty. */
export interface Settings {
  readonly operations: readonly ExampleOperation[];
  readonly personas: readonly Persona[];
  /** Null where there is no provider, as before mocks. */
  readonly signIn: SignInSettings | null;
  /** Whether known documents go by their id. */
  readonly trustedOnly: boolean;
}

/** @throws Error when the gateway does not give them */
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

/** The operations in groups by who they are for, those of this role first. */
export function byRole(operations: readonly ExampleOperation[], role: string | null): [string, ExampleOperation[]][] {
  const groups = new Map<string, ExampleOperation[]>();
  for (const operation of operations) {
    const group = operation.role ?? 'everybody';
    groups.set(group, [...(groups.get(group) ?? []), operation]);
  }
  const place = (group: string) => (group === role ? 0 : group === 'everybody' ? 2 : 1);
  return [...groups].sort(([one], [other]) => place(one) - place(other));
}
