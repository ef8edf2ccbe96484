import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// The least that a Node server can do: it has a few whole responses in memory and sends them. What the atlas is compared with.

/** A response, byte for byte. */
export interface RecordedResponse {
	/** Path and query string; a `*` in it stands for any number. */
	target: string;
	/** Names and values by turns, as they were sent. */
	headers: string[];
	/** The body in base64. */
	body: string;
}

const [file = ''] = process.argv.slice(2);

const responses = new Map(
	(JSON.parse(readFileSync(file, 'utf8')) as RecordedResponse[]).map(({ target, headers, body }) => [
		target,
		{ headers, body: Buffer.from(body, 'base64') }
	])
);

/** Where the number begins in the targets that have one. */
const starred = [...responses.keys()].flatMap((target) => (target.includes('*') ? [target.indexOf('*')] : []));

const server = createServer(({ url = '' }, response) => {
	const answer = responses.get(url) ?? starred.map((at) => responses.get(withStar(url, at))).find(Boolean);
	if (answer) response.writeHead(200, answer.headers).end(answer.body);
	else response.writeHead(404).end();
});

/** A target with a star in place of the number that begins at a place. */
function withStar(target: string, at: number): string {
	let end = at;
	while (target[end] !== undefined && target[end]! >= '0' && target[end]! <= '9') end++;
	return `${target.slice(0, at)}*${target.slice(end)}`;
}

const port = Number(process.env['PORT']);
server.listen(port, '127.0.0.1', () => process.stdout.write(`Listening on http://127.0.0.1:${port}\n`));
process.once('SIGTERM', () => process.exit(0));
