import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inventedOrganisationCode,
  inventedMobile,
  inventedMobileOwner,
  inventedOfficeCode,
  inventedPersonOf,
  inventedResidentNumber,
  isResidentNumber,
  isTaskCode,
  isUscc,
  MAX_PERSON,
  organisationCheck,
  parseDevice,
  printDevice,
  residentCheck,
  USCC_ALPHABET,
  usccCheck,
} from '../../../src/model/record/identifiers.ts';
import { applicantKind } from '../../../src/model/record/applicant-kinds.ts';
import { parseDay, printCompactDay } from '../../../src/model/time/time.ts';

/** The public examples of GB 32100 and GB 11643. */
const USCC = '91350100M000100Y43';
const RESIDENT = '11010519491231002X';

const person = fc.oneof(
  fc.integer({ min: 0, max: MAX_PERSON }),
  fc.constantFrom(0, 1, 999, 1000, 17_999_999, 18_000_000, MAX_PERSON),
);
const resident = (n: number): string => inventedResidentNumber(n, printCompactDay);
const personOf = inventedPersonOf;

const today = parseDay('2025-06-01');

/** A text with one character changed to another of a list. */
const oneChanged = (text: string, position: number, symbol: number, symbols: string): string => {
  const others = Array.from(symbols).filter((other) => other !== text.charAt(position));
  return text.slice(0, position) + others[symbol % others.length]! + text.slice(position + 1);
};

describe('a social credit code', () => {
  it('of the standard’s example is right, inside and out', () => {
    expect(isUscc(USCC)).toBe(true);
    expect(usccCheck(USCC.slice(0, 17))).toBe('3');
    expect(organisationCheck(USCC.slice(8, 16))).toBe('4');
  });

  it.each([
    ['', 'empty'],
    [USCC.slice(0, 17), 'a character short'],
    [`${USCC}3`, 'a character long'],
    [USCC.toLowerCase(), 'small letters'],
    ['91350100O000100Y43', 'a letter outside the alphabet'],
    [' 1350100M000100Y43', 'a blank'],
    ['000000000000000000'.replace(/0$/, '1'), 'a wrong check character'],
  ])('“%s” is wrong: %s', (text) => {
    expect(isUscc(text)).toBe(false);
  });

  it('with one character changed is caught, whichever it is', () => {
    const code = person.map((n) => inventedOrganisationCode(n, applicantKind(2)));
    fc.assert(
      fc.property(code, fc.nat(17), fc.nat(29), (text, position, symbol) => {
        expect(isUscc(text)).toBe(true);
        expect(isUscc(oneChanged(text, position, symbol, USCC_ALPHABET))).toBe(false);
      }),
    );
  });
});

describe('an identity number', () => {
  it('of the standard’s example is right', () => {
    expect(isResidentNumber(RESIDENT, today)).toBe(true);
    expect(residentCheck(RESIDENT.slice(0, 17))).toBe('X');
  });

  it.each([
    '',
    '110105194912310021',
    RESIDENT.toLowerCase(),
    RESIDENT.slice(1),
    `${RESIDENT}0`,
    'X'.repeat(18),
  ])('“%s” is wrong', (text) => {
    expect(isResidentNumber(text, today)).toBe(false);
  });

  /** With its own check character. */
  const bornOn = (date: string): string => {
    const first17 = `110105${date}001`;
    return first17 + residentCheck(first17);
  };

  it.each(['20250601', '20240229', '19000228', '18000101'])('of somebody born on %s is right', (date) => {
    expect(isResidentNumber(bornOn(date), today)).toBe(true);
  });

  it.each([
    '20250602',
    '20990101',
    '19901301',
    '19900001',
    '19900230',
    '19000229',
    '19900100',
    '00000000',
    '17991231',
  ])('of somebody born on %s is wrong, though its check character is right', (date) => {
    expect(isResidentNumber(bornOn(date), today)).toBe(false);
  });

  it('with one digit changed is caught, whichever it is', () => {
    fc.assert(
      fc.property(person.map(resident), fc.nat(17), fc.nat(8), (text, position, symbol) => {
        expect(isResidentNumber(text, today)).toBe(true);
        expect(isResidentNumber(oneChanged(text, position, symbol, '0123456789'), today)).toBe(false);
      }),
    );
  });
});

describe('a made-up person', () => {
  it('has an identity number of area 99 and a right check character, and is read back from it', () => {
    fc.assert(
      fc.property(person, (n) => {
        const number = resident(n);
        expect(number).toMatch(/^99\d{4}(19[3-9]\d|200[0-2])\d{7}[\dX]$/);
        expect(isResidentNumber(number, today)).toBe(true);
        expect(personOf(number)).toBe(n);
      }),
    );
  });

  it('is born on a date that exists, the same for each number 16,384 further on', () => {
    const last = 16_384 * 1000 - 1;
    expect(resident(16_383).slice(0, 17)).toBe('99000020021231000');
    expect(resident(last).slice(0, 17)).toBe('99000020021231999');
    expect(resident(last + 1).slice(0, 6)).toBe('990001');
    expect(resident(last + 1).slice(6)).not.toBe(resident(0).slice(6));
    expect(resident(last + 1).slice(6, 14)).toBe(resident(0).slice(6, 14));
  });

  it('as a firm has a social credit code of area 99, and is read back from it', () => {
    fc.assert(
      fc.property(person, (n) => {
        const code = inventedOrganisationCode(n, applicantKind(2));
        expect(code.startsWith('91990000')).toBe(true);
        expect(isUscc(code)).toBe(true);
        expect(organisationCheck(code.slice(8, 16))).toBe(code.charAt(16));
        expect(personOf(code)).toBe(n);
      }),
    );
  });

  it.each([
    [2, '91'],
    [3, '12'],
    [4, '51'],
    [5, '91'],
    [6, '11'],
    [9, 'Y1'],
  ])('as an applicant of type %i has a code that register %s gives, of area 99', (type, register) => {
    fc.assert(
      fc.property(person, (n) => {
        const code = inventedOrganisationCode(n, applicantKind(type));
        expect(code.startsWith(`${register}990000`)).toBe(true);
        expect(isUscc(code)).toBe(true);
        expect(personOf(code)).toBe(n);
      }),
    );
  });

  it.each([
    [RESIDENT, 'a number of a real area'],
    [USCC, 'a code of a real area'],
    ['', 'nothing'],
    [`${resident(5).slice(0, 17)}${resident(5).endsWith('0') ? '1' : '0'}`, 'a wrong check character'],
    ['99000019500230001X', 'a birthday that does not exist'],
    [resident(0).replace(/^(99\d{4})\d{8}/, '$119491001'), 'a check character of another birthday'],
    [
      `${inventedOrganisationCode(5, applicantKind(2)).slice(0, 17)}${inventedOrganisationCode(5, applicantKind(2)).endsWith('0') ? '1' : '0'}`,
      'a wrong check',
    ],
    ['919900000000001I00', 'letters outside the alphabet'],
    [`99${'9'.repeat(4)}19500101000`, 'a number too short'],
  ])('is not read from “%s”: %s', (text) => {
    expect(personOf(text)).toBe(-1);
  });
});

describe('the made-up code of an office', () => {
  it('is right, of area 99, and no other office has it', () => {
    const codes = Array.from({ length: 64 * 20 }, (_, i) => inventedOfficeCode(i % 64, Math.floor(i / 64)));
    expect(codes.every((code) => isUscc(code) && code.startsWith('1199'))).toBe(true);
    expect(codes.every((code) => organisationCheck(code.slice(8, 16)) === code.charAt(16))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('a task code', () => {
  const office = inventedOfficeCode(3, 4);
  it.each([
    [`${office}2000117051000`, true],
    [`${office}7000117051000`, true],
    [`${office}8000117051000`, false],
    [`${office}200011705100`, false],
    [`${office}20001170510000`, false],
    [`${office}200011705100X`, false],
    [`${oneChanged(office, 17, 0, USCC_ALPHABET)}2000117051000`, false],
  ])('%s: %s', (text, right) => {
    expect(isTaskCode(text)).toBe(right);
  });
});

describe('the telephone number of a made-up person', () => {
  it('is 11 digits that no real mobile number begins with, and gives the person back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_PERSON }), (person) => {
        const mobile = inventedMobile(person);
        expect(mobile).toMatch(/^1[012]\d{9}$/);
        expect(inventedMobileOwner(mobile)).toBe(person);
      }),
    );
  });

  it.each(['', '0', '13800138000', '12999999999', '10012345', '100123456789'])('is not “%s”', (text) => {
    expect(inventedMobileOwner(text)).toBe(-1);
  });
});

describe('a rating device', () => {
  it('is printed by its number and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_PERSON }), (device) => {
        expect(parseDevice(printDevice(device))).toBe(device);
      }),
    );
    expect([printDevice(0), printDevice(7), printDevice(1000)]).toEqual(['', 'W007', 'N0000001000']);
  });

  it.each(['', 'W7', 'W000', 'N0000000007', 'N9999999999', '10.0.0.1'])('is not “%s”', (text) => {
    expect(parseDevice(text)).toBeLessThan(1);
  });
});
