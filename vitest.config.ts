// What vitest looks for in the folder that it is started in; the types of the settings are installed with the tests.
export { default } from './test/vitest.config.ts';
