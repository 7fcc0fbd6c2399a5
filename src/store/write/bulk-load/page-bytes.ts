/** Numbers as the pages of an SQLite file hold them: most significant byte first. */

export function putUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
}

export function putUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

const LOW = 2 ** 28;

/** Bytes of a number as a varint: seven bits each. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

/** Puts a safe integer as a varint, most significant bits first; where it ends. */
export function putVarint(bytes: Uint8Array, from: number, value: number): number {
  let at = from;
  const high = Math.floor(value / LOW);
  const low = value - high * LOW;
  if (high > 0) {
    if (high >= 2_097_152) bytes[at++] = (high >> 21) | 128;
    if (high >= 16_384) bytes[at++] = (high >> 14) | 128;
    if (high >= 128) bytes[at++] = (high >> 7) | 128;
    bytes[at++] = high | 128;
  }
  if (high > 0 || low >= 2_097_152) bytes[at++] = (low >> 21) | 128;
  if (high > 0 || low >= 16_384) bytes[at++] = (low >> 14) | 128;
  if (high > 0 || low >= 128) bytes[at++] = (low >> 7) | 128;
  bytes[at++] = low & 127;
  return at;
}
