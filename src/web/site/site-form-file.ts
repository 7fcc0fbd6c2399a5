import { notFound } from '../../model/errors.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { noticeOf } from '../shared/file.ts';
import { formAsked } from './site-form-page.ts';
import { siteFormTexts } from './site-form-texts.ts';

/** A form that a guide lets one download, as a text file with a line a field. */
export const siteFormFile: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const { item, kind, version, form } = formAsked(context);
  if (form === null) throw notFound(siteFormTexts.missing.zh, siteFormTexts.missing.en);
  const { language } = context;
  const lines = [
    noticeOf(context),
    '',
    form.title[language],
    '',
    ...form.fields.map(
      ({ label, value }) =>
        `${label[language]}${language === 'zh' ? '：' : ': '}${value[language] === '' ? '____________' : value[language]}`,
    ),
  ];
  response.set('Content-Type', 'text/plain; charset=utf-8');
  response.set(
    'Content-Disposition',
    `attachment; filename="simulated-${kind}-${item.taskCode}-${version}.txt"`,
  );
  response.set('Cache-Control', 'private, no-cache');
  response.send(`\uFEFF${lines.join('\r\n')}\r\n`);
};
