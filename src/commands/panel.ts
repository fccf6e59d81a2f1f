import { archiveDocuments } from '../batch/archive.ts'
import { PANEL, panelRows } from '../write/relations/panel/panel.ts'
import { ROW_FORMS } from '../write/relations/relation.ts'
import { type Arguments, type Command, EXIT, resultsFolder, type Surroundings, tellGone } from './command.ts'

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { flags } = args
  const { cwd, print } = surroundings
  const out = resultsFolder(args, cwd)
  // Told only once there is an archive: a wrong call prints no data.
  const form = ROW_FORMS[flags.has('json') ? 'jsonl' : 'csv']
  let head = form.head(PANEL)
  for await (const document of archiveDocuments(out, tellGone(surroundings))) {
    if (!document.current && !flags.has('all')) continue
    print(head + form.rows(PANEL, panelRows(document)))
    head = ''
  }
  print(head)
  return EXIT.done
}

/** One row a department, year, kind and scope. */
export const command: Command = {
  usage: '<output> [--json] [--all]',
  options: {
    json: { type: 'boolean', help: 'print one row a line as JSON instead of CSV' },
    all: { type: 'boolean', help: 'publications that a later one replaces too' },
  },
  run,
}
