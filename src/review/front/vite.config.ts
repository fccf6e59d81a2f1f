import { defineConfig } from 'vite'

/** The page of the reading room: one script, one style sheet, nothing inline, nothing from elsewhere. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
  },
})
