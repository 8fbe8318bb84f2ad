import { personaSlugs } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import type { RecordedOperation } from '../../schema/checks/change/graphVersion.ts';
import { clientOperations, clientOperationsFolder } from '../../schema/clientOperations.ts';

/** Whose program asks what is written for such a persona. */
const clients = {
  citizen: "the citizens' app",
  officer: "the officers' desk",
  clerk: 'the counter of the mall',
  analyst: "the analyst's playground",
  developer: "the developer's playground",
  service: "another agency's server",
  anonymous: 'the public pages',
} as const;

/** The recorded operations of a folder, usually schema/operations, each with the client whose it is. */
export function recordedOperations(folder: URL = clientOperationsFolder): RecordedOperation[] {
  return clientOperations(folder).map(({ name, document, persona }) => ({ client: clientOf(persona), name, document }));
}

function clientOf(persona: string | null): string {
  const slug = personaSlugs.find((known) => known === persona);
  return clients[slug ? principalOf(slug).kind : 'anonymous'];
}
