import { dataDirectory } from './dataDirectory.ts';
import { gatewayPort, startPlatform } from './platform.ts';

const platform = await startPlatform({
  directory: dataDirectory(),
  port: gatewayPort(),
  watch: process.argv.includes('--watch'),
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
