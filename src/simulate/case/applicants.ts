import { Block, stream, streamKey, threefry, WORDS } from '../../model/math/random.ts';
import { birthOf } from '../../model/record/birthdays.ts';
import { AGENT, NATURAL_PERSON, numberAt, POOLS, type ApplicantPools } from '../world/applicant-pools.ts';
import { bandOfApplicant } from '../world/age-effects.ts';
import { choose } from '../distributions.ts';
import { caseWord } from './case-draws.ts';
import type { ServiceInHand } from './in-hand.ts';

/** Draws who applies for a case, and who rates it: from a pool, in which some come back more often than others. */
export class Applicants {
  private readonly block = new Block();

  constructor(
    private readonly seed: number,
    private readonly pools: ApplicantPools,
  ) {}

  /** Chooses the applicant of the case in hand by the words of the case, of this type where one is given. */
  choose(inHand: ServiceInHand, words: Uint32Array, given?: number): void {
    const { pools } = this;
    const { unit, task } = inHand.item;
    const open = pools.types[task];
    // The upper halves of these two words say something else; the lower ones are free.
    const typeWord = ((words[caseWord.entry] ?? 0) << 16) >>> 0;
    const agentWord = ((words[caseWord.acceptance] ?? 0) << 16) >>> 0;
    const type =
      given ??
      (open === undefined
        ? NATURAL_PERSON
        : (open.types[choose(open.thresholds, typeWord)] ?? NATURAL_PERSON));
    const places = type === NATURAL_PERSON ? pools.persons : pools.organisations;
    const personWord = words[caseWord.person] ?? 0;
    const step = personWord >>> 20;
    const low = places[step] ?? 0;
    const place = low + ((places[step + 1] ?? 1) - low) * ((personWord & 0xfffff) / 0x100000);
    inHand.userType = type;
    const at = Math.floor(place * (pools.sizes[unit * POOLS + type] ?? 1));
    const { firstMinor } = inHand.item;
    inHand.person = type === NATURAL_PERSON ? adultAt(unit, type, at, firstMinor) : numberAt(unit, type, at);
    inHand.band = bandOfApplicant(type, inHand.person);
    inHand.rater = type !== NATURAL_PERSON && agentWord < pools.agents ? this.agentOf(inHand) : inHand.person;
  }

  /** The agent who files for an organisation, always the same. */
  private agentOf({ item: { unit, firstMinor }, person: organisation }: ServiceInHand): number {
    threefry(this.seed, streamKey(stream.agent, 0), organisation, 0, this.block);
    const agents = this.pools.sizes[unit * POOLS + AGENT] ?? 1;
    return adultAt(unit, AGENT, Math.floor((this.block.a / WORDS) * agents), firstMinor);
  }
}

/**
 * Number of the natural person at a place in a pool, or of the next one who is of age. Next to a minor, in a year of 2017 or
 * later, is somebody five years older at most: of the same band, and with nearly as many cases.
 */
function adultAt(unit: number, pool: number, place: number, firstMinor: number): number {
  let number = numberAt(unit, pool, place);
  for (let next = place + 1; birthOf(number) >= firstMinor; next++) number = numberAt(unit, pool, next);
  return number;
}
