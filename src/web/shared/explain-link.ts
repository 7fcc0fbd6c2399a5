import type { DimensionId, UnitKind } from '../../model/reference.ts';
import type { RequestContext } from '../request-context.ts';

/** Address of the explanation of a figure of a unit: an id of its method's tree, `overall`, `rank` or `band`. */
export const explainLink = ({ link }: Pick<RequestContext, 'link'>, unit: string, figure: string): string =>
  link('/explain', { unit, figure });

/** Addresses of the explanations of rank and overall score of a unit. */
export const explainedStanding = (
  context: Pick<RequestContext, 'link'>,
  unit: string,
): { readonly rank: string; readonly score: string } => ({
  rank: explainLink(context, unit, 'rank'),
  score: explainLink(context, unit, 'overall'),
});

/** Address of the explanation of a mean over the units of a kind, of all or of a region's. */
export const meanLink = (
  { link }: Pick<RequestContext, 'link'>,
  kind: UnitKind,
  figure: 'overall' | DimensionId,
  region?: string,
): string => link('/explain', { kind, region, figure });
