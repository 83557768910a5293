import { createServer } from "node:net"

/** How many ports are tried before the search gives up. */
const RANGE = 200

/**
 * The first port from `preferred` on that nobody listens on; 0 takes any free one from the system.
 *
 * Both loopback addresses are tried, because "localhost" may lead a browser to either.
 *
 * @throws Error when all of the {@link RANGE} ports from `preferred` on are taken.
 */
export async function freePort(preferred: number, taken: readonly number[] = []): Promise<number> {
  if (preferred === 0) return listenOnce(0, "127.0.0.1")
  for (let port = preferred; port < preferred + RANGE; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port
  }
  throw new Error(`All ports from ${preferred} to ${preferred + RANGE - 1} are in use; stop something and try again.`)
}

async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1"]) {
    try {
      await listenOnce(port, host)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      // A machine without IPv6 has no ::1 to be in use.
      if (code !== "EADDRNOTAVAIL" && code !== "EAFNOSUPPORT") return false
    }
  }
  return true
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const bound = typeof address === "object" && address ? address.port : port
      server.close(() => {
        resolve(bound)
      })
    })
  })
}
