import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Everything in the dataset is text, and text is never read as markup: these would do that.
const MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe', 'createContextualFragment'];

const noMarkup = MARKUP.map((property) => ({ property, message: 'Data is text, never markup: set textContent.' }));

const UNSAFE = ['assignment', 'member-access', 'argument', 'call', 'return'];

/** @type {Record<string, 'off'>} */
const noUnsafe = Object.fromEntries(UNSAFE.map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off']));

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', '.cache/', 'static/', 'test-results/', 'tests/fixtures/']),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'no-undef': 'off', // the compiler knows what is defined
			'no-warning-comments': 'error',
			'no-restricted-properties': ['error', ...noMarkup],
			'no-restricted-syntax': [
				'error',
				{
					selector: `AssignmentExpression > MemberExpression[property.name=/^(${MARKUP.join('|')})$/]`,
					message: 'Data is text.'
				}
			],
			eqeqeq: 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			// A number or a boolean in a template is plain; an object there is a mistake and stays one.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// Every address is made in one file, from the root, as the atlas is always served from the root of its origin.
			'svelte/no-navigation-without-resolve': 'off',
			// A query string is read and written as a value; nothing waits for it to change.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		// What markup hands over (events, snippets) the linter sees as any and svelte-check does not; what JSON.parse gives has a
		// type in JavaScript only once it has a name.
		files: ['**/*.svelte', '**/*.js'],
		rules: { ...noUnsafe, '@typescript-eslint/restrict-plus-operands': 'off' }
	},
	{
		files: ['src/**'],
		rules: { 'no-console': 'error' }
	},
	{
		// A test that reads a document it made, or a member that it expects, fails where they are otherwise.
		files: ['tests/**', 'bench/**'],
		rules: {
			...noUnsafe,
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/unbound-method': 'off'
		}
	},
	{
		// The columns are typed arrays, whose members are there by construction; a check per member would cost what they save.
		files: ['src/lib/engine/**', 'src/lib/filter/**', 'src/lib/server/store/embedded/**'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
	}
);
