/** The first request of every page after a start of the server, and a later one: a new server for each page. */
import { routes } from '../src/web/routes.ts';
import { timedRequest } from './latency.ts';
import { untilPrepared } from './prepared.ts';
import { servedBy } from './served-by.ts';

/** What addresses name: a unit, its region and a run that there are. */
export interface AskedPlaces {
  readonly unit: string;
  readonly region: string;
  readonly run: string;
}

/** Addresses of what a server that was just started does not have: jobs, refused records, a method that a reader brought and evaluators' findings. */
const without = new Set([
  '/runs/jobs/:id',
  '/runs/jobs/:id/events',
  '/refusals/:id',
  '/api/method/own.json',
  '/api/evaluators.json',
]);

/** Simulated service sites are of units under invented names alone, and the databases asked here have real ones. */
const ofInventedUnits = '/sites/:unit';

/** Every address that is read, with its places filled: a new page is among them by itself. */
const askedPages = ({ unit, region, run }: AskedPlaces): readonly string[] =>
  routes
    .filter(({ right }) => right === 'read')
    .map(({ path }) => path)
    .filter((path) => !without.has(path) && !path.startsWith(ofInventedUnits))
    .map((path) =>
      path
        .replace('/runs/:id', `/runs/${run}`)
        .replace('/lessons/:id', '/lessons/first-tie')
        .replace('/detectors/:id', '/detectors/quick-ratings')
        .replace(':code', unit)
        .replace(':region', region)
        .replace(':kind', 'figures')
        .replace(':id', 'goodRate')
        .replace(':period', '2021')
        .replace('.:format', '.html'),
    );

export interface RequestTimes {
  readonly page: string;
  /** Milliseconds. */
  readonly first: number;
  readonly later: number;
}

/** Asks one server for every page: what takes long is computed then, or before, and kept beside the data. */
export const sinceTheData = (
  command: readonly string[],
  file: string,
  places: AskedPlaces,
): Promise<Map<string, number>> =>
  servedBy(command, file, async (address) => {
    const times = new Map<string, number>();
    for (const page of askedPages(places)) times.set(page, await timedRequest(address + page));
    await untilPrepared(file);
    return times;
  });

/** Asks each page of a server of its own over a database, once and once more. */
export async function* firstRequests(
  command: readonly string[],
  file: string,
  places: AskedPlaces,
): AsyncGenerator<RequestTimes> {
  for (const page of askedPages(places))
    yield await servedBy(command, file, async (address) => ({
      page,
      first: await timedRequest(address + page),
      later: await timedRequest(address + page),
    }));
}
