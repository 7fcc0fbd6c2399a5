import type { Knowledge } from '../../model/knowledge.ts';
import type { RealismFigures } from '../../model/realism/realism-check.ts';
import { isForeign, partsOf, serviceNumberOf } from '../../model/record/key.ts';
import {
  ratingAutomatic,
  ratingChannel,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceUserType,
} from '../../model/record/packed-fields.ts';
import type { RatingRow, ServedRow, ServiceRow } from '../../model/record/row.ts';
import type { Register } from '../../model/register.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { isHotlineCall } from '../hotline-call.ts';
import { BadRatingCounts } from './bad-rating-counts.ts';
import { CaseLevels } from './case-levels.ts';
import { DistinctTexts } from './distinct-texts.ts';
import { FirstMonth } from './first-month.ts';
import { GroupedSums } from './grouped-sums.ts';
import { HoursOfRatings } from './hours-of-ratings.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import { ItemPopularity } from './item-popularity.ts';
import { OffDayApplications } from './off-day-applications.ts';
import { RatedItems } from './rated-items.ts';
import { RatingDelays } from './rating-delays.ts';
import { SlowBadCases } from './slow-bad-cases.ts';
import { TopFirms } from './top-firms.ts';

/** Codes of the interface that the statistics ask for: 申报渠道, 评价渠道, 办理人类型 and 环节. */
const ONLINE_APPLICATION = 1;
const TELEPHONE = 6;
const TEXT_MESSAGE = 7;
const FIRMS: readonly number[] = [2, 5];
const COMPLETION = 6;

/** Texts of which the distinct ones are counted. */
const TEXTS = 10_000;
/** A firm and a person may have the same number: what tells them apart is the kind of user, below this. */
const USER_TYPES = 16;

/** Counts the rows of a run once for all statistics of realism, from nothing but what is stored. */
export class RealismCounter {
  private readonly telephone = new HoursOfRatings();
  private readonly messages = new HoursOfRatings();
  private readonly offDays: OffDayApplications;
  private readonly popularity: ItemPopularity;
  private readonly rated: RatedItems;
  private readonly bad: BadRatingCounts;
  private readonly texts = new DistinctTexts(TEXTS);
  private readonly firms = new TopFirms();
  private readonly offices = new GroupedSums();
  private readonly items = new GroupedSums();
  private readonly persons = new GroupedSums();
  private readonly cases = new CaseLevels();
  private readonly delays = Array.from({ length: 6 }, () => new RatingDelays());
  private readonly slow = new SlowBadCases();
  private readonly firstMonth: FirstMonth;

  constructor(
    private readonly register: Pick<Register, 'tasks'>,
    { calendar, reference }: Pick<Knowledge, 'calendar' | 'reference'>,
  ) {
    this.offDays = new OffDayApplications(calendar);
    this.popularity = new ItemPopularity(register.tasks);
    this.rated = new RatedItems(register.tasks);
    this.bad = new BadRatingCounts(reference.tags);
    this.firstMonth = new FirstMonth(calendar);
  }

  /** A service with its ratings, what of them is the run's. */
  add({ service, ratings }: ServedRow): void {
    if (service !== undefined) this.addService(service);
    for (const [i, rating] of ratings.entries()) {
      // Nobody gave an automatic rating.
      if (ratingAutomatic(rating.packed) === 1) continue;
      this.addRating(rating);
      if (service === undefined) continue;
      this.rated.add(service.task, rating.assessedAt);
      if (i === 0) this.addExperience(service, rating);
    }
  }

  private addService(service: ServiceRow): void {
    const { key, packed, task, acceptedAt, serviceAt, person } = service;
    this.firstMonth.add(Math.floor(serviceAt / DAY_SECONDS));
    // A case is counted at the first of its services; a call to the hotline is none.
    if (serviceNumberOf(key) !== 1 || isHotlineCall(service)) return;
    this.popularity.add(task);
    const userType = serviceUserType(packed);
    if (FIRMS.includes(userType) && person >= 0) this.firms.add(person * USER_TYPES + userType);
    if (serviceChannel(packed) === ONLINE_APPLICATION) {
      this.offDays.add(isForeign(key) ? Math.floor(acceptedAt / DAY_SECONDS) : partsOf(key).day);
    }
  }

  private addRating({ key, packed, assessedAt, text }: RatingRow): void {
    const channel = ratingChannel(packed);
    if (channel === TELEPHONE) this.telephone.add(assessedAt);
    if (channel === TEXT_MESSAGE) this.messages.add(assessedAt);
    const level = ratingLevel(packed);
    if (level === 1 || level === 2) this.bad.add(level, ratingTags(packed));
    if (text !== null) this.texts.add(key, text);
  }

  /** A first rating with a level, beside what it is about. */
  private addExperience(service: ServiceRow, { packed, assessedAt }: RatingRow): void {
    const level = ratingLevel(packed);
    const task = this.register.tasks[service.task];
    if (level === 0 || task === undefined) return;
    this.offices.add(task.officeId, level);
    this.items.add(service.task, level);
    this.cases.add(service.key - serviceNumberOf(service.key), level);
    if (service.person >= 0) {
      this.persons.add(service.person * USER_TYPES + serviceUserType(service.packed), level);
    }
    this.delays[level]?.add(assessedAt - service.serviceAt);
    const { acceptedAt, finishedAt } = service;
    const completed = serviceStage(service.packed) === COMPLETION && finishedAt >= 0 && acceptedAt >= 0;
    if (completed && task.promisedDays > 0) this.slow.add(level, finishedAt - acceptedAt, task.promisedDays);
  }

  figures(): RealismFigures {
    const { telephone, messages, bad, delays } = this;
    const delay = (level: number) => delays[level]?.median() ?? { value: null, n: 0 };
    return {
      telephoneNight: telephone.night(),
      telephoneOutside: telephone.outside(9, 21),
      messageNight: messages.night(),
      messageOutside: messages.outside(8, 22),
      offDayApplications: this.offDays.figure(),
      itemSlope: this.popularity.slope(),
      ratedItems: this.rated.figure(),
      tag110: bad.tagShare('110'),
      tag108: bad.tagShare('108'),
      tag109: bad.tagShare('109'),
      levelRatio: bad.levelRatio(),
      distinctTexts: this.texts.figure(),
      topFirms: this.firms.figure(),
      withinOffice: intraclassCorrelation(this.offices),
      withinItem: intraclassCorrelation(this.items),
      withinPerson: intraclassCorrelation(this.persons),
      withinCase: this.cases.figure(),
      delay5: delay(5),
      delay4: delay(4),
      delay3: delay(3),
      delay2: delay(2),
      delay1: delay(1),
      slowBadCases: this.slow.figure(),
      firstMonth: this.firstMonth.figure(),
    };
  }
}
