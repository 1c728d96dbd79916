import { extensions, type Uri, workspace } from "vscode";

/** What is used of the API that the editor's own Git extension offers to others, version 1. */
export interface GitApi {
  readonly git: {
    readonly path: string;
    /** With it git asks for passwords in the editor. Editors before 2025 keep it to themselves. */
    readonly env?: Readonly<Record<string, string | undefined>>;
  };
  /** The repository when it is open in the editor. */
  getRepository(uri: Uri): GitRepository | null;
  openRepository?(root: Uri): Promise<GitRepository | null>;
}

export interface GitRepository {
  readonly state: { readonly remotes: readonly unknown[] };
  /** Brings the editor's view of the repository in step. */
  status(): Promise<void>;
  push(): Promise<void>;
}

interface GitExports {
  readonly enabled: boolean;
  /** @throws while the extension is not enabled */
  getAPI(version: 1): GitApi;
}

/** The editor's Git; `undefined` where it is disabled, by a setting or as an extension, or finds no git on the machine. */
export async function gitApi(folder: Uri): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<GitExports>("vscode.git");
  // The extension itself heeds the setting only when the window is loaded.
  const isWanted = workspace.getConfiguration("git", folder).get("enabled", true);
  if (extension === undefined || !isWanted) return undefined;
  const git = extension.isActive ? extension.exports : await extension.activate();
  return git.enabled ? git.getAPI(1) : undefined;
}

/** The code by which the Git extension tells what went wrong: `PushRejected`. */
export function gitErrorCode(error: unknown): string | undefined {
  return typeof error === "object" &&
    error !== null &&
    "gitErrorCode" in error &&
    typeof error.gitErrorCode === "string"
    ? error.gitErrorCode
    : undefined;
}
