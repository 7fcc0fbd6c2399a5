import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Rooms whose results may depend on nothing but their arguments: no clock, no chance, no environment, no output. */
const pureRooms = [
  'model',
  'national',
  'simulate',
  'collect',
  'rollup',
  'measure',
  'calibrate',
  'audit',
  'portal',
  'detect',
  'train',
  'push',
  'report',
  'export',
  'charts',
  'wording',
];

export default tseslint.config(
  {
    ignores: ['dist/', 'coverage/', 'data/', 'node_modules/', 'tests/golden/'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      // An interface of async operations may have a member that needs no waiting.
      '@typescript-eslint/require-await': 'off',
      // `f<Row>()` says what a query answers; the parameter is there to be read.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'A pure room takes what it needs as an argument.' },
        { name: 'performance', message: 'A pure room has no clock: take `now` as an argument.' },
        { name: 'setTimeout', message: 'A pure room does not wait.' },
        { name: 'setInterval', message: 'A pure room does not wait.' },
        { name: 'fetch', message: 'A pure room does no input or output.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Use the keyed randomness of src/model.' },
        { object: 'crypto', property: 'randomUUID', message: 'Use the keyed randomness of src/model.' },
        { object: 'crypto', property: 'getRandomValues', message: 'Use the keyed randomness of src/model.' },
        { object: 'Date', property: 'now', message: 'A pure room has no clock: take `now` as an argument.' },
        {
          object: 'process',
          property: 'env',
          message: 'Settings come in as arguments (src/config.ts reads them).',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'A pure room has no clock: take `now` as an argument.',
        },
        {
          selector: "CallExpression[callee.name='Date']",
          message: 'A pure room has no clock: take `now` as an argument.',
        },
      ],
    },
  },
  {
    // Tests read loose bodies and say what must be there; bench and docs say the same of what they read.
    files: ['tests/**/*.ts', 'bench/**/*.ts', 'docs/**/*.ts', '*.config.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
  {
    // What a page loads: plain scripts, written for the browser.
    files: ['public/**/*.js', 'src/web/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'window',
          'document',
          'navigator',
          'location',
          'history',
          'localStorage',
          'sessionStorage',
          'console',
          'fetch',
          'FormData',
          'URL',
          'URLSearchParams',
          'Blob',
          'Image',
          'Event',
          'CustomEvent',
          'EventSource',
          'AbortController',
          'DOMParser',
          'XMLSerializer',
          'HTMLElement',
          'HTMLFormElement',
          'HTMLInputElement',
          'HTMLSelectElement',
          'Element',
          'IntersectionObserver',
          'MutationObserver',
          'ResizeObserver',
          'matchMedia',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'requestAnimationFrame',
          'queueMicrotask',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
