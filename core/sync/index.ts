/** What other code may rely on. */
export { planClients } from './clients/plan';
export type { ClientPlanEntry, ClientPlanInput, CustomerToPlan } from './clients/plan';
export { defaultClientPolicy } from './clients/policy';
export type { ClientPolicy } from './clients/policy';
export { planLicences } from './licences/plan';
export type { LicencePlanEntry, LicencePlanInput } from './licences/plan';
export { defaultLicencePolicy } from './licences/policy';
export type { LicencePolicy } from './licences/policy';
export { planItemSchema } from './planItem';
export type { PlanItem } from './planItem';
