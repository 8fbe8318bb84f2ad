import type { MediaType } from './upload.ts';

/** The first bytes of each kind of file: PDF (ISO 32000-2, 7.5.2), JPEG (ISO 10918-1) and PNG (ISO 15948). */
const beginnings: readonly (readonly [MediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

/** As many bytes as tell any kind of file apart. */
export const tellingBytes = 8;

const extensions: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** The kind of file that begins with these bytes, whatever its name or sender says; null for any other kind. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const found = beginnings.find(([, beginning]) => beginning.equals(bytes.subarray(0, beginning.length)));
  return found?.[0] ?? null;
}

/** The name that a document is saved under: its opaque id and nothing of whom it is about. */
export function fileNameOf(documentId: string, mediaType: MediaType): string {
  return `${documentId}.${extensions[mediaType]}`;
}
