import { parseArgs } from 'node:util';
import { agencyDatabase, connect } from '#kit/mongo.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { keyUses, rotate } from '#kit/vault/rotation.ts';
import { createVault } from '#kit/vault/vault.ts';
import { agencyNames } from '../schema/agencies.ts';
import { loadAgency } from './seedDatabases.ts';

/**
 * Seals what the agencies store with the current key of `VAULT_KEYS`, while they serve, and then counts which keys are
 * still in use. Every agency's process must have the new key before it becomes the current one of any (docs/adr/0014).
 * Started again after it was killed, it goes on where it was.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { batch: { type: 'string', default: '200' }, pause: { type: 'string', default: '20' } },
});
const options = { batchSize: Number(values.batch), pauseMs: Number(values.pause) };

for (const name of positionals.length > 0 ? positionals : agencyNames()) {
  const { models, sealed = [] } = await loadAgency(name);
  const ring = keyRingOf(name);
  const vault = createVault(name, ring);
  const connection = await connect(agencyDatabase(name));
  models(connection);
  try {
    const changed = await rotate(connection, vault, sealed, options);
    const uses = await keyUses(connection, vault, sealed);
    console.log(`${name}: ${changed} records sealed anew with ${ring.current}.`);
    for (const kid of new Set([...ring.roots.keys(), ...uses.keys()])) {
      const count = uses.get(kid) ?? 0;
      const verdict = count === 0 && kid !== ring.current ? ' It may be taken away.' : '';
      console.log(`  ${kid}: ${count} uses.${verdict}`);
    }
  } finally {
    await connection.close();
  }
}
