// Imported first by every script, for its effect: an older Node stops here with a sentence, not with a syntax error further on.
import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`Footnote Atlas needs Node 20.19 or newer; this is Node ${process.versions.node}. See https://nodejs.org/en/download.`
	);
	process.exit(1);
}
