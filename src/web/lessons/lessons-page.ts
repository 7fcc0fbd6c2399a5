import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { taughtSteps } from './lesson.ts';
import { readyLessons } from './lessons.ts';
import { lessonsTexts } from './lessons-texts.ts';

export interface LessonsModel {
  readonly lessons: readonly {
    readonly title: string;
    readonly href: string;
    readonly line: string;
    readonly minutes: string;
    readonly notes: { readonly href: string; readonly label: string };
  }[];
}

/** The lessons that are ready to be opened. */
export function lessonsPage({ language, link }: RequestContext): Page<LessonsModel> {
  const t = translator(lessonsTexts, language);
  return {
    view: 'lessons',
    title: t('title'),
    words: lessonsTexts,
    periodFree: true,
    model: {
      lessons: readyLessons.map(({ id, plan }) => {
        const title = plan.title[language];
        return {
          title,
          href: link(`/lessons/${id}`),
          line: plan.line[language],
          minutes: t('ofMinutes', { n: taughtSteps.reduce((sum, step) => sum + plan.minutes[step], 0) }),
          notes: {
            href: link(`/lessons/${id}`, { step: 'notes' }),
            label: t('notesOf', { lesson: title }),
          },
        };
      }),
    },
  };
}
