/** What the distributor sells, as far as a reseller's lines show it. Prices are plausible, not TD SYNNEX's. */

export type ProductKind = 'seat' | 'usage' | 'oneTime' | 'trial';
export type Term = 'annualMonthly' | 'monthly' | 'annualPrepaid' | 'threeYear' | 'none';

export interface Product {
	/** As Microsoft or the maker calls it, without programme and term. */
	name: string;
	vendorId: string;
	vendorName: string;
	mfgPartNo: string;
	/** SKU of the monthly-billed annual term; the other terms count on from it. */
	baseSku: number;
	productId: number;
	/** US dollars a unit and month; one-time prices in full. */
	cost: number;
	kind: ProductKind;
	/** What people call it when they type it into Halo. */
	nicknames: readonly string[];
}

type Line = [name: string, part: string, cost: number, ...nicknames: string[]];

const MICROSOFT_SEATS: Line[] = [
	[
		'Microsoft 365 Business Premium',
		'CFQ7TTC0LCHC:0002',
		18.3,
		'Business Premium licences',
		'M365 Business Premium users',
	],
	[
		'Microsoft 365 Business Standard',
		'CFQ7TTC0LDPB:0001',
		10.4,
		'Business Standard licences',
		'O365 Business Standard',
	],
	[
		'Microsoft 365 Business Basic',
		'CFQ7TTC0LH18:0001',
		5,
		'Business Basic mailboxes',
		'O365 Business Basic',
	],
	[
		'Microsoft 365 Apps for business',
		'CFQ7TTC0LH1G:0001',
		6.9,
		'Office Apps for business',
		'Apps for business desktop',
	],
	[
		'Exchange Online (Plan 1)',
		'CFQ7TTC0LH16:0001',
		3.3,
		'Exchange Plan 1 mailboxes',
		'Hosted Exchange Online P1',
	],
	[
		'Exchange Online (Plan 2)',
		'CFQ7TTC0LH1P:0001',
		6.6,
		'Exchange Plan 2 mailboxes',
		'Hosted Exchange Online P2',
	],
	['Microsoft 365 E3', 'CFQ7TTC0LFLX:0001', 29.9, 'M365 E3 users', 'Enterprise E3 licences'],
	['Microsoft 365 E5', 'CFQ7TTC0LFLZ:0001', 47.3, 'M365 E5 users', 'Enterprise E5 licences'],
	['Office 365 E3', 'CFQ7TTC0LF8R:0001', 19.1, 'O365 E3 seats', 'Office E3 licences'],
	['Microsoft 365 F3', 'CFQ7TTC0LH05:0001', 6.6, 'M365 F3 frontline', 'Frontline F3 workers'],
	[
		'Microsoft Defender for Business',
		'CFQ7TTC0JZBR:0001',
		2.5,
		'Defender for Business endpoints',
		'MS Defender Business',
	],
	[
		'Microsoft Defender for Office 365 (Plan 1)',
		'CFQ7TTC0LH04:0001',
		1.7,
		'Defender Office mail filter',
		'Defender for O365 P1',
	],
	[
		'Microsoft Entra ID P1',
		'CFQ7TTC0LFLS:0002',
		5,
		'Entra P1 sign-in',
		'Azure AD Premium Entra P1',
	],
	[
		'Microsoft Entra ID P2',
		'CFQ7TTC0LFK5:0001',
		7.5,
		'Entra P2 sign-in',
		'Azure AD Premium Entra P2',
	],
	[
		'Microsoft Intune Plan 1',
		'CFQ7TTC0LCH4:0001',
		6.6,
		'Intune device management',
		'MS Intune devices',
	],
	[
		'Microsoft Teams Phone Standard',
		'CFQ7TTC0LHNV:0001',
		8.3,
		'Teams Phone lines',
		'Teams calling Phone Standard',
	],
	[
		'Microsoft Teams Premium',
		'CFQ7TTC0RM8K:0001',
		8.3,
		'Teams Premium add-on',
		'Teams Premium meetings',
	],
	[
		'Microsoft Teams Rooms Pro',
		'CFQ7TTC0QW5L:0001',
		33.2,
		'Teams Rooms boardroom',
		'Meeting Rooms Pro',
	],
	['Microsoft 365 Copilot', 'CFQ7TTC0MM8R:0002', 24.9, 'Copilot users', 'M365 Copilot AI'],
	['Visio Plan 2', 'CFQ7TTC0HD32:0001', 12.4, 'Visio drawings', 'MS Visio P2'],
	['Project Plan 3', 'CFQ7TTC0HDB0:0002', 24.9, 'MS Project planners', 'Project Plan 3 users'],
	['Power BI Pro', 'CFQ7TTC0HL8W:0001', 11.6, 'PowerBI Pro reports', 'Power BI Pro users'],
	['Power Automate Premium', 'CFQ7TTC0LH3L:0001', 12.4, 'Power Automate flows', 'Automate Premium'],
	[
		'SharePoint (Plan 1)',
		'CFQ7TTC0LH0N:0001',
		4.1,
		'SharePoint Plan 1 files',
		'SharePoint sites P1',
	],
	[
		'Windows 365 Business 2 vCPU 8 GB 128 GB',
		'CFQ7TTC0J203:0001',
		34,
		'Windows 365 cloud PC',
		'Cloud PC Windows 365',
	],
	[
		'Microsoft 365 Business Basic (Nonprofit Staff Grant)',
		'CFQ7TTC0LH18:000T',
		0,
		'Nonprofit Business Basic grant',
		'Free Business Basic grant',
	],
	[
		'Microsoft 365 Business Premium (Nonprofit Staff Pricing)',
		'CFQ7TTC0LCHC:000P',
		4.6,
		'Nonprofit Business Premium',
		'Charity Business Premium',
	],
];

const OTHER_SEATS: Array<[vendorId: string, vendorName: string, ...line: Line]> = [
	[
		'CISCO',
		'Cisco',
		'Cisco Duo Advantage',
		'DUO-ADVANTAGE',
		4.6,
		'Duo two-factor Advantage',
		'Duo Advantage MFA',
	],
	[
		'CISCO',
		'Cisco',
		'Cisco Duo Essentials',
		'DUO-ESSENTIALS',
		2.3,
		'Duo Essentials MFA',
		'Duo two-factor Essentials',
	],
	[
		'CISCO',
		'Cisco',
		'Cisco Umbrella DNS Essentials',
		'UMB-DNS-ESS-K9',
		1.9,
		'Umbrella DNS filter',
		'Umbrella web filter',
	],
	['CISCO', 'Cisco', 'Webex Suite', 'A-FLEX-3', 12.5, 'Webex meetings Suite', 'Webex hosts'],
	[
		'MERAKI',
		'Cisco Meraki',
		'Meraki MX68 Advanced Security',
		'LIC-MX68-SEC',
		27,
		'Meraki firewall MX68',
		'MX68 Security licence',
	],
	[
		'MERAKI',
		'Cisco Meraki',
		'Meraki MR Enterprise',
		'LIC-ENT',
		6.1,
		'Meraki wifi MR',
		'MR Enterprise access points',
	],
	[
		'ACRONIS',
		'Acronis',
		'Acronis Cyber Protect Advanced Workstation',
		'ACPAW',
		6.4,
		'Acronis workstation backup',
		'Cyber Protect desktops',
	],
	[
		'ACRONIS',
		'Acronis',
		'Acronis Cyber Protect Advanced Server',
		'ACPAS',
		31,
		'Acronis server backup',
		'Cyber Protect servers',
	],
	[
		'ADOBE',
		'Adobe',
		'Adobe Acrobat Pro for teams',
		'65297934BA',
		20.2,
		'Acrobat Pro users',
		'Adobe PDF Acrobat',
	],
	[
		'ADOBE',
		'Adobe',
		'Adobe Creative Cloud All Apps for teams',
		'65310146BA',
		74,
		'Creative Cloud designers',
		'Adobe CC All Apps',
	],
	[
		'Google',
		'Google',
		'Google Workspace Business Starter',
		'GAPPS-BUS-STARTER',
		5.8,
		'Workspace Starter mail',
		'Google mail Starter',
	],
	[
		'Google',
		'Google',
		'Google Workspace Business Plus',
		'GAPPS-BUS-PLUS',
		17.9,
		'Workspace Plus mail',
		'Google mail Plus',
	],
	[
		'PROOFPOINT',
		'Proofpoint',
		'Proofpoint Essentials Advanced',
		'PPE-ADV',
		3.4,
		'Proofpoint mail filter',
		'Essentials Advanced mail',
	],
	[
		'PROOFPOINT',
		'Proofpoint',
		'Proofpoint Security Awareness',
		'PPE-PSAT',
		1.6,
		'Proofpoint training',
		'Security Awareness training',
	],
];

const USAGE: Line[] = [
	['Azure Plan', 'DZH318Z0BPS6:0001', 0, 'Azure consumption'],
	['Azure Reserved VM Instance D2s v5, 1 Year', 'DZH318Z08B8T:0012', 41.5, 'Azure reserved VM'],
];

const ONE_TIME: Line[] = [
	[
		'Windows Server 2025 Standard 16 Core, perpetual',
		'DG7GMGF0PWHC:0003',
		1010,
		'Windows Server licence',
	],
	['Office LTSC Standard 2024, perpetual', 'DG7GMGF0PN43:0001', 398, 'Office LTSC'],
	['Mailbox Migration Service', 'MIG-MBX-ONE', 12, 'Migration'],
];

const TRIALS: Line[] = [
	['Microsoft 365 Copilot Trial', 'CFQ7TTC0MM8R:000D', 0, 'Copilot trial'],
	['Microsoft Teams Premium Trial', 'CFQ7TTC0RM8K:000D', 0, 'Teams Premium trial'],
	['Dynamics 365 Sales Enterprise Trial', 'CFQ7TTC0LFF1:000D', 0, 'Dynamics trial'],
];

let position = 0;
function product(kind: ProductKind, vendorId: string, vendorName: string, line: Line): Product {
	const [name, mfgPartNo, cost, ...nicknames] = line;
	position += 1;
	return {
		name,
		vendorId,
		vendorName,
		mfgPartNo,
		baseSku: 7_650_000 + position * 40,
		productId: 90_200 + position,
		cost,
		kind,
		nicknames,
	};
}

const microsoft = (kind: ProductKind) => (line: Line) =>
	product(kind, 'MICROSOFT', 'Microsoft', line);

/** Shelves by the shares an operator sees. */
export const CATALOGUE = {
	microsoftSeats: MICROSOFT_SEATS.map(microsoft('seat')),
	azure: USAGE.map(microsoft('usage')),
	oneTime: ONE_TIME.map(microsoft('oneTime')),
	trial: TRIALS.map(microsoft('trial')),
	otherVendors: OTHER_SEATS.map(([vendorId, vendorName, ...line]) =>
		product('seat', vendorId, vendorName, line),
	),
} as const;

export type Shelf = keyof typeof CATALOGUE;

const TERM_ORDER: readonly Term[] = [
	'annualMonthly',
	'monthly',
	'annualPrepaid',
	'threeYear',
	'none',
];

/** A SKU belongs to product and term; the manufacturer's part number to the product alone. */
export function skuOf(item: Product, term: Term): number {
	return item.baseSku + TERM_ORDER.indexOf(term);
}

/** The term stands in the product's text and nowhere else. */
export function productNameOf(item: Product, term: Term, prepaid: boolean): string {
	if (item.kind !== 'seat' || term === 'none') return item.name;
	if (item.vendorId !== 'MICROSOFT') {
		const short = {
			annualMonthly: '1Y, Monthly',
			monthly: 'Monthly',
			annualPrepaid: '1Y, Prepaid',
			threeYear: '3Y, Prepaid',
		};
		return `${item.name} - ${short[term]}`;
	}
	const texts = {
		annualMonthly: 'Annual Commit, Monthly Billing',
		monthly: 'Monthly Commit, Monthly Billing',
		annualPrepaid: 'Annual Commit, Annual Billing',
		threeYear: prepaid ? '3 Year Commit, Upfront Billing' : '3 Year Commit, Annual Billing',
	};
	return `NCE ${item.name} - ${texts[term]}`;
}
