import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { privateKeyFrom } from '#kit/signature.ts';
import { CompositionError, composeGraph } from '../schema/compose.ts';
import {
  CannotPublish,
  isPublished,
  type KeptText,
  ledgerSchema,
  type Publication,
  publish,
  rollBack,
} from '../schema/registry/publication.ts';
import { dataDirectory, readOrMakePrivateFile } from './dataDirectory.ts';
import { projectFolder } from './runSource.ts';

const usage = `npm run publish -- --by <who> --why <reason>                    publishes the committed supergraph
npm run publish -- --rollback [--to 3] --by <who> --why <reason>   puts an earlier version in force again
npm run publish -- --list                                          says what was published, and whether the signatures hold

Signs with SUPERGRAPH_SIGNING_KEY (base64 PKCS #8, Ed25519), or a key of the data directory. Exit codes: 0 done, 1 refused, 2 not
understood.`;

const inRegistry = (name: string) => fileURLToPath(new URL(`../schema/registry/${name}`, import.meta.url));
const ledgerFile = inRegistry('ledger.json');
const presentFile = inRegistry('supergraph.graphql');

try {
  const { values } = parseArgs({
    options: {
      by: { type: 'string' },
      why: { type: 'string' },
      rollback: { type: 'boolean', default: false },
      to: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  const ledger = existsSync(ledgerFile) ? ledgerSchema.parse(JSON.parse(readFileSync(ledgerFile, 'utf8'))) : [];
  const key = await signingKey();
  if (values.list) list(ledger);
  else if (!values.by || !values.why) throw new z.ZodError([]);
  else {
    const occasion = { at: new Date(), by: values.by, why: values.why };
    const to = values.to === undefined ? undefined : z.coerce.number().int().parse(values.to);
    const made = values.rollback ? rollBack(ledger, occasion, key, to) : publish(ledger, committed(), occasion, key);
    const text = git('cat-file', 'blob', made.blob);
    if (!isPublished(text, made, createPublicKey(key)))
      throw new CannotPublish('git holds another text than was signed.');
    writeFileSync(presentFile, text);
    writeFileSync(ledgerFile, `${JSON.stringify([...ledger, made], null, 2)}\n`);
    console.log(`Version ${made.version} is published: commit schema/registry. Gateways believe it by`);
    console.log(
      `SUPERGRAPH_PUBLIC_KEY=${createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')}`,
    );
  }

  function list(all: readonly Publication[]): void {
    for (const one of all) {
      const holds = isPublished(git('cat-file', 'blob', one.blob), one, createPublicKey(key))
        ? 'signed'
        : 'NOT SIGNED BY THIS KEY';
      const again = one.rollbackTo === null ? '' : ` (version ${one.rollbackTo} again)`;
      console.log(`${one.version}${again}  ${one.at}  ${one.by}: ${one.why}  ${holds}`);
    }
  }
} catch (error) {
  const isRefused = error instanceof CannotPublish || error instanceof CompositionError;
  console.error(isRefused ? error.message : usage);
  if (!isRefused && !(error instanceof z.ZodError)) console.error(error);
  process.exitCode = isRefused ? 1 : 2;
}

/** The supergraph as it is committed. @throws CannotPublish when the agencies' schemas make another one */
function committed(): KeptText {
  const text = git('show', 'HEAD:schema/supergraph.graphql');
  if (composeGraph().supergraph !== text) {
    throw new CannotPublish('The committed supergraph is not what the schemas make: npm run compose, and commit.');
  }
  return { text, blob: git('rev-parse', 'HEAD:schema/supergraph.graphql').trim() };
}

async function signingKey() {
  const given = setting('SUPERGRAPH_SIGNING_KEY', z.string().optional());
  const make = async () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return privateKeyFrom(given ?? (await readOrMakePrivateFile(dataDirectory(), 'supergraph-key', make)));
}

function git(...parameters: string[]): string {
  return execFileSync('git', parameters, { cwd: projectFolder, encoding: 'utf8', maxBuffer: 64_000_000 });
}
