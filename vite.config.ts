import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2022' },
	// A worker loads what reads a kind of file when a file of that kind comes.
	worker: { format: 'es' }
});
