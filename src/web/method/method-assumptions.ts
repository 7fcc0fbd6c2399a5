import type { Method } from '../../model/method.ts';
import type { RequestContext } from '../request-context.ts';
import { methodTexts } from './method-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, sourceIn } from '../../wording/translator.ts';

export interface Assumption {
  /** What it is about; several things where one reason holds for all of them. */
  readonly name: string;
  readonly methods: string;
  readonly source: string;
  readonly reason: string;
}

/** Every choice of the methods that is our own; those made for the same reason stand in one row. */
export function methodAssumptions(context: RequestContext, methods: readonly Method[]): Assumption[] {
  const { language } = context;
  const say = translator({ ...siteTexts, ...methodTexts }, language);
  const separator = language === 'zh' ? '、' : ', ';
  const found = new Map<string, { names: Set<string>; source: string; reason: string; kinds: Set<string> }>();
  for (const method of methods) {
    const parts = [
      { ...method.bands, name: methodTexts.bandsItem.zh, nameEn: methodTexts.bandsItem.en },
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
      known.kinds.add(say(`${method.kind}Kind`));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ names, kinds, source, reason }) => ({
    name: [...names].join(separator),
    methods: [...kinds].join(separator),
    source,
    reason,
  }));
}
