import { readFileSync } from 'node:fs';
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

// Serves the graph of the public benchmark with Mercurius: node mercurius.js <port> <file with the services>
const [port, servicesFile] = process.argv.slice(2);
const app = Fastify();
app.register(mercuriusGateway, { gateway: { services: JSON.parse(readFileSync(servicesFile, 'utf8')) }, jit: 1 });
await app.listen({ port: Number(port), host: '127.0.0.1' });
