/** Say how a command is used; exit code 2. */
export function misuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 2
}
