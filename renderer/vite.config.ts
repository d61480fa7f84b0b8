// How the window is built: one page with relative addresses, so that it runs under app:// and from any folder.
// What is under dev/ (the fixture desk) is for developing and for tests, and never part of the app.
// The build itself runs in Node.
/* oxlint-disable house/packages */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
/* oxlint-enable house/packages */
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

/** pdf.js names these by a folder, and imports the one that a scan needs: they keep their names. */
const pdfDecoders: Plugin = {
  name: 'balie-pdf-decoders',
  apply: 'build',
  generateBundle() {
    const folder = join(import.meta.dirname, '../node_modules/pdfjs-dist/wasm');
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
      this.emitFile({ type: 'asset', fileName: `assets/pdf/${name}`, source: readFileSync(join(folder, name)) });
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), contentPolicy, pdfDecoders],
  // Fonts and tables that pdf.js brings along.
  assetsInclude: ['**/*.pfb', '**/*.bcmap'],
  // pdf.js waits at its top level, which only a module may.
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // The host is one known Chromium; nothing needs to be lowered for older browsers.
    target: 'chrome140',
    // The preload helper fetches, which the policy rightly forbids.
    modulePreload: { polyfill: false },
    // Fonts stay files: font-src knows no data:.
    assetsInlineLimit: 0,
    // The worker of pdf.js is that large, and loaded with the first PDF.
    chunkSizeWarningLimit: 1_800,
  },
});
