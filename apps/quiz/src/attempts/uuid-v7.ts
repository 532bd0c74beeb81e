/** A UUID version 7 (RFC 9562): ids of one table grow with time, so that inserts touch the same few index pages. */
export function uuidV7(now: Date, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70; // 16 bytes were allocated
  bytes[8] = (bytes[8]! & 0x3f) | 0x80; // as above
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
