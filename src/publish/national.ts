import { printCaseNumber } from '../model/case-number.ts';
import {
  inventedFirmCode,
  inventedMobile,
  inventedResidentNumber,
  printDevice,
} from '../model/identifiers.ts';
import { assessNumberOf, isForeign, partsOf, serviceKeyOf, serviceNumberOf } from '../model/key.ts';
import {
  ratingChannel,
  ratingDefaulted,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceStatus,
  serviceUserType,
} from '../model/mark.ts';
import type { Reference } from '../model/reference.ts';
import type { Register } from '../model/register.ts';
import type { RatingRow, ServiceRow } from '../model/row.ts';
import { printCompactDay, printSecond } from '../model/time.ts';

/** Prints stored rows as records of the national two-step interface: what `collect --dialect national` reads back. */
export interface NationalPrinter {
  service(row: ServiceRow): string;
  rating(row: RatingRow): string;
}

const time = (second: number): string => (second < 0 ? '' : printSecond(second));

/** A printer over a register; `foreignCase` gives the case number of a foreign service key. */
export function nationalPrinter(
  reference: Reference,
  register: Register,
  foreignCase: (serviceKey: number) => string,
): NationalPrinter {
  const stageNames = new Map(reference.stages.map(({ code, name }) => [code, name]));
  const tagCodes = [0, 1, 2, 3, 4, 5].map((level) =>
    reference.tags.filter((tag) => tag.level === level).map(({ code }) => code),
  );
  const taskOf = (serviceKey: number) => {
    const { unit, slot } = partsOf(serviceKey);
    return register.tasks[register.taskAt[unit * 1024 + slot] ?? -1];
  };
  const caseNumber = (serviceKey: number): string => {
    if (isForeign(serviceKey)) return foreignCase(serviceKey);
    const { day, serial } = partsOf(serviceKey);
    return printCaseNumber(taskOf(serviceKey)?.taskCode ?? '', day, serial);
  };
  return {
    service(row) {
      const task = register.tasks[row.task];
      const office = task === undefined ? undefined : register.offices[task.officeId];
      const userType = serviceUserType(row.mark);
      const byPerson = userType === 1;
      return JSON.stringify({
        kind: 'service',
        taskCode: task?.taskCode ?? '',
        taskName: task?.name ?? '',
        taskType: task?.taskType ?? '',
        projectNo: caseNumber(row.key),
        proStatus: String(serviceStatus(row.mark)),
        orgcode: office?.code ?? '',
        orgName: office?.name ?? '',
        areaCode: `${office?.unit ?? ''}000000`,
        acceptDate: time(row.acceptedAt),
        resultDate: time(row.finishedAt),
        userProp: String(userType),
        userName: `模拟用户${String(row.person)}`,
        userPageType: byPerson ? '111' : '001',
        certKey: byPerson
          ? inventedResidentNumber(row.person, printCompactDay)
          : inventedFirmCode(row.person),
        mobile: inventedMobile(row.person),
        serviceName: stageNames.get(serviceStage(row.mark)) ?? '',
        serviceNumber: serviceNumberOf(row.key),
        serviceTime: time(row.serviceAt),
        proChannel: String(serviceChannel(row.mark)),
        projectType: task?.handling === 'instant' ? '1' : '2',
        dataSource: '模拟数据',
      });
    },
    rating(row) {
      const level = ratingLevel(row.mark);
      const tags = ratingTags(row.mark);
      const serviceKey = serviceKeyOf(row.key);
      return JSON.stringify({
        kind: 'rating',
        projectNo: caseNumber(serviceKey),
        serviceNumber: serviceNumberOf(serviceKey),
        satisfaction: level === 0 ? '' : String(level),
        evalDetail: (tagCodes[level] ?? []).filter((_, bit) => (tags & (1 << bit)) !== 0).join(','),
        writingEvaluation: row.text ?? '',
        pf: String(ratingChannel(row.mark)),
        name: '无',
        assessTime: time(row.assessedAt),
        uploadTime: time(row.uploadedAt),
        deviceNo: printDevice(row.device),
        mobile: row.rater < 0 ? '' : inventedMobile(row.rater),
        assessNumber: assessNumberOf(row.key),
        isdefault: String(ratingDefaulted(row.mark)),
        dataSource: '模拟数据',
      });
    },
  };
}
