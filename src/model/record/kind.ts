/** The kinds of records, in the order of the steps of the interface: A and B are national, C is our own. */
export const recordKinds = ['service', 'rating', 'rectification'] as const;
export type RecordKind = (typeof recordKinds)[number];
