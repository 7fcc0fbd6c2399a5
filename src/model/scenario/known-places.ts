import { wrongUse } from '../errors.ts';
import type { Reference } from '../reference.ts';
import type { Scenario } from './scenario.ts';

/** Units, departments, items and tags that a scenario names must exist: what is said of others would affect nothing. */
export function assertPlacesKnown(scenario: Scenario, reference: Reference): void {
  const { name, units, profiles, defects, reforms, answering, quality } = scenario;
  const named = {
    units: units === 'all' ? [] : units,
    defects: defects.flatMap((defect) => defect.units ?? []),
    profiles: Object.keys(profiles),
    quality: [quality, ...Object.values(quality.years)].flatMap((one) => Object.keys(one.units)),
  };
  for (const [field, codes] of Object.entries(named)) {
    const unknown = codes.filter((code) => !reference.units.some((unit) => unit.code === code));
    if (unknown.length === 0) continue;
    throw wrongUse(
      `场景 ${name} 有误：${field} 中的 ${unknown.join('、')} 不是参评单位（见 db/reference/units.json）`,
      `scenario ${name} is not valid: ${field} names ${unknown.join(', ')}, no assessed units (see db/reference/units.json)`,
    );
  }
  const departments = [...defects, ...reforms]
    .flatMap((defect) => defect.departments ?? [])
    .filter((key) => !reference.departments.some((department) => department.key === key));
  if (departments.length > 0) {
    throw wrongUse(
      `场景 ${name} 有误：defects、reforms 的 departments 中没有 ${departments.join('、')} 这种部门（见 db/reference/departments.json）`,
      `scenario ${name} is not valid: there are no departments ${departments.join(', ')}, named in defects or reforms (see db/reference/departments.json)`,
    );
  }
  const items = reforms
    .flatMap((reform) => reform.items ?? [])
    .filter((code) => !reference.items.some((item) => item.code === code));
  if (items.length > 0) {
    throw wrongUse(
      `场景 ${name} 有误：reforms 的 items 中没有 ${items.join('、')} 这种事项（见 db/reference/items.json）`,
      `scenario ${name} is not valid: there are no items ${items.join(', ')}, named in reforms (see db/reference/items.json)`,
    );
  }
  const tags = [answering.tagWeights, ...reforms.map(({ tagFactors }) => tagFactors)]
    .flatMap((byCode) => Object.keys(byCode))
    .filter((code) => !reference.tags.some((tag) => tag.code === code));
  if (tags.length > 0) {
    throw wrongUse(
      `场景 ${name} 有误：answering.tagWeights、reforms 的 tagFactors 中没有 ${tags.join('、')} 这种标签（见 db/reference/tags.json）`,
      `scenario ${name} is not valid: there are no tags ${tags.join(', ')}, named in answering.tagWeights or tagFactors of reforms (see db/reference/tags.json)`,
    );
  }
}
