/* eslint-disable @n8n/community-nodes/no-restricted-globals */
/** Imported before n8n-core: n8n writes every stopped node to its log, and tests stop many. */
process.env.N8N_LOG_LEVEL = 'silent';
