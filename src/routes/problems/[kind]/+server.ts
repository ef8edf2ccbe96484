import { problemPage } from '$lib/server/api/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) => problemPage(params.kind);
