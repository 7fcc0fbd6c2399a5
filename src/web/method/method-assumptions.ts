import type { Method } from '../../model/method.ts';
import type { RequestContext } from '../request-context.ts';
import { methodTexts } from './method-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, sourceIn } from '../shared/translator.ts';

export interface Assumption {
  readonly name: string;
  readonly methods: string;
  readonly source: string;
  readonly reason: string;
}

/** Every choice of the methods that is our own; one that both methods make alike is listed once. */
export function methodAssumptions(context: RequestContext, methods: readonly Method[]): Assumption[] {
  const { language } = context;
  const say = translator({ ...siteTexts, ...methodTexts }, language);
  const found = new Map<string, { name: string; source: string; reason: string; kinds: Set<string> }>();
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
      const name = nameIn(language, part);
      const reason = language === 'zh' ? part.reason : part.reasonEn;
      const key = `${name}\n${reason}`;
      const known = found.get(key) ?? {
        name,
        source: sourceIn(language, part),
        reason,
        kinds: new Set<string>(),
      };
      known.kinds.add(say(`${method.kind}Kind`));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ kinds, ...rest }) => ({
    ...rest,
    methods: [...kinds].join(language === 'zh' ? '、' : ', '),
  }));
}
