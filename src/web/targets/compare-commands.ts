import { commandText } from '../shared/command-text.ts';

/** Makes the run of the scenario that was found for published figures, and shows it. */
export const compareCommands = (targets: string): string[] => {
  const db = `data/${targets}.db`;
  return [commandText('simulate', { scenario: targets, db }), commandText('serve', { port: 0, db })];
};
