const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const FunctionsPlugin = require('custom-functions-metadata-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { BundleBudget } = require('./scripts/bundle-budget.js');
const { version } = require('./package.json');

const root = __dirname;
const at = (file) => path.join(root, file);
const serving = Boolean(process.env.WEBPACK_SERVE);

/** Where the manifest in the repository looks for the add-in. */
const DEV_URL = 'https://localhost:3000';
/** Where the built add-in will be served from. */
const addInUrl = (process.env.ADDIN_URL || DEV_URL).replace(/\/+$/, '');
if (!/^https:\/\/\S+$/.test(addInUrl)) throw new Error('ADDIN_URL must be an https address.');
/** Office.js: Microsoft's, or a mirror's: an https address, or a path on the add-in's own server. */
const officeJs =
  process.env.OFFICE_JS_URL || 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const officeOrigin = /^https:/.test(officeJs) ? new URL(officeJs).origin : null;

/** The least browsers: what boot.js asks of a webview says the same. */
const BROWSERS = ['chrome93', 'edge93', 'firefox93', 'safari15.4'];

/** Scripts that the pane loads before anything is shown, gzipped, at most. */
const FIRST_SCRIPTS_KB = 240;

/**
 * The page's Content-Security-Policy. Nothing goes anywhere but to the own server; scripts come from
 * there and from where Office.js is. Fluent UI writes its styles into the page. Who may frame the
 * page can only be said in a header: docs/deployment.md.
 */
const csp = [
  "default-src 'self'",
  // Office.js, wherever it came from, fetches one file of its own from ajax.aspnetcdn.com.
  ["script-src 'self'", officeOrigin, 'https://ajax.aspnetcdn.com'].filter(Boolean).join(' '),
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  serving ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ');

/** A file that is served as it stands, under a name that changes with what is in it. */
function asItStands(file) {
  const { name, ext } = path.parse(file);
  const hash = createHash('sha256')
    .update(fs.readFileSync(at(file)))
    .digest('hex')
    .slice(0, 8);
  return { from: at(file), to: `${name}.${hash}${ext}` };
}
const boot = asItStands('src/taskpane/boot.js');
const bootCss = asItStands('src/taskpane/boot.css');

const pageWords = {
  csp,
  version,
  officeJs,
  officeJsHost: officeOrigin ? new URL(officeJs).host : 'máy chủ của phần mềm',
  boot: boot.to,
  bootCss: bootCss.to,
  oldExcel: fs.readFileSync(at('src/taskpane/old-excel.html'), 'utf8'),
};

/** Excel trusts only https: certificates of `npx office-addin-dev-certs install`, if they are there. */
function devServerOptions() {
  const folder = path.join(os.homedir(), '.office-addin-dev-certs');
  const read = (name) => fs.readFileSync(path.join(folder, name));
  return fs.existsSync(path.join(folder, 'localhost.key'))
    ? { key: read('localhost.key'), cert: read('localhost.crt'), ca: read('ca.crt') }
    : {};
}

/** The add-in: one page, the pane, that is the shared runtime too; the ribbon's commands run in it. */
const addIn = {
  name: 'add-in',
  target: ['web', 'es2021'],
  mode: serving ? 'development' : 'production',
  devtool: serving ? 'source-map' : false,
  entry: {
    taskpane: at('src/taskpane/index.tsx'),
    commands: at('src/commands/index.ts'),
    functions: at('src/functions/start.ts'),
  },
  output: {
    path: at('dist'),
    // The manifest names functions.js, which the page asks for by what is in it as well.
    filename: ({ chunk }) =>
      serving
        ? '[name].js'
        : chunk.name === 'functions'
          ? '[name].js?[contenthash:8]'
          : '[name].[contenthash:8].js',
    chunkFilename: serving ? '[name].js' : '[id].[contenthash:8].js',
    publicPath: '',
    clean: true,
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'esbuild-loader',
        options: { target: BROWSERS, jsx: 'automatic' },
      },
    ],
  },
  optimization: {
    minimizer: [new EsbuildPlugin({ target: BROWSERS, legalComments: 'none' })],
    // All entries stand in one page: what they share is there once.
    runtimeChunk: 'single',
    splitChunks: { chunks: 'all' },
  },
  plugins: [
    new FunctionsPlugin({ output: 'functions.json', input: at('src/functions/functions.ts') }),
    new HtmlPlugin({
      template: at('src/taskpane/taskpane.html'),
      filename: 'taskpane.html',
      // Modules are left alone by webviews that couldn't read them; they run after Office.js.
      scriptLoading: 'module',
      inject: 'body',
      templateParameters: pageWords,
    }),
    new HtmlPlugin({
      template: at('src/taskpane/support.html'),
      filename: 'support.html',
      inject: false,
      templateParameters: pageWords,
    }),
    new CopyPlugin({
      patterns: [
        boot,
        bootCss,
        { from: at('assets/*.png'), to: 'assets/[name][ext]' },
        // "Thử với số liệu mẫu" opens it.
        { from: at('samples/hau-giang-2023.xlsx'), to: 'samples/[name][ext]' },
        {
          from: at('manifest.xml'),
          to: 'manifest.xml',
          transform: (text) => text.toString().replaceAll(DEV_URL, addInUrl),
        },
      ],
    }),
    ...(serving
      ? []
      : [
          new BundleBudget({
            entries: ['taskpane', 'commands', 'functions'],
            copied: [boot.to],
            maxKb: FIRST_SCRIPTS_KB,
          }),
        ]),
  ],
  devServer: {
    port: 3000,
    server: { type: 'https', options: devServerOptions() },
    hot: false,
    client: { overlay: false },
    headers: { 'Access-Control-Allow-Origin': '*' },
  },
  performance: false,
  stats: 'errors-warnings',
};

/** The headless run: everything of ours in one file; the libraries that it reads at run time stay outside. */
const headless = {
  name: 'cham-diem',
  target: 'node20',
  mode: 'production',
  entry: { 'cham-diem': at('src/cli/main.ts') },
  // One file: what the page loads later is there at once.
  output: { path: at('build'), filename: '[name].cjs', asyncChunks: false },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    // The runtime of Office.js is looked up when the program runs, not bundled.
    parser: { javascript: { createRequire: false } },
    rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'node20' } }],
  },
  externals: [/^xlsx-populate\/lib\//],
  externalsType: 'commonjs',
  externalsPresets: { node: true },
  node: { __filename: false, __dirname: false },
  optimization: { minimize: false },
  performance: false,
  stats: 'errors-warnings',
};

module.exports = [addIn, headless];
