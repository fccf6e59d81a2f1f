import { defineConfig } from 'vite'

/** The page of the reading room: one script, one style sheet, nothing inline, nothing from elsewhere. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The same CSV writer as on the command line, in the form that wants nothing of Node.
  resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
  build: {
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
  },
})
