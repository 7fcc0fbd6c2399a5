import type { Bilingual, Language } from '../../model/language.ts';
import type { Method } from '../../model/method.ts';
import { nameIn, sourceIn, translator } from '../../wording/translator.ts';

const assumedTexts = {
  bands: { zh: '能力水平分界值', en: 'Cut-offs of the capability levels' },
  province: { zh: '省级政府', en: 'provincial governments' },
  city: { zh: '重点城市', en: 'key cities' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export interface MethodAssumption {
  /** What it is about; several things where one reason holds for all of them. */
  readonly name: string;
  readonly methods: string;
  /** True of a choice that every one of the methods makes. */
  readonly isOfAll: boolean;
  readonly source: string;
  readonly reason: string;
}

/** Every choice of the methods that is our own; those made for the same reason stand in one row. */
export function methodAssumptions(methods: readonly Method[], language: Language): MethodAssumption[] {
  const say = translator(assumedTexts, language);
  const found = new Map<string, { names: Set<string>; source: string; reason: string; kinds: Set<string> }>();
  for (const method of methods) {
    const parts = [
      { ...method.bands, name: assumedTexts.bands.zh, nameEn: assumedTexts.bands.en },
      ...method.dimensions.flatMap((dimension) => [
        dimension,
        ...dimension.groups.flatMap((group) => [group, ...group.indicators]),
      ]),
    ];
    for (const part of parts) {
      if (!part.assumption) continue;
      const reason = language === 'zh' ? part.reason : part.reasonEn;
      const source = sourceIn(language, part);
      const key = `${source}\n${reason}`;
      const known = found.get(key) ?? { names: new Set<string>(), source, reason, kinds: new Set<string>() };
      known.names.add(nameIn(language, part));
      known.kinds.add(say(method.kind));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ names, kinds, source, reason }) => ({
    name: [...names].join(say('comma')),
    methods: [...kinds].join(say('comma')),
    isOfAll: kinds.size === methods.length,
    source,
    reason,
  }));
}
