import { scryptSync } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

// Plain JavaScript, so that a thread starts without a loader, under tsx and jest too.
parentPort.on('message', ({ pin, salt, length, cost, blockSize, parallelization }) => {
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  parentPort.postMessage(scryptSync(pin, Buffer.from(salt, 'base64'), length, options).toString('base64'));
});
