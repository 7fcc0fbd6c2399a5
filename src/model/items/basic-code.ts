/** Characters of an implementation code (实施编码): 18 of whose it is, one of the level of government, 12 of the basic code. */
const [IMPLEMENTATION, WHOSE] = [31, 19];

/** The basic code (基本编码) of an item, which all units have in common; any other code is its own. */
export const basicCode = (taskCode: string): string =>
  taskCode.length === IMPLEMENTATION ? taskCode.slice(WHOSE) : taskCode;
