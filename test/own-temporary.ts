import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for what the tests of one run write, gone when they are done: an installed package alone takes half a gigabyte. */
export default function ownTemporary(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-test-'))
  // A database does not run as root: as the folder of the system, this one is open to all.
  chmodSync(folder, 0o1777)
  // What the system calls its folder for temporary files, by the names of all systems.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
