import { cannot } from '../model/errors.ts';
import { escaped } from '../model/characters.ts';
import { faultOf, fieldAtFault, ruleOf } from '../model/field-rule.ts';
import { unitIndexOf } from '../model/names/named-reference.ts';
import { isTaskCode, isUscc } from '../model/record/identifiers.ts';
import type { Reference } from '../model/reference.ts';
import { refusalText } from '../model/refusal.ts';
import { eachMember, readFields, type ReadFault } from '../national/json-members.ts';
import { isTooLong, type Line } from '../national/lines.ts';
import { registerLine, type ItemLine, type OfficeLine, type RegisterLine } from '../model/register.ts';

/** True for a line that belongs to a register rather than to records. */
export const isRegisterLine = (text: string): boolean =>
  /^\s*\{\s*"kind"\s*:\s*"(office|item|change)"/.test(text);

/** Reads one line of a register; a Mistake names file, line, field, value and rule. A register is taken whole or not at all. */
export function readRegisterLine(line: Line, source: string): RegisterLine {
  const { text, number } = line;
  const fault: ReadFault | undefined = isTooLong(line)
    ? { reason: 'oversized', field: '' }
    : readFaultOf(text);
  if (fault?.reason === 'malformed')
    throw wrong(source, number, '不是一个 JSON 对象', 'is not one JSON object');
  if (fault) {
    const { zh, en } = refusalText[fault.reason].rule;
    const name = escaped(fault.field);
    const field = name === '' ? { zh: '', en: '' } : { zh: `${name}：`, en: `${name}: ` };
    throw wrong(source, number, field.zh + zh, field.en + en);
  }
  const value: unknown = JSON.parse(text);
  const result = registerLine.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw result.error;
  const field = fieldAtFault(issue);
  if (issue.code === 'unrecognized_keys') {
    const { zh, en } = ruleOf(issue);
    const inside = field === '' ? { zh: '', en: '' } : { zh: `${field}：`, en: `${field}: ` };
    throw wrong(source, number, inside.zh + zh, inside.en + en);
  }
  const { zh, en } = faultOf(issue, value);
  throw wrong(source, number, `${field} = ${zh}`, `${field} = ${en}`);
}

/** What is wrong with a line, or with an object in it. */
function readFaultOf(text: string): ReadFault | undefined {
  let inner: ReadFault | undefined;
  eachMember(text, (_name, _value, _quoted, nested) => {
    if (nested?.startsWith('{')) inner ??= readFaultOf(nested);
  });
  return readFields(text).fault ?? inner;
}

/** Checks a register as a whole: codes, checksums, and that every item's office is in it or known already. */
export function checkRegister(
  offices: readonly OfficeLine[],
  items: readonly ItemLine[],
  known: (officeCode: string) => boolean,
  reference: Reference,
  source: string,
): void {
  const units = new Set(reference.units.map(({ code }) => code));
  const profiles = new Set(reference.profiles.map(({ id }) => id));
  const given = new Set(offices.map(({ code }) => code));
  for (const { code, unit, profile } of offices) {
    if (!isUscc(code))
      throw wrong(
        source,
        0,
        `机构 code = ${code}：校验码不符合 GB 32100`,
        `office code = ${code}: checksum fails GB 32100`,
      );
    if (!units.has(unit) && unitIndexOf(reference, unit) >= 0)
      throw wrong(
        source,
        0,
        `机构 ${code} 的 unit = ${unit}：一份清单的单位或全用真实代码，或全用编造的代码（98 开头）`,
        `office ${code}, unit = ${unit}: the units of a register go by their real codes or by invented ones (98xxxx), not by both`,
      );
    if (!units.has(unit))
      throw wrong(
        source,
        0,
        `机构 ${code} 的 unit = ${unit}：不是参评单位`,
        `office ${code}, unit = ${unit}: not an assessed unit`,
      );
    if (!profiles.has(profile))
      throw wrong(
        source,
        0,
        `机构 ${code} 的 profile = ${profile}：没有这个规则`,
        `office ${code}, profile = ${profile}: no such rule profile`,
      );
  }
  for (const { taskCode, office } of items) {
    if (!isTaskCode(taskCode) || !taskCode.startsWith(office)) {
      throw wrong(
        source,
        0,
        `事项 taskCode = ${taskCode}：须为机构代码 + 行使层级 + 12 位基本编码，共 31 位`,
        `item taskCode = ${taskCode}: must be the office's code, a level and a 12-digit basic code, 31 characters`,
      );
    }
    if (!given.has(office) && !known(office)) {
      throw wrong(
        source,
        0,
        `事项 ${taskCode} 的 office = ${office}：清单中没有这个机构`,
        `item ${taskCode}, office = ${office}: no such office in the register`,
      );
    }
  }
}

const wrong = (source: string, number: number, zh: string, en: string): Error =>
  cannot(
    `事项清单 ${source}${number > 0 ? ` 第 ${String(number)} 行` : ''}：${zh}`,
    `register ${source}${number > 0 ? `, line ${String(number)}` : ''}: ${en}`,
  );
