import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Longer than any spelling of any value: so much of a chunk is looked at again with the next one. */
const overlap = 1_024;
const chunkBytes = 16 * 1024 * 1024;

/**
 * Makes a search for texts in bytes: as they are, in small and in capital letters, in hex, in base64 wherever they may
 * begin, and url-encoded. Gives the texts that are there.
 */
export function searchFor(texts: readonly string[]): (bytes: Buffer) => Set<string> {
  const begins = new Uint8Array(65_536);
  const spellings = new Map<number, { text: string; bytes: Buffer }[]>();
  for (const text of new Set(texts)) {
    for (const spelling of spellingsOf(text)) {
      const bytes = Buffer.from(spelling);
      begins[bytes.readUInt16BE(0)] = 1;
      const start = bytes.readUInt32BE(0);
      spellings.set(start, [...(spellings.get(start) ?? []), { text, bytes }]);
    }
  }

  return (bytes) => {
    const found = new Set<string>();
    // Most places are ruled out by their first two bytes, so that hundreds of megabytes take a few seconds.
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (begins[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] !== 1) continue;
      for (const spelling of spellings.get(bytes.readUInt32BE(at)) ?? []) {
        if (spelling.bytes.equals(bytes.subarray(at, at + spelling.bytes.length))) found.add(spelling.text);
      }
    }
    return found;
  };
}

/** The ways in which a text may stand somewhere. */
export function spellingsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const plain = [text, text.toLowerCase(), text.toUpperCase()];
  const url = [encodeURIComponent(text), encodeURIComponent(text).replaceAll('%20', '+')];
  return [...new Set([...plain, ...url, hex, hex.toUpperCase(), ...inBase64(bytes)])];
}

/** Bytes look different in base64 by where in a group of three they begin; what depends on neighbours is left out. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const whole = padded.subarray(0, padded.length - (padded.length % 3));
    return (['base64', 'base64url'] as const).map((form) => whole.toString(form).slice(Math.ceil((before * 8) / 6)));
  });
}

/** Searches every file of a folder, and of the folders in it, as bytes. */
export function searchFolder(folder: string, search: (bytes: Buffer) => Set<string>): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    for (const text of searchFile(join(entry.parentPath, entry.name), search)) found.add(text);
  }
  return found;
}

function searchFile(file: string, search: (bytes: Buffer) => Set<string>): Set<string> {
  const found = new Set<string>();
  const chunk = Buffer.alloc(chunkBytes);
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; ; at += chunkBytes - overlap) {
      const length = readSync(descriptor, chunk, 0, chunkBytes, at);
      for (const text of search(chunk.subarray(0, length))) found.add(text);
      if (length < chunkBytes) return found;
    }
  } finally {
    closeSync(descriptor);
  }
}
