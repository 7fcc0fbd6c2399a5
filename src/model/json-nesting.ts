/** Deepest nesting of lists and objects in JSON that people write: a scenario has five levels. */
export const MAX_NESTING = 32;

/** True where JSON goes deeper; asked before it is parsed, for whatever walks over it afterwards calls itself a level down. */
export function isNestedTooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < json.length; i++) {
    const symbol = json.charAt(i);
    if (inText) {
      if (symbol === '\\') i++;
      else if (symbol === '"') inText = false;
    } else if (symbol === '"') inText = true;
    else if (symbol === '[' || symbol === '{') {
      if (++depth > MAX_NESTING) return true;
    } else if (symbol === ']' || symbol === '}') depth--;
  }
  return false;
}
