import { expect, test } from 'vitest';
import { kindOf, problem, type ProblemKind, problemPage, PROBLEMS } from '$lib/server/api/problem';
import { problemOf } from './ask';

test.each(Object.keys(PROBLEMS) as ProblemKind[])('the type of %s leads to what it means', async (kind) => {
	const { type, title, status } = await problemOf(problem(kind, 'Here.'));
	expect(type).toBe(`/problems/${kind}`);
	const page = problemPage(String(type).replace('/problems/', ''));
	expect(page.status).toBe(200);
	expect(await page.text()).toContain(`${String(title)} (HTTP status ${String(status)})`);
});

test.each(['__proto__', 'constructor', 'nonsense'])('%s is no kind of problem', (kind) => {
	expect(problemPage(kind).status).toBe(404);
});

test.each([
	[400, 400],
	[404, 404],
	[405, 405],
	[500, 500],
	[502, 500]
])('an error with status %i becomes a problem with status %i', (status, expected) => {
	expect(PROBLEMS[kindOf(status)].status).toBe(expected);
});
