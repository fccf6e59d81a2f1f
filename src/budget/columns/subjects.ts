import type { ColumnSubject } from '../dataset.ts'
import { plain } from '../label.ts'
import { codesNamed } from '../subjects/subjects.ts'
import { BARE_SUM } from '../words.ts'

/** One column may be called like a subject and mean something else. */
const LEAST = 2

/** The one subject of 部门预算支出经济分类 that the lowest head of a path names, below that which a head above it names; a sum is that of its group. */
function subjectOf(path: readonly string[]): ColumnSubject | null {
  let subject: ColumnSubject | null = null
  for (const name of path.map(plain).filter(head => !BARE_SUM.test(head))) {
    const above: string = subject?.code ?? ''
    const [code, ...others] = codesNamed(name, '3').filter(one => one.startsWith(above))
    subject = code === undefined || others.length > 0 ? null : { code, name }
  }
  return subject
}

/** By column, the economic subject that its heads name, 30101 under 工资福利支出 > 基本工资, in a table of which several columns are nothing else (`isUnknown`); null elsewhere. */
export function columnSubjects(
  paths: readonly (readonly string[])[],
  isUnknown: (at: number) => boolean,
): (ColumnSubject | null)[] {
  const subjects = paths.map(subjectOf)
  const sure = subjects.filter((subject, at) => subject !== null && isUnknown(at))
  return sure.length < LEAST ? subjects.map(() => null) : subjects
}
