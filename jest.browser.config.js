/** The end-to-end set-up with a browser beside it. Started by tools/test-browser.mjs. */
const base = require('./jest.e2e.config.js');

module.exports = { ...base, roots: ['<rootDir>/test/browser'], testTimeout: 300_000 };
