/**
 * Loads the functions into the pane's page, where the build has each of them associated. An Excel
 * without custom functions has no CustomFunctions, and a pane all the same.
 */
if (typeof CustomFunctions !== 'undefined') {
  void import(/* webpackMode: "eager" */ './functions');
}
