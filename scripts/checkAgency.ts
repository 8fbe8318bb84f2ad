import { parseArgs } from 'node:util';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { privateKeyFrom } from '#kit/signature.ts';
import { checkAgencyContract } from './check/agencyContract.ts';
import { dataDirectory } from './dataDirectory.ts';
import { sandboxKeys } from './sandboxKeys.ts';

const usage = `npm run check:agency -- http://localhost:4005/graphql --name tax

Asks a running agency, in whatever language it is written, what every agency has to answer. Signs with GATEWAY_PRIVATE_KEY, or
the sandbox's key. Exit codes: 0 every promise holds, 1 some are broken, 2 the check could not run.`;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' } } });
  const url = z.url({ protocol: /^https?$/ }).parse(positionals[0]);
  if (!values.name) throw new Error('Say the name of the agency.');
  const key = setting('GATEWAY_PRIVATE_KEY', z.string().optional());
  const gatewayKey = privateKeyFrom(key ?? (await sandboxKeys(dataDirectory())).gatewayPrivateKey);
  const results = await checkAgencyContract({ url, name: values.name, gatewayKey });
  for (const { promise, fault } of results)
    console.log(fault === null ? `holds   ${promise}` : `BROKEN  ${promise}: ${fault}`);
  process.exitCode = results.every(({ fault }) => fault === null) ? 0 : 1;
} catch (error) {
  console.error(error instanceof z.ZodError ? usage : `${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}
