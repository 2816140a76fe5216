import type { Rung } from './rung';
import { domainRung } from './rungs/domain';
import { domainAsNameRung } from './rungs/domainAsName';
import { exactNameRung } from './rungs/exactName';
import { microsoftTenantRung } from './rungs/microsoftTenant';
import { nativeMappingRung } from './rungs/nativeMapping';
import { normalFormRung } from './rungs/normalForm';
import { savedRung } from './rungs/saved';
import { storedKeyRung } from './rungs/storedKey';

/** The rungs that may decide, strongest first. Suggestions come after them and never decide. */
export const ladder: readonly Rung[] = [
	savedRung,
	storedKeyRung,
	nativeMappingRung,
	microsoftTenantRung,
	domainRung,
	exactNameRung,
	normalFormRung,
	domainAsNameRung,
];
