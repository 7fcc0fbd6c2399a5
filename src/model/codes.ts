import type { Reference } from './reference.ts';

/** 研判结论: what a review found a bad rating to be. Codes of our own interface: append only. */
export const verdict = {
  /** 属实: right, to be rectified. */
  upheld: 1,
  /** 误评: the person meant another level. */
  mistaken: 2,
  /** 不实（经复核认定）: untrue, meant to harm. */
  malicious: 3,
  /** 已撤回: taken back by the person. */
  withdrawn: 4,
} as const;

/** A code of the interface, written as text, and what it means. */
export interface InterfaceCode {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

const entry = (code: string | number, name: string, nameEn: string): InterfaceCode => ({
  code: String(code),
  name,
  nameEn,
});

/**
 * The code lists of the interface, the only ones there are: collection reads by them, the data dictionary prints them.
 * What db/reference holds is taken from there.
 */
export const codeLists = (reference: Reference) =>
  ({
    statuses: [entry(1, '待受理', 'Waiting'), entry(2, '已受理', 'Accepted'), entry(3, '已办结', 'Finished')],
    serviceChannels: [entry(1, '线上', 'Online'), entry(2, '线下', 'In person')],
    userTypes: reference.userTypes.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    certificateTypes: [
      entry('111', '居民身份证', 'Resident identity card'),
      entry('001', '统一社会信用代码', 'Unified social credit code'),
    ],
    itemTypes: reference.itemTypes.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    handlings: [entry(1, '即办件', 'Done on the spot'), entry(2, '承诺件', 'Within a promised time')],
    // A record names its stage in words.
    stages: reference.stages.map(({ name, nameEn }) => entry(name, name, nameEn)),
    levels: reference.levels.map(({ level, name, nameEn }) => entry(level, name, nameEn)),
    tags: reference.tags.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    channels: reference.channels.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    yesNo: [entry(0, '否', 'No'), entry(1, '是', 'Yes')],
    assessNumbers: [entry(1, '首次评价', 'First rating'), entry(2, '追评', 'Additional rating')],
    verdicts: [
      entry(verdict.upheld, '属实', 'Upheld'),
      entry(verdict.mistaken, '误评', 'Mistaken'),
      entry(verdict.malicious, '不实（经复核认定）', 'Untrue (found on review)'),
      entry(verdict.withdrawn, '已撤回', 'Withdrawn'),
    ],
    callbackLevels: [entry(0, '不满意', 'Not satisfied'), entry(1, '满意', 'Satisfied')],
  }) satisfies Readonly<Record<string, readonly InterfaceCode[]>>;

export type CodeListName = keyof ReturnType<typeof codeLists>;
