import type { RunFacts } from '../../sync/runFacts';

/** What a report says about the run that it comes from. */
export interface ReportFacts {
	title: string;
	/** ISO time of the oldest list the report was made from. */
	asOf: string;
	timeZone: string;
	/** Lists that came incomplete, or that there were none to judge by. */
	incompleteLists: RunFacts['incompleteLists'];
	/** Why recurring invoices were not compared; null or left out when they were. */
	invoicesNotRead?: string | null;
	/** What is known of Halo's own module, such as "native module off"; null when nothing was asked. */
	nativeModule: string | null;
	/** Requests that were sent to read it all; 0 when what came in was read by others. */
	requests: number;
	/** How numbers and dates are written, such as "en-CA". */
	locale?: string | null;
}
