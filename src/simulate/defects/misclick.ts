import { mechanism } from '../../model/truth.ts';
import { uploadOf, type Manipulation } from './manipulation.ts';

/** A12 误评: a happy person hits one star and writes praise. */
export const misclick: Manipulation = {
  eligible: (_, row, writer) =>
    row >= 0 && writer.out.level[row] === 5 && writer.mechanismOf(row) === mechanism.own,
  showsAt: (_, row, writer) => uploadOf(writer, row),
  act(served, row, writer, [first]) {
    const { out } = writer;
    const { assessedAt, device, rater, uploadedAt, channel } = out;
    const trace = [device[row] ?? 0, rater[row] ?? 0, uploadedAt[row] ?? 0] as const;
    writer.write(served, row, 1, channel[row] ?? 0, assessedAt[row] ?? 0, mechanism.misclick);
    [device[row], rater[row], uploadedAt[row]] = trace;
    writer.text(served, row, 5, first);
    return { field: 'satisfaction', was: '5' };
  },
};
