import type { Measurement } from '../../model/measurement.ts';
import { printFixed } from '../../wording/print-number.ts';
import { tileMap } from '../../charts/tile-map.ts';
import { bandSign } from '../shared/band-signs.ts';
import type { RequestContext } from '../request-context.ts';
import { overviewTexts } from './overview-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { simulatedCaption } from '../shared/simulated.ts';

/** Latin names need wider tiles. */
const TILE_WIDTH = { zh: 66, en: 88 } as const;

/** The tile map of a measurement; every assessed tile leads to its unit. Without scores a tile says the level alone. */
export function overviewMap(context: RequestContext, measurement: Measurement, withScores: boolean): string {
  const { language, site } = context;
  const t = translator(overviewTexts, language);
  const say = translator(siteTexts, language);
  const units = new Map(measurement.units.map((unit) => [unit.code, unit]));
  return tileMap(
    simulatedCaption(language, {
      id: 'map',
      title: t(withScores ? 'map' : 'mapLevels'),
      desc: t(withScores ? 'mapDesc' : 'mapLevelsDesc'),
    }),
    site.reference.tiles.map((tile) => {
      const unit = tile.assessed ? units.get(tile.code) : undefined;
      const name = nameIn(language, tile);
      const fullName = (language === 'zh' ? tile.fullName : tile.fullNameEn) ?? name;
      const { col, row } = tile;
      const letters = language === 'en' ? tile.letters : '';
      if (unit === undefined) {
        const title = t('tileUnassessed', { name: fullName });
        return {
          col,
          row,
          name,
          letters,
          printed: say('notAssessed'),
          band: '',
          className: 'band-unassessed',
          href: undefined,
          title,
        };
      }
      const band = bandSign(unit.band, language);
      const tileOf = {
        col,
        row,
        name,
        letters,
        className: band.className,
        href: context.link(`/units/${unit.code}`),
      };
      if (!withScores) {
        return {
          ...tileOf,
          printed: band.name,
          band: '',
          title: t('tileLevel', { name: fullName, band: band.name }),
        };
      }
      const score = unit.overall === null ? say('missing') : printFixed(unit.overall.score, 2);
      return {
        ...tileOf,
        printed: unit.overall === null ? say('missing') : printFixed(unit.overall.score, 1),
        band: unit.band === null ? '' : band.name,
        title: t('tileTitle', { name: fullName, score, band: band.name }),
      };
    }),
    TILE_WIDTH[language],
  );
}
