import { z } from 'zod';
import type { RefusedLine } from '../../detect/unit-records.ts';
import { reasonOf } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import type { Store } from '../../store/open.ts';
import { eachRefusal } from '../../store/read/refusals.ts';

/** Characters of a case number that are the code of its item. */
const ITEM_CODE = 31;

/** What is read of the line of a refused record: any of it may be missing, or of another kind. */
const lineFields = z.object({
  projectNo: z.string().catch(''),
  serviceNumber: z.union([z.string(), z.number()]).catch(''),
  taskCode: z.string().catch(''),
});

/** The refused records that a database keeps, with what their lines say of them. */
export function readRefused(store: Store, register: Register): RefusedLine[] {
  const read = [...eachRefusal(store)].map(({ id, reason, kind, raw }) => ({
    id,
    reason: reasonOf(reason),
    kind,
    ...fieldsOf(raw),
  }));
  const services = new Set(read.filter(({ kind }) => kind === 'service').map(serviceOf));
  return read.map((record) => {
    const code = record.taskCode === '' ? record.projectNo.slice(0, ITEM_CODE) : record.taskCode;
    return {
      id: record.id,
      reason: record.reason,
      unit: register.taskByCode.get(code)?.unitIndex ?? -1,
      serviceRefused: record.kind !== 'service' && services.has(serviceOf(record)),
    };
  });
}

type Fields = z.infer<typeof lineFields>;

const serviceOf = ({ projectNo, serviceNumber }: Fields): string => `${projectNo}/${String(serviceNumber)}`;

function fieldsOf(raw: string): Fields {
  try {
    return lineFields.parse(JSON.parse(raw));
  } catch {
    return { projectNo: '', serviceNumber: '', taskCode: '' };
  }
}
