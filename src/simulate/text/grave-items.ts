import type { Item } from '../../model/reference.ts';

/** Words in the names of items with which people come in grief or need: nobody jokes or cheers there. */
const graveWords = /死亡|户口注销|离婚|殡葬|丧葬|遗体|遗属|抚恤|烈士|残疾|伤残|工伤|孤儿|特困|救助/;

const known = new WeakMap<Item, boolean>();

/** True where texts about an item keep a plain tone: looked up once. */
export function isGrave(item: Item): boolean {
  let grave = known.get(item);
  if (grave === undefined) {
    grave = graveWords.test(item.name);
    known.set(item, grave);
  }
  return grave;
}
