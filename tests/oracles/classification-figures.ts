import { z } from 'zod';
import {
  accuracyOf,
  balancedAccuracyOf,
  macroAverage,
  matthewsCorrelation,
  microAverage,
  weightedAverage,
} from '../../src/detect/statistics/averages.ts';
import { brierScore, type Judgement } from '../../src/detect/statistics/brier.ts';
import { confusionOf } from '../../src/detect/statistics/confusion.ts';
import { fScoreOfHits, hitsOf, precisionOfHits, recallOfHits } from '../../src/detect/statistics/hits.ts';
import { logLoss } from '../../src/detect/statistics/log-loss.ts';
import {
  areaUnderRoc,
  averagePrecision,
  rocPoints,
  tiesByScore,
  type TiedRecords,
} from '../../src/detect/statistics/ranking.ts';
import { cohenKappa, type KappaWeighting } from '../../src/train/statistics/agreement.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const number = z.number();
const numbers = z.array(number);
const file = z.object({
  confusion_matrix_doc: z.object({
    y_true: numbers,
    y_pred: numbers,
    matrix_rows_true: z.array(numbers),
    accuracy: number,
    kappa: number,
    kappa_linear: number,
    kappa_quadratic: number,
    f1_macro: number,
    f1_micro: number,
    f1_weighted: number,
    precision_macro: number,
    recall_macro: number,
    balanced_accuracy: number,
  }),
  mcc_doc: z.object({ y_true: numbers, y_pred: numbers, mcc: number }),
  roc_doc: z.object({
    y: numbers,
    score: numbers,
    auc: number,
    average_precision: number,
    fpr: numbers,
    tpr: numbers,
  }),
  brier_doc: z.object({ y: numbers, p: numbers, brier: number }),
  log_loss_doc: z.object({
    y: z.array(z.string()),
    p_cols_ham_spam: z.array(z.tuple([number, number])),
    log_loss: number,
  }),
  detector_200: z.object({
    y: numbers,
    score: numbers,
    threshold: number,
    tn_fp_fn_tp: numbers,
    precision: number,
    recall: number,
    f1: number,
    f2: number,
    mcc: number,
    auc: number,
    average_precision: number,
    brier: number,
    kappa: number,
    balanced_accuracy: number,
  }),
  five_level_two_raters: z.object({
    a: numbers,
    b: numbers,
    kappa: number,
    linear: number,
    quadratic: number,
  }),
});
type Theirs = z.infer<typeof file>;

const kappaOf = (
  first: readonly number[],
  second: readonly number[],
  k: number,
  weighting: KappaWeighting,
): number | undefined => cohenKappa(first, second, k, weighting)?.value;

const ties = ({
  y,
  score,
}: {
  readonly y: readonly number[];
  readonly score: readonly number[];
}): TiedRecords[] =>
  tiesByScore(
    score,
    y.map((one) => one === 1),
  );

const judgements = (y: readonly number[], p: readonly number[]): Judgement[] =>
  p.map((confidence, i) => ({ confidence, right: y[i] === 1 }));

export const classificationFigures: OracleCheck = {
  id: 'classification-figures',
  folder: 'metrics',
  what: {
    zh: '混淆矩阵、精确率、召回率、F 值及其平均、Matthews 相关系数、kappa、ROC 曲线及其面积、平均精确率、Brier 得分、对数损失',
    en: 'confusion matrix, precision, recall, F scores and their averages, Matthews correlation, kappa, ROC curve with its area, average precision, Brier score and log loss',
  },
  source: 'scikit-learn 1.2.1: examples of its documentation, and 200 scored records',
  licence: { zh: '仅数值（BSD-3-Clause）', en: 'values only (BSD-3-Clause)' },
  tolerance: 1e-12,
  check(read) {
    const theirs = file.parse(JSON.parse(read('sklearn_metrics.json')));
    const found = new Differences();
    checkAverages(found, theirs);
    checkRanking(found, theirs);
    checkDetector(found, theirs);
    checkLevels(found, theirs);
    return found;
  },
};

function checkAverages(found: Differences, { confusion_matrix_doc: doc, mcc_doc: two }: Theirs): void {
  const confusion = confusionOf(doc.y_true, doc.y_pred, 3);
  found.addAll(confusion.counts.flat(), doc.matrix_rows_true.flat());
  found.add(accuracyOf(confusion), doc.accuracy);
  found.add(kappaOf(doc.y_true, doc.y_pred, 3, 'plain'), doc.kappa);
  found.add(kappaOf(doc.y_true, doc.y_pred, 3, 'linear'), doc.kappa_linear);
  found.add(kappaOf(doc.y_true, doc.y_pred, 3, 'quadratic'), doc.kappa_quadratic);
  found.add(macroAverage(confusion, fScoreOfHits), doc.f1_macro);
  found.add(microAverage(confusion, fScoreOfHits), doc.f1_micro);
  found.add(weightedAverage(confusion, fScoreOfHits), doc.f1_weighted);
  found.add(macroAverage(confusion, precisionOfHits), doc.precision_macro);
  found.add(macroAverage(confusion, recallOfHits), doc.recall_macro);
  found.add(balancedAccuracyOf(confusion), doc.balanced_accuracy);
  const [truths, answers] = [two.y_true, two.y_pred].map((list) => list.map((one) => (one === 1 ? 1 : 0)));
  found.add(matthewsCorrelation(confusionOf(truths ?? [], answers ?? [], 2)), two.mcc);
}

function checkRanking(
  found: Differences,
  { roc_doc: roc, brier_doc: brier, log_loss_doc: loss }: Theirs,
): void {
  const ranked = ties(roc);
  const points = rocPoints(ranked);
  found.add(areaUnderRoc(ranked), roc.auc);
  found.add(averagePrecision(ranked), roc.average_precision);
  found.addAll(
    points.map(({ falseRate }) => falseRate),
    roc.fpr,
  );
  found.addAll(
    points.map(({ recall }) => recall),
    roc.tpr,
  );
  found.add(brierScore(judgements(brier.y, brier.p))?.score, brier.brier);
  const ofSpam = loss.p_cols_ham_spam.map(([, spam], i) => ({
    confidence: spam,
    right: loss.y[i] === 'spam',
  }));
  found.add(logLoss(ofSpam), loss.log_loss);
}

function checkDetector(found: Differences, { detector_200: detector }: Theirs): void {
  const { y, score, threshold } = detector;
  const flagged = score.map((one) => (one >= threshold ? 1 : 0));
  const confusion = confusionOf(y, flagged, 2);
  const hits = hitsOf(confusion, 1);
  const { trueNegatives, falsePositives, falseNegatives, truePositives } = hits;
  found.addAll([trueNegatives, falsePositives, falseNegatives, truePositives], detector.tn_fp_fn_tp);
  found.add(precisionOfHits(hits), detector.precision);
  found.add(recallOfHits(hits), detector.recall);
  found.add(fScoreOfHits(hits), detector.f1);
  found.add(fScoreOfHits(hits, 2), detector.f2);
  found.add(matthewsCorrelation(confusion), detector.mcc);
  const ranked = ties(detector);
  found.add(areaUnderRoc(ranked), detector.auc);
  found.add(averagePrecision(ranked), detector.average_precision);
  found.add(brierScore(judgements(y, score))?.score, detector.brier);
  found.add(kappaOf(y, flagged, 2, 'plain'), detector.kappa);
  found.add(balancedAccuracyOf(confusion), detector.balanced_accuracy);
}

function checkLevels(found: Differences, { five_level_two_raters: raters }: Theirs): void {
  const [first, second] = [raters.a, raters.b].map((levels) => levels.map((level) => level - 1));
  const of = (weighting: KappaWeighting): number | undefined =>
    kappaOf(first ?? [], second ?? [], 5, weighting);
  found.add(of('plain'), raters.kappa);
  found.add(of('linear'), raters.linear);
  found.add(of('quadratic'), raters.quadratic);
}
