import type { Preview } from '../../jobs/simulate/preview-run.ts';
import { barred, type Barred } from '../access/barred.ts';
import { hasEnded } from '../../jobs/runs/start-run.ts';
import { Mistake } from '../../model/errors.ts';
import { translate } from '../../model/language.ts';
import { printCount } from '../../wording/print-number.ts';
import { readScenario } from '../../store/reference.ts';
import { scenarioNames } from '../../store/shipped.ts';
import type { Page } from '../page.ts';
import { previewView, type PreviewView } from './preview-view.ts';
import { editAddress, editFromAddress, mustBeValid, type ScenarioEdit } from './scenario-edit.ts';
import {
  scenarioForm,
  type FormChoice,
  type FormFault,
  type FormGroup,
  type OpenChoices,
} from './scenario-form.ts';
import { readOptionalChoice } from '../request-query.ts';
import { LONGEST_ADDRESS } from '../security.ts';
import type { RequestContext } from '../request-context.ts';
import { ratingTexts } from '../shared/rating-texts.ts';
import { regimeTexts } from './scenario-field-texts.ts';
import { scenarioTexts } from './scenario-texts.ts';
import { commandText, fileFromHere } from '../shared/command-text.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';

export interface ScenarioModel {
  readonly action: string;
  readonly startAction: string;
  /** Why the reader may start no run; undefined where the reader may. */
  readonly noRuns: Barred | undefined;
  readonly token: string;
  readonly preset: string;
  readonly regime: string;
  readonly presets: readonly FormChoice[];
  readonly regimes: readonly FormChoice[];
  readonly regimeLabel: string;
  readonly regimeHelp: string;
  readonly problem: string;
  readonly faults: readonly FormFault[];
  readonly groups: readonly FormGroup[];
  readonly state: string;
  readonly unitsSummary: string;
  readonly seed: string;
  readonly seedFault: string;
  readonly run: { readonly note: string; readonly command: string } | undefined;
  readonly running: { readonly href: string; readonly name: string } | undefined;
  readonly hasLink: boolean;
  readonly preview: PreviewView | undefined;
}

const words = { ...siteTexts, ...ratingTexts, ...scenarioTexts };

/** The editor at an address: with a preview where the address asks for one. */
export async function scenarioPage(context: RequestContext): Promise<Page<ScenarioModel>> {
  const edit = editFromAddress(context.site, context.query);
  const wanted = readOptionalChoice(context.query, 'show', ['preview']) !== undefined;
  if (!wanted || edit.scenario === undefined) return editorPage(context, edit, {});
  const { scenario, seed } = mustBeValid(edit);
  try {
    return editorPage(context, edit, { preview: await context.preview(scenario, seed) });
  } catch (error) {
    if (error instanceof Mistake) return editorPage(context, edit, { problem: error });
    throw error;
  }
}

/** The editor with an edit: what is wrong with it beside its fields, what went wrong beyond them on top. */
export function editorPage(
  context: RequestContext,
  edit: ScenarioEdit,
  { preview, problem }: { readonly preview?: Preview; readonly problem?: Mistake },
): Page<ScenarioModel> {
  const { language, site } = context;
  const t = translator(words, language);
  const { groups, faults } = scenarioForm(edit, language, site.reference, openChoices(context));
  const running = site.runStarter.list().find((job) => !hasEnded(job));
  const seedFault = edit.findings.find(({ path }) => path === 'seed');
  const chosen = edit.values.get('units') ?? 'all';
  return {
    view: 'scenario',
    title: t('title'),
    words,
    periodFree: true,
    status: faults.length > 0 ? 400 : (problem?.status ?? 200),
    model: {
      action: context.link('/scenario'),
      startAction: context.link('/runs/jobs'),
      noRuns: barred(context, 'runs'),
      token: context.token(),
      preset: edit.preset,
      regime: edit.regime ?? '',
      presets: scenarioNames().map((name) => ({
        value: name,
        name: `${name} · ${translate(readScenario(name).title, language)}`,
        selected: name === edit.preset,
      })),
      regimes: [
        { value: '', name: t('ownRegime'), selected: edit.regime === undefined },
        ...site.reference.regimes.map((regime) => ({
          value: regime.id,
          name: nameIn(language, regime),
          selected: regime.id === edit.regime,
        })),
      ],
      regimeLabel: translate(regimeTexts.label, language),
      regimeHelp: translate(regimeTexts.help, language),
      problem: problem === undefined ? '' : translate(problem.text, language),
      faults,
      groups,
      state: edit.changed.size === 0 ? t('unchanged') : t('changes', { n: edit.changed.size }),
      unitsSummary: chosen === 'all' ? t('allUnits') : t('someUnits', { n: chosen.split(',').length }),
      seed: edit.seed,
      seedFault: seedFault === undefined ? '' : translate(seedFault.text, language),
      run: edit.scenario === undefined ? undefined : runNote(context, edit, t),
      running:
        running === undefined
          ? undefined
          : {
              href: context.link(`/runs/jobs/${running.id}`),
              name: running.name,
            },
      hasLink: editAddress(context, edit).length <= LONGEST_ADDRESS,
      preview: preview === undefined ? undefined : previewView(context, preview),
    },
  };
}

function runNote({ site }: RequestContext, edit: ScenarioEdit, t: Translate): ScenarioModel['run'] {
  const { scenario, seed } = mustBeValid(edit);
  const { name } = scenario;
  const file = fileFromHere(site.runStarter.fileOf(scenario, seed));
  return {
    note: t('runNote', { file, limit: printCount(site.runStarter.limit) }),
    command: commandText('simulate', { scenario: `${name}.json`, seed, db: `data/${name}.db` }),
  };
}

/** Lists that the reference data know and the schema does not. */
const openChoices = ({ site, language }: RequestContext): OpenChoices => ({
  profile: site.reference.profiles.map((profile) => ({
    value: profile.id,
    name: nameIn(language, profile),
  })),
  targets: site.published.map((counts) => ({ value: counts.id, name: nameIn(language, counts) })),
});
