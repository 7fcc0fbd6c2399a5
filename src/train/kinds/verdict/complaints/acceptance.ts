import { printMinute } from '../../day-count.ts';
import { besides, ticketRecord } from '../complaint.ts';
import type { Evidence } from '../evidence.ts';
import { HOUR, type Scene } from '../scene.ts';

/** What complaints of conditions before acceptance (受理) have in common. */

export const conditionTag = {
  code: '108',
  name: { zh: '在办事指南之外增加新的审批条件', en: 'Conditions added beyond the guide' },
};

/** True records of the day that do not say what was asked for. */
export const besideAcceptance = (scene: Scene, end: number): Evidence[] => [
  ticketRecord(scene, scene.servedAt),
  besides(
    'sms',
    end + HOUR,
    {
      zh: `办件 ${scene.tail}：受理通知 1 条，${printMinute(end + HOUR)}`,
      en: `Case ${scene.tail}: 1 message of acceptance, ${printMinute(end + HOUR)}`,
    },
    {
      zh: '只说明已受理，没有说明受理前提过什么条件',
      en: 'it says that the case was accepted, not what was asked for before',
    },
  ),
];
