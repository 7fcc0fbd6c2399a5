import { applicantKind, organisationStart } from '../../model/record/applicant-kinds.ts';
import { BIRTHDAYS, birthOf, dayOfBirth } from '../../model/record/birthdays.ts';
import {
  FIRST_ACCOUNT,
  MAX_PERSON,
  ORGANISATION_WEIGHTS,
  RESIDENT_WEIGHTS,
  USCC_ALPHABET,
  USCC_WEIGHTS,
} from '../../model/record/identifiers.ts';
import { printCompactDay } from '../../model/time/time.ts';
import { bytesOf, pieceOf, type ByteBuffer } from '../byte-buffer.ts';
import { putCompactDay } from './date-bytes.ts';

/** The made-up numbers of people and firms (identifiers.ts) as bytes, with their check characters. */

const usccWeights = Uint8Array.from(USCC_WEIGHTS);
const organisationWeights = Uint8Array.from(ORGANISATION_WEIGHTS);
const residentChecks = bytesOf('10X98765432');
const organisationChecks = bytesOf('0123456789X0');
const alphabet = bytesOf(USCC_ALPHABET);
/** Value of each symbol of the alphabet, by its byte. */
const symbolValues = new Uint8Array(128);
for (const [value, byte] of alphabet.entries()) symbolValues[byte] = value;
/** First eight characters of the codes of organisations, by type of applicants. */
const organisationStarts = Array.from({ length: 10 }, (_, type) =>
  pieceOf(organisationStart(applicantKind(type))),
);

const noStart = pieceOf('');

/** First six digits of the first number there may be, and of the last. */
const FIRST_AREA = 990_000;
const LAST_AREA = FIRST_AREA + Math.floor(MAX_PERSON / BIRTHDAYS / 1000);

/** What digits that stand so far from the front of an identity number add to the sum that gives its check character. */
const weighed = (digits: string, from: number): number =>
  Array.from(digits).reduce((sum, digit, i) => sum + Number(digit) * (RESIDENT_WEIGHTS[from + i] ?? 0), 0);

/** That of each area, birthday and order on a day. */
const areaSums = Int32Array.from({ length: LAST_AREA - FIRST_AREA + 1 }, (_, area) =>
  weighed(String(FIRST_AREA + area), 0),
);
const birthdaySums = Int32Array.from({ length: BIRTHDAYS }, (_, birth) =>
  weighed(printCompactDay(dayOfBirth(birth)), 6),
);
const orderSums = Int32Array.from({ length: 1000 }, (_, order) =>
  weighed(String(order).padStart(3, '0'), 14),
);

/** Writes the identity number of made-up person n. */
export function putResidentNumber(out: ByteBuffer, person: number): void {
  const birth = birthOf(person);
  const rest = (person / BIRTHDAYS) | 0;
  const area = (rest / 1000) | 0;
  const order = rest - area * 1000;
  out.digits(FIRST_AREA + area, 6);
  putCompactDay(out, dayOfBirth(birth));
  out.digits(order, 3);
  const sum = (areaSums[area] ?? 0) + (birthdaySums[birth] ?? 0) + (orderSums[order] ?? 0);
  out.bytes[out.at++] = residentChecks[sum % 11] ?? 0;
}

/** Writes the social credit code of made-up organisation n, an applicant of this type. */
export function putOrganisationCode(out: ByteBuffer, organisation: number, userType: number): void {
  const start = out.at;
  const { bytes } = out;
  out.put(organisationStarts[userType] ?? noStart);
  let rest = organisation;
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

/** Writes the telephone number of made-up person n. */
export function putMobile(out: ByteBuffer, person: number): void {
  out.bytes[out.at++] = 49;
  out.digits(person, 10);
}

/** Writes the number of a rating device or network account, 1 or more. */
export function putDevice(out: ByteBuffer, device: number): void {
  const window = device < FIRST_ACCOUNT;
  out.bytes[out.at++] = window ? 87 : 78;
  out.digits(device, window ? 3 : 10);
}
