import { IDENTITIES } from '../check/identities.ts'

/** Names of the identities by id. */
export const IDENTITY_NAMES: ReadonlyMap<string, { readonly zh: string; readonly en: string }> = new Map(
  IDENTITIES.map(({ id, name }) => [id, name]),
)
