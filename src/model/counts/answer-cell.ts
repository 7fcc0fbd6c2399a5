/** Services that are alike in what the register says of them, and in the level of the rating that somebody gave, 0 for none. */
export interface AnswerCell {
  readonly itemType: string;
  readonly channel: number;
  readonly userType: number;
  readonly level: number;
  readonly n: number;
}
