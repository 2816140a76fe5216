/** The end-to-end set-up in n8n's queue mode; see test/queue/support. Started by tools/test-queue.mjs. */
const base = require('./jest.e2e.config.js');

module.exports = {
	...base,
	roots: ['<rootDir>/test/queue'],
	globalSetup: '<rootDir>/test/queue/support/globalSetup.ts',
	globalTeardown: '<rootDir>/test/queue/support/globalTeardown.ts',
	testTimeout: 600_000,
};
