import type { Accepted } from '../model/record/accepted.ts';
import type { RuleProfile } from '../model/reference.ts';
import { taskWordsOf, type KeyWords } from '../model/record/digest.ts';
import type { Register } from '../model/register.ts';
import type { CheckContext } from './check.ts';

/** What the checks know of the register, as columns that can be handed to another thread. */
export interface CheckRules {
  /** The moment of collection, seconds since 2000-01-01. */
  readonly now: number;
  /** Channels whose ratings carry a level, one bit each, by register id of the item. */
  readonly levelled: Int32Array;
  readonly taskWords: Int32Array;
  readonly taskAt: Int32Array;
}

/** The check rules of a register at a moment. */
export function checkRulesOf(register: Register, profiles: readonly RuleProfile[], now: number): CheckRules {
  const masks = new Map(
    profiles.map(({ id, levelledChannels }) => [
      id,
      levelledChannels.reduce((mask, channel) => mask | (1 << channel), 0),
    ]),
  );
  return {
    now,
    levelled: Int32Array.from(
      register.tasks,
      ({ officeId }) => masks.get(register.offices[officeId]?.profile ?? '') ?? ALL_CHANNELS,
    ),
    taskWords: taskWordsOf(register.tasks),
    taskAt: register.taskAt,
  };
}

const ALL_CHANNELS = 0b1111_1110;

/** What the checks ask of the records accepted before, and the case numbers that are not in our own form. */
export interface Memory {
  readonly accepted: Accepted;
  readonly foreignCase: KeyWords['foreignCase'];
}

/** The memory of a thread that has no store: nothing was accepted before. Whoever stores must make sure of it. */
export const noMemory: Memory = {
  accepted: {
    mayHoldServices: () => false,
    mayHoldRatings: () => false,
    service: () => undefined,
    rating: () => undefined,
  },
  foreignCase: () => '',
};

/** What the checks know: their rules, and what was accepted before. */
export function checkContext(checkRules: CheckRules, memory: Memory): CheckContext {
  const { now, levelled, taskWords, taskAt } = checkRules;
  return {
    now,
    levelled: (task, channel) => ((levelled[task] ?? ALL_CHANNELS) & (1 << channel)) !== 0,
    accepted: memory.accepted,
    words: { taskWords, taskAt, foreignCase: memory.foreignCase },
  };
}
