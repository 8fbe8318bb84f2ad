import type { Socket } from 'node:net';
import type { ErrorCode } from '#kit/errors.ts';
import { headersOfAll } from './securityHeaders.ts';

interface Unreadable {
  readonly status: string;
  readonly code: ErrorCode;
  readonly message: string;
}

const tooSlow: Unreadable = {
  status: '408 Request Timeout',
  code: 'BAD_USER_INPUT',
  message: 'The request did not come in time.',
};
const tooLong: Unreadable = {
  status: '431 Request Header Fields Too Large',
  code: 'REQUEST_TOO_LARGE',
  message: 'The headers of the request are too large.',
};
const noRequest: Unreadable = {
  status: '400 Bad Request',
  code: 'BAD_USER_INPUT',
  message: 'This is no HTTP request that can be read in one way only.',
};
const byFault: Readonly<Record<string, Unreadable>> = {
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
  HPE_HEADER_OVERFLOW: tooLong,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: tooLong,
};

/**
 * Answers what Node could not read as a request in the form of every other refusal, and closes the connection: whatever
 * follows on it, such as a request that somebody smuggled in, is not read.
 */
export function answerUnreadable(fault: Error & { readonly code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, code, message } = byFault[fault.code ?? ''] ?? noRequest;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headersOfAll).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy();
}
