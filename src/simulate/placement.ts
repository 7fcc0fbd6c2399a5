/** Where the register put each task of the world: its id and its slot. */
export interface Placement {
  readonly taskId: Int32Array;
  readonly slot: Int32Array;
}
