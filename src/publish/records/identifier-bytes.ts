import {
  BIRTH_OFFSET,
  BIRTHDAYS,
  FIRST_ACCOUNT,
  ORGANISATION_WEIGHTS,
  RESIDENT_WEIGHTS,
  USCC_ALPHABET,
  USCC_WEIGHTS,
} from '../../model/identifiers.ts';
import { bytesOf, type ByteBuffer } from './byte-buffer.ts';
import { putCompactDay } from './date-bytes.ts';

/** The made-up numbers of people and firms (identifiers.ts) as bytes, with their check characters. */

const residentWeights = Uint8Array.from(RESIDENT_WEIGHTS);
const usccWeights = Uint8Array.from(USCC_WEIGHTS);
const organisationWeights = Uint8Array.from(ORGANISATION_WEIGHTS);
const residentChecks = bytesOf('10X98765432');
const organisationChecks = bytesOf('0123456789X0');
const alphabet = bytesOf(USCC_ALPHABET);
/** Value of each symbol of the alphabet, by its byte. */
const symbolValues = new Uint8Array(128);
for (const [value, byte] of alphabet.entries()) symbolValues[byte] = value;
const firmStart = bytesOf('91990000');

/** Lays down the identity number of made-up person n. */
export function putResidentNumber(out: ByteBuffer, person: number): void {
  const start = out.at;
  const rest = (person / 1000) | 0;
  const area = (rest / BIRTHDAYS) | 0;
  out.digits(990_000 + area, 6);
  putCompactDay(out, BIRTH_OFFSET + rest - area * BIRTHDAYS);
  out.digits(person - rest * 1000, 3);
  const { bytes } = out;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ((bytes[start + i] ?? 0) - 48) * (residentWeights[i] ?? 0);
  bytes[out.at++] = residentChecks[sum % 11] ?? 0;
}

/** Lays down the social credit code of made-up firm n. */
export function putFirmCode(out: ByteBuffer, firm: number): void {
  const start = out.at;
  const { bytes } = out;
  out.put(firmStart);
  let rest = firm;
  for (let i = start + 15; i >= start + 8; i--) {
    const tens = (rest / 31) | 0;
    bytes[i] = alphabet[rest - tens * 31] ?? 0;
    rest = tens;
  }
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const code = bytes[start + 8 + i] ?? 0;
    // In an organisation code letters count on from 10 through the whole alphabet.
    sum += (code <= 57 ? code - 48 : code - 55) * (organisationWeights[i] ?? 0);
  }
  bytes[start + 16] = organisationChecks[11 - (sum % 11)] ?? 0;
  sum = 0;
  for (let i = 0; i < 17; i++) sum += (symbolValues[bytes[start + i] ?? 0] ?? 0) * (usccWeights[i] ?? 0);
  bytes[start + 17] = alphabet[(31 - (sum % 31)) % 31] ?? 0;
  out.at = start + 18;
}

/** Lays down the telephone number of made-up person n. */
export function putMobile(out: ByteBuffer, person: number): void {
  out.bytes[out.at++] = 49;
  out.digits(person, 10);
}

/** Lays down the number of a rating device or network account, 1 or more. */
export function putDevice(out: ByteBuffer, device: number): void {
  const window = device < FIRST_ACCOUNT;
  out.bytes[out.at++] = window ? 87 : 78;
  out.digits(device, window ? 3 : 10);
}
