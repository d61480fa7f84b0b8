// How the window is built: one page with relative addresses, so that it runs under app:// and from any folder.
// What is under dev/ (the fixture desk) is for developing and for tests, and never part of the app.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { WINDOW_CSP } from './window-csp.ts';

/** Only in the build: the dev server needs inline scripts for reloading. */
const contentPolicy: Plugin = {
  name: 'balie-content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: WINDOW_CSP },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), contentPolicy],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // The host is one known Chromium; nothing needs to be lowered for older browsers.
    target: 'chrome140',
    // The preload helper fetches, which the policy rightly forbids.
    modulePreload: { polyfill: false },
    // Fonts stay files: font-src knows no data:.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
  },
});
