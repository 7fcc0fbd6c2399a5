import { cannot } from '../../model/errors.ts';

/** Throws a Mistake where what a register says of a code is not what the stored one says. */
export function assertAgrees(code: string, there: string, given: string): void {
  if (there === given) return;
  throw cannot(
    `清单中的 ${code} 与库中已有的内容不同：一个数据库只容纳一份清单（一个场景与种子），请换一个 --db`,
    `${code} of the register differs from the one stored: a database holds one register (one scenario and seed); give another --db`,
  );
}

export const repeatedInRegister = (code: string): Error =>
  cannot(`清单中 ${code} 出现两次`, `the register has ${code} twice`);
