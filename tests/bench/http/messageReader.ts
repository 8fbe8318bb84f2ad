/** One HTTP/1.1 message, request or response. */
export interface HttpMessage {
  /** Start line and header lines, as they came. */
  readonly head: string;
  readonly body: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');
const nothing = Buffer.alloc(0);

/**
 * Reads HTTP/1.1 messages off a connection: bodies with a content length and chunked ones. The bench's two ends are
 * written on bare sockets, so that they cost as little as possible of the core that they share.
 */
export class MessageReader {
  private received: Buffer = nothing;

  /** Takes what a socket gave. @returns the messages that it completed */
  take(chunk: Buffer): HttpMessage[] {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const messages: HttpMessage[] = [];
    for (let message = this.next(); message !== null; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): HttpMessage | null {
    const end = this.received.indexOf(headEnd);
    if (end === -1) return null;
    const head = this.received.toString('latin1', 0, end);
    const bodyStart = end + headEnd.length;
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length !== undefined) return this.cut(head, bodyStart, bodyStart + Number(length));
    if (/\r\ntransfer-encoding: *chunked/i.test(head)) return this.unchunk(head, bodyStart);
    return this.cut(head, bodyStart, bodyStart);
  }

  private cut(head: string, bodyStart: number, bodyEnd: number): HttpMessage | null {
    if (this.received.length < bodyEnd) return null;
    const body = this.received.subarray(bodyStart, bodyEnd);
    this.received = this.received.subarray(bodyEnd);
    return { head, body };
  }

  private unchunk(head: string, bodyStart: number): HttpMessage | null {
    const parts: Buffer[] = [];
    let at = bodyStart;
    for (;;) {
      const sizeEnd = this.received.indexOf(lineEnd, at);
      if (sizeEnd === -1) return null;
      const size = Number.parseInt(this.received.toString('latin1', at, sizeEnd), 16);
      const start = sizeEnd + lineEnd.length;
      if (this.received.length < start + size + lineEnd.length) return null;
      at = start + size + lineEnd.length;
      if (size === 0) break;
      parts.push(this.received.subarray(start, start + size));
    }
    this.received = this.received.subarray(at);
    return { head, body: Buffer.concat(parts) };
  }
}
