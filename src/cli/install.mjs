// Installs what is missing before a script runs, so that a fresh clone needs one command. Plain JavaScript without
// imports from packages: nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const lock = new URL('package-lock.json', root)
const installed = new URL('node_modules/.package-lock.json', root)
const current = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs && complete()

/** Every package that the lock file names for this machine is there in that version. */
function complete() {
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, dev }]) => {
    if (path === '' || optional || (dev && process.env.NODE_ENV === 'production')) return true
    const manifest = new URL(`${path}/package.json`, root)
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version
  })
}

if (!current) {
  console.log('Installing packages …')
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

if (process.argv.includes('--browser') && process.platform === 'linux' && !existsSync('/usr/bin/chromium')) {
  // Tests in a real browser need one. Without the right to install it they say so and are skipped.
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing a browser for the tests …')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  }
  if (!existsSync('/usr/bin/chromium'))
    console.log('No browser at /usr/bin/chromium: the browser tests will be skipped.')
}
