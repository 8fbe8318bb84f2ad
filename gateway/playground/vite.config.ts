import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/playground/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Monaco, GraphiQL's editor, is one large file, loaded after the page has drawn itself.
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
    // GraphiQL's own compiler left notes to itself ("use no memo"), which mean nothing here.
    rolldownOptions: { onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning) },
  },
});
