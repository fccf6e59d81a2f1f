import type { Words } from '../finding.ts'
import { BETWEEN } from './declared/between.ts'
import { GOALS } from './declared/goals.ts'
import type { Identity } from './declared/identity.ts'
import { INSIDE } from './declared/inside.ts'
import { NARRATIVE } from './declared/narrative.ts'
import { SUBJECTS } from './declared/subjects.ts'

/** Every accounting identity that is tried: inside tables, between tables, with the narrative and in it, and of the goals. */
export const IDENTITIES: readonly Identity[] = [...INSIDE, ...BETWEEN, ...SUBJECTS, ...NARRATIVE, ...GOALS]

/** Names of the identities by id. */
export const IDENTITY_NAMES: ReadonlyMap<string, Words> = new Map(IDENTITIES.map(({ id, name }) => [id, name]))
