const { gzipSync } = require('node:zlib');

const KB = 1024;

/** Bytes of a text or buffer as a web server sends it, gzipped. */
const gzipped = (content) => gzipSync(content, { level: 9 }).length;

const inKb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

/**
 * A webpack plugin that measures the scripts a page loads first (gzip) and fails the build where
 * they are more than they may be. What is loaded later is printed beside.
 */
class BundleBudget {
  /**
   * @param {{ entries: string[], copied: string[], maxKb: number }} options the page's entries, its
   * scripts that are copied as they stand, and the most that all may weigh
   */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { Compilation, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('BundleBudget', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'BundleBudget', stage }, (assets) => {
        const { entries, copied } = this.options;
        const first = new Set([
          ...entries.flatMap((name) => compilation.entrypoints.get(name).getFiles()),
          ...copied,
        ]);
        const sizes = Object.keys(assets)
          .filter((name) => /\.js(\?|$)/.test(name))
          .map((name) => ({ name, bytes: gzipped(assets[name].buffer()), first: first.has(name) }))
          .sort((a, b) => b.bytes - a.bytes);
        const total = sum(sizes.filter((size) => size.first));
        print(sizes, total, this.options.maxKb);
        if (total > this.options.maxKb * KB) {
          compilation.errors.push(
            new WebpackError(
              `The page's first scripts are ${inKb(total)} gzipped; the budget is ${this.options.maxKb} KB. ` +
                'Load later what the first screen does not show.',
            ),
          );
        }
      });
    });
  }
}

const sum = (sizes) => sizes.reduce((total, { bytes }) => total + bytes, 0);

function print(sizes, total, maxKb) {
  const line = ({ name, bytes }) => `  ${inKb(bytes).padStart(9)}  ${name}`;
  const of = (first) => sizes.filter((size) => size.first === first).map(line);
  console.log(
    [
      `First scripts, gzip: ${inKb(total)} of at most ${maxKb} KB`,
      ...of(true),
      ...(of(false).length > 0 ? ['Loaded later:', ...of(false)] : []),
    ].join('\n'),
  );
}

module.exports = { BundleBudget };
