import { stopAllProcesses } from "./parts/child-process"
import { claimSingleInstance } from "./parts/single-instance"
import { ADMIN, FILES } from "./settings"
import { showOrder, type ShownOrder } from "./show-order"
import { forgetDemo, startDemo, type Demo } from "./start-demo"

const USAGE = `npm run demo                start the demo shop, place an order, show its mail, and wait for Ctrl-C
npm run demo -- --once      the same without the wait; the last line is one JSON object
npm run demo -- --fresh     forget everything from earlier starts first`

/** Progress goes to standard error, so that standard output holds the result alone. */
const say = (line: string) => {
  console.error(line)
}

async function main(args: string[]): Promise<void> {
  const unknown = args.find((arg) => !["--once", "--fresh", "--help"].includes(arg))
  if (args.includes("--help") || unknown) {
    console.log(unknown ? `There is no option "${unknown}".\n\n${USAGE}` : USAGE)
    process.exitCode = unknown ? 2 : 0
    return
  }
  const once = args.includes("--once")
  claimSingleInstance(FILES.running, "The demo", "demo")
  stopOnSignals(once)
  if (args.includes("--fresh")) forgetDemo()
  const started = Date.now()
  const demo = await startDemo(say)
  say("Placing an order, to be paid by bank transfer …")
  const order = await showOrder(demo)
  say(`Ready after ${Math.round((Date.now() - started) / 1000)} s.`)
  if (once) {
    await end(0, JSON.stringify(order))
    return
  }
  console.log(summary(demo, order))
  await demo.shop.ended
  throw new Error(`The shop has ended by itself. Its log: ${demo.shop.log}`)
}

function summary({ shop, inbox }: Demo, order: ShownOrder): string {
  return `
  Order and its mails   ${shop.baseUrl}/app/orders/${order.order_id}
  Admin                 ${shop.baseUrl}/app
    user                ${ADMIN.email}
    password            ${ADMIN.password}
  Mail inbox            ${inbox.webUrl}
  Mail                  "${order.mails[0]?.subject ?? ""}" to ${order.mails[0]?.to ?? ""}: ${order.mails[0]?.state ?? ""}

  Ctrl-C stops everything; the data stays for the next start. Start over with: npm run demo -- --fresh
`
}

let ending = false

function stopOnSignals(once: boolean): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // npm passes the signal on as well, so that it arrives twice.
      if (ending) return
      say("\nStopping …")
      // Ctrl-C is how the demo is meant to end, but without its result --once has failed.
      void end(once ? 130 : 0)
    })
  }
}

/** Stops everything that was started, and ends with `code`, after `lastLine` on standard output. */
async function end(code: number, lastLine?: string): Promise<void> {
  ending = true
  await stopAllProcesses()
  if (lastLine !== undefined) await new Promise((resolve) => process.stdout.write(`${lastLine}\n`, resolve))
  process.exit(code)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  // Everything is being stopped already, so what fails now fails because of that.
  if (ending) return
  say(`\nThe demo has failed: ${error instanceof Error ? error.message : String(error)}`)
  void end(1)
})
