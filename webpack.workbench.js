/**
 * The workbench: the add-in and the real Office.js on a workbook of ours, in a browser. Not deployed.
 * Its page and the script for the pane's frame; and the add-in as webpack.config.js builds it, in a
 * folder of its own.
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const at = (file) => path.join(__dirname, file);
const out = at('build/workbench');

const workbench = {
  name: 'workbench',
  target: ['web', 'es2022'],
  mode: 'production',
  entry: {
    workbench: at('src/workbench/index.tsx'),
    'pane-host': at('src/workbench/pane-host.ts'),
  },
  output: { path: path.join(out, 'page'), filename: '[name].js', publicPath: '' },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'esbuild-loader',
        options: { target: 'es2022', jsx: 'automatic' },
      },
    ],
  },
  plugins: [
    new HtmlPlugin({
      template: at('src/workbench/workbench.html'),
      filename: 'index.html',
      chunks: ['workbench'],
    }),
    new CopyPlugin({ patterns: [at('src/workbench/workbench.css'), at('src/workbench/grid.css')] }),
  ],
  optimization: { minimize: false },
  performance: false,
  stats: 'errors-warnings',
};

/** The add-in, but for the budget of what is deployed. */
function addIn() {
  const config = require('./webpack.config.js').find(({ name }) => name === 'add-in');
  return {
    ...config,
    output: { ...config.output, path: path.join(out, 'add-in') },
    plugins: config.plugins.filter(({ constructor }) => constructor.name !== 'BundleBudget'),
  };
}

module.exports = { workbench, addIn };
