import { stopOnSignal } from '#kit/serve.ts';
import { readConfig } from './config.ts';
import { startGateway } from './server.ts';

stopOnSignal(await startGateway(readConfig()));
