import type { Rung } from './rung';
import { exactNameRung } from './rungs/exactName';
import { normalFormRung } from './rungs/normalForm';
import { savedRung } from './rungs/saved';
import { storedKeyRung } from './rungs/storedKey';

/** The rungs, strongest first. Rungs to come take their place here; nothing else needs to know of them. */
export const ladder: readonly Rung[] = [savedRung, storedKeyRung, exactNameRung, normalFormRung];
