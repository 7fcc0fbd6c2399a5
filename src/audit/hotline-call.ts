import { serviceStage, serviceStatus } from '../model/record/packed-fields.ts';
import type { ServiceRow } from '../model/record/row.ts';

const CONSULTATION = 1;
const FINISHED = 3;

/** The national record has no field for the hotline: a call is a consultation that is finished (docs/scenario.md). */
export const isHotlineCall = ({ packed }: Pick<ServiceRow, 'packed'>): boolean =>
  serviceStage(packed) === CONSULTATION && serviceStatus(packed) === FINISHED;
