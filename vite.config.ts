import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import type * as AtlasModule from './src/lib/server/atlas';
import type * as ListenerModule from './src/lib/server/listener';

/** Has `vite dev` respond as the built server does: by the same request listener, before Kit. */
const listener: Plugin = {
	name: 'request-listener',
	apply: 'serve',
	configureServer(server) {
		const open = async () => {
			const { openAtlas } = (await server.ssrLoadModule('/src/lib/server/atlas.ts')) as typeof AtlasModule;
			return openAtlas();
		};
		server.middlewares.use((request, response, next) => {
			const load = server.ssrLoadModule('/src/lib/server/listener.ts') as Promise<typeof ListenerModule>;
			Promise.all([open(), load])
				.then(([atlas, { requestListener }]) => {
					const handOn = () => {
						// Kit asks for the address before any middleware.
						request.originalUrl = request.url;
						next();
					};
					requestListener(atlas, handOn, server.config.publicDir)(request, response);
				})
				.catch(next);
		});
		// What was rendered before a change is not what would be rendered now.
		server.watcher.on('change', () => void open().then(({ cache }) => cache.clear()));
	}
};

export default defineConfig({
	plugins: [listener, sveltekit()],
	build: { target: 'es2022' },
	// A worker loads what reads a kind of file when a file of that kind comes.
	worker: { format: 'es' }
});
