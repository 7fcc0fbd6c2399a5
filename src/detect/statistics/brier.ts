/** How well stated confidence fits what came true (把握程度): G. W. Brier (1950), parted as by A. H. Murphy (1973). */
export interface BrierScore {
  /** Mean of (confidence − outcome)², 0 best, 1 worst; reliability − resolution + uncertainty. */
  readonly score: number;
  /** How far the share that came true is from the confidence stated: 0 best. */
  readonly reliability: number;
  /** How far shares that came true differ between confidences: the more, the better told apart. */
  readonly resolution: number;
  readonly uncertainty: number;
}

/** One judgement: how sure somebody was of it (0 to 1), and whether it was right. */
export interface Judgement {
  readonly confidence: number;
  readonly right: boolean;
}

/** The score of judgements; undefined where there is none. */
export function brierScore(judgements: readonly Judgement[]): BrierScore | undefined {
  const n = judgements.length;
  if (n === 0) return undefined;
  const shareRight = judgements.filter(({ right }) => right).length / n;
  const groups = new Map<number, Judgement[]>();
  for (const judgement of judgements) {
    const group = groups.get(judgement.confidence);
    if (group) group.push(judgement);
    else groups.set(judgement.confidence, [judgement]);
  }
  let [reliability, resolution] = [0, 0];
  for (const [confidence, group] of groups) {
    const ofGroup = group.filter(({ right }) => right).length / group.length;
    reliability += (group.length / n) * (confidence - ofGroup) ** 2;
    resolution += (group.length / n) * (ofGroup - shareRight) ** 2;
  }
  const uncertainty = shareRight * (1 - shareRight);
  const score =
    judgements.reduce((total, { confidence, right }) => total + (confidence - (right ? 1 : 0)) ** 2, 0) / n;
  return { score, reliability, resolution, uncertainty };
}
