import { parseArgs } from 'node:util';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { startMock } from '../mock/startMock.ts';
import { dataDirectory } from './dataDirectory.ts';
import { oneIdIssuer } from './oneId.ts';
import { gatewayPort } from './platform.ts';
import { requireFreePorts } from './ports.ts';
import { sandboxKeys } from './sandboxKeys.ts';
import { noteStartedPort } from './startedPort.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const port = gatewayPort();
const directory = dataDirectory();
await requireFreePorts(port, 1);
const { issuer } = await sandboxKeys(directory, oneIdIssuer(port));
// The one setting of a front-end on another port, here as with `npm start`.
const portal = setting('PORTAL_ORIGIN', z.url().optional());
const origins = portal ? [new URL(portal).origin] : [];
const mock = await startMock({ port, seed: values.seed, issuer, origins });
noteStartedPort(directory, port);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    mock.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
console.log('Headers: x-mock-delay: tax=800 · x-mock-fail: civil-records, mall=timeout · x-mock-refuse: CONFLICT');
console.log(`The mocked graph is ready at ${mock.url}. An access token: npm run token -- food-seller`);
