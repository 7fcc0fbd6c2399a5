/** How often somebody may be wrong within a quarter of an hour. */
export interface AttemptLimits {
  /** From one address, whatever the name. */
  readonly address: number;
  /** At one name from one address, and from anywhere. */
  readonly nameHere: number;
  readonly name: number;
}

export const usualAttempts: AttemptLimits = { address: 100, nameHere: 8, name: 40 };
