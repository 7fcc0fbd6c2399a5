import { Block, stream, streamKey, threefry, WORDS } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { normalOf } from '../normal-words.ts';
import type { Span } from '../span.ts';
import { HALL, HOTLINE, ONLINE, type Tables } from '../world/tables.ts';
import { Losses } from './losses.ts';
import { WindowDays } from './window-days.ts';

/** What of a service in hand its experience depends on. */
export interface FeltService {
  readonly item: {
    readonly unit: number;
    readonly task: number;
    readonly group: number;
    readonly cuts: Float64Array;
    readonly cutsFrom: number;
    readonly online: number;
  };
  readonly entity: number;
  readonly place: number;
  readonly rater: number;
  /** Band of age of the applicant, in tables of effects. */
  readonly band: number;
  /** The word of what all services of the case share. */
  readonly caseWord: number;
  readonly at: number;
  /** Working days after which it completed its case; 0 for any other. */
  readonly days: number;
}

/**
 * What is felt: a standard normal value, made up of parts that the service has for itself and shares with others of its
 * person, its age, its case and its window on that day. The shares of these parts in the variance sum to 1, so that each
 * level is as likely as if nothing were shared.
 */
export class Experience {
  private readonly block = new Block();
  private readonly windowDays: WindowDays;
  /** By band of age. */
  private readonly ofService: Float64Array;
  private readonly ofPerson: number;
  private readonly ofCase: number;
  private readonly ofWindowDay: number;
  private readonly losses: Losses;
  /** The case whose shared part is known: its draws name it. */
  private group = -1;
  private entity = -1;
  private shared = 0;

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    private readonly tables: Tables,
    span: Span,
  ) {
    const { person, case: ofCase, windowDay } = scenario.experience;
    this.ofService = tables.ages.variance.map((ofAge) => Math.sqrt(1 - person - ofCase - windowDay - ofAge));
    this.ofPerson = Math.sqrt(person);
    this.ofCase = Math.sqrt(ofCase);
    this.ofWindowDay = Math.sqrt(windowDay);
    this.losses = new Losses(scenario, tables, span);
    this.windowDays = new WindowDays(seed);
  }

  /** The level felt in a service, 1..5: `word` is its own, `window` where it was given (0 where at none). */
  levelOf(service: FeltService, word: number, window: number): number {
    const { item, place, days, at } = service;
    const value = this.valueOf(service, word, window) - this.losses.of(item.task, place, days, at);
    const { cuts, cutsFrom } = item;
    const row = cutsFrom + (place === HALL ? HALL : ONLINE) * 4;
    let felt = 1;
    for (let i = 0; i < 4; i++) if (value >= (cuts[row + i] ?? 0)) felt++;
    return felt;
  }

  /** What is felt in a service against the mean of such services. */
  valueOf(service: FeltService, word: number, window: number): number {
    const { item } = service;
    if (service.entity !== this.entity || item.group !== this.group) this.shared = this.sharedIn(service);
    let value = (this.ofService[service.band] ?? 1) * normalOf(word) + this.shared;
    if (this.ofWindowDay > 0) {
      const office = this.tables.office[item.task] ?? 0;
      const day = Math.floor(service.at / DAY_SECONDS);
      value += this.ofWindowDay * this.windowDays.effect(item.unit, office, window, day);
    }
    return value;
  }

  /** The part that all services of a case share. */
  private sharedIn(service: FeltService): number {
    const { item, entity, rater, caseWord } = service;
    this.group = item.group;
    this.entity = entity;
    let value = this.ofCase === 0 ? 0 : this.ofCase * normalOf(caseWord);
    if (this.ofPerson > 0) {
      threefry(this.seed, streamKey(stream.person, 0), rater, 0, this.block);
      value += this.ofPerson * normalOf(this.block.a);
    }
    return value + this.ofAge(service);
  }

  /** What the age of the applicant adds, against all natural persons who come with this item to this place. */
  private ofAge({ item, place, band }: FeltService): number {
    const { felt, together, variance } = this.tables.ages;
    if (variance[band] === 0) return 0;
    const online = item.online / WORDS;
    const ofPlace = place === HOTLINE ? 0 : place === HALL ? -online : 1 - online;
    return (felt[band] ?? 0) - ofPlace * together;
  }
}
