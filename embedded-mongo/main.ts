import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './server.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    durability: { type: 'string', default: 'full' },
    'stop-with-parent': { type: 'boolean', default: false },
  },
});

const { data, port, durability } = values;
if (data === undefined || !/^\d+$/.test(port) || (durability !== 'full' && durability !== 'process')) {
  console.error('Usage: main.ts --data DIRECTORY [--port N] [--durability full|process] [--stop-with-parent]');
  process.exit(2);
}

const server = await startEmbeddedMongo({
  dataDirectory: data,
  port: Number(port),
  durability,
  log: (line) => console.error(line),
});

const stop = async () => {
  await server.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
if (values['stop-with-parent']) {
  process.stdin.resume();
  process.stdin.once('end', stop);
  process.stdin.once('error', stop);
}
console.log(JSON.stringify({ uri: server.uri }));
