import type { Task } from '../register.ts';

/** Which items of a unit a rating may speak of: power items, public services, and the everyday ones among them. */
export const itemKinds = ['power', 'public', 'convenience'] as const;
export type ItemKind = (typeof itemKinds)[number];

const PUBLIC_SERVICE = '20';
const OTHER = '99';

export const kindsOfItem = ({
  taskType,
  convenience,
}: Pick<Task, 'taskType' | 'convenience'>): ItemKind[] => [
  ...(taskType === PUBLIC_SERVICE ? (['public'] as const) : taskType === OTHER ? [] : (['power'] as const)),
  ...(convenience === true ? (['convenience'] as const) : []),
];

/** Online depth (网上办理深度) from which an item can be applied for online (网上可办), and done fully online (全程网办). */
export const ONLINE_DEPTH = 2;
export const FULLY_ONLINE_DEPTH = 5;

/** Cases on the item need no visit: its guide asks for none, or it is fully online. */
export const needsNoVisit = ({ visits, depth }: Pick<Task, 'visits' | 'depth'>): boolean =>
  visits === 0 || depth >= FULLY_ONLINE_DEPTH;
