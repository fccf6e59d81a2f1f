import { withQueue } from '../batch/queue/boss.ts'
import { type QueueStatus, queueOutcomes, queueStatus } from '../batch/queue/status.ts'
import { sum } from '../geometry.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'
import { QUEUE_OPTION, queueUrl } from './enqueue.ts'
import { duration } from './progress.ts'

function statusText({ done, workers, failures, remaining, ...counts }: QueueStatus): string {
  const { waiting, active, retrying, dead, lastMinute, lastHour } = counts
  const finished = sum(Object.values(done))
  return [
    `${finished} done (${
      Object.entries(done)
        .map(([status, count]) => `${count} ${status}`)
        .join(', ') || 'nothing yet'
    })`,
    `${waiting} waiting, ${active} under way, ${retrying} to be tried again, ${dead} given up`,
    `${lastMinute} in the last minute, ${lastHour} in the last hour${remaining === null ? '' : `, ${duration(remaining)} left`}`,
    ...workers.map(({ worker, lastMinute: count }) => `  ${worker}: ${count} in the last minute`),
    ...failures.map(({ file, message }) => `  given up: ${file}: ${message}`),
    '',
  ].join('\n')
}

async function run(args: Arguments, { print }: Surroundings): Promise<number> {
  return await withQueue(queueUrl(args), {}, async queue => {
    if (args.flags.has('manifest')) for await (const outcome of queueOutcomes(queue)) print(`${JSON.stringify(outcome)}\n`)
    else {
      const status = await queueStatus(queue)
      print(args.flags.has('json') ? `${JSON.stringify(status)}\n` : statusText(status))
    }
    return EXIT.done
  })
}

export const command: Command = {
  usage: '--queue postgres://…',
  options: {
    queue: QUEUE_OPTION,
    manifest: { type: 'boolean', help: 'print the outcomes instead, as lines of a manifest.jsonl' },
    json: { type: 'boolean', help: 'print the state as JSON' },
  },
  run,
}
