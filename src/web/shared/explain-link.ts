import type { DimensionId, UnitKind } from '../../model/reference.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from './site-texts.ts';

/** Address of the explanation of a figure of a unit: an id of its method's tree, `overall`, `rank` or `band`. */
export const explainLink = ({ link }: Pick<RequestContext, 'link'>, unit: string, figure: string): string =>
  link('/explain', { unit, figure });

/** Address of a figure of the tree: an indicator has a page of its own, but not by a method that a reader brought. */
export const figureLink = (
  context: Pick<RequestContext, 'link' | 'query'>,
  unit: string,
  { step, id }: { readonly step: string; readonly id: string },
): string =>
  step === 'indicator' && !context.query.has('own')
    ? context.link(`/units/${unit}/indicators/${id}`)
    : explainLink(context, unit, step === 'overall' ? step : id);

/** Period of the explained figures, and whose method they are by where it is none of the shipped ones. */
export const periodAndMethod = ({
  language,
  period,
  query,
}: Pick<RequestContext, 'language' | 'period' | 'query'>): string =>
  query.has('own') ? `${period.label} · ${siteTexts.byOwnMethod[language]}` : period.label;

/** Addresses of the explanations of rank and overall score of a unit; `own`: by the method that a reader brought. */
export const explainedStanding = (
  context: Pick<RequestContext, 'link'>,
  unit: string,
  own?: string,
): { readonly rank: string; readonly score: string } => ({
  rank: context.link('/explain', { unit, figure: 'rank', own }),
  score: context.link('/explain', { unit, figure: 'overall', own }),
});

/** Address of the explanation of a mean over the units of a kind, of all or of a region's. */
export const meanLink = (
  { link }: Pick<RequestContext, 'link'>,
  kind: UnitKind,
  figure: 'overall' | DimensionId,
  region?: string,
): string => link('/explain', { kind, region, figure });
