import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true, envPrefix: '' }),
		// The server's entry (src/instrumentation.server.ts), built beside Kit's handler and of the same modules.
		experimental: { instrumentation: { server: true } },
		alias: { $geodata: 'geodata' },
		// Hashes rather than nonces: a page is then the same bytes for everyone, and can be kept and compared by its ETag.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'worker-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'font-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self']
				// Who may frame a page is a setting of the server, which adds it (src/lib/server/respond.ts).
			}
		},
		typescript: {
			config: (config) => ({
				...config,
				include: [
					...config.include,
					'../geodata/tools/**/*.ts',
					'../bench/**/*.ts',
					'../scripts/**/*.js',
					'../*.js',
					'../*.ts'
				]
			})
		}
	}
};
