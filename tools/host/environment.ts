/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import { randomBytes } from 'node:crypto';
import { hashSync } from 'bcryptjs';

/** Who signs in to an n8n that was started for a demo or a test. Reachable from this machine only. */
export interface Owner {
	email: string;
	password: string;
}

/** One login for all n8n this process starts; the password is new each time. */
export const OWNER: Owner = {
	email: 'demo@stellr-halo.local',
	password: `Demo-${randomBytes(4).toString('hex')}`,
};

/** Everything that n8n would otherwise fetch, send or show on its own is off. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};

interface EnvironmentOptions {
	folder: string;
	port: number;
	brokerPort: number;
	owner: Owner;
	extra?: Record<string, string>;
}

/** The environment of one n8n process: own folder and ports, loopback only, owner set up, nothing sent home. */
export function n8nEnvironment(options: EnvironmentOptions): NodeJS.ProcessEnv {
	return {
		...withoutForeignSettings(process.env),
		...QUIET,
		N8N_USER_FOLDER: options.folder,
		N8N_ENCRYPTION_KEY: 'stellr-halo-local-demo-key',
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(options.port),
		N8N_RUNNERS_BROKER_PORT: String(options.brokerPort),
		N8N_SECURE_COOKIE: 'false',
		// The simulators listen on the loopback address, which the protection would refuse.
		N8N_SSRF_PROTECTION_ENABLED: 'false',
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: options.owner.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: hashSync(options.owner.password, 10),
		...options.extra,
	};
}

/** A developer's own n8n, npm or database settings must not reach this one, nor Jest's NODE_ENV: n8n starts nothing under "test". */
function withoutForeignSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(environment).filter(
			([name]) =>
				!/^(n8n_|npm_|db_|executions_|queue_|webhook_url|node_options|jest_|node_env$)/i.test(name),
		),
	);
}
