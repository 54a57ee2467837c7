import { defineConfig } from 'vitest/config';

/**
 * Builds the scripts of the pages. Every script has a name with the hash of its content; `manifest.json` tells the server
 * which that is. Browsers of 2021 must do.
 */
export default defineConfig({
  base: '/app/',
  publicDir: false,
  build: {
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    outDir: '../../../target/classes/eu/urne/api/app',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        booth: 'src/booth/main.ts',
        vote: 'src/vote/main.ts',
        verify: 'src/verify/main.ts',
        desk: 'src/desk/main.ts',
        sign: 'src/sign/main.ts',
        stand: 'src/stand/main.ts',
        sw: 'src/sw.ts',
      },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: '[name]-[hash].js' } } },
  test: { include: ['test/**/*.test.ts'] },
});
