import type { Check } from '../check/check';

/**
 * What only a look at the vendor's own screen can tell, by the code of its check, as the verdict says it. Others that
 * could not be told need nobody: a clock, a field that the first written row proves, a side that was left out.
 */
const LOOK: Readonly<Record<string, string>> = {
	softwareLicensing:
		'whether Software Licensing is switched on: look under Configuration > Asset Management',
	quantityCalculation:
		'whether quantities of recurring invoices are calculated: look under Configuration > Billing > Recurring Invoices',
	nativeModule:
		"whether Halo's own StreamOne Stellr module still imports: look under Configuration > Integrations",
};

/**
 * The checks without a verdict that a person can give one, and mandatory ones that say what to do; what only waits for
 * another check is not among them.
 */
export function toLookAt(checks: readonly Check[]): Check[] {
	return checks.filter(
		({ ok, remedy, mandatory, code }) =>
			ok === null && remedy !== null && (mandatory || code in LOOK),
	);
}

/** What is not known, and where to look. */
export function lookAt({ code }: Check): string {
	return LOOK[code] ?? '';
}
