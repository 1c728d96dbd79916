import { expect } from "chai";
import { Uri } from "vscode";
import { pushProblem } from "../../../src/core/publish/git/pushProblem.ts";
import { push } from "../../../src/features/publish/push.ts";
import type { GitApi } from "../../../src/vscode/git.ts";
import { Notice } from "../../../src/vscode/notice.ts";

/** The Git extension as it is right after a repository was opened: it knows of no remote until it has looked. */
class OpenedRepository {
  readonly calls: string[] = [];
  readonly state: { remotes: readonly unknown[] } = { remotes: [] };
  readonly #remotes: readonly unknown[];

  constructor(remotes: readonly unknown[]) {
    this.#remotes = remotes;
  }

  async status(): Promise<void> {
    this.calls.push("status");
    this.state.remotes = this.#remotes;
  }

  async push(): Promise<void> {
    this.calls.push("push");
  }
}

describe("올리기", () => {
  const root = Uri.file("/노트");
  const api = (getRepository: GitApi["getRepository"], openRepository?: GitApi["openRepository"]): GitApi => ({
    git: { path: "git" },
    getRepository,
    ...(openRepository && { openRepository }),
  });

  /** The words for what went wrong. */
  const failure = (git: GitApi): Promise<string> =>
    push(git, root, { pushProblem }).then(
      () => expect.fail("nothing went wrong"),
      (error: unknown) => (error instanceof Notice ? error.message : expect.fail(String(error))),
    );

  it("looks for the remote before it pushes a repository that was just opened", async () => {
    for (const isOpen of [true, false]) {
      const repository = new OpenedRepository([{ name: "origin" }]);
      const git = api(
        () => (isOpen ? repository : null),
        async () => repository,
      );
      await push(git, root, { pushProblem });
      expect(repository.calls).to.deep.equal(["status", "push"]);
    }
  });

  it("pushes at once where the remote is known", async () => {
    const repository = new OpenedRepository([]);
    repository.state.remotes = [{ name: "origin" }];
    await push(
      api(() => repository),
      root,
      { pushProblem },
    );
    expect(repository.calls).to.deep.equal(["push"]);
  });

  it("says that there is none once it has looked, and that there is no repository", async () => {
    const repository = new OpenedRepository([]);
    expect(await failure(api(() => repository))).to.equal(pushProblem("NoRemoteRepositorySpecified"));
    expect(repository.calls).to.deep.equal(["status"]);
    expect(await failure(api(() => null))).to.equal(pushProblem(undefined));
  });
});
