import { magnitude } from '../../budget/money/amount.ts'
import { type Finding, findingFrom, type Words } from '../../finding.ts'
import { addedUp, type Check } from '../check.ts'
import { CODES, type FindingCode } from '../finding-codes.ts'
import { NO_PROJECT, OTHER_FORMS } from '../relations/goal-projects.ts'
import { NO_ROW, OTHER_NAME } from '../relations/said/said-subjects.ts'
import { pagesText, quoted } from './quoted.ts'
import { shown } from './sentence.ts'

/** A subject of the narrative with its amount, and the row of the table that has that under another name. */
function subjectTold({ left, right }: Check): string {
  const [said, printed] = [left.terms[0], right.terms[0]]
  const row = printed ? ` = ${right.label} ${printed.text}` : ''
  return `${left.label} ${said?.text ?? ''}${row}`
}

/** A project of the goals with its money, and the row that has it under another name. */
function projectTold({ left, right }: Check): string {
  const [term] = left.terms
  const row = right.terms.length > 0 ? ` = ${right.label}` : ''
  return `${left.label} ${term ? quoted(term, 'zh') : ''}${row}`
}

/** What the rows of a table lack, once a document. */
function lacking(lost: readonly Check[], code: FindingCode, told: { readonly all: string; readonly words: Words }): Finding[] {
  const terms = lost.flatMap(({ left }) => left.terms)
  const [term] = terms
  if (!term) return []
  const { all, words } = told
  return [
    findingFrom({
      ...{ code, severity: CODES[code], verdict: 'not-evaluable' },
      ...{ page: term.page, box: term.box, tables: [...new Set(lost.flatMap(({ tables }) => tables))] },
      identities: [...new Set(lost.map(({ identity }) => identity))],
      zh: `${words.zh}：${all}（${pagesText(terms, 'zh')}）。`,
      en: `${words.en}: ${all} (${pagesText(terms, 'en')}).`,
    }),
  ]
}

/** The projects that have goals and no row in the table which lists projects, or none with their money; that table is one of the projects where it lists others of them. */
function projectFindings(checks: readonly Check[]): Finding[] {
  const lost = checks.filter(({ note }) => note === NO_PROJECT || note === OTHER_FORMS)
  const ids = new Set(lost.map(({ identity }) => identity))
  if (!checks.some(({ identity, outcome }) => ids.has(identity) && outcome === 'holds')) return []
  const sum = shown(magnitude(addedUp(lost.flatMap(({ left }) => left.terms))), '万元')
  return lacking(lost, 'project-unlisted', {
    all: lost.map(projectTold).join('; '),
    words: {
      zh: `绩效目标表中有${lost.length}个项目（资金合计${sum}万元），项目支出表没有同名同额的行（等号后为金额相同而名称不同的行）`,
      en: `${lost.length} projects of the goals (${sum} 万元 in all) have no row of their name and money in the table of projects (behind = the row of another name with the money)`,
    },
  })
}

/** The subjects that the narrative lists and the table it repeats has no row of, those whose amount it prints under another name with that; and the projects of the goals that the table of projects has not. */
export function unlistedFindings(checks: readonly Check[]): Finding[] {
  const lost = checks.filter(({ note }) => note === NO_ROW || note === OTHER_NAME)
  const subjects = lacking(lost, 'subject-unlisted', {
    all: lost.map(subjectTold).join('; '),
    words: {
      zh: '说明所列的以下科目，表中没有同名的行（等号后为金额相同而名称不同的行）',
      en: 'the table has no row of the name of these subjects of the narrative (behind = the row of another name with the amount)',
    },
  })
  return [...subjects, ...projectFindings(checks)]
}
