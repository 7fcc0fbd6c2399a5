/**
 * The settings of a run that an older version of the program stored, in today's fields. Automatic ratings used to have a
 * share of their own in each unit, evenly from `from` to `to`: half way between them is the share of all.
 */
export function inTodaysFields(settings: unknown): unknown {
  if (!isObject(settings) || !isObject(settings.answering)) return settings;
  const { answering } = settings;
  const { defaulting } = answering;
  if (!isObject(defaulting) || defaulting.share !== undefined) return settings;
  const { from = 0, to = 0.3, ...others } = defaulting;
  const share = (Number(from) + Number(to)) / 2;
  return { ...settings, answering: { ...answering, defaulting: { ...others, share } } };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
