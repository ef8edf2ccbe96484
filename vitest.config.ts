import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// Two projects: what runs in Node alone, and what drives a browser against the built server, which is one at a time because
// the machine's cores are what a page waits for.
export default defineConfig({
	test: {
		projects: [
			{
				plugins: [sveltekit()],
				test: {
					name: 'unit',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/e2e/**'],
					environment: 'node',
					testTimeout: 60_000,
					// One a core: by itself it leaves one of them idle.
					maxWorkers: availableParallelism()
				}
			},
			{
				plugins: [sveltekit()],
				test: {
					name: 'browser',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: './tests/e2e/prepare.ts',
					environment: 'node',
					fileParallelism: false,
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
