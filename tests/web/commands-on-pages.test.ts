import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { qualityCommand } from '../../src/cli/commands/quality.ts';
import { serveCommand } from '../../src/cli/commands/serve.ts';
import { simulateCommand } from '../../src/cli/commands/simulate.ts';
import { createOutput } from '../../src/cli/output.ts';
import { scenarioNames } from '../../src/store/shipped.ts';
import { commandText } from '../../src/web/shared/command-text.ts';
import { useScratch } from '../builders.ts';
import { finishedJob, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const full = useSite(scratch);
const empty = useSite(scratch, { empty: true });
let job = '';
beforeAll(async () => {
  job = await finishedJob(full());
});

const output = createOutput('en');
const commands = [serveCommand, simulateCommand, qualityCommand].map((make) => make(output));

/** Commands in a text: from the word npx to the first word that belongs to no command. */
const commandsIn = (text: string): string[][] =>
  [...text.matchAll(/npx haochaping [a-z]+(?: --[a-z-]+ [\w./+-]*[\w+-])*/g)].map(([found]) =>
    found.split(' ').slice(2),
  );

describe('commands on pages', () => {
  it.each(['zh', 'en'])(
    'can be pasted, and nothing else on a page speaks of options or paths (%s)',
    async (lang) => {
      const seen = new Set<string>();
      for (const [site, paths] of [
        [full(), ['/', '/targets', '/runs', '/runs/1/quality', '/runs/2/quality', `/runs/jobs/${job}`]],
        [full(), ['/scenario', '/refusals', '/method']],
        [empty(), ['/', '/targets', '/runs']],
      ] as const) {
        for (const path of paths) {
          const page = await site.page(`${path}?lang=${lang}`);
          for (const quote of page.querySelectorAll('.raw, .source')) quote.remove();
          const text = wordsOf(page);
          for (const [name = '', ...args] of commandsIn(text)) {
            seen.add(name);
            const command = commands.find((one) => one.name() === name)!;
            expect(command, name).toBeDefined();
            const options = command.createHelp().visibleOptions(command);
            for (let i = 0; i < args.length; i += 2) {
              const [option, value = ''] = [args[i], args[i + 1]];
              expect(
                options.map(({ long }) => long),
                `${path}: ${String(option)}`,
              ).toContain(option);
              if (option === '--scenario' && !value.endsWith('.json'))
                expect(scenarioNames()).toContain(value);
              if (option === '--db' && name === 'quality') expect(resolve(value)).toBe(site.store.file);
            }
          }
          const rest = text.replace(/npx haochaping [a-z]+(?: --[a-z-]+ [\w./+-]*[\w+-])*/g, '');
          expect(rest, path).not.toMatch(/ --[a-z]|haochaping [a-z]/);
          expect(text, path).not.toMatch(/(?:^|[\s“(（])\/(?:tmp|home|root|work|Users)\//);
        }
      }
      expect([...seen].sort()).toEqual(['quality', 'serve', 'simulate']);
    },
  );

  it('quote what a shell would split', () => {
    expect(commandText('serve', { port: 0, db: "my data/it's.db" })).toBe(
      "npx haochaping serve --port 0 --db 'my data/it'\\''s.db'",
    );
  });
});
