import { describe, expect, it } from '@jest/globals';
import { MessageReader } from '../http/messageReader.ts';

const bodies = (reader: MessageReader, text: string) =>
  reader.take(Buffer.from(text)).map(({ body }) => body.toString());

describe('reading HTTP messages', () => {
  it('waits for the rest of a body with a length', () => {
    const reader = new MessageReader();
    expect(bodies(reader, 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n')).toEqual([]);
    expect(bodies(reader, '\r\nhe')).toEqual([]);
    expect(bodies(reader, 'llo')).toEqual(['hello']);
  });

  it('joins the chunks of a chunked body', () => {
    const reader = new MessageReader();
    expect(bodies(reader, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n')).toEqual([]);
    expect(bodies(reader, '2\r\nlo\r\n0\r\n\r\n')).toEqual(['hello']);
  });

  it('takes messages that come together apart', () => {
    const post = (body: string) => `POST / HTTP/1.1\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    expect(bodies(new MessageReader(), post('one') + post('') + post('three'))).toEqual(['one', '', 'three']);
  });
});
