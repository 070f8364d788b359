const path = require('node:path');

const root = __dirname;

/** The headless run: everything of ours in one file; the libraries that it reads at run time stay outside. */
const headless = {
  name: 'cham-diem',
  target: 'node20',
  mode: 'production',
  entry: { 'cham-diem': path.join(root, 'src/cli/main.ts') },
  output: { path: path.join(root, 'build'), filename: '[name].cjs' },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    // The runtime of Office.js is looked up when the program runs, not bundled.
    parser: { javascript: { createRequire: false } },
    rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'node20' } }],
  },
  externals: { 'xlsx-populate': 'commonjs xlsx-populate' },
  externalsPresets: { node: true },
  node: { __filename: false, __dirname: false },
  optimization: { minimize: false },
  performance: false,
  stats: 'errors-warnings',
};

module.exports = [headless];
