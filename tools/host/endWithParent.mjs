// Loaded into n8n before n8n itself: when the process that started it is gone, even killed, n8n ends too.
import { watchParent } from '../setup/watchParent.mjs';

watchParent(() => {
	process.kill(process.pid, 'SIGTERM');
	setTimeout(() => process.exit(1), 8_000).unref();
});
