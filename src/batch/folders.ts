import { readdirSync, statSync } from 'node:fs'
import { systemCode } from '../errors.ts'
import { decodedName } from './names.ts'

/** Something below a folder; `raw` are the bytes of a path that is not UTF-8, `problem` why a folder could not be looked into. */
export interface Below {
  readonly path: string
  readonly raw?: Buffer
  readonly problem?: string
}

/** A path that is going to be read, as text for people and as the bytes that the system wants. */
interface Place {
  readonly path: string
  readonly raw: Buffer
}

const within = ({ path, raw }: Place, name: Buffer): Place => ({
  path: `${path}/${decodedName(name)}`,
  raw: Buffer.concat([raw, Buffer.from('/'), name]),
})

/** What a path leads to, links followed, as far as it can be told. */
const leadsToFolder = ({ raw }: Place): boolean => statSync(raw, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * The files below a folder whose names are wanted, each folder once whatever leads to it: two links to their own folder lead
 * on for ever. Links are followed last, so that a file has the path of the folder that it is in.
 */
export function filesBelow(folder: string, isWanted: (name: string) => boolean): Below[] {
  const found: Below[] = []
  const seen = new Set<string>()
  const links: Place[] = []
  const told = (place: Place, work: () => void): void => {
    try {
      work()
    } catch (error) {
      found.push({ path: place.path, problem: `cannot be looked into (${systemCode(error) ?? error})` })
    }
  }
  const look = (place: Place): void => {
    const { dev, ino } = statSync(place.raw, { bigint: true })
    if (seen.has(`${dev} ${ino}`)) return
    seen.add(`${dev} ${ino}`)
    for (const entry of readdirSync(place.raw, { withFileTypes: true, encoding: 'buffer' })) {
      const next = within(place, entry.name)
      if (entry.isDirectory()) told(next, () => look(next))
      else if (isWanted(next.path)) found.push(next)
      else if (entry.isSymbolicLink()) links.push(next)
    }
  }
  const start = { path: folder, raw: Buffer.from(folder) }
  told(start, () => look(start))
  for (const link of links) told(link, () => leadsToFolder(link) && look(link))
  return found.map(({ raw, ...below }) =>
    raw === undefined || raw.equals(Buffer.from(below.path)) ? below : { ...below, raw },
  )
}
