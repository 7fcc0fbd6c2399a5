/**
 * Identifiers of the interface and their checksums: 统一社会信用代码 (GB 32100), 居民身份证号 (GB 11643), 31-character
 * 实施编码. The ones we make up carry area 99, which no division has, so that they cannot belong to anybody.
 */

import { organisationStart, organisationStarts, type ApplicantKind } from './applicant-kinds.ts';
import { parseBirthday } from '../time/time.ts';
import { BIRTHDAYS, birthOf, birthOn, dayOfBirth, LAST_BIRTHDAY } from './birthdays.ts';

/** The 31 symbols of GB 32100: digits and capital letters without I, O, S, V, Z. */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
export const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
export const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of the first 17 characters of a USCC, or '' when one is outside the alphabet. */
export function usccCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = USCC_ALPHABET.indexOf(first17.charAt(i));
    if (value < 0 || first17.charAt(i) === '') return '';
    sum += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export const isUscc = (text: string): boolean =>
  text.length === 18 && usccCheck(text.slice(0, 17)) === text.charAt(17) && text.charAt(17) !== '';

/** Check character of the eight-character organisation code inside a USCC (weights mod 11; letters count from 10). */
export function organisationCheck(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const code = first8.charCodeAt(i);
    sum += (code <= 57 ? code - 48 : code - 55) * (ORGANISATION_WEIGHTS[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Check character of the first 17 digits of a resident identity number. */
export function residentCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (RESIDENT_WEIGHTS[i] ?? 0);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * 居民身份证号 after GB 11643: the check character is right, and the date of birth a day of the calendar, 1800 or later, not
 * after `today` (days since 2000-01-01). Area codes change from year to year; they are not checked.
 */
export function isResidentNumber(text: string, today: number): boolean {
  if (!/^\d{17}[\dX]$/.test(text) || residentCheck(text.slice(0, 17)) !== text.charAt(17)) return false;
  const born = parseBirthday(text.slice(6, 14));
  return born !== undefined && born <= today;
}

/** Made-up USCC of an office: 11 (机构编制, 机关) + area 99 + four digits of the unit + organisation code + check. */
export function inventedOfficeCode(unitIndex: number, serial: number): string {
  const organisation = `YY${base31(unitIndex, 2)}${base31(serial, 4)}`;
  const first17 = `1199${String(unitIndex).padStart(4, '0')}${organisation}${organisationCheck(organisation)}`;
  return first17 + usccCheck(first17);
}

function base31(value: number, width: number): string {
  let text = '';
  for (let rest = value, i = 0; i < width; i++, rest = Math.floor(rest / 31)) {
    text = USCC_ALPHABET.charAt(rest % 31) + text;
  }
  return text;
}

/** Greatest number a made-up person or firm may have: 2^31 - 1. */
export const MAX_PERSON = 2_147_483_647;

/** Identity number of made-up person n (0..2^31-1): area 99xxxx, a real-looking birthday, a right check character. */
export function inventedResidentNumber(person: number, printCompactDay: (day: number) => string): string {
  const rest = Math.floor(person / BIRTHDAYS);
  const area = 990_000 + Math.floor(rest / 1000);
  const birthday = printCompactDay(dayOfBirth(birthOf(person)));
  const first17 = `${String(area)}${birthday}${String(rest % 1000).padStart(3, '0')}`;
  return first17 + residentCheck(first17);
}

/** USCC of made-up organisation n (0..2^31-1) of a kind: its register + area 990000 + organisation code of n in base 31 + check. */
export function inventedOrganisationCode(person: number, kind: ApplicantKind): string {
  const organisation = base31(person, 8);
  const first17 = `${organisationStart(kind)}${organisation}${organisationCheck(organisation)}`;
  return first17 + usccCheck(first17);
}

/** Number of a made-up person or firm read back from its identifier, or -1 when the identifier is not one of ours. */
export function inventedPersonOf(certificate: string): number {
  if (certificate.startsWith('99') && isResidentNumber(certificate, LAST_BIRTHDAY)) {
    const birth = birthOn(parseBirthday(certificate.slice(6, 14)) ?? 0);
    if (birth < 0) return -1;
    const rest = (Number(certificate.slice(0, 6)) - 990_000) * 1000 + Number(certificate.slice(14, 17));
    const person = rest * BIRTHDAYS + birth;
    return person <= MAX_PERSON ? person : -1;
  }
  if (organisationStarts.has(certificate.slice(0, 8)) && isUscc(certificate)) {
    let person = 0;
    for (const symbol of certificate.slice(8, 16)) person = person * 31 + USCC_ALPHABET.indexOf(symbol);
    return person <= MAX_PERSON ? person : -1;
  }
  return -1;
}

/** Shape of a 31-character 实施编码: USCC of the office, exercise level, 12-digit basic code (基本编码). */
export const isTaskCode = (text: string): boolean =>
  text.length === 31 && isUscc(text.slice(0, 18)) && /^[1-7]\d{12}$/.test(text.slice(18));

/**
 * Mobile number of made-up person n (0..2^31-1): 1 and ten digits, so that it begins with 10, 11 or 12, where no mobile
 * number of China begins (13 to 19).
 */
export const inventedMobile = (person: number): string => `1${String(person).padStart(10, '0')}`;

/** The made-up person whose mobile number this is, or -1 when it is not one of ours. */
export function inventedMobileOwner(text: string): number {
  if (!/^1\d{10}$/.test(text)) return -1;
  const person = Number(text.slice(1));
  return person <= MAX_PERSON ? person : -1;
}

/** First number of a network account; below are the rating devices of an office. */
export const FIRST_ACCOUNT = 1000;

/** 评价终端号: W and three digits for a device of the office, N and ten digits for a network account, '' for none. */
export const printDevice = (device: number): string =>
  device === 0
    ? ''
    : device < FIRST_ACCOUNT
      ? `W${String(device).padStart(3, '0')}`
      : `N${String(device).padStart(10, '0')}`;

/** Number of a device printed by `printDevice`, or -1 when it is not one of ours. */
export function parseDevice(text: string): number {
  const device = /^W\d{3}$|^N\d{10}$/.test(text) ? Number(text.slice(1)) : -1;
  return device <= MAX_PERSON && printDevice(device) === text ? device : -1;
}
