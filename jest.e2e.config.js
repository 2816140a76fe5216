/** One n8n serves all suites, one after the other; see test/e2e/support. Started by tools/test-e2e.mjs. */
const base = require('./jest.config.js');

module.exports = {
	...base,
	roots: ['<rootDir>/test/e2e'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.ts',
	testTimeout: 180_000,
	maxWorkers: 1,
	verbose: true,
};
