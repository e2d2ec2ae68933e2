import eslint from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { layers } from './.tools/layers.js';

const layerRules = Object.entries(layers).map(([layer, { own, packages }]) => {
  const allowed = [...own.map((name) => `#${name}/`), ...packages, '\\./', '\\.\\./'].join('|');
  return {
    files: [`src/${layer}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^(?!${allowed})`, message: `The layer "${layer}" may not import this.` },
            ...(layer === 'workspace'
              ? [
                  {
                    regex:
                      '^#engine/(?!client|protocol|assignment-protocol|results-protocol|storage/|sql/console-client|sql/console-protocol)',
                    message:
                      'The workspace talks to the engine through its clients, protocols and storage only.',
                  },
                ]
              : []),
          ],
        },
      ],
    },
  };
});

export default typescript.config(
  { ignores: ['build', '.svelte-kit', 'gallery', 'node_modules', 'coverage'] },
  eslint.configs.recommended,
  ...typescript.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-at-html-tags': 'error',
      // Plain Set, Map and Date are used for values that nothing watches.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "SvelteAttribute[key.name='style']",
          message:
            'Our style-src refuses a style attribute at run time: use a class or a style: directive.',
        },
      ],
    },
  },
  {
    files: ['src/core/**'],
    languageOptions: { globals: {} },
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Core takes its randomness as an argument.',
        },
        { object: 'Date', property: 'now', message: 'Core takes its clock as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Core takes its clock as an argument.',
        },
      ],
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'navigator',
        'localStorage',
        'fetch',
      ],
    },
  },
  // The callers of ui components resolve their addresses.
  {
    files: ['src/ui/**', 'src/charts/**'],
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  ...layerRules,
  { files: ['.tools/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
