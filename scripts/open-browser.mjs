import { spawn } from 'node:child_process';

/** Opens an address in the visitor's browser where there is one; that it cannot is no error. */
export function openBrowser(address) {
  if (process.env.CI || process.env.BROWSER === 'none') return;
  const command = opener();
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function opener() {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
