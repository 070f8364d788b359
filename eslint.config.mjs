import tseslint from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';

/**
 * The house: imports point down. Each folder of src/ lists the folders of src/ that it may import.
 * ARCHITECTURE.md draws the same picture.
 */
const HOUSE = {
  rules: [],
  words: ['rules'],
  workbook: ['rules', 'words'],
  files: ['rules', 'words'],
  functions: ['rules', 'words'],
  documents: ['rules', 'words'],
  taskpane: ['rules', 'words', 'workbook', 'files', 'functions', 'documents'],
  commands: ['rules', 'words', 'workbook', 'files', 'functions', 'documents'],
  host: [],
  workbench: ['host'],
  cli: ['rules', 'words', 'workbook', 'files', 'functions', 'documents', 'host'],
};

const folders = Object.keys(HOUSE);

/** Second public faces: what only Node can load stands apart from what pages load too. */
const NODE_FACES = ['host/node'];

const anyOf = (names) => `(?:${names.join('|')})`;

const houseRules = folders.map((folder) => {
  const forbidden = folders.filter((other) => other !== folder && !HOUSE[folder].includes(other));
  const others = folders.filter((other) => other !== folder);
  const faces = folder === 'cli' ? `(?!${anyOf(NODE_FACES)}$)` : '';
  const patterns = [
    {
      regex: `^(?:\\.\\./)+${anyOf(forbidden)}(?:/|$)`,
      message: `src/${folder} may import only: ${HOUSE[folder].join(', ') || 'no other folder'}.`,
    },
    {
      regex: `^(?:\\.\\./)+${faces}${anyOf(others)}/.`,
      message: 'Import a folder by its public face (its index), not by a file inside it.',
    },
  ];
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
});

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'build/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'warn',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  // Configuration that tools load themselves is CommonJS.
  { files: ['**/*.js', '**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['src/cli/**', 'scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  ...houseRules,
);
