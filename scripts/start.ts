import { parseArgs } from 'node:util';
import { agencyNames } from '../schema/agencies.ts';
import { dataDirectory } from './dataDirectory.ts';
import { gatewayPort, startPlatform } from './platform.ts';

const { values } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const unknown = values.only?.find((name) => !agencyNames().includes(name));
if (unknown !== undefined) {
  console.error(`There is no agency ${unknown}; there are ${agencyNames().join(', ')}.`);
  process.exit(2);
}

const platform = await startPlatform({
  directory: dataDirectory(),
  port: gatewayPort(),
  watch: values.watch,
  ...(values.only ? { only: values.only } : {}),
  tell: console.log,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    platform.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
console.log(`The data lies in ${platform.database.description}. An access token: npm run token -- food-seller`);
console.log(`MPP Digital is ready at ${platform.url}`);
