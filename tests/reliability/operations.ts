import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clientOperations, clientOperationsFolder } from '../../schema/clientOperations.ts';

/** The part of the mix that a request belongs to. */
export type Part = 'oneAgency' | 'threeAgencies' | 'list' | 'submit';

/** One operation of the mix, sent as our own clients send theirs: by its id. */
export interface MixOperation {
  readonly part: Part;
  readonly name: string;
  readonly id: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is asked, of a hundred requests (R1). */
export const shares: Readonly<Record<Part, number>> = { oneAgency: 60, threeAgencies: 25, list: 10, submit: 5 };

const operationsOf: Readonly<Record<Part, readonly string[]>> = {
  oneAgency: ['TaxCard', 'IdentityCard', 'MyBusinesses', 'MyCivilRecords'],
  threeAgencies: ['BusinessAndTax', 'FamilyAndHome'],
  list: ['Inbox', 'CatalogueSearch'],
  submit: ['RegisterBusiness'],
};
const ownFolder = new URL('./operations/', import.meta.url);
/** Of the clients' own documents those that the mix asks for. */
const ofClients = ['inbox.graphql', 'catalogueSearch.graphql', 'registerBusiness.graphql'];

/** Puts the documents of the mix into a folder that a gateway is started with. @returns the folder */
export function asOperationsFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const own = readdirSync(ownFolder);
  for (const file of own) copyFileSync(fileURLToPath(new URL(file, ownFolder)), `${folder}/${file}`);
  for (const file of ofClients) copyFileSync(fileURLToPath(new URL(file, clientOperationsFolder)), `${folder}/${file}`);
  return folder;
}

/** The operations of the mix, part by part. */
export function mixOperations(): ReadonlyMap<Part, readonly MixOperation[]> {
  const written = [...clientOperations(ownFolder), ...clientOperations()];
  const named = (part: Part, name: string): MixOperation => {
    const found = written.find((one) => one.name === name);
    if (!found) throw new Error(`There is no operation ${name}.`);
    const id = createHash('sha256').update(found.document).digest('hex');
    return { part, name, id, variables: found.variables ?? {} };
  };
  const parts = Object.entries(operationsOf) as [Part, readonly string[]][];
  return new Map(parts.map(([part, names]) => [part, names.map((name) => named(part, name))]));
}
