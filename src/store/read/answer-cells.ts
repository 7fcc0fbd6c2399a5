import type { AnswerCell } from '../../model/counts/answer-cell.ts';
import type { Store } from '../open.ts';

/**
 * Services between two moments by type of item, channel, type of user and the level of their first rating; 0 where nobody gave one
 * (none, one without a level, or one that the system gave). Reads every service and its rating once.
 */
export const answerCells = (store: Store, from: number, to: number): AnswerCell[] =>
  store.db
    .prepare<[number, number], AnswerCell>(
      `SELECT task.task_type AS itemType, service.channel, service.user_type AS userType,
              iif(rating.key IS NULL OR rating.defaulted = 1, 0, rating.level) AS level, count(*) AS n
       FROM service JOIN task ON task.id = service.task LEFT JOIN rating ON rating.key = service.key * 2
       WHERE service.service_at >= ? AND service.service_at < ?
       GROUP BY 1, 2, 3, 4`,
    )
    .all(from, to);
