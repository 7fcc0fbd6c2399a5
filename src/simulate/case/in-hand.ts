import { WORDS } from '../../model/math/random.ts';
import { firstMinorIn } from '../../model/record/birthdays.ts';
import { caseKey, MAX_SERIALS } from '../../model/record/key.ts';
import type { Placement } from '../placement.ts';
import type { Span } from '../span.ts';
import { reformedOn } from '../world/reforms.ts';
import type { Tables } from '../world/tables.ts';
import type { TagChoices } from '../world/tag-choices.ts';

/** An item on a day, with what its cases ask again and again. One object serves a whole run. */
export class ItemInHand {
  /** Index of the unit, of the task in the world, its slot in the unit and its id in the register. */
  unit = 0;
  task = 0;
  slot = 0;
  taskId = 0;
  /** Unit and slot as the keys of randomness name them. */
  group = 0;
  /** The day, and which of the span it is. */
  day = 0;
  d = 0;
  /** The first birthday of those who are minors in its year. */
  firstMinor = 0;
  /** From where on its working days are counted. */
  position = 0;
  /** A word below it sends a case online. */
  online = 0;
  /** What the effect of an age on it is a part of. */
  onlineRange = 0;
  instant = false;
  /** Template of the hours of its office. */
  template = 0;
  promised = 0;
  speed = 1;
  /** The cuts between levels felt (world/tables.ts) of its year, and from where on its own stand among them. */
  cuts: Float64Array;
  cutsFrom = 0;
  /** The tags that its ratings choose from. */
  choices: TagChoices;
  /** Key of the first service of the day's first case, and that case as its draws name it. */
  firstKey = 0;
  firstEntity = 0;

  constructor(
    private readonly tables: Tables,
    private readonly placement: Placement,
    private readonly span: Span,
  ) {
    this.cuts = tables.cuts;
    this.choices = tables;
  }

  /** Turns to an item of a unit on a day of the span. */
  turnTo(unit: number, task: number, d: number): void {
    const { tables, placement } = this;
    const inYear = d < this.span.yearBegins ? tables.before : tables;
    const day = this.span.days[d] ?? 0;
    const own = inYear.reformed[task];
    const reformed = own === undefined ? undefined : reformedOn(own, day);
    this.cuts = reformed === undefined ? inYear.cuts : reformed.cuts;
    this.cutsFrom = reformed === undefined ? task * 8 : 0;
    this.choices = reformed ?? tables;
    this.unit = unit;
    this.task = task;
    this.slot = placement.slot[task] ?? 0;
    this.taskId = placement.taskId[task] ?? 0;
    this.group = (unit << 10) | this.slot;
    this.day = day;
    this.d = d;
    this.firstMinor = firstMinorIn(day);
    this.position = this.span.position[d] ?? 0;
    this.online = this.span.off[d] === 1 ? WORDS : (reformed?.online ?? inYear.online[task] ?? 0);
    this.onlineRange = this.online * (1 - this.online / WORDS);
    this.instant = tables.instant[task] === 1;
    this.template = tables.officeHours.template[task] ?? 0;
    this.promised = tables.promisedDays[task] ?? 0;
    this.speed = reformed?.speed ?? inYear.speed[task] ?? 1;
    this.firstKey = caseKey(unit, this.day, this.slot, 0);
    this.firstEntity = this.day * MAX_SERIALS;
  }
}

/** The service that is being made, and its case. One object serves a whole run. */
export class ServiceInHand {
  /** Day and serial of the case, as its draws name them. */
  entity = 0;
  place = 0;
  /** Type of the applicant, who it is, and who rates: an agent where one has filed the case. */
  userType = 1;
  person = 0;
  /** Band of age of the applicant, in tables of effects. */
  band = 0;
  rater = 0;
  /** The word of what all services of the case share in what is felt. */
  caseWord = 0;
  appliedAt = 0;
  /** The tags that its ratings choose from. */
  choices: TagChoices;
  /** Key of this service. */
  key = 0;
  /** Which draws are its own. */
  number = 0;
  at = 0;
  /** Working days after which the service completed its case, 0 for any other; 1 where that was longer than promised. */
  days = 0;
  late = 0;
  completed = false;
  /** Code of its stage (环节). */
  stage = 0;
  /** How often papers of the case have been asked for again by then. */
  supplements = 0;
  /** What was felt: 1..5. */
  felt = 0;

  constructor(readonly item: ItemInHand) {
    this.choices = item.choices;
  }
}
