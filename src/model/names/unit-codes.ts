/** What the first digits of the code of a unit say. No division of the country has a code that begins with 98 or 99. */

/** First digits of the invented codes of units that have a real one too (coded-places.ts). */
export const CODED_PREFIX = '98';

/** True of an invented code of a unit that has a real one too. */
export const isCodedCode = (code: string): boolean => code.startsWith(CODED_PREFIX);

/** True of an invented code: only of such units anything is made up that looks like a site, or assessed on one. */
export const isInventedCode = (code: string): boolean => isCodedCode(code) || isFictionalCode(code);

/** True of a unit that no map has: only there may a misdeed be simulated. */
export const isFictionalCode = (code: string): boolean => code.startsWith('99');
