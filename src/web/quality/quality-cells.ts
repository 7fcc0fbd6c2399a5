import type { QualityReport } from '../../model/quality-report.ts';
import type { Reference } from '../../model/reference.ts';
import type { Language } from '../../model/language.ts';
import { cellTexts } from './quality-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';

export type JudgedLine = QualityReport['likeness']['lines'][number];

/** Names the cells of a line of likeness for a reader. */
export function cellNamer(
  reference: Reference,
  language: Language,
): (line: Pick<JudgedLine, 'name' | 'group'>, key: string) => string {
  const t = translator(cellTexts, language);
  const named = <T extends { readonly name: string; readonly nameEn: string }>(
    list: readonly T[],
    is: (one: T) => boolean,
    otherwise: string,
  ): string => {
    const found = list.find(is);
    return found === undefined ? otherwise : nameIn(language, found);
  };
  const channel = (code: string): string =>
    named(reference.channels, (one) => String(one.code) === code, code);
  const level = (code: string): string => named(reference.levels, (one) => String(one.level) === code, code);
  const parts = (key: string, second: (rest: string) => string): string => {
    const [first = '', rest = ''] = key.split('-');
    return `${t(first)} · ${second(rest)}`;
  };
  const hour = (key: string): string => (key === 'otherDay' ? t(key) : `${key}:00`);
  const days = (key: string): string => (key === '0' ? t('sameDay') : t('dayNumber', { n: key }));
  const byName: Readonly<Record<string, (key: string) => string>> = {
    units: (key) => named(reference.units, ({ code }) => code === key, key),
    items: (key) => named(reference.items, ({ code }) => code === key, key),
    weekdays: (key) => t(`day${key}`),
    userTypes: (key) => named(reference.userTypes, ({ code }) => code === key, key),
    places: t,
    hoursOnline: hour,
    hoursHall: hour,
    hotlineHours: hour,
    stages: t,
    timeTaken: (key) => t(`promise${key}`),
    participation: (key) => parts(key, t),
    channels: (key) => parts(key, channel),
    levels: (key) => parts(key, level),
    comments: (key) => parts(key, t),
    repeats: (key) => parts(key, (n) => t('number', { n })),
    additionalLevels: (key) => parts(key, level),
    contactDays: days,
    answerDays: days,
    callBackDays: days,
    notUpheld: t,
    tags: (key) => `${key} ${named(reference.tags, ({ code }) => code === key, '')}`,
  };
  return ({ name, group }, key) => {
    if (group === 'target')
      return name.startsWith('target-levels')
        ? level(key)
        : name.startsWith('target-channels')
          ? channel(key)
          : key;
    return byName[name]?.(key) ?? key;
  };
}
