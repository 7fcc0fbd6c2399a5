import { Paragraph, SimpleField, TextRun } from 'docx';
import type { Language } from '../../model/language.ts';
import { captionOf, labelOf, type NumberedBlock } from '../../report/numbered-blocks.ts';

/** Writes the caption of a table or figure with its number as a field, which Word counts on. */
export type CaptionWriter = (block: NumberedBlock, keepNext: boolean) => Paragraph;

/**
 * Captions of a document, to be written in its order. Each chapter counts its tables and its figures apart; a field that
 * does not go on from the one before it says its number, so that a program that counts anew comes to the same.
 */
export function createCaptionWriter(language: Language): CaptionWriter {
  const last = new Map<string, number>();
  return (block, keepNext) => {
    const label = labelOf(block, language);
    const [, chapter, count] = /^(.+)-(\d+)$/.exec(block.number) ?? [];
    if (chapter === undefined || count === undefined) {
      return caption([new TextRun(captionOf(block, language))], keepNext);
    }
    const series = `${label.trim()}${chapter}`;
    const number = Number(count);
    const goesOn = (last.get(series) ?? 0) + 1 === number;
    last.set(series, number);
    return caption(
      [
        new TextRun(`${label}${chapter}-`),
        new SimpleField(`SEQ ${series} \\* ARABIC${goesOn ? '' : ` \\r ${count}`}`, count),
        new TextRun(captionOf(block, language).slice(label.length + block.number.length)),
      ],
      keepNext,
    );
  };
}

const caption = (children: readonly (TextRun | SimpleField)[], keepNext: boolean): Paragraph =>
  new Paragraph({ style: 'Caption', keepNext, children: [...children] });
