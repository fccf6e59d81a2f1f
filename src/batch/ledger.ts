import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { foldedName } from '../write/formats/csv.ts'
import { isWhole } from './files.ts'
import { allowMore, type Limits } from './limits.ts'
import { unusedFolder } from './names.ts'
import { type Outcome, succeeded } from './outcome.ts'

/** What a document of this run is to the output folder. */
export type Place =
  /** It was done before with the same key. */
  | { readonly kind: 'known'; readonly outcome: Outcome }
  /** Another document has the same bytes. */
  | { readonly kind: 'duplicate'; readonly name: string; readonly of: string }
  | { readonly kind: 'new'; readonly name: string }

/** Which outcomes stand in spite of being known. */
export interface Again {
  readonly force: boolean
  readonly retryFailed: boolean
  /** Those of this run: what failed for a smaller one is done again. */
  readonly limits: Limits
}

/** Names in a folder that are no folders; no document may have one of them. */
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter(entry => !entry.isDirectory())
        .map(entry => entry.name)
    : []

/** Whether the document of an outcome is in the output folder. */
const isKept = (out: string, { duplicateOf, name }: Outcome): boolean =>
  isWhole(join(out, duplicateOf ?? name, 'document.json'))

/** Whether an outcome of an earlier run with the same key is not tried again. */
const isLeftAlone = (out: string, outcome: Outcome, { force, retryFailed, limits }: Again): boolean =>
  !force && (succeeded(outcome) ? isKept(out, outcome) : !retryFailed && !allowMore(limits, outcome.message))

/** Documents of an output folder by name, file and bytes, while a run goes on; over the outcomes of earlier runs into `out`. `placeOf` gives each place once a run, `nameOf` names those without bytes too. */
export function ledgerOf(out: string, known: ReadonlyMap<string, Outcome>, again: Again) {
  const byName = new Map(known)
  const taken = new Set([...known.keys(), ...filesIn(out)].map(foldedName))
  const byFile = new Map([...known.values()].map(outcome => [outcome.file, outcome.name]))
  const bySha = Map.groupBy(known.values(), outcome => outcome.sha256)
  /** Names that a document of this run has. */
  const claimed = new Set<string>()
  /** Name of the document of this run that is done for all with the same bytes. */
  const done = new Map<string, string>()

  const nameOf = (file: string): string => {
    const same = byFile.get(file)
    const name = same !== undefined && !claimed.has(same) ? same : unusedFolder(file, taken)
    claimed.add(name)
    return name
  }
  /** The line of an earlier run that is about this document: the same bytes, and the file called the same. */
  const earlier = (file: string, sha256: string): Outcome | undefined => {
    const free = (bySha.get(sha256) ?? []).filter(({ name }) => !claimed.has(name))
    return free.find(outcome => outcome.file === file) ?? free.find(outcome => basename(outcome.file) === basename(file))
  }
  const stands = (outcome: Outcome, key: string): boolean => outcome.key === key && isLeftAlone(out, outcome, again)

  const placeOf = (file: string, sha256: string, key: string): Place => {
    const mine = earlier(file, sha256)
    if (mine) claimed.add(mine.name)
    const of = done.get(sha256)
    if (mine && (of === undefined || mine.duplicateOf === of) && stands(mine, key)) {
      if (mine.duplicateOf === null) done.set(sha256, mine.name)
      return { kind: 'known', outcome: mine }
    }
    const name = mine?.name ?? nameOf(file)
    const isOther = (one: Outcome): boolean => one.duplicateOf === null && one.name !== name && stands(one, key)
    const other = of ?? bySha.get(sha256)?.find(isOther)?.name
    if (other !== undefined) return { kind: 'duplicate', name, of: other }
    done.set(sha256, name)
    return { kind: 'new', name }
  }
  const add = (outcome: Outcome): void => void byName.set(outcome.name, outcome)
  return { placeOf, nameOf, add, find: (name: string) => byName.get(name), outcomes: () => [...byName.values()] }
}

export type Ledger = ReturnType<typeof ledgerOf>
