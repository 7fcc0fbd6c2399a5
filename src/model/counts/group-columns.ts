import { serviceMeasures, type Grouping } from '../cells.ts';
import { itemKinds } from '../items/item-kinds.ts';
import { handlingMeasures } from './handling-counts.ts';
import { GROUPS } from './random-groups.ts';

/** Channels 0..7 and levels 0..5, tags of levels 1..5: as the counts of a unit have them. */
const CHANNELS = 8;
export const GROUP_LEVELS = 6;
const TAGS = 40;

const handling = TAGS;
const active = handling + handlingMeasures.length;
const automatic = active + CHANNELS * GROUP_LEVELS;
const byItemKind = automatic + CHANNELS * GROUP_LEVELS;
const services = byItemKind + itemKinds.length * GROUP_LEVELS;
const casesWithoutVisit = services + serviceMeasures.length;

/**
 * Where the counts of a cell by group begin; part of the data format: append, never move. A count stands at column * 32 +
 * group. Cells of offices end before `active`: their other counts are those of the cells by office and by item.
 */
export const groupColumn = {
  /** At (level - 1) * 8 + bit. */
  tags: 0,
  /** In the order of `handlingMeasures`. */
  handling,
  /** Ratings somebody gave, at channel * 6 + level; then those the system gave. */
  active,
  automatic,
  /** First ratings, at kind * 6 + level. */
  byItemKind,
  /** In the order of `serviceMeasures`. */
  services,
  casesWithoutVisit,
} as const;

/** Counts of a cell. */
export const groupCellSize: Readonly<Record<Grouping, number>> = {
  person: (casesWithoutVisit + 1) * GROUPS,
  office: active * GROUPS,
};
