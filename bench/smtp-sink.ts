import { createServer, type Socket } from "node:net"

/**
 * A mail server that takes everything and keeps nothing, in a process of its own, so that what is measured is the
 * sender. It speaks as much SMTP as is needed (RFC 5321, PIPELINING) and tells its parent how many mails it took.
 */
const EHLO = "250-sink.example\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250 8BITMIME\r\n"
const END_OF_DATA = Buffer.from("\r\n.\r\n")

let taken = 0

const server = createServer({ noDelay: true }, serve)
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 })
})
process.on("message", () => process.send?.({ taken }))
process.on("disconnect", () => process.exit(0))

function serve(socket: Socket): void {
  let rest: Buffer = Buffer.alloc(0)
  let inData = false
  socket.on("error", () => socket.destroy())
  socket.write("220 sink.example ESMTP\r\n")
  socket.on("data", (chunk: Buffer) => {
    let input: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let replies = ""
    for (;;) {
      if (inData) {
        const end = input.indexOf(END_OF_DATA)
        if (end < 0) {
          // The end may be cut in two by the chunks; nothing before it is kept.
          rest = input.subarray(Math.max(0, input.length - END_OF_DATA.length + 1))
          break
        }
        taken += 1
        inData = false
        replies += `250 2.0.0 taken as ${taken}\r\n`
        input = input.subarray(end + END_OF_DATA.length)
        continue
      }
      const end = input.indexOf("\r\n")
      if (end < 0) {
        rest = input
        break
      }
      const verb = input.toString("latin1", 0, Math.min(end, 4)).toUpperCase()
      input = input.subarray(end + 2)
      inData = verb === "DATA"
      replies += answerTo(verb)
    }
    if (replies !== "") {
      socket.write(replies)
    }
  })
}

function answerTo(verb: string): string {
  switch (verb) {
    case "EHLO":
      return EHLO
    case "DATA":
      return "354 go on\r\n"
    case "QUIT":
      return "221 bye\r\n"
    default:
      return "250 ok\r\n"
  }
}
