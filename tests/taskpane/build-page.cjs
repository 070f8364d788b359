/**
 * Builds the add-in's page with a stand-in for the pane: `node tests/taskpane/build-page.cjs FOLDER`.
 * What is tested is the page around it.
 */
const path = require('node:path');
const webpack = require('webpack');
const configs = require('../../webpack.config.js');

const config = configs.find(({ name }) => name === 'add-in');
config.entry = { ...config.entry, taskpane: path.join(__dirname, 'stand-in-pane.js') };
config.output = { ...config.output, path: path.resolve(process.argv[2]) };
webpack(config, (error, stats) => {
  if (error) throw error;
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
});
