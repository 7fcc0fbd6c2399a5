import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { readyLessons } from '../lessons/lessons.ts';
import { overviewTexts } from './overview-texts.ts';

/** What somebody who is here for the first time can do, by what they came for. */
export interface FirstSteps {
  readonly who: string;
  readonly what: string;
  readonly links: readonly { readonly name: string; readonly href: string }[];
}

export function placesToBegin(context: RequestContext): FirstSteps[] {
  const t = translator({ ...overviewTexts, ...siteTexts }, context.language);
  const page = (path: string, name: string): FirstSteps['links'][number] => ({
    name: t(name),
    href: context.link(path),
  });
  return [
    {
      who: t('startData'),
      what: t('startDataNote'),
      links: [page('/scenario', 'scenario'), page('/refusals', 'refusals'), page('/runs', 'runs')],
    },
    {
      who: t('startMethod'),
      what: t('startMethodNote'),
      links: [page('/explain', 'explain'), page('/choices', 'choices'), page('/laboratory', 'laboratory')],
    },
    {
      who: t('startTraining'),
      what: t('startTrainingNote'),
      links: [
        page('/training', 'training'),
        page('/units', 'units'),
        { name: t('toProjector'), href: context.here({ style: 'projector' }) },
      ],
    },
  ];
}

/** A lesson in a line. */
export interface LessonInLine {
  readonly title: string;
  readonly line: string;
  readonly href: string;
}

export const lessonsInLine = ({ language, link }: RequestContext): LessonInLine[] =>
  readyLessons.map(({ id, plan }) => ({
    title: plan.title[language],
    line: plan.line[language],
    href: link(`/lessons/${id}`),
  }));
