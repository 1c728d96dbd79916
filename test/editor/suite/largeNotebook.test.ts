import { expect } from "chai";
import * as vscode from "vscode";
import { generateNotes } from "../../../bench/notes.ts";
import { inFreshNotebook, inWebWorker, openedText, runCommand, writeFile } from "../support.ts";

const NOTES = inWebWorker ? 2_000 : 10_000;

/** Does the same with all, some at a time. */
async function forAll<T>(items: readonly T[], atATime: number, work: (item: T) => Thenable<unknown>): Promise<void> {
  let next = 0;
  const goOn = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, goOn));
}

async function timed(work: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long the extension host was held up at most, and how often over 50 ms, while `work` ran. */
async function delays(work: () => Thenable<unknown>): Promise<string> {
  const all: number[] = [];
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 1));
      all.push(performance.now() - start - 1);
    }
  })();
  const took = await timed(work);
  isOver = true;
  await looking;
  all.sort((a, b) => a - b);
  const at = (part: number): string => (all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0).toFixed(1);
  const long = all.filter((delay) => delay > 50).length;
  return `${took.toFixed(0)} ms; delay of the event loop: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)} ms, ${long} over 50 ms`;
}

describe(`a notebook of ${NOTES} notes`, function () {
  this.timeout(180_000);
  const { at } = inFreshNotebook();

  it("is read beside everything else, and says what that costs", async () => {
    const files = [...generateNotes(NOTES)];
    await forAll(files, 64, ({ path, text }) => writeFile(at(path), text));
    const where = inWebWorker ? "web worker" : "Node";
    const paths = files.map(({ path }) => path);
    const stat = await timed(() => forAll(paths, 64, (path) => vscode.workspace.fs.stat(at(path))));
    const read = await timed(() => forAll(paths, 64, (path) => vscode.workspace.fs.readFile(at(path))));
    console.log(
      `${where}, workspace.fs, ${NOTES} files, 64 at a time: stat ${stat.toFixed(0)} ms, read ${read.toFixed(0)} ms`,
    );
    await runCommand("tomaknote.refreshNotes");
    console.log(`${where}, cold: ${await delays(() => runCommand("tomaknote.nextTomak"))}`);
    // The next number needs every note.
    await runCommand("tomaknote.newTomak");
    const highest = Math.max(...files.map(({ text }) => Number(/^title: 오늘의 토막글 (\d+)$/m.exec(text)?.[1] ?? 0)));
    expect(highest).to.be.greaterThan(NOTES - 10);
    expect(await openedText()).to.contain(`title: 오늘의 토막글 ${highest + 1}\n`);
  });

  it("lets a 토막글 of the day be opened before it is read", async () => {
    await forAll([...generateNotes(1_000)], 64, ({ path, text }) => writeFile(at(path), text));
    await runCommand("tomaknote.newTomak");
    const first = await openedText();
    await runCommand("workbench.action.closeAllEditors");
    await runCommand("tomaknote.refreshNotes");
    console.log(`opened after ${(await timed(() => runCommand("tomaknote.newTomak"))).toFixed(0)} ms`);
    expect(await openedText()).to.equal(first);
  });
});
