/** The end-to-end set-up in an older n8n. Started by tools/test-older.mjs. */
const base = require('./jest.e2e.config.js');

module.exports = {
	...base,
	roots: ['<rootDir>/test/older'],
	globalSetup: '<rootDir>/test/older/support/globalSetup.ts',
};
