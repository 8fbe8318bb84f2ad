import cluster from 'node:cluster';
import { createLog } from '#kit/log.ts';
import { stopOnSignal } from '#kit/serve.ts';
import { readConfig } from './config.ts';
import { startGateway } from './server.ts';
import { superviseWorkers } from './workers/supervisor.ts';

const config = readConfig();
const isSupervisor = config.workers > 1 && cluster.isPrimary;
stopOnSignal(isSupervisor ? await superviseWorkers(config, createLog('gateway')) : await startGateway(config));
