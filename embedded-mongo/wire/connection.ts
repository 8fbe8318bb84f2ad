import type { Socket } from 'node:net';
import type { Services } from '../commands/command.ts';
import { answer } from '../commands/dispatch.ts';
import { MongoError } from '../errors.ts';
import { headerSize, largestMessage, type Message, readMessage, writeReply } from './frame.ts';

/** Serves one client: reads its messages one after the other and answers each before the next. */
export const serveConnection = (
  socket: Socket,
  connectionId: number,
  services: Services,
  log: (line: string) => void,
): void => {
  let pieces: Buffer[] = [];
  let size = 0;
  let busy = false;
  let responseId = 0;

  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    if (!busy) void next();
  });

  const next = async (): Promise<void> => {
    busy = true;
    try {
      for (let bytes = takeMessage(); bytes; bytes = takeMessage()) await handle(readMessage(bytes));
    } catch (error) {
      // After a malformed message nobody can tell where the next one begins.
      log(`Connection ${connectionId} closed: ${error instanceof Error ? error.message : String(error)}`);
      socket.destroy();
    }
    busy = false;
  };

  const takeMessage = (): Buffer | undefined => {
    if (size < headerSize || socket.destroyed) return undefined;
    if ((pieces[0]?.length ?? 0) < headerSize) pieces = [Buffer.concat(pieces, size)];
    const [first = Buffer.alloc(0)] = pieces;
    const length = first.readInt32LE(0);
    if (length < headerSize || length > largestMessage) throw new MongoError(17, `A message of ${length} bytes`);
    if (size < length) return undefined;
    const all = pieces.length === 1 ? first : Buffer.concat(pieces, size);
    pieces = all.length > length ? [all.subarray(length)] : [];
    size -= length;
    return all.subarray(0, length);
  };

  const handle = async (message: Message): Promise<void> => {
    const { body, name, documents } = message;
    const request = { database: String(body['$db'] ?? 'admin'), name, body, documents, connectionId };
    const { fields, encoded = [], closeConnection } = await answer(request, services);
    if (closeConnection) socket.destroy();
    if (message.unanswered || socket.destroyed) return;
    responseId += 1;
    socket.write(writeReply(message, responseId, encoded, fields));
  };
};
