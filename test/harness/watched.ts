/**
 * Runs a command in a process group of its own and ends the whole group when our standard input closes: that happens
 * however the parent ends, even when it is killed, so nothing is left behind.
 *
 * Usage: node watched.ts <command> [arguments…]
 */
import { spawn } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error("no command");

const posix = process.platform !== "win32";
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], detached: posix });

function end(signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (posix) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    // ESRCH: everything in the group has ended already, which is what we want.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function endGently(): void {
  end("SIGTERM");
  setTimeout(() => end("SIGKILL"), 3000).unref();
}

process.stdin.resume();
process.stdin.on("end", endGently);
process.stdin.on("error", endGently);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, endGently);
// The group dies at once; its end is ours, below.
process.on("SIGUSR2", () => end("SIGKILL"));
child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code, signal) => {
  end("SIGKILL"); // what the command itself left running
  process.exit(signal === null ? (code ?? 1) : 0);
});
