export { matchCustomers } from './match';
export type { MatchEntry, MatchInput, MatchResult } from './match';
export type { MatchOptions, RungLevel } from './options';
export { clientNameIndex, findNearClients } from './nearClients';
export type { ClientNameIndex, NearClient } from './nearClients';
export { parseSavedRow } from './savedRow';
export type { SavedRow } from './savedRow';
export { mappingDecisions, mappingEntrySchema, matchLevels, matchSchema } from './schemas';
export type { MappingEntry, Match, MatchLevel } from './schemas';
