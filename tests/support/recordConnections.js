import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

// Loaded before a process of ours (`--import`), it writes down every address that the process connects to or looks up.
const file = process.env.CONNECTIONS_FILE;
const note = (kind, address) => appendFileSync(file, `${JSON.stringify({ kind, address, script: process.argv[1] })}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...parameters) {
  const [first] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (typeof first === 'object' && first?.path) note('pipe', first.path);
  else if (typeof first === 'object') note('connect', first.host ?? first.hostname ?? 'localhost');
  else note('connect', typeof parameters[1] === 'string' ? parameters[1] : 'localhost');
  return connect.apply(this, parameters);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveSrv', 'resolveTxt']) {
  const look = dns[name];
  dns[name] = (host, ...rest) => {
    note('look-up', host);
    return look(host, ...rest);
  };
}

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...parameters) {
  note('datagram', String(parameters.find((parameter) => typeof parameter === 'string') ?? 'unknown'));
  return send.apply(this, parameters);
};
