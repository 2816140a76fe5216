// Runs n8n's own package scan on a folder. It is an ES module, which Jest does not load.
//   node analyze.mjs FOLDER PATTERN …   or   node analyze.mjs FOLDER --source
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);
const result = await analyzePackage(
	folder,
	patterns[0] === '--source' ? SOURCE_FILE_PATTERNS : patterns,
);
process.stdout.write(
	JSON.stringify({
		passed: result.passed,
		message: result.message ?? '',
		details: result.details ?? '',
	}),
);
