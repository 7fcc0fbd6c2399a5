import { notFound } from '../../model/errors.ts';
import { guideVersions, type GuideVersion } from '../../model/site/guide-faults.ts';
import { downloadKinds, downloadOf, type DownloadedForm, type DownloadKind } from '../../portal/downloads.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoice } from '../request-query.ts';
import { itemAsked, type ItemAsked } from './asked-site.ts';
import { itemPath, serviceHead, serviceWords, type ServiceHead } from './service-head.ts';
import { siteFormTexts } from './site-form-texts.ts';

export interface SiteFormModel {
  readonly head: ServiceHead;
  readonly kicker: string;
  readonly guide: string;
  /** Undefined where the guide offers none. */
  readonly form:
    | {
        readonly file: string;
        readonly fields: readonly { readonly label: string; readonly value: string }[];
      }
    | undefined;
}

const words = { ...serviceWords, ...siteFormTexts };

/** A form as the address asks for it. */
export interface AskedForm extends ItemAsked {
  readonly kind: DownloadKind;
  readonly version: GuideVersion;
  /** Null where the guide in this version offers none. */
  readonly form: DownloadedForm | null;
}

export function formAsked(context: RequestContext): AskedForm {
  const asked = itemAsked(context);
  const name = context.param('form');
  const kind = downloadKinds.find((one) => one === name);
  if (kind === undefined)
    throw notFound(
      `没有这种表格；可用：${downloadKinds.join('、')}`,
      `there is no such form; there are ${downloadKinds.join(', ')}`,
    );
  const version = readChoice(context.query, 'version', guideVersions, 'web');
  return { ...asked, kind, version, form: downloadOf(asked.site, asked.item, kind, version) };
}

/** A form that a guide lets one download, as a page. */
export function siteFormPage(context: RequestContext): Page<SiteFormModel> {
  const { language } = context;
  const t = translator(words, language);
  const { site, item, kind, version, form } = formAsked(context);
  return {
    view: 'site-form',
    title: form === null ? t(kind === 'blank' ? 'blank' : 'sampleForm') : form.title[language],
    words,
    model: {
      head: serviceHead(context, site),
      kicker: `${nameIn(language, item)} · ${t(version)}`,
      guide: context.link(itemPath(site, item, 'guide'), {
        version: version === 'web' ? undefined : version,
      }),
      form:
        form === null
          ? undefined
          : {
              file: context.link(itemPath(site, item, `forms/${kind}.txt`), { version }),
              fields: form.fields.map(({ label, value }) => ({
                label: label[language],
                value: value[language],
              })),
            },
    },
  };
}
