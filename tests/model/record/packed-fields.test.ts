import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ratingChannel,
  ratingAutomatic,
  ratingFlagged,
  ratingHasText,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceStatus,
  serviceUserType,
} from '../../../src/model/record/packed-fields.ts';
import { packedRating, packedService } from '../../packed.ts';

const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

it('the small fields of a service come back from one number', () => {
  fc.assert(
    fc.property(upTo(3), upTo(7), upTo(3), upTo(15), (status, stage, channel, userType) => {
      const packed = packedService(status, stage, channel, userType);
      expect(
        [serviceStatus, serviceStage, serviceChannel, serviceUserType].map((read) => read(packed)),
      ).toEqual([status, stage, channel, userType]);
    }),
  );
});

it('the small fields of a rating come back from one number', () => {
  const fields = fc.tuple(upTo(7), upTo(7), upTo(1), upTo(1), upTo(1), upTo(255));
  fc.assert(
    fc.property(fields, (given) => {
      const packed = packedRating(...given);
      const readers = [ratingLevel, ratingChannel, ratingAutomatic, ratingFlagged, ratingHasText, ratingTags];
      expect(readers.map((read) => read(packed))).toEqual(given);
    }),
  );
});
