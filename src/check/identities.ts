import { BETWEEN } from './identities-between.ts'
import { INSIDE } from './identities-inside.ts'
import { PROSE } from './identities-prose.ts'
import { SUBJECTS } from './identities-subjects.ts'
import type { Identity } from './identity.ts'

/** Every accounting identity that is tried, inside tables, between tables and with the prose. */
export const IDENTITIES: readonly Identity[] = [...INSIDE, ...BETWEEN, ...SUBJECTS, ...PROSE]
