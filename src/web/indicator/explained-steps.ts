import type { ExplainedScore } from '../../jobs/measure/explain/explain-score.ts';
import { printFixed, printPercent, printScore } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { indicatorTexts } from './indicator-texts.ts';
import { figureLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';

type Node = ExplainedScore['tree'];

export interface Step {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly current: boolean;
    readonly weight: string;
    readonly effective: string;
    readonly score: string;
    readonly contribution: string;
  }[];
  readonly sumName: string;
  readonly score: string;
  readonly contribution: string;
}

const headings = {
  overall: 'stepOverall',
  dimension: 'stepDimension',
  group: 'stepGroup',
  indicator: 'stepIndicator',
} as const;

const printContribution = (node: Node, missing: string): string =>
  node.contribution === null ? missing : printFixed(node.contribution, 3);

/** One table a step of the way down: the parts of each score on it, with the part that the way takes. */
export function explainedSteps(context: RequestContext, { path, unit }: ExplainedScore): Step[] {
  const t = translator({ ...siteTexts, ...indicatorTexts }, context.language);
  const missing = t('missing');
  return path
    .filter(({ children }) => children.length > 0)
    .map((node, index) => {
      const name = node.name[context.language];
      return {
        id: `step-${node.step}`,
        heading: t(headings[node.step], { name }),
        rows: node.children.map((child) => ({
          name: child.name[context.language],
          href: figureLink(context, unit.code, child),
          current: child.id === path[index + 1]?.id,
          weight: printPercent(child.weight),
          effective: printPercent(child.effective),
          score: printScore(child.score?.score ?? null, missing),
          contribution: printContribution(child, missing),
        })),
        sumName: node.step === 'overall' ? t('overallSum') : t('sum', { name }),
        score: printScore(node.score?.score ?? null, missing),
        contribution: printContribution(node, missing),
      };
    });
}
