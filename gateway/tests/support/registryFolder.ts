import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Publication, publish } from '../../../schema/registry/publication.ts';

/** A folder in which supergraphs are published as `npm run publish` does it, with a key of its own. */
export interface RegistryFolder {
  readonly file: string;
  readonly publicKey: KeyObject;
  /** As a setting: base64 SPKI. */
  readonly publicKeyText: string;
  readonly ledger: readonly Publication[];
  /** Publishes a text as the next version. @returns the version */
  publish(text: string): number;
  /** Writes anything at all, as somebody might who has the disk. */
  write(text: string, ledger: unknown): void;
  /** A publication as another version, or by another key. */
  forge(text: string, change: { readonly after?: number; readonly key?: KeyObject }): Publication;
}

export function registryFolder(folder: string): RegistryFolder {
  mkdirSync(folder, { recursive: true });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const ledger: Publication[] = [];
  const occasion = () => ({ at: new Date(), by: 'a test', why: 'to be followed' });
  const file = join(folder, 'supergraph.graphql');
  const write = (text: string, publications: unknown) => {
    writeFileSync(file, text);
    writeFileSync(join(folder, 'ledger.json'), JSON.stringify(publications));
  };
  const forge: RegistryFolder['forge'] = (text, { after = ledger.length, key = privateKey }) =>
    publish(ledger.slice(0, after), { text, blob: '0'.repeat(40) }, occasion(), key);
  return {
    file,
    publicKey,
    publicKeyText: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    ledger,
    publish(text) {
      ledger.push(forge(text, {}));
      write(text, ledger);
      return ledger.length;
    },
    write,
    forge,
  };
}
