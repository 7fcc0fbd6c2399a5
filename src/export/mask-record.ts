import { isUscc } from '../model/record/identifiers.ts';
import { recordKinds } from '../model/record/kind.ts';
import { recordFields } from '../national/fields.ts';
import { eachMember } from '../national/json-members.ts';

/**
 * Values that are known to be safe, by field and shape. Everything else is masked: a field that nobody thought of, a
 * telephone number where a code should be, text that people wrote.
 */
const code = /^\d{1,2}$/;
const time = /^\d{4}[-/]\d{2}[-/]\d{2}(?:[ T]\d{2}:\d{2}:\d{2})?$/;
const safe: ReadonlyMap<string, RegExp> = new Map([
  ['kind', /^(?:service|rating|rectification|office|item)$/],
  ['taskCode', /^[0-9A-Z]{18}\d{13}(?:\d{2})?$/],
  // Our own form: item, day and serial. Others’ numbers may be anybody’s telephone.
  ['projectNo', /^[0-9A-Z]{18}\d{13}\d{8}\d{6}$/],
  ['serviceNumber', code],
  ['proStatus', code],
  ['proChannel', code],
  ['userProp', code],
  ['userPageType', /^\d{3}$/],
  ['taskType', code],
  ['projectType', code],
  ['satisfaction', code],
  ['pf', code],
  ['assessNumber', code],
  ['isdefault', code],
  ['verdict', code],
  ['complex', code],
  ['callbackLevel', code],
  ['evalDetail', /^\d{3}(?:[,，] ?\d{3}){0,11}$/],
  ['serviceName', /^(?:咨询|申报|受理|补正|缴费|签收|办结)$/],
  ['areaCode', /^\d{6}0{6}$/],
  ['deviceNo', /^W\d{3}$/],
  ['dataSource', /^模拟数据$/],
  ['name', /^无$/],
  ...['acceptDate', 'resultDate', 'serviceTime', 'assessTime', 'uploadTime'].map((name): [string, RegExp] => [
    name,
    time,
  ]),
  ...['contactTime', 'rectifyTime', 'callbackTime'].map((name): [string, RegExp] => [name, time]),
]);

/** Codes of organs and institutions; those of other kinds may be a single trader’s. */
const isOfficeCode = (value: string): boolean => /^1[1-9]/.test(value) && isUscc(value);

const fieldNames = new Set([
  'kind',
  ...recordKinds.flatMap((kind) => recordFields[kind].map(({ name }) => name)),
]);

const isSafe = (name: string, value: string): boolean =>
  value === '' || (safe.get(name)?.test(value) ?? (name === 'orgcode' && isOfficeCode(value)));

/** As many stars as characters up to a limit: how long a value is may be what is wrong with it. */
const stars = (value: string): string => '*'.repeat(Math.min(Array.from(value.slice(0, 60)).length, 30));

/** What of a line that is no JSON may be shown: words of the interface, and what is neither letter nor digit. */
const plainWords = new Set([...fieldNames, 'service', 'rating', 'rectification']);
const maskText = (text: string): string =>
  text.replace(/[\p{L}\p{N}\p{M}\p{S}\p{Co}\p{Cn}_]+/gu, (word) =>
    plainWords.has(word) ? word : stars(word),
  );

/** A raw record as it may be shown: codes, times and our own case numbers stay, all else is stars. */
export function maskRecord(raw: string): string {
  const members: string[] = [];
  const fault = eachMember(raw, (name, value, quoted) => {
    const shown = fieldNames.has(name) ? name : stars(name);
    const clear = value !== undefined && isSafe(name, value);
    const text = clear ? value : value === undefined ? '***' : stars(value);
    members.push(
      `${JSON.stringify(shown)}:${clear && !quoted && value !== '' ? text : JSON.stringify(text)}`,
    );
  });
  return fault ? maskText(raw) : `{${members.join(', ')}}`;
}
