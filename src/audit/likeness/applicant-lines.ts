import { ageBands } from '../../model/record/birthdays.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';
import { bandOfApplicant } from '../../simulate/world/age-effects.ts';
import { NATURAL_PERSON, placeInPool, POOLS, shareOfCases } from '../../simulate/world/applicant-pools.ts';
import { ONLINE } from '../../simulate/world/tables.ts';
import type { AuditModel } from '../expected/audit-model.ts';
import { Counts, ShareCounter } from './counters.ts';

/** Who applied for a case, and where. */
export interface Application {
  readonly unit: number;
  readonly userType: number;
  readonly person: number;
  readonly place: number;
  /** Share of such cases that comes online, whoever applies. */
  readonly online: number;
}

/** The part of a pool that the scenario says the share of cases of. */
const TOP = 0.01;

/** Counts who applies: of which age, online and in halls, how often the same, and for whom an agent files. */
export class ApplicantLines {
  private readonly ages = new Counts(
    ['online', 'hall'].flatMap((place) => ageBands.map(({ id }) => `${place}-${id}`)),
  );
  private readonly frequent = new Counts(['persons-top', 'persons-other', 'firms-top', 'firms-other']);
  private readonly agents = new ShareCounter();

  constructor(private readonly model: AuditModel) {}

  /** A case that began in the run. */
  add(application: Application): void {
    this.addAge(application);
    this.addFrequency(application);
  }

  /** The age of a natural person, given where it came. */
  private addAge({ userType, person, place, online }: Application): void {
    const band = bandOfApplicant(userType, person);
    if (band >= ageBands.length) return;
    const first = place === ONLINE ? 0 : ageBands.length;
    const { online: effects } = this.model.tables.ages;
    this.ages.see(first + band);
    ageBands.forEach(({ share }, other) => {
      const effect = effects[other] ?? 0;
      this.ages.expect(first + other, share * (1 + (place === ONLINE ? 1 - online : -online) * effect));
    });
  }

  private addFrequency({ unit, userType, person }: Application): void {
    const { sizes, persons, organisations } = this.model.tables.applicants;
    const size = sizes[unit * POOLS + userType] ?? 1;
    const top = Math.ceil(TOP * size);
    const isPerson = userType === NATURAL_PERSON;
    const chance = shareOfCases(isPerson ? persons : organisations, top / size);
    const first = isPerson ? 0 : 2;
    this.frequent.see(first + (placeInPool(userType, person) < top ? 0 : 1));
    this.frequent.expect(first, chance);
    this.frequent.expect(first + 1, 1 - chance);
  }

  /** The first rating that a person gave of a case of an organisation. */
  addRater(person: number, rater: number): void {
    this.agents.add(rater !== person, this.model.scenario.applicants.agents);
  }

  lines(): GoodnessOfFit[] {
    return [
      ...this.ages.shapes('case', 'ages'),
      ...this.frequent.shapes('case', 'frequentApplicants'),
      ...this.agents.line('case', 'agents'),
    ];
  }
}
