import { ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import type { Bilingual } from '../../model/language.ts';
import type { ApplicationStep, Obstacle } from '../../model/site/application-steps.ts';
import { counterText } from '../rules/office-contact.ts';
import { rulesOfItem } from '../rules/rules-of-item.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { drawObstacles } from './draw-obstacles.ts';
import { obstacleTexts, type ObstacleTexts } from './obstacle-texts.ts';
import {
  bookingStep,
  feedbackStep,
  formStep,
  guideStep,
  uploadStep,
  type BookingStep,
  type FeedbackStep,
  type FormStep,
  type GuideStep,
  type UploadStep,
} from './step-contents.ts';

/** An obstacle at a step, with what it looks like, what would be right, and how it is passed. */
export interface FoundObstacle extends ObstacleTexts {
  readonly step: ApplicationStep;
  readonly obstacle: Obstacle;
}

/** What an item shows that cannot be applied for online: the way to the hall. */
export interface HallOnlyApplication {
  readonly online: false;
  readonly taskCode: string;
  readonly title: Bilingual;
  readonly hall: Bilingual;
}

/** A trial application (模拟申报): what its five steps show. Which obstacles there are is the truth of it, for the key of an exercise only. */
export interface OnlineApplication {
  readonly online: true;
  readonly taskCode: string;
  readonly title: Bilingual;
  readonly steps: {
    readonly booking: BookingStep;
    readonly guide: GuideStep;
    readonly form: FormStep;
    readonly upload: UploadStep;
    readonly feedback: FeedbackStep;
  };
  readonly obstacles: readonly FoundObstacle[];
}

export type SiteApplication = OnlineApplication | HallOnlyApplication;

/**
 * The application for an item. Its steps read the rules, not the guide: what is wrong in the guide is no obstacle here, and the other
 * way round.
 */
export function applicationOf(site: SiteUnit, item: SiteItem): SiteApplication {
  const rules = rulesOfItem(site, item);
  const { title } = rules;
  const { taskCode } = item;
  if (item.depth < ONLINE_DEPTH) {
    const { zh, en } = counterText(rules.contact.counter);
    return {
      online: false,
      taskCode,
      title,
      hall: {
        zh: `本事项暂不支持网上申报，请到${zh}办理。`,
        en: `This item cannot be applied for online. Please go to: ${en}.`,
      },
    };
  }
  const drawn = drawObstacles(site, item);
  const has = new Set(drawn.map(({ obstacle }) => obstacle));
  return {
    online: true,
    taskCode,
    title,
    steps: {
      booking: bookingStep(rules, has),
      guide: guideStep(rules, has),
      form: formStep(rules, has),
      upload: uploadStep(rules, has),
      feedback: feedbackStep(rules, has),
    },
    obstacles: drawn.map((at) => ({ ...at, ...obstacleTexts(rules, at.obstacle) })),
  };
}
