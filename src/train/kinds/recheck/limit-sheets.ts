import type { RectificationLimits } from '../../../model/rectification.ts';

/**
 * Limits that an exercise can set: those of the rule profile of this id (db/reference/profiles.json), with what is assumed where it states
 * none. They are kept here, because an exercise that was made must stay as it is; a test compares them with the profiles. Exercises show
 * the days and not the place: what is told there of an office happened nowhere.
 */
export const limitSheets: readonly (RectificationLimits & { readonly profile: string })[] = [
  {
    profile: 'standard',
    contact: { days: 1, kind: 'working' },
    ordinary: { days: 5, kind: 'working' },
    complex: { days: 15, kind: 'working' },
  },
  {
    profile: 'zhejiang-2019',
    contact: { days: 1, kind: 'natural' },
    ordinary: { days: 15, kind: 'natural' },
    complex: { days: 15, kind: 'natural' },
  },
  {
    profile: 'shandong-dezhou-2020',
    contact: { days: 1, kind: 'working' },
    ordinary: { days: 5, kind: 'working' },
    complex: { days: 5, kind: 'working' },
  },
  {
    profile: 'shanghai-2019',
    contact: { days: 0, kind: 'natural' },
    ordinary: { days: 5, kind: 'working' },
    complex: { days: 15, kind: 'working' },
  },
  {
    profile: 'sichuan-meishan',
    contact: { days: 1, kind: 'working' },
    ordinary: { days: 15, kind: 'working' },
    complex: { days: 15, kind: 'working' },
  },
  {
    profile: 'hunan-linwu',
    contact: { days: 1, kind: 'working' },
    ordinary: { days: 7, kind: 'natural' },
    complex: { days: 15, kind: 'natural' },
  },
  {
    profile: 'jiangsu',
    contact: { days: 3, kind: 'working' },
    ordinary: { days: 15, kind: 'working' },
    complex: { days: 15, kind: 'working' },
  },
];
