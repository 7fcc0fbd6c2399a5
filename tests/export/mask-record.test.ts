import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskRecord } from '../../src/export/mask-record.ts';
import { inventedMobile, inventedResidentNumber } from '../../src/model/record/identifiers.ts';
import { printCompactDay } from '../../src/model/time/time.ts';
import { aRating, aRectification, aService, caseNumber, permit } from '../builders.ts';

fc.configureGlobal({ seed: 20_250_301 });

describe('a record that is shown', () => {
  it('keeps codes, times and our own case numbers', () => {
    const shown = JSON.parse(
      maskRecord(JSON.stringify(aService({ userName: '张三', orgName: '某局' }))),
    ) as object;
    expect(shown).toEqual({ ...aService(), userName: '**', orgName: '**', certKey: '*'.repeat(18) });
    const rating = aRating({ writingEvaluation: '请回电13800138000', mobile: '13800138000' });
    expect(JSON.parse(maskRecord(JSON.stringify(rating)))).toEqual({
      ...rating,
      writingEvaluation: '*'.repeat(14),
      mobile: '*'.repeat(11),
    });
    expect(JSON.parse(maskRecord(JSON.stringify(aRectification())))).toEqual({
      ...aRectification(),
      callbackMobile: '*'.repeat(11),
    });
  });

  it.each([
    ['an escaped name', '{"kind":"rating","mob\\u0069le":"13800138000"}'],
    ['another spelling', '{"kind":"rating","Mobile":"13800138000","idCard":"13800138000"}'],
    ['a number', '{"kind":"rating","mobile":13800138000}'],
    ['an object', '{"kind":"rating","user":{"mobile":"13800138000"}}'],
    ['a list', '{"kind":"rating","mobile":["1","13800138000"]}'],
    ['a name', '{"13800138000":"rating"}'],
    ['a field of codes', '{"kind":"13800138000","pf":"13800138000","serviceName":"13800138000"}'],
    ['a time', '{"assessTime":"2025-01-01 13800138000"}'],
    ['a case number', `{"projectNo":"13800138000"}`],
    ['a second value', '{"mobile":"","mobile":"13800138000"}'],
    ['a line cut off', '{"kind":"rating","mobile":"13800138000'],
    ['a line that is no JSON', 'rating of 13800138000, thank you'],
    ['a line of other fields', 'mobile=13800138000;name=13800138000'],
    ['full-width digits', '{"writingEvaluation":"１３８００１３８０００"}'],
  ])('hides a telephone number in %s', (_, raw) => {
    expect(maskRecord(raw)).not.toMatch(/138|１３８|8000|８０００/);
  });

  it('hides a name in a broken line, and keeps the words of the interface', () => {
    expect(maskRecord('{"kind":"service","userName":"欧阳小明", "certKey": ')).toBe(
      '{"kind":"service","userName":"****", "certKey": ',
    );
  });

  it('hides what people are called by in any field of any line', () => {
    const secrets = [
      '欧阳小明',
      inventedMobile(12_345),
      inventedResidentNumber(12_345, printCompactDay),
      'Zhang_San',
    ];
    const names = fc.constantFrom(
      'kind',
      'projectNo',
      'pf',
      'name',
      'orgcode',
      'taskCode',
      'evalDetail',
      'x',
      '姓名',
    );
    const value = fc.oneof(
      fc.constantFrom(...secrets),
      fc.constantFrom(...secrets).map((secret) => [secret]),
      fc.constantFrom(...secrets).map((secret) => ({ [secret]: secret })),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, value), { minLength: 1, maxLength: 4 }),
        fc.nat(60),
        (members, cut) => {
          const whole = `{${members.map(([name, given]) => `${JSON.stringify(name)}:${JSON.stringify(given)}`).join(', ')}}`;
          for (const raw of [whole, whole.slice(0, -cut), whole.slice(cut)]) {
            const shown = maskRecord(raw);
            for (const secret of secrets) expect(shown).not.toContain(secret.slice(0, 4));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('shows both values of a field that came twice', () => {
    expect(maskRecord('{"satisfaction":"1","satisfaction":"5"}')).toBe(
      '{"satisfaction":"1", "satisfaction":"5"}',
    );
  });

  it('shows of a number as sent what is safe', () => {
    expect(maskRecord(`{"serviceNumber":1,"pf":5.0,"projectNo":"${caseNumber(permit, 0)}","x":null}`)).toBe(
      `{"serviceNumber":1, "pf":5, "projectNo":"${caseNumber(permit, 0)}", "*":""}`,
    );
  });
});
