// The one file of ours that Kit builds under a name of its own, and so where scripts/serve.js finds the server.
export { serve } from '$lib/server/serve';
